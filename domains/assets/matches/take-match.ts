import { type Context, type FactDraft, type Id, isRefusal, newId, refuse, type Refusal } from '@opengoa/kernel';
import { pairKey } from '../matching/demand.ts';
import { judgePair } from '../matching/judge-pair.ts';
import { reasonsOf } from '../matching/reasons.ts';
import { MatchAccepted } from './contract.ts';
import { matchOf } from './demand.ts';
import { type DemandRow, type IdleRow, rules } from './question.ts';

/** Why a match may not be taken up; for the verb of one and for those of a plan. */
export const takingRefusals = [
  'demand-closed',
  'offer-not-there',
  'match-refused-before',
  'does-not-suit',
  'more-than-needed',
  'more-than-there-are',
  'bad-attributes',
  'no-holder',
] as const;

export interface Pairing {
  readonly demand: DemandRow | undefined;
  readonly idle: IdleRow | undefined;
  readonly refused: ReadonlySet<string>;
  readonly quantity: number;
  readonly plan?: Id;
}

/** 采用一对匹配: the pair is judged again as it stands now, the pieces are held, and whoever answers for the giver is asked. */
export function takeMatch(
  { demand, idle, refused, quantity, plan }: Pairing,
  { actor, organisation, cases }: Context,
): readonly FactDraft[] | Refusal {
  if (!demand || demand.state !== 'open') return refuse('demand-closed', {}, { status: 409 });
  if (!idle) return refuse('offer-not-there', {}, { status: 409 });
  if (refused.has(pairKey({ demand: demand.id, idle: idle.id })))
    return refuse('match-refused-before', { day: '' }, { status: 409 });
  if (quantity > demand.left) return refuse('more-than-needed', { left: Math.max(0, demand.left) }, { status: 409 });
  if (quantity > idle.pieces)
    return refuse('more-than-there-are', { free: Math.max(0, idle.pieces), measure: idle.measure }, { status: 409 });
  const pair = judgePair(demand, idle, rules);
  if ('why' in pair) return refuse('does-not-suit', { why: pair.why }, { status: 409 });
  const id = newId();
  const receiver = organisation.unit(demand.unit)?.name ?? '';
  const opened = cases.open({
    definition: 'assets.pool-match',
    object: matchOf(id),
    unit: idle.unit,
    asker: actor.person ?? id,
    attributes: { quantity, valueFen: Math.round((idle.valueFen * quantity) / Math.max(1, idle.quantity)) },
    title: { zh: '公物仓调剂审批', en: 'Approve a match' },
    summary: `${idle.number} ${idle.name} ${quantity} ${idle.measure}，调剂给${receiver}（${demand.name}）`,
    opens: `/assets/matches/${id}`,
    verbs: ['assets.approve-match', 'assets.decline-match'],
  });
  if (isRefusal(opened)) return opened;
  const { score, valueFen } = pair;
  const body = {
    demand: demand.id,
    offer: idle.id,
    giver: idle.unit,
    plan: plan ?? null,
    name: idle.name,
    needed: demand.name,
    measure: idle.measure,
    quantity,
    score,
    savedFen: valueFen * quantity,
    reasons: reasonsOf(demand, idle, pair, rules),
  };
  return [MatchAccepted.of({ object: matchOf(id), unit: demand.unit, body }), ...opened];
}
