import { type Context, inScope, newId, read, sql, type Tx, type Words } from '@opengoa/kernel';
import { instantAt } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { driversWhere, vehiclesWhere } from '../fleet/vehicle-store.ts';
import { mayDrive, passengerSeats, servesUnit, type Vehicle } from '../fleet/vehicle.ts';
import { awayAcross } from '../trips/free-fleet.ts';
import { middleOf } from '../places/middle-of.ts';
import { homeOf, parkingOf, placeOf } from '../places/known-places.ts';
import { homesWhere, placesWhere } from '../places/place-store.ts';
import type { Shape } from '../positions/contract.ts';
import { sealedDays } from '../trips/holiday-sealing.ts';
import { bookingsAcross, type Booking, tripsWhere } from '../trips/trip-store.ts';
import type { Trip } from '../trips/trip.ts';
import { vehicleStates, whyNot } from '../words.zh.ts';
import { DayPlanAnswer } from './answers.ts';
import { meets, type DayPlan, type PlanLine, type PlanQuestion, type PlanRequest, type Stretch } from './day-plan.ts';
import { planDay } from './plan-day.ts';
import { fits, isFree } from './plan-model.ts';
import { rideOf } from './rides.ts';
import { solve } from '@opengoa/kernel/solve';

const who = ['dispatcher'] as const;
/** The search ends then, and says how far from the best it may be. */
const searchSeconds = 3;
/** So many others are offered for a line. */
const others = 8;

/** What was asked of a plan between the read's transaction and the search, which must not hold a connection. */
const questions = new Map<string, Asked>();
interface Asked extends PlanQuestion {
  readonly unitNames: ReadonlyMap<string, string>;
}

/** 当日派车方案: all trips of a day that wait, to vehicles and drivers at once; a proposal, taken line by line through dispatch-trip. */
export const dayPlan = read('vehicles.day-plan', {
  title: { zh: '当日派车方案', en: 'Proposal for the day' },
  query: z.strictObject({ day: z.iso.date() }),
  answer: DayPlanAnswer,
  who,
  async fetch(tx, { day }, context) {
    const plan = newId();
    questions.set(plan, await questionOf(tx, day, context));
    return { plan, day, ...nothingYet };
  },
  async afterwards(answer, _query, context) {
    const asked = questions.get(answer.plan);
    questions.delete(answer.plan);
    if (!asked) return answer;
    return { ...answer, ...told(asked, await planDay(asked, solve, searchSeconds), context.now) };
  },
});

const nothingYet = {
  madeAt: new Date(0).toISOString(),
  lines: [],
  unassigned: [],
  vehiclesUsed: 0,
  savedKm: 0,
  emptyKm: 0,
  emptyUnknown: 0,
  gap: null,
  cutShort: false,
  seconds: 0,
};

async function questionOf(tx: Tx, day: string, context: Context): Promise<Asked> {
  const { organisation, standards, today } = context;
  const mine = inScope(context, who);
  const [from, to] = [instantAt(day, 0), instantAt(day, 24 * 60)];
  const vehicles = await vehiclesWhere(tx, sql`state <> 'retired' and ${mine}`);
  const drivers = await driversWhere(tx, sql`state = 'active' and ${mine}`);
  const trips = await tripsWhere(
    tx,
    sql`state = 'approved' and ${mine} and starts_at >= ${from} and starts_at < ${to} order by starts_at, id limit 300`,
  );
  const last = new Date(Math.max(to.getTime(), ...trips.map(({ plan }) => Date.parse(plan.endsAt))));
  const bookings = Map.groupBy(
    await bookingsAcross(
      tx,
      [...vehicles, ...drivers].map(({ id }) => id),
      from,
      last,
    ),
    ({ thing }) => thing,
  );
  const absent = Map.groupBy(
    await awayAcross(
      tx,
      drivers.map(({ id }) => id),
      from,
      last,
    ),
    ({ driver }) => driver,
  );
  const taken = (id: string) => (bookings.get(id) ?? []).map(stretchOf);
  const rule = (item: string) => standards.numberOn('vehicles.dispatch-plan', today, [], { item });
  const known = new Map(vehicles.map((vehicle) => [vehicle.id, vehicle]));
  const places = await placesWhere(tx, mine);
  const homes = await homesWhere(tx, mine);
  // An office that drew where its vehicles are kept need not say it again.
  const yards = [
    ...places.filter(({ kind }) => kind === 'parking'),
    ...(
      await tx.rows<{ unit: string; shape: Shape }>(
        sql`select unit_id as unit, shape from vehicles.fence where state = 'drawn' and use = 'custody' and ${mine} order by name, id limit 2000`,
      )
    )
      .filter(({ unit }) => !places.some((place) => place.kind === 'parking' && place.unit === unit))
      .map(({ unit, shape }) => ({ unit, ...middleOf(shape) })),
  ];
  const out = Map.groupBy(
    await tripsWhere(
      tx,
      sql`vehicle_id = any (${vehicles.map(({ id }) => id)}::uuid[]) and state in ('dispatched', 'departed') and ${mine}
          and starts_at < ${to} and ends_at > ${from} limit 2000`,
    ),
    ({ vehicle }) => vehicle,
  );
  const startOf = ({ unit, plan }: Trip) => placeOf(plan.from, unit, places, organisation);
  return {
    requests: trips.map((trip) => requestOf(trip, startOf(trip))),
    vehicles: vehicles.map((vehicle) => ({
      id: vehicle.id,
      plate: vehicle.plate,
      model: `${vehicle.make} ${vehicle.model}`,
      unit: vehicle.unit,
      serves: vehicle.serves,
      seats: passengerSeats(vehicle),
      category: vehicle.category,
      body: vehicle.body,
      odometerKm: vehicle.odometerKm,
      idle: idleOn(day, vehicle, context),
      taken: taken(vehicle.id),
      parking: homeOf(homes.get(vehicle.id)) ?? parkingOf(vehicle.unit, yards, organisation),
      stands: (out.get(vehicle.id) ?? []).map((trip) => ({ at: timesOf(trip), start: startOf(trip) })),
    })),
    drivers: drivers.map(({ id, name, licence, licenceValidTo }) => ({
      id,
      name,
      licence,
      licenceUntil: instantAt(licenceValidTo, 24 * 60).getTime() / 60_000,
      away: (absent.get(id) ?? []).map(stretchOf),
      taken: taken(id),
    })),
    rules: {
      pauseMinutes: rule('pause'),
      driverHours: rule('driver-day'),
      sharedApartMinutes: rule('shared-apart'),
      roadOverLine: rule('road-over-line'),
    },
    serves: ({ id }, unit) => servesUnit(known.get(id)!, unit, organisation),
    unitNames: new Map(trips.map(({ unit }) => [unit, organisation.unit(unit)?.name ?? ''])),
  };
}

