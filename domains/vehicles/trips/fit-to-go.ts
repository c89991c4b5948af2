import { type Context, refuse, type Refusal } from '@opengoa/kernel';
import { type Driver, mayDrive, passengerSeats, type Vehicle } from '../fleet/vehicle.ts';
import { bodies, driverStates, licences, vehicleStates } from '../words.zh.ts';
import { dutyKinds } from '../roster/words.zh.ts';
import type { Away } from './free-fleet.ts';
import { goTogether, mayShare } from '../plan/rides.ts';
import type { Booking } from './trip-store.ts';
import { localTime, type Trip } from './trip.ts';

/** Why a vehicle or a driver cannot go on a trip; the board and the act ask the same questions in the same order. */

const instead = { possible: ['vehicles.proposals'] };

/**
 * @param serves whether its pool serves the trip's unit
 * @param free plates of others that could go
 */
export function vehicleRefusal(
  { plan: { people } }: { readonly plan: Pick<Trip['plan'], 'people'> },
  vehicle: Vehicle,
  serves: boolean,
  free: readonly string[],
): Refusal | undefined {
  const { plate, state, seats } = vehicle;
  if (!serves) return refuse('vehicle-serves-others', { plate, free }, instead);
  if (state !== 'in-use') return refuse('vehicle-not-in-use', { plate, state: vehicleStates[state], free }, instead);
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

export function driverRefusal(
  { plan }: Trip,
  { body }: Vehicle,
  { name: driver, state, licence, licenceValidTo }: Driver,
): Refusal | undefined {
  if (state !== 'active') return refuse('driver-not-active', { driver, state: driverStates[state] }, instead);
  if (licenceValidTo < localTime(new Date(plan.endsAt)).slice(0, 10))
    return refuse('licence-expired', { driver, validTo: licenceValidTo }, instead);
  if (!mayDrive(licence, body))
    return refuse('licence-not-fitting', { driver, licence: licences[licence], body: bodies[body] }, instead);
  return undefined;
}

/** The roster has the driver resting, on leave or in training at that time. */
export function awayRefusal(
  { name: driver }: Driver,
  [away]: readonly Away[],
  free: readonly string[],
): Refusal | undefined {
  if (!away) return undefined;
  const at = `${localTime(away.startsAt)}—${localTime(away.endsAt)}`;
  return refuse('driver-away', { driver, at, kind: dutyKinds[away.kind], free }, { status: 409, ...instead });
}

/** Taken at those hours: says when, and who is free. */
export function takenRefusal(
  code: 'vehicle-already-booked' | 'driver-already-booked',
  who: Readonly<Record<string, string>>,
  { id }: { id: string },
  booked: readonly Booking[],
  free: readonly string[],
): Refusal | undefined {
  const times = booked
    .filter(({ thing }) => thing === id)
    .map(({ startsAt, endsAt }) => `${localTime(startsAt)}—${localTime(endsAt)}`);
  return times.length > 0 ? refuse(code, { ...who, booked: times, free }, { status: 409, ...instead }) : undefined;
}

/** Why a trip may not share the ride of those. Seats are asked with all of them together. */
export function sharedRefusal(
  trip: Trip,
  vehicle: Vehicle,
  driver: Driver,
  shared: readonly Trip[],
  { standards, today, organisation }: Context,
): Refusal | undefined {
  const same = shared.every(
    (other) => other.state === 'dispatched' && other.vehicle === vehicle.id && other.driver === driver.id,
  );
  if (shared.length === 0 || !same)
    return refuse('not-one-ride', { plate: vehicle.plate, driver: driver.name }, { status: 409 });
  const all = [trip, ...shared];
  if (!all.every(({ plan }) => mayShare(plan.use))) return refuse('may-not-share', {}, instead);
  const elsewhere = shared.find(({ plan }) => plan.to !== trip.plan.to);
  if (elsewhere) return refuse('not-one-way', { to: trip.plan.to, other: elsewhere.plan.to }, instead);
  const minutes = standards.numberOn('vehicles.dispatch-plan', today, organisation.place(trip.unit), {
    item: 'shared-apart',
  });
  const minute = (at: string) => Date.parse(at) / 60_000;
  const times = all.map(({ plan }) => ({ at: [minute(plan.startsAt), minute(plan.endsAt)] as const, people: 0 }));
  return goTogether(times, minutes, 0) ? undefined : refuse('too-far-apart', { minutes }, instead);
}
