import { type Id, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { loadPast } from './load-past.ts';
import { bookedFact, unfitPast, unfitTogether } from './past-trip.ts';
import { struckTrip } from './strike-trip.ts';
import { BookTrips, TripBooked, TripStruck } from './trip-contract.ts';

/**
 * 补录历史行程: trips that were made before they were kept here, as a register tells of them, many in one act: all of them or none. Each is a fact of
 * its own and afterwards a trip like any other that says where it comes from. What the register says of the approval is kept as it is, also that
 * there was none: judging it is left to the rules of risk. It is no way around approval: from a vehicle's first trip here on it takes none.
 */
export const bookTrips = verb('vehicles.book-trips', {
  title: { zh: '补录历史行程', en: 'Book past trips' },
  about: {
    zh: '上线前的出车台账，一次至多 500 次行程；也可用表格导入',
    en: 'The register of trips before this program, up to 500 at once; a sheet takes it too',
  },
  input: BookTrips,
  who: ['dispatcher'],
  facts: [TripBooked, TripStruck],
  refusals: [
    'plate-not-in-ledger',
    'went-its-way-here',
    'returned-before-departure',
    'time-not-yet',
    'trip-ends-before-it-begins',
    'approval-contradicts',
    'kept-here-since',
    'past-trips-overlap',
    'past-driver-overlap',
    'distance-not-told',
    'odometer-goes-back',
    'odometer-beyond-next',
    'farther-than-possible',
  ],
  result: z.strictObject({ trips: z.array(z.strictObject({ trip: z.uuid(), number: z.string() })) }),
  load: async (tx, input) => (await loadPast(tx, [input]))[0]!,
  loadMany: (tx, inputs) => loadPast(tx, inputs),
  at(known, { trips }) {
    const units = trips.flatMap(({ unit }, n): (Id | undefined)[] => {
      const { vehicle, driver, old } = known[n]!;
      return [unit, vehicle?.unit, driver?.unit, old?.unit];
    });
    return [...new Set(units)].flatMap((unit) => (unit === undefined ? [] : [{ unit }]));
  },
  decide(known, { source, trips }, context) {
    for (const [n, trip] of trips.entries()) {
      const wrong = unfitPast(trip, known[n]!, context);
      if (wrong) return wrong;
    }
    const apart = unfitTogether(trips, known);
    if (apart) return apart;
    const booked = trips.map((trip, n) => bookedFact(trip, known[n]!, source));
    // What is corrected gives its time and its readings up before anything takes them.
    const struck = known.flatMap(({ old }) => (old ? [struckTrip(old, '更正')] : []));
    return {
      facts: [...struck, ...booked],
      result: { trips: booked.map(({ object, body }) => ({ trip: object.id, number: body.number })) },
    };
  },
});