const stretchOf = ({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>): Stretch => [
  startsAt.getTime() / 60_000,
  endsAt.getTime() / 60_000,
];

const timesOf = ({ plan }: Trip): Stretch => [Date.parse(plan.startsAt) / 60_000, Date.parse(plan.endsAt) / 60_000];

function requestOf(trip: Trip, start: PlanRequest['start']): PlanRequest {
  const { id, number, unit, plan } = trip;
  const { people, from, to, use, distanceKm } = plan;
  return { id, number, unit, people, from, to, start, use, at: timesOf(trip), distanceKm };
}

/** Why the vehicle stays where it is all that day. */
function idleOn(day: string, vehicle: Vehicle, context: Context): Words | null {
  if (vehicle.state !== 'in-use') return vehicleStates[vehicle.state];
  if (passengerSeats(vehicle) < 1) return whyNot['seats-not-registered']!;
  const plan = { startsAt: instantAt(day, 0).toISOString(), endsAt: instantAt(day, 24 * 60).toISOString() };
  return sealedDays({ unit: vehicle.unit, plan: plan as Trip['plan'] }, vehicle, context).length > 0
    ? whyNot['sealed-on-holiday']!
    : null;
}

const moment = (minute: number) => new Date(minute * 60_000).toISOString();

function told(asked: Asked, { lines, unassigned, ...plan }: DayPlan, now: Date): Omit<DayPlanAnswer, 'plan' | 'day'> {
  const tripOf = (request: PlanRequest) => ({
    trip: request.id,
    number: request.number,
    unitName: asked.unitNames.get(request.unit) ?? '',
    to: request.to,
    people: request.people,
    startsAt: moment(request.at[0]),
    endsAt: moment(request.at[1]),
  });
  return {
    ...plan,
    madeAt: now.toISOString(),
    lines: lines.map((line) => ({
      trips: line.trips.map(tripOf),
      vehicle: line.vehicle.id,
      plate: line.vehicle.plate,
      model: line.vehicle.model,
      seats: line.vehicle.seats,
      driver: line.driver.id,
      driverName: line.driver.name,
      startsAt: moment(line.at[0]),
      endsAt: moment(line.at[1]),
      empty: line.empty,
      reasons: [...line.reasons],
      ...insteadOf(line, lines, asked),
    })),
    unassigned: unassigned.map(({ request, why }) => ({ ...tripOf(request), why })),
  };
}

/** Vehicles and drivers that the plan leaves free in the time of a line. */
function insteadOf(line: PlanLine, lines: readonly PlanLine[], asked: Asked) {
  const ride = rideOf(line.trips);
  const busy = lines.filter((each) => each !== line && meets(each.at, line.at, asked.rules.pauseMinutes));
  const hours = (id: string) => lines.filter((each) => each !== line && each.driver.id === id).map(({ at }) => at);
  return {
    otherVehicles: asked.vehicles
      .filter(
        (each) => each !== line.vehicle && fits(ride, each, asked) && !busy.some(({ vehicle }) => vehicle === each),
      )
      .toSorted((a, b) => a.seats - b.seats)
      .slice(0, others)
      .map(({ id, plate, seats, model }) => ({ vehicle: id, plate, model, seats })),
    otherDrivers: asked.drivers
      .filter(
        (each) =>
          each !== line.driver &&
          mayDrive(each.licence, line.vehicle.body) &&
          isFree(each, line.at, asked.rules.driverHours, hours(each.id)),
      )
      .slice(0, others)
      .map(({ id, name }) => ({ driver: id, name })),
  };
}
