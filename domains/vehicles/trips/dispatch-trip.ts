import { type Context, inScope, type Refusal, sql, type Tx, verb } from '@opengoa/kernel';
import { DispatchTrip, TripDispatched } from '../contract.ts';
import { lockDriver, lockVehicle } from '../fleet/vehicle-store.ts';
import { type Driver, mayDrive, servesUnit, type Vehicle } from '../fleet/vehicle.ts';
import { awayRefusal, driverRefusal, sharedRefusal, takenRefusal, vehicleRefusal } from './fit-to-go.ts';
import { type Away, awayAcross, freeDrivers, freeVehicles } from './free-fleet.ts';
import { sealedRefusal } from './holiday-sealing.ts';
import { type Booking, bookingsAcross, findRide, lockTrip, tripsWhere } from './trip-store.ts';
import { endTask, findOpenTask, taskToDrive } from './trip-task.ts';
import { type Trip, tripMoves, tripOf } from './trip.ts';

/**
 * 派车: a vehicle and a driver for an approved trip, or others for one that has not departed; also the ride of another trip that goes its way.
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
    'not-one-ride',
    'may-not-share',
    'not-one-way',
    'too-far-apart',
    'vehicle-serves-others',
    'vehicle-not-in-use',
    'sealed-on-holiday',
    'seats-not-registered',
    'too-few-seats',
    'driver-not-active',
    'licence-expired',
    'licence-not-fitting',
    'driver-away',
    'vehicle-already-booked',
    'driver-already-booked',
  ],
  async load(tx, input, context) {
    const mine = inScope(context, ['dispatcher']);
    const trip = await lockTrip(tx, input.trip);
    const vehicle = await lockVehicle(tx, input.vehicle);
    const driver = await lockDriver(tx, input.driver);
    const known = {
      trip,
      vehicle,
      driver,
      ...(await rideWith(tx, trip, input)),
      away: await awayAcross(tx, [driver.id], trip.plan.startsAt, trip.plan.endsAt),
      task: await findOpenTask(tx, trip.id),
    };
    // Who could go instead is told with a refusal, and looked for only then: it is a walk through the whole fleet.
    const fits = unfit(known, input, { vehicles: [], drivers: [] }, context) === undefined;
    return {
      ...known,
      otherVehicles: fits ? [] : await freeVehicles(tx, trip, context, mine),
      otherDrivers: fits ? [] : await freeDrivers(tx, trip, mine),
    };
  },
  at: ({ trip, vehicle, driver, shared }) => [trip, vehicle, driver, ...shared].map(({ unit }) => ({ unit })),
  decide(known, input, context) {
    const { trip, vehicle, driver, otherVehicles, otherDrivers, task } = known;
    const { duty, with: other } = input;
    const closed = tripMoves.refusal(trip.state, 'vehicles.dispatch-trip');
    if (closed) return closed;
    const free = {
      vehicles: otherVehicles.map(({ plate }) => plate),
      drivers: otherDrivers.filter(({ licence }) => mayDrive(licence, vehicle.body)).map(({ name }) => name),
    };
    const wrong = unfit(known, input, free, context);
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
          ...(other === undefined ? {} : { ridesWith: other }),
        },
      }),
      ...endTask(trip, task, trip.state === 'approved' ? 'done' : 'withdrawn', context),
      taskToDrive(trip, driver.person),
    ];
  },
});

interface Asked {
  readonly trip: Trip;
  readonly vehicle: Vehicle;
  readonly driver: Driver;
  readonly shared: readonly Trip[];
  readonly booked: readonly Booking[];
  readonly away: readonly Away[];
}

/** Why this vehicle or this driver cannot go, with who could instead. */
function unfit(
  { trip, vehicle, driver, shared, booked, away }: Asked,
  { duty, with: other }: DispatchTrip,
  free: { readonly vehicles: readonly string[]; readonly drivers: readonly string[] },
  context: Context,
): Refusal | undefined {
  const people = [trip, ...shared].reduce((sum, { plan }) => sum + plan.people, 0);
  return (
    (other === undefined ? undefined : sharedRefusal(trip, vehicle, driver, shared, context)) ??
    vehicleRefusal(
      { plan: { people } },
      vehicle,
      servesUnit(vehicle, trip.unit, context.organisation),
      free.vehicles,
    ) ??
    sealedRefusal(trip, vehicle, duty, context) ??
    driverRefusal(trip, vehicle, driver) ??
    awayRefusal(driver, away, free.drivers) ??
    takenRefusal('vehicle-already-booked', { plate: vehicle.plate }, vehicle, booked, free.vehicles) ??
    takenRefusal('driver-already-booked', { driver: driver.name }, driver, booked, free.drivers)
  );
}

/** The other trips of the ride it is to share, and what else has vehicle and driver in its time. Without a ride to share: what has them then. */
async function rideWith(tx: Tx, trip: Trip, { vehicle, driver, with: other }: DispatchTrip) {
  const { startsAt, endsAt } = trip.plan;
  const ride = other === undefined ? undefined : await findRide(tx, other);
  if (!ride) return { shared: [], booked: await bookingsAcross(tx, [vehicle, driver], startsAt, endsAt, trip.id) };
  const from = new Date(Math.min(ride.startsAt.getTime(), Date.parse(startsAt)));
  const to = new Date(Math.max(ride.endsAt.getTime(), Date.parse(endsAt)));
  const others = ride.trips.filter((id) => id !== trip.id);
  return {
    shared: await tripsWhere(tx, sql`id = any (${others}::uuid[]) order by id for update`),
    booked: (await bookingsAcross(tx, [vehicle, driver], from, to, trip.id)).filter((each) => each.trip !== ride.lead),
  };
}
