import { type Cost, refuse, verb } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { tripOf } from '../trips/trip.ts';
import { lockOldTrip } from './load-past.ts';
import type { OldTrip } from './past-trip.ts';
import { StrikeTrip, TripStruck } from './trip-contract.ts';

/** What a struck trip had cost is taken off what its unit bore. */
export function struckTrip(old: OldTrip, why: string) {
  const { unit, fuelFen, tollFen, parkingFen, returnedAt } = old;
  const cost = Object.entries({ fuel: fuelFen, toll: tollFen, parking: parkingFen }).flatMap(
    ([item, amountFen]): Cost[] =>
      amountFen && returnedAt ? [{ item, amountFen: -amountFen, unit, day: dayOf(returnedAt) }] : [],
  );
  return TripStruck.of({
    object: tripOf(old),
    unit,
    body: { vehicle: old.vehicle ?? '', why },
    facets: cost.length > 0 ? { cost } : {},
  });
}

/** 撤销补录行程: booked by mistake; it stays with the reason and counts no more, and its time is free again. */
export const strikeTrip = verb('vehicles.strike-trip', {
  title: { zh: '撤销补录', en: 'Strike what was booked' },
  input: StrikeTrip,
  who: ['dispatcher'],
  on: 'vehicles.trip',
  facts: [TripStruck],
  refusals: ['went-its-way-here'],
  load: (tx, { trip }) => lockOldTrip(tx, trip),
  at: ({ unit }) => ({ unit }),
  decide(old, { why }) {
    if (!old.booked || old.state !== 'settled')
      return refuse('went-its-way-here', { what: `${old.number} ` }, { status: 409 });
    return [struckTrip(old, why)];
  },
});
