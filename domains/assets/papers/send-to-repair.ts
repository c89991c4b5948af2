import { verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { PaperMade, SendToRepair } from './contract.ts';
import { cardsRefusal, dayRefusal, paperFacts, paperRefusalCodes, paperToCome, unitsOf } from './make-paper.ts';

/** 送修: what is wrong, and who repairs it; open until it is back. */
export const sendToRepair = verb('assets.send-to-repair', {
  title: { zh: '送修', en: 'Send to repair' },
  input: SendToRepair,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [PaperMade, CardMoved],
  refusals: paperRefusalCodes,
  load: (tx, input, context) => paperToCome(tx, 'repair', input, context),
  at: unitsOf,
  decide(known, { what, vendor, quoteFen, day, note }, context) {
    const closed = cardsRefusal(known.cards, 'assets.send-to-repair') ?? dayRefusal(day, context.today);
    if (closed) return closed;
    return paperFacts(
      known,
      { kind: 'repair', state: 'open', day, about: { note, what, vendor, quoteFen } },
      () => ({ state: 'in-repair' }),
      context,
    );
  },
});
