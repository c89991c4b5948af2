import { type FactDraft, type Id, leaveMessages, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import {
  TripApproved,
  TripCancelled,
  TripDeparted,
  TripDispatched,
  type TripPlan,
  TripRated,
  TripRefused,
  TripRequested,
  TripReturned,
  TripRevised,
  TripSentBack,
  TripSettled,
  type TripState,
  TripWithdrawn,
} from '../contract.ts';
import { takeReading } from '../fleet/vehicle-store.ts';
import type { Trip } from './trip.ts';

/** An instant in a plan is ISO in UTC, however the driver of the database hands it over. */
export const instant = (column: Sql) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const tripColumns = sql`
  id, unit_id as unit, asker_id as asker, asker_name as "askerName", number, state, requested_at as "requestedAt",
  vehicle_id as vehicle, plate, driver_id as driver, driver_person_id as "driverPerson", driver_name as "driverName", rides_with as "ridesWith",
  departed_at as "departedAt", odometer_out_km as "odometerOutKm", returned_at as "returnedAt", stars, booked_at is not null as booked, version,
  jsonb_strip_nulls(jsonb_build_object(
    'purpose', purpose, 'use', use, 'from', from_place, 'to', to_place, 'startsAt', ${instant(sql`starts_at`)}, 'endsAt', ${instant(sql`ends_at`)},
    'people', people, 'distanceKm', distance_km, 'crossCity', cross_city, 'note', note)) as plan`;

export const findTrip = (tx: Tx, id: Id) =>
  tx.one<Trip>(sql`select ${tripColumns} from vehicles.trip where id = ${id}`);
/** Locked first, before its vehicle and its driver, by every act: so two acts wait and never block each other for good. */
export const lockTrip = (tx: Tx, id: Id) =>
  tx.one<Trip>(sql`select ${tripColumns} from vehicles.trip where id = ${id} for update`);
export const tripsWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Trip>(sql`select ${tripColumns} from vehicles.trip where ${condition}`);

/** The next number of the year, taken under its row's lock: two people at once wait, and a refused request gives it back. */
export const nextNumber = (tx: Tx, year: number): Promise<number> => takeNumbers(tx, 'TR', year, 1);

/**
 * Takes so many numbers of a year at once: of requests (TR) or of trips that were booked (BL).
 * @returns the last of them
 */
export async function takeNumbers(tx: Tx, series: 'TR' | 'BL', year: number, count: number): Promise<number> {
  const { last } = await tx.one<{ last: number }>(sql`
    insert into vehicles.trip_number as n (series, year, last) values (${series}, ${year}, ${count})
    on conflict (node_id, year, series) do update set last = n.last + excluded.last returning last`);
  return last;
}

export interface Booking {
  readonly thing: Id;
  readonly trip: Id;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Further trips on the same ride. */
  readonly riders: readonly Id[];
}

/** Bookings of these things that overlap the time, those that only this trip holds left out. */
export const bookingsAcross = (
  tx: Tx,
  things: readonly Id[],
  startsAt: string | Date,
  endsAt: string | Date,
  except: Id | null = null,
) =>
  tx.rows<Booking>(sql`
    select thing_id as thing, trip_id as trip, starts_at as "startsAt", ends_at as "endsAt", riders from vehicles.booking
     where thing_id = any (${[...things]}::uuid[]) and starts_at < ${endsAt} and ends_at > ${startsAt}
       and (trip_id is distinct from ${except}::uuid or riders <> '{}')
     order by starts_at`);

/**
 * The condition that a booking carries this trip, alone or among others. All trips of a ride have its vehicle and its driver, so only their bookings
 * are looked at: who rides along is in no index that row-level security would use, and the whole book would be walked through.
 */
const carries = (trip: Id) =>
  sql`(thing_id in (select unnest(array[t.vehicle_id, t.driver_id]) from vehicles.trip t where t.id = ${trip}) and (trip_id = ${trip} or ${trip}::uuid = any (riders)))`;

/** The ride a dispatched trip is on: whose booking it is, all trips on it, and its time. */
export const findRide = (tx: Tx, trip: Id) =>
  tx.maybe<{ lead: Id; trips: Id[]; startsAt: Date; endsAt: Date }>(sql`
    select trip_id as lead, array_prepend(trip_id, riders) as trips, starts_at as "startsAt", ends_at as "endsAt" from vehicles.booking
     where ${carries(trip)} limit 1`);

/** The other trips on the ride, locked: they go and come back with it. */
export async function lockRiders(tx: Tx, trip: Id): Promise<Trip[]> {
  const ride = await findRide(tx, trip);
  if (!ride || ride.trips.length < 2) return [];
  return tx.rows<Trip>(
    sql`select ${tripColumns} from vehicles.trip where id = any (${ride.trips}::uuid[]) and id <> ${trip} order by id for update`,
  );
}

const planColumns = (plan: TripPlan) => sql`
  purpose = ${plan.purpose}, use = ${plan.use}, from_place = ${plan.from}, to_place = ${plan.to}, starts_at = ${plan.startsAt}, ends_at = ${plan.endsAt},
  people = ${plan.people}, distance_km = ${plan.distanceKm}, cross_city = ${plan.crossCity}, note = ${plan.note ?? null}`;

const move = (tx: Tx, { object }: Pick<FactDraft, 'object'>, state: TripState, more: Sql = sql`why = why`) =>
  tx.run(sql`update vehicles.trip set state = ${state}, ${more}, version = version + 1 where id = ${object.id}`);

/** Gives the trip's booking up; where others ride along, it is theirs from now on. */
async function freeBookings(tx: Tx, trip: Id): Promise<void> {
  await tx.run(
    sql`update vehicles.booking set riders = array_remove(riders, ${trip}::uuid) where ${carries(trip)} and ${trip}::uuid = any (riders)`,
  );
  await tx.run(
    sql`update vehicles.booking set trip_id = riders[1], riders = riders[2:] where trip_id = ${trip} and riders <> '{}'`,
  );
  await tx.run(sql`delete from vehicles.booking where trip_id = ${trip}`);
}

/** A request that a colleague filled in is no surprise to whose it is. */
const tellWhose = (tx: Tx, person: Id, trip: Id, { by, number, at }: { by: string; number: string; at: Date }) =>
  leaveMessages(
    tx,
    [
      {
        person,
        title: { zh: `${by}为您代填了用车申请 ${number}`, en: `${by} filled in the trip request ${number} for you` },
      },
    ],
    `/vehicles/trips/${trip}`,
    trip,
    at,
  );

/** How each fact of a trip becomes rows. */
export const tripSaves = [
  saves(TripRequested, async (tx, { object, unit, body }, { actor, now }) => {
    const asker = body.asker ?? { person: actor.person, name: actor.name };
    await tx.run(sql`
      insert into vehicles.trip (id, unit_id, asker_id, asker_name, number, state, purpose, use, from_place, to_place, starts_at, ends_at, people,
                                 distance_km, cross_city, note, requested_at, search)
      values (${object.id}, ${unit}, ${asker.person}, ${asker.name}, ${body.number}, 'requested', ${body.purpose}, ${body.use}, ${body.from}, ${body.to},
              ${body.startsAt}, ${body.endsAt}, ${body.people}, ${body.distanceKm}, ${body.crossCity}, ${body.note ?? null}, ${now},
              ${searchPieces(body.number, body.purpose, body.from, body.to, asker.name)})`);
    if (body.asker) await tellWhose(tx, body.asker.person, object.id, { by: actor.name, number: body.number, at: now });
  }),
  saves(TripRevised, (tx, fact) =>
    move(
      tx,
      fact,
      'requested',
      sql`${planColumns(fact.body)}, search = ${searchPieces(fact.body.purpose, fact.body.from, fact.body.to)} || search`,
    ),
  ),
  saves(TripApproved, (tx, fact, { now }) => move(tx, fact, 'approved', sql`approved_at = ${now}`)),
  saves(TripRefused, (tx, fact) => move(tx, fact, 'refused', sql`why = ${fact.body.opinion}`)),
  saves(TripSentBack, (tx, fact) => move(tx, fact, 'sent-back', sql`why = ${fact.body.opinion}`)),
  saves(TripWithdrawn, (tx, fact) => move(tx, fact, 'withdrawn', sql`why = ${fact.body.opinion}`)),
  saves(TripDispatched, async (tx, fact) => {
    const { vehicle, plate, driver, driverPerson, driverName, startsAt, endsAt, ridesWith, duty } = fact.body;
    await freeBookings(tx, fact.object.id);
    if (ridesWith !== undefined)
      await tx.run(sql`
        update vehicles.booking
           set riders = riders || ${fact.object.id}::uuid, starts_at = least(starts_at, ${startsAt}), ends_at = greatest(ends_at, ${endsAt})
         where ${carries(ridesWith)}`);
    else
      await tx.run(sql`
      insert into vehicles.booking (id, thing_id, trip_id, starts_at, ends_at)
      select gen_random_uuid(), thing, ${fact.object.id}::uuid, ${startsAt}::timestamptz, ${endsAt}::timestamptz from unnest(${[vehicle, driver]}::uuid[]) thing`);
    await move(
      tx,
      fact,
      'dispatched',
      sql`vehicle_id = ${vehicle}, plate = ${plate}, driver_id = ${driver}, driver_person_id = ${driverPerson}, driver_name = ${driverName},
          rides_with = ${ridesWith ?? null}, duty = ${duty ?? null}, search = ${searchPieces(plate, driverName)} || search`,
    );
  }),
  saves(TripDeparted, async (tx, fact, { now }) => {
    const at = fact.happenedAt ?? now;
    const { vehicle, odometerKm, ridesWith } = fact.body;
    if (ridesWith === undefined) {
      await takeReading(tx, fact, vehicle, { at, km: odometerKm, source: 'departed' });
      await tx.run(sql`update vehicles.vehicle set out_on = ${fact.object.id} where id = ${vehicle}`);
    }
    await move(
      tx,
      fact,
      'departed',
      sql`departed_at = ${at}, odometer_out_km = ${odometerKm}, rides_with = ${ridesWith ?? null}`,
    );
    await attachFiles(tx, fact.object, fact.body.files ?? []);
  }),
  saves(TripReturned, async (tx, fact, { now }) => {
    const at = fact.happenedAt ?? now;
    const { vehicle, odometerKm, drivenKm, why, ridesWith } = fact.body;
    if (ridesWith === undefined) {
      // The vehicle first: a driver sees it only while the trip is in hand.
      await takeReading(tx, fact, vehicle, { at, km: odometerKm, source: 'returned' });
      await tx.run(sql`update vehicles.vehicle set out_on = null where id = ${vehicle}`);
    }
    await move(
      tx,
      fact,
      'returned',
      sql`returned_at = ${at}, odometer_in_km = ${odometerKm}, driven_km = ${drivenKm}, why = ${why ?? null}`,
    );
    await attachFiles(tx, fact.object, fact.body.files ?? []);
    // Back early: the rest of the time is free for others.
    const ride = carries(fact.object.id);
    await tx.run(sql`delete from vehicles.booking where ${ride} and starts_at >= ${at}`);
    await tx.run(sql`update vehicles.booking set ends_at = ${at} where ${ride} and ends_at > ${at}`);
  }),
  saves(TripSettled, (tx, fact, { now }) =>
    move(
      tx,
      fact,
      'settled',
      sql`fuel_fen = ${fact.body.fuelFen}, toll_fen = ${fact.body.tollFen}, parking_fen = ${fact.body.parkingFen}, settled_at = ${now}`,
    ),
  ),
  saves(TripRated, (tx, { object, body }) =>
    tx.run(
      sql`update vehicles.trip set stars = ${body.stars}, rating_words = ${body.words ?? null}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(TripCancelled, async (tx, fact) => {
    await freeBookings(tx, fact.object.id);
    await move(tx, fact, 'cancelled', sql`why = ${fact.body.why}`);
  }),
];
