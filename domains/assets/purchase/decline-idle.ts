import { refuse, TaskEnded, verb } from '@opengoa/kernel';
import { answeredOf, endLookAgain, loadMatch, matchRefusal } from './answer-match.ts';
import { DeclineIdle, IdleDeclined } from './contract.ts';
import { purchaseOf } from './purchase.ts';

/** 不选用闲置资产: with its reason, which is kept and followed up. */
export const declineIdle = verb('assets.decline-idle', {
  title: { zh: '不选用', en: 'Decline an idle thing' },
  input: DeclineIdle,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.purchase',
  facts: [IdleDeclined, TaskEnded],
  refusals: ['not-now', 'thing-not-idle', 'match-answered', 'say-why-declined'],
  object: ({ purchase }) => purchase,
  load: loadMatch,
  at: ({ purchase }) => ({ unit: purchase.unit, object: purchase.id }),
  decide(known, { reason, said }, context) {
    const refused = matchRefusal(known, 'assets.decline-idle');
    if (refused) return refused;
    if (reason === 'other' && said === '') return refuse('say-why-declined');
    const { purchase, line, match } = known;
    const quantity = Math.max(1, Math.min(line!.open, match!.quantity));
    const body = { ...answeredOf(known, quantity), reason, said };
    return [
      IdleDeclined.of({ object: purchaseOf(purchase), unit: purchase.unit, body }),
      ...endLookAgain(known, context),
    ];
  },
});
