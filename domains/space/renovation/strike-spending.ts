import { refuse, verb } from '@opengoa/kernel';
import { SpendingStruck, StrikeSpending } from './contract.ts';
import { placeOfWorks, renovationOf } from './renovation.ts';
import { findRenovation, lockSpending } from './renovation-store.ts';

/** 冲销支出: what was entered wrongly stays in the ledger, and counts no more. */
export const strikeSpending = verb('space.strike-spending', {
  title: { zh: '冲销', en: 'Strike' },
  input: StrikeSpending,
  who: ['space-clerk'],
  facts: [SpendingStruck],
  refusals: ['spending-struck'],
  async load(tx, { spending: id }) {
    const spending = await lockSpending(tx, id);
    return { spending, works: await findRenovation(tx, spending.works) };
  },
  at: ({ spending }) => ({ unit: spending.unit }),
  decide({ spending, works }, { why }) {
    if (spending.struck !== null) return refuse('spending-struck', {}, { status: 409 });
    const { unit } = works;
    const { amountFen, day } = spending;
    const facets = { ...placeOfWorks(works), cost: [{ amountFen: -amountFen, unit, day, item: 'repair' }] };
    const body = { spending: spending.id, amountFen, why };
    return [SpendingStruck.of({ object: renovationOf(works), unit, body, facets })];
  },
});
