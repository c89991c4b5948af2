import { refuse, verb } from '@opengoa/kernel';
import { RateTrip, TripRated } from '../contract.ts';
import { lockTrip } from './trip-store.ts';
import { askerPlace, tripMoves, tripOf } from './trip.ts';

/** 评价: the asker says how the service was, once. It is about the service; nobody is ranked by it. */
export const rateTrip = verb('vehicles.rate-trip', {
  title: { zh: '评价', en: 'Rate' },
  input: RateTrip,
  who: ['self'],
  on: 'vehicles.trip',
  facts: [TripRated],
  refusals: ['not-now', 'already-rated'],
  load: async (tx, input) => ({ trip: await lockTrip(tx, input.trip) }),
  at: ({ trip }) => askerPlace(trip),
  decide({ trip }, { trip: _id, ...rating }) {
    const closed = tripMoves.refusal(trip.state, 'vehicles.rate-trip');
    if (closed) return closed;
    if (trip.stars !== null) return refuse('already-rated', {}, { status: 409 });
    return [TripRated.of({ object: tripOf(trip), unit: trip.unit, body: rating })];
  },
});
