import { stale, verb } from '@opengoa/kernel';
import { sideOf } from '../warehouse/offer.ts';
import { FollowRefusal, RefusalFollowed } from './contract.ts';
import { matchMoves, matchOf } from './demand.ts';
import { lockMatch } from './match-store.ts';

const who = ['leader', 'superior'] as const;

/** 跟进: whoever stands above says what came of a refusal. */
export const followRefusal = verb('assets.follow-refusal', {
  title: { zh: '跟进', en: 'Follow up' },
  input: FollowRefusal,
  who,
  on: 'assets.match',
  facts: [RefusalFollowed],
  refusals: ['not-now', 'stale-version'],
  load: async (tx, { match }) => ({ match: await lockMatch(tx, match) }),
  at: ({ match }, _input, context) => sideOf(context, who, [match.unit, match.giver]),
  decide({ match }, { version, said }) {
    const closed = matchMoves.refusal(match.state, 'assets.follow-refusal');
    if (closed) return closed;
    if (version !== match.version) return stale({ version: match.version });
    return [RefusalFollowed.of({ object: matchOf(match.id), unit: match.unit, body: { said } })];
  },
});
