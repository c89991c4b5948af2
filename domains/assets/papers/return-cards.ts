import { verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { PaperMade, ReturnCards } from './contract.ts';
import { cardsRefusal, dayRefusal, paperFacts, paperRefusalCodes, paperToCome, unitsOf } from './make-paper.ts';

/** 归还: what was lent is back, with whoever had it before. */
export const returnCards = verb('assets.return-cards', {
  title: { zh: '归还', en: 'Take in a return' },
  input: ReturnCards,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [PaperMade, CardMoved],
  refusals: paperRefusalCodes,
  load: (tx, input, context) => paperToCome(tx, 'return', input, context),
  at: unitsOf,
  decide(known, { condition, day, note }, context) {
    const closed = cardsRefusal(known.cards, 'assets.return-cards') ?? dayRefusal(day, context.today);
    if (closed) return closed;
    return paperFacts(
      known,
      { kind: 'return', day, about: { note } },
      ({ user }) => ({
        state: user === null ? 'in-stock' : 'in-use',
        ...(condition === undefined ? {} : { condition }),
      }),
      context,
    );
  },
});
