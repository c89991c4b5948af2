import { refuse, verb } from '@opengoa/kernel';
import { HomeRentStruck, StrikeHomeRent } from './contract.ts';
import { stayOf } from './stay.ts';
import { findHomeRent } from './stay-store.ts';

/** 冲销租金: what was entered wrongly stays in the ledger, and counts no more. */
export const strikeHomeRent = verb('space.strike-home-rent', {
  title: { zh: '冲销', en: 'Strike' },
  input: StrikeHomeRent,
  who: ['space-clerk'],
  facts: [HomeRentStruck],
  refusals: ['rent-struck-already'],
  load: async (tx, { rent: id }) => ({ rent: await findHomeRent(tx, id) }),
  at: ({ rent }) => ({ unit: rent.unit }),
  decide({ rent }, { why }) {
    if (rent.struck !== null) return refuse('rent-struck-already', {}, { status: 409 });
    const body = { rent: rent.id, amountFen: rent.amountFen, why };
    return [HomeRentStruck.of({ object: stayOf({ id: rent.stay }), unit: rent.unit, body })];
  },
});
