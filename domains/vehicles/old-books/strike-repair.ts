import { refuse, verb } from '@opengoa/kernel';
import { lockBooked, struckRepair } from './book-repair.ts';
import { RepairStruck, StrikeRepair } from './contract.ts';

/** 撤销补登维修: booked by mistake; it stays with the reason and counts no more. */
export const strikeRepair = verb('vehicles.strike-repair', {
  title: { zh: '撤销补登', en: 'Strike what was booked' },
  input: StrikeRepair,
  who: ['fleet-clerk'],
  on: 'vehicles.repair',
  facts: [RepairStruck],
  refusals: ['went-its-way-here'],
  load: (tx, { repair }) => lockBooked(tx, repair),
  at: ({ unit }) => ({ unit }),
  decide(booked, { why }) {
    if (booked.paper === null || booked.state !== 'paid')
      return refuse('went-its-way-here', { what: `${booked.plate} 的维修` }, { status: 409 });
    return [struckRepair(booked, why)];
  },
});
