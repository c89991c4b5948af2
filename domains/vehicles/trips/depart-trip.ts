import { notFound, refuse, verb } from '@opengoa/kernel';
import { DepartTrip, TripDeparted } from '../contract.ts';
import { odometerRefusal } from '../fleet/odometer.ts';
import { lockVehicleOf, odometerAround } from '../fleet/vehicle-store.ts';
import { lockRiders, lockTrip } from './trip-store.ts';
import { driverPlace, tripMoves, tripOf } from './trip.ts';

/** 出车: the driver reads the odometer and leaves; for one without a phone the dispatcher enters it. Who shares the ride leaves with it. */
export const departTrip = verb('vehicles.depart-trip', {
  title: { zh: '出车', en: 'Depart' },
  input: DepartTrip,
  who: ['self', 'dispatcher'],
  on: 'vehicles.trip',
  facts: [TripDeparted],
  refusals: ['not-now', 'time-not-yet', 'vehicle-still-out', 'odometer-goes-back', 'odometer-beyond-next'],
  async load(tx, input, { now }) {
    const trip = await lockTrip(tx, input.trip);
    const vehicle = await lockVehicleOf(tx, trip);
    const at = input.at === undefined ? now : new Date(input.at);
    return {
      trip,
      vehicle,
      at,
      riders: await lockRiders(tx, trip.id),
      around: vehicle ? await odometerAround(tx, vehicle.id, at) : { before: null, after: null },
    };
  },
  at: ({ trip, riders }) => [trip, ...riders].map(driverPlace),
  decide({ trip, vehicle, at, riders, around }, { odometerKm, files }, { now }) {
    const closed = tripMoves.refusal(trip.state, 'vehicles.depart-trip');
    if (closed) return closed;
    if (!vehicle) return notFound();
    if (at > now) return refuse('time-not-yet');
    if (vehicle.outOn !== null)
      return refuse(
        'vehicle-still-out',
        { plate: vehicle.plate },
        { status: 409, possible: ['vehicles.return-trip', 'vehicles.dispatch-trip'] },
      );
    const wrong = odometerRefusal(around, odometerKm);
    return (
      wrong ?? [
        TripDeparted.of({
          object: tripOf(trip),
          unit: trip.unit,
          body: { vehicle: vehicle.id, odometerKm, files },
          happenedAt: at,
        }),
        ...riders.map((rider) =>
          TripDeparted.of({
            object: tripOf(rider),
            unit: rider.unit,
            body: { vehicle: vehicle.id, odometerKm, ridesWith: trip.id },
            happenedAt: at,
          }),
        ),
      ]
    );
  },
});
