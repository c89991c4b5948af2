import { refuse, verb } from '@opengoa/kernel';
import { DispatchTrip, TripDispatched } from '../contract.ts';
import { type Driver, mayDrive, passengerSeats, servesUnit, type Vehicle } from '../fleet/vehicle.ts';
import { lockDriver, lockVehicle } from '../fleet/vehicle-store.ts';
import { bodies, driverStates, licences, vehicleStates } from '../words.zh.ts';
import { freeDrivers, freeVehicles } from './free-fleet.ts';
import { type Booking, bookingsAcross, lockTrip } from './trip-store.ts';
import { endTask, findOpenTask, taskToDrive } from './trip-task.ts';
import { localTime, type Trip, tripMoves, tripOf } from './trip.ts';

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
    'seats-not-registered',
    'too-few-seats',
    'driver-not-active',
    'licence-expired',
    'licence-not-fitting',
    'vehicle-already-booked',
    'driver-already-booked',
  ],
  async load(tx, input, context) {
    const trip = await lockTrip(tx, input.trip);
    const vehicle = await lockVehicle(tx, input.vehicle);
    const driver = await lockDriver(tx, input.driver);
    return {
      trip,
      vehicle,
      driver,
      booked: await bookingsAcross(tx, [vehicle.id, driver.id], trip.plan.startsAt, trip.plan.endsAt, trip.id),
      otherVehicles: await freeVehicles(tx, trip, context),
      otherDrivers: await freeDrivers(tx, trip),
      task: await findOpenTask(tx, trip.id),
    };
  },
  at: ({ trip, vehicle, driver }) => [{ unit: trip.unit }, { unit: vehicle.unit }, { unit: driver.unit }],
  decide({ trip, vehicle, driver, booked, otherVehicles, otherDrivers, task }, _input, context) {
    const closed = tripMoves.refusal(trip.state, 'vehicles.dispatch-trip');
    if (closed) return closed;
    const wrong =
      wrongVehicle(trip, vehicle, otherVehicles, servesUnit(vehicle, trip.unit, context.organisation)) ??
      wrongDriver(trip, vehicle, driver) ??
      taken(
        'vehicle-already-booked',
        { plate: vehicle.plate },
        vehicle,
        booked,
        otherVehicles.map(({ plate }) => plate),
      ) ??
      taken(
        'driver-already-booked',
        { driver: driver.name },
        driver,
        booked,
        otherDrivers.filter(({ licence }) => mayDrive(licence, vehicle.body)).map(({ name }) => name),
      );
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
        },
      }),
      ...endTask(trip, task, trip.state === 'approved' ? 'done' : 'withdrawn', context),
      taskToDrive(trip, driver.person),
    ];
  },
});

const instead = { possible: ['vehicles.proposals'] };

function wrongVehicle({ plan: { people } }: Trip, vehicle: Vehicle, others: readonly Vehicle[], serves: boolean) {
  const { plate, seats } = vehicle;
  const free = others.map((other) => other.plate);
  if (!serves) return refuse('vehicle-serves-others', { plate, free }, instead);
  if (vehicle.state !== 'in-use')
    return refuse('vehicle-not-in-use', { plate, state: vehicleStates[vehicle.state], free }, instead);
  if (seats === null)
    return refuse(
      'seats-not-registered',
      { plate, free },
      { possible: ['vehicles.change-vehicle', ...instead.possible] },
    );
  if (passengerSeats(vehicle) < people)
    return refuse('too-few-seats', { plate, seats: passengerSeats(vehicle), people, free }, instead);
  return undefined;
}

function wrongDriver({ plan }: Trip, { body }: Vehicle, { name: driver, state, licence, licenceValidTo }: Driver) {
  if (state !== 'active') return refuse('driver-not-active', { driver, state: driverStates[state] }, instead);
  if (licenceValidTo < localTime(new Date(plan.endsAt)).slice(0, 10))
    return refuse('licence-expired', { driver, validTo: licenceValidTo }, instead);
  if (!mayDrive(licence, body))
    return refuse('licence-not-fitting', { driver, licence: licences[licence], body: bodies[body] }, instead);
  return undefined;
}

function taken(
  code: string,
  who: Record<string, string>,
  { id }: { id: string },
  booked: readonly Booking[],
  free: readonly string[],
) {
  const times = booked
    .filter(({ thing }) => thing === id)
    .map(({ startsAt, endsAt }) => `${localTime(startsAt)}—${localTime(endsAt)}`);
  return times.length > 0 ? refuse(code, { ...who, booked: times, free }, { status: 409, ...instead }) : undefined;
}
