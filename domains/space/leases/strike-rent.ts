import { refuse, verb } from '@opengoa/kernel';
import { RentStruck, StrikeRent } from './contract.ts';
import { leaseOf } from './lease.ts';
import { findLease, findRent } from './lease-store.ts';

/** 冲销租金: what was entered wrongly stays in the ledger, and counts no more. */
export const strikeRent = verb('space.strike-rent', {
  title: { zh: '冲销', en: 'Strike' },
  input: StrikeRent,
  who: ['space-clerk'],
  facts: [RentStruck],
  refusals: ['rent-struck-already'],
  async load(tx, { rent: id }) {
    const rent = await findRent(tx, id);
    return { rent, lease: await findLease(tx, rent.lease) };
  },
  at: ({ rent }) => ({ unit: rent.unit }),
  decide({ rent, lease }, { why }) {
    if (rent.struck !== null) return refuse('rent-struck-already', {}, { status: 409 });
    const { unit } = lease;
    const back = [{ amountFen: -rent.amountFen, unit, day: rent.day, item: 'rent' }];
    const facets = lease.kind === 'rented-in' ? { cost: back } : {};
    return [
      RentStruck.of({ object: leaseOf(lease), unit, body: { rent: rent.id, amountFen: rent.amountFen, why }, facets }),
    ];
  },
});
