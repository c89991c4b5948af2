import { refuse, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { LendCards, PaperMade } from './contract.ts';
import { cardsRefusal, dayRefusal, paperFacts, paperRefusalCodes, paperToCome, unitsOf } from './make-paper.ts';

/** 借出: to somebody for some days; the ledger stays ours, and it is due back. */
export const lendCards = verb('assets.lend-cards', {
  title: { zh: '借出', en: 'Lend' },
  input: LendCards,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [PaperMade, CardMoved],
  refusals: [...paperRefusalCodes, 'due-before-loan'],
  load: (tx, input, context) => paperToCome(tx, 'lend', input, context),
  at: unitsOf,
  decide(known, { borrower, dueOn, day, note }, context) {
    const closed = cardsRefusal(known.cards, 'assets.lend-cards') ?? dayRefusal(day, context.today);
    if (closed) return closed;
    if (dueOn < (day ?? context.today)) return refuse('due-before-loan', { day: dueOn });
    return paperFacts(
      known,
      { kind: 'lend', day, about: { note, borrower }, dueOn },
      () => ({ state: 'lent' }),
      context,
    );
  },
});
