import { type Cost, notFound, verb } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { SettleTrip, TripSettled } from '../contract.ts';
import { lockTrip } from './trip-store.ts';
import { tripMoves, tripOf } from './trip.ts';

/** 结算: what was paid on the way, borne by the unit that asked, on the day of the return. */
export const settleTrip = verb('vehicles.settle-trip', {
  title: { zh: '结算', en: 'Settle' },
  input: SettleTrip,
  who: ['fleet-clerk'],
  on: 'vehicles.trip',
  facts: [TripSettled],
  refusals: ['not-now'],
  load: async (tx, input) => ({ trip: await lockTrip(tx, input.trip) }),
  at: ({ trip }) => ({ unit: trip.unit }),
  decide({ trip }, { fuelFen, tollFen, parkingFen }) {
    const closed = tripMoves.refusal(trip.state, 'vehicles.settle-trip');
    if (closed) return closed;
    const { vehicle, unit, returnedAt } = trip;
    if (vehicle === null || returnedAt === null) return notFound();
    const day = dayOf(returnedAt);
    const cost = Object.entries({ fuel: fuelFen, toll: tollFen, parking: parkingFen })
      .filter(([, amountFen]) => amountFen > 0)
      .map(([item, amountFen]): Cost => ({ item, amountFen, unit, day }));
    return [
      TripSettled.of({
        object: tripOf(trip),
        unit,
        body: { vehicle, fuelFen, tollFen, parkingFen, costFen: fuelFen + tollFen + parkingFen },
        facets: cost.length > 0 ? { cost } : {},
      }),
    ];
  },
});
