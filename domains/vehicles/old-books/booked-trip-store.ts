import { type Context, type FactDraft, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { type BookedBody, TripBooked, TripStruck } from './trip-contract.ts';

type Booked = FactDraft<BookedBody>;

const mayBeUntold = ['startsAt', 'endsAt', 'distanceKm', 'crossCity', 'fuelFen', 'tollFen', 'parkingFen'] as const;

/**
 * Rows of many booked trips in one statement: the trip, the time of vehicle and driver, the readings of the odometer, and the vehicle's last one if
 * none is later. Costs are settled where the register tells of any.
 */
function keepBooked(tx: Tx, facts: readonly Booked[], { actor, now }: Context) {
  const rows = facts.map(({ object, unit, body }) => ({
    ...body,
    id: object.id,
    unit,
    startsAt: body.startsAt ?? body.departedAt,
    endsAt: body.endsAt ?? body.returnedAt,
    distanceKm: body.distanceKm ?? Math.max(1, body.drivenKm),
    crossCity: body.crossCity ?? false,
    untold: [...mayBeUntold.filter((name) => body[name] === null), ...(body.kmFromOdometer ? ['drivenKm'] : [])],
    settled: body.fuelFen !== null || body.tollFen !== null || body.parkingFen !== null,
    search: searchPieces(
      body.number,
      body.purpose,
      body.fromPlace,
      body.toPlace,
      body.askerName,
      body.plate,
      body.driverName,
      body.paper,
    ),
  }));
  return tx.run(sql`
    with x as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (
        id uuid, unit uuid, asker uuid, "askerName" text, number text, purpose text, use text, "fromPlace" text, "toPlace" text, "startsAt" timestamptz,
        "endsAt" timestamptz, people int, "distanceKm" int, "crossCity" boolean, vehicle uuid, plate text, driver uuid, "driverPerson" uuid,
        "driverName" text, "departedAt" timestamptz, "odometerOutKm" int, "returnedAt" timestamptz, "odometerInKm" int, "drivenKm" int, why text,
        "fuelFen" int, "tollFen" int, "parkingFen" int, settled boolean, stars int, duty text, source text, paper text, approval text,
        "approvedName" text, "approvedAt" timestamptz, untold text[], search text[])),
    kept as (
      insert into vehicles.trip (
        id, unit_id, asker_id, asker_name, number, state, purpose, use, from_place, to_place, starts_at, ends_at, people, distance_km, cross_city,
        requested_at, approved_at, vehicle_id, plate, driver_id, driver_person_id, driver_name, departed_at, odometer_out_km, returned_at, odometer_in_km,
        driven_km, why, fuel_fen, toll_fen, parking_fen, settled_at, stars, duty, search, booked_at, booked_name, source, paper, approval, approved_name, untold)
      select id, unit, asker, "askerName", number, 'settled', purpose, use, "fromPlace", "toPlace", "startsAt", "endsAt", people, "distanceKm", "crossCity",
             least("startsAt", "departedAt"), "approvedAt", vehicle, plate, driver, "driverPerson", "driverName", "departedAt", "odometerOutKm",
             "returnedAt", "odometerInKm", "drivenKm", why, case when settled then coalesce("fuelFen", 0) end,
             case when settled then coalesce("tollFen", 0) end, case when settled then coalesce("parkingFen", 0) end,
             case when settled then ${now}::timestamptz end, stars, duty, search, ${now}, ${actor.name}, source, paper, approval, "approvedName", untold
        from x),
    taken as (
      insert into vehicles.booking (id, thing_id, trip_id, starts_at, ends_at)
      select gen_random_uuid(), thing, id, "departedAt", "returnedAt" from x cross join unnest(array[vehicle, driver]) thing where thing is not null),
    read as (
      insert into vehicles.odometer (id, unit_id, vehicle_id, at, km, source, trip_id)
      select gen_random_uuid(), v.unit_id, x.vehicle, r.at, r.km, r.source, x.id
        from x join vehicles.vehicle v on v.id = x.vehicle
        cross join lateral (values (x."departedAt", x."odometerOutKm", 'departed'), (x."returnedAt", x."odometerInKm", 'returned')) r (at, km, source)
       where r.km is not null)
    update vehicles.vehicle v set odometer_km = l.km
      from (select distinct on (vehicle) vehicle, "returnedAt" as at, "odometerInKm" as km from x where "odometerInKm" is not null
             order by vehicle, "returnedAt" desc) l
     where v.id = l.vehicle and not exists (
       select 1 from vehicles.odometer o where (o.node_id, o.vehicle_id) = (v.node_id, v.id) and o.at > l.at)`);
}

export const bookedTripSaves = [
  saves(TripBooked, (tx, fact, context) => keepBooked(tx, [fact], context), keepBooked),
  // One statement, so that what is booked in its place right behind it finds its time free.
  saves(TripStruck, (tx, { object, body }) =>
    tx.run(sql`
      with struck as (
        update vehicles.trip
           set state = 'cancelled', why = ${body.why}, departed_at = null, returned_at = null, odometer_out_km = null, odometer_in_km = null,
               driven_km = null, fuel_fen = null, toll_fen = null, parking_fen = null, settled_at = null, version = version + 1
         where id = ${object.id}),
      freed as (delete from vehicles.booking where trip_id = ${object.id}),
      untracked as (delete from vehicles.track_trip where trip_id = ${object.id}),
      unread as (delete from vehicles.odometer where trip_id = ${object.id})
      update vehicles.vehicle v set odometer_km = coalesce(
        (select km from vehicles.odometer o
          where (o.node_id, o.vehicle_id) = (v.node_id, v.id) and o.trip_id is distinct from ${object.id}::uuid order by at desc, id desc limit 1), odometer_km)
       where id = ${body.vehicle}`),
  ),
];
