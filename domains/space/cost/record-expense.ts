import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { ExpenseRecorded, RecordExpense } from './contract.ts';
import { budgetItem, expenseOf, sameReceipt } from './expense-store.ts';

/** 登记用房费用: what was paid for a building over a stretch of days, each receipt of a kind once; a cost of the unit that keeps it. */
export const recordExpense = verb('space.record-expense', {
  title: { zh: '登记用房费用', en: 'Record an expense' },
  input: RecordExpense,
  who: ['space-clerk'],
  facts: [ExpenseRecorded],
  refusals: ['expense-backwards', 'expense-entered'],
  load: async (tx, { building, kind, receipt }) => ({
    id: newId(),
    building: await tx.one<{ unit: string }>(
      sql`select unit_id as unit from space.building where id = ${building} for update`,
    ),
    same: await sameReceipt(tx, building, kind, receipt),
  }),
  at: ({ building }) => ({ unit: building.unit }),
  decide({ id, building: { unit }, same }, body) {
    if (body.to < body.from) return refuse('expense-backwards');
    if (same) return refuse('expense-entered', { receipt: body.receipt, from: same.from }, { status: 409 });
    const facets = {
      place: { kind: 'building' as const, id: body.building },
      cost: [{ amountFen: body.amountFen, unit, day: body.from, item: budgetItem(body.kind) }],
    };
    return [ExpenseRecorded.of({ object: expenseOf({ id }), unit, body, facets })];
  },
});
