import { tableOfMoves, type Context, type Id, type Place } from '@opengoa/kernel';
import type { Level } from '../contract.ts';
import type { RiskState } from './contract.ts';
import type { Rating } from './matrix.ts';
import { riskStateWords } from './words.ts';

/** One entry of the register. */
export interface Risk {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly post: Id;
  readonly state: RiskState;
  readonly residual: Rating;
  readonly residualLevel: Level;
  readonly acceptedUntil: string | null;
}

/** A risk is dealt with or accepted until a day; when the day is over it comes back. */
export const riskMoves = tableOfMoves<RiskState>('risk-centre.risk', riskStateWords, 'open', {
  open: {
    'risk-centre.accept-risk': 'accepted',
    'risk-centre.assess-risk': 'open',
    'risk-centre.tie-finding': 'open',
    'risk-centre.close-risk': 'closed',
  },
  accepted: {
    'risk-centre.accept-risk': 'accepted',
    'risk-centre.assess-risk': ['accepted', 'open'],
    'risk-centre.tie-finding': 'accepted',
    'risk-centre.expire-acceptance': 'expired',
    'risk-centre.close-risk': 'closed',
  },
  expired: {
    'risk-centre.accept-risk': 'accepted',
    'risk-centre.assess-risk': 'open',
    'risk-centre.tie-finding': 'expired',
    'risk-centre.close-risk': 'closed',
  },
  closed: {},
});

export const riskOf = ({ id }: Pick<Risk, 'id'>) => ({ kind: 'risk-centre.risk', id });

/** Rights are judged at the unit; whoever holds a task on it came by it. */
export const placeOfRisk = ({ unit, id }: Pick<Risk, 'unit' | 'id'>): Place => ({ unit, object: id });

/** Does whoever acts, or whom they stand in for, hold the post that answers for it? */
export function ownsIt({ post }: Pick<Risk, 'post'>, { actor, organisation }: Context): boolean {
  const holders = organisation.holdersOfPost(post);
  return (
    actor.post?.id === post || [actor.person, actor.standInFor].some((who) => who !== null && holders.includes(who))
  );
}
