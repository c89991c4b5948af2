import { verb } from '@opengoa/kernel';
import { CancelTrip, TripCancelled } from '../contract.ts';
import { lockTrip } from './trip-store.ts';
import { endTask, findOpenTask } from './trip-task.ts';
import { askerPlace, tripMoves, tripOf } from './trip.ts';

/** 取消: an approved trip does not take place; vehicle and driver are free again. */
export const cancelTrip = verb('vehicles.cancel-trip', {
  title: { zh: '取消用车', en: 'Cancel' },
  input: CancelTrip,
  who: ['self', 'dispatcher'],
  on: 'vehicles.trip',
  facts: [TripCancelled],
  refusals: ['not-now'],
  async load(tx, input) {
    const trip = await lockTrip(tx, input.trip);
    return { trip, task: await findOpenTask(tx, trip.id) };
  },
  at: ({ trip }) => askerPlace(trip),
  decide({ trip, task }, { why }, context) {
    const closed = tripMoves.refusal(trip.state, 'vehicles.cancel-trip');
    if (closed) return closed;
    return [
      TripCancelled.of({ object: tripOf(trip), unit: trip.unit, body: { why } }),
      ...endTask(trip, task, 'withdrawn', context),
    ];
  },
});
