import { inScope, verb } from '@opengoa/kernel';
import { DispatchTrip, TripDispatched } from '../contract.ts';
import { lockDriver, lockVehicle } from '../fleet/vehicle-store.ts';
import { mayDrive, servesUnit } from '../fleet/vehicle.ts';
import { driverRefusal, takenRefusal, vehicleRefusal } from './fit-to-go.ts';
import { freeDrivers, freeVehicles } from './free-fleet.ts';
import { sealedRefusal } from './holiday-sealing.ts';
import { bookingsAcross, lockTrip } from './trip-store.ts';
import { endTask, findOpenTask, taskToDrive } from './trip-task.ts';
import { tripMoves, tripOf } from './trip.ts';

/**
 * 派车: a vehicle and a driver for an approved trip, or others for one that has not departed.
 * Both rows are locked before their bookings are read, so that of two dispatchers the second sees what the first decided.
 */
export const dispatchTrip = verb('vehicles.dispatch-trip', {
  title: { zh: '派车', en: 'Dispatch' },
  input: DispatchTrip,
  who: ['dispatcher'],
  on: 'vehicles.trip',
  facts: [TripDispatched],
  refusals: [
    'not-now',
    'vehicle-serves-others',
    'vehicle-not-in-use',
    'sealed-on-holiday',
    'seats-not-registered',
    'too-few-seats',
    'driver-not-active',
    'licence-expired',
    'licence-not-fitting',
    'vehicle-already-booked',
    'driver-already-booked',
  ],
  async load(tx, input, context) {
    const mine = inScope(context, ['dispatcher']);
    const trip = await lockTrip(tx, input.trip);
    const vehicle = await lockVehicle(tx, input.vehicle);
    const driver = await lockDriver(tx, input.driver);
    return {
      trip,
      vehicle,
      driver,
      booked: await bookingsAcross(tx, [vehicle.id, driver.id], trip.plan.startsAt, trip.plan.endsAt, trip.id),
      otherVehicles: await freeVehicles(tx, trip, context, mine),
      otherDrivers: await freeDrivers(tx, trip, mine),
      task: await findOpenTask(tx, trip.id),
    };
  },
  at: ({ trip, vehicle, driver }) => [{ unit: trip.unit }, { unit: vehicle.unit }, { unit: driver.unit }],
  decide({ trip, vehicle, driver, booked, otherVehicles, otherDrivers, task }, { duty }, context) {
    const closed = tripMoves.refusal(trip.state, 'vehicles.dispatch-trip');
    if (closed) return closed;
    const free = {
      vehicles: otherVehicles.map(({ plate }) => plate),
      drivers: otherDrivers.filter(({ licence }) => mayDrive(licence, vehicle.body)).map(({ name }) => name),
    };
    const wrong =
      vehicleRefusal(trip, vehicle, servesUnit(vehicle, trip.unit, context.organisation), free.vehicles) ??
      sealedRefusal(trip, vehicle, duty, context) ??
      driverRefusal(trip, vehicle, driver) ??
      takenRefusal('vehicle-already-booked', { plate: vehicle.plate }, vehicle, booked, free.vehicles) ??
      takenRefusal('driver-already-booked', { driver: driver.name }, driver, booked, free.drivers);
    if (wrong) return wrong;
    return [
      TripDispatched.of({
        object: tripOf(trip),
        unit: trip.unit,
        body: {
          vehicle: vehicle.id,
          plate: vehicle.plate,
          driver: driver.id,
          driverPerson: driver.person,
          driverName: driver.name,
          startsAt: trip.plan.startsAt,
          endsAt: trip.plan.endsAt,
          ...(duty === undefined ? {} : { duty }),
        },
      }),
      ...endTask(trip, task, trip.state === 'approved' ? 'done' : 'withdrawn', context),
      taskToDrive(trip, driver.person),
    ];
  },
});
