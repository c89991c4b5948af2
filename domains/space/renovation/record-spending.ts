import { refuse, verb } from '@opengoa/kernel';
import { RecordSpending, SpendingRecorded } from './contract.ts';
import { placeOfWorks, renovationMoves, renovationOf, yuan } from './renovation.ts';
import { isInvoiceEntered, lockRenovation, spentOn } from './renovation-store.ts';

/** 登记维修支出: each receipt once, together never above the budget. A cost of the unit that keeps the building. */
export const recordSpending = verb('space.record-spending', {
  title: { zh: '登记支出', en: 'Record spending' },
  input: RecordSpending,
  who: ['space-clerk'],
  on: 'space.renovation',
  facts: [SpendingRecorded],
  refusals: ['not-now', 'spending-ahead', 'works-invoice-entered', 'over-budget'],
  load: async (tx, { renovation: id, receipt }) => ({
    works: await lockRenovation(tx, id),
    spentFen: await spentOn(tx, id),
    entered: await isInvoiceEntered(tx, id, receipt),
  }),
  at: ({ works }) => ({ unit: works.unit }),
  decide({ works, spentFen, entered }, { renovation: _id, ...paid }, { today }) {
    const closed = renovationMoves.refusal(works.state, 'space.record-spending');
    if (closed) return closed;
    if (paid.day > today) return refuse('spending-ahead');
    if (entered) return refuse('works-invoice-entered', { receipt: paid.receipt }, { status: 409 });
    const sum = spentFen + paid.amountFen;
    if (sum > works.budgetFen)
      return refuse('over-budget', { sumYuan: yuan(sum), budgetYuan: yuan(works.budgetFen) }, { status: 409 });
    const { unit, kind } = works;
    const { amountFen, day } = paid;
    const facets = { ...placeOfWorks(works), cost: [{ amountFen, unit, day, item: 'repair' }] };
    return [SpendingRecorded.of({ object: renovationOf(works), unit, body: { ...paid, kind }, facets })];
  },
});
