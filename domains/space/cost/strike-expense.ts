import { refuse, verb } from '@opengoa/kernel';
import { ExpenseStruck, StrikeExpense } from './contract.ts';
import { budgetItem, expenseOf, lockExpense } from './expense-store.ts';

/** 冲销用房费用: what was entered wrongly stays in the ledger, and counts no more. */
export const strikeExpense = verb('space.strike-expense', {
  title: { zh: '冲销', en: 'Strike' },
  input: StrikeExpense,
  who: ['space-clerk'],
  facts: [ExpenseStruck],
  refusals: ['expense-struck'],
  load: (tx, { expense }) => lockExpense(tx, expense),
  at: ({ unit }) => ({ unit }),
  decide(known, { why }) {
    if (known.struck !== null) return refuse('expense-struck', {}, { status: 409 });
    const { unit, amountFen, from, building } = known;
    const facets = {
      place: { kind: 'building' as const, id: building },
      cost: [{ amountFen: -amountFen, unit, day: from, item: budgetItem(known.kind) }],
    };
    return [ExpenseStruck.of({ object: expenseOf(known), unit, body: { amountFen, why }, facets })];
  },
});
