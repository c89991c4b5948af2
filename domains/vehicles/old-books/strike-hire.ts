import { refuse, verb } from '@opengoa/kernel';
import { lockBookedHire, struckHire } from './book-hire.ts';
import { HireStruck, StrikeHire } from './contract.ts';

/** 撤销补登租车: booked by mistake; it stays with the reason and counts no more. */
export const strikeHire = verb('vehicles.strike-hire', {
  title: { zh: '撤销补登', en: 'Strike what was booked' },
  input: StrikeHire,
  who: ['fleet-clerk'],
  on: 'vehicles.hire',
  facts: [HireStruck],
  refusals: ['went-its-way-here'],
  load: (tx, { hire }) => lockBookedHire(tx, hire),
  at: ({ unit }) => ({ unit }),
  decide(booked, { why }) {
    if (!booked.booked || booked.state !== 'settled')
      return refuse('went-its-way-here', { what: `向${booked.supplier}租车` }, { status: 409 });
    return [struckHire(booked, why)];
  },
});
