import { type Id, type Sql, sql, type Tx } from '@opengoa/kernel';
import { TripCancelled, TripDeparted, TripDispatched, TripReturned } from '../contract.ts';
import { TripBooked, TripStruck } from '../old-books/trip-contract.ts';
import { lastTold, toldBefore } from './told-before.ts';

const trip = sql`(t.node_id, t.id)`;
/** Nothing of these changes once a trip has left; a struck one keeps them. */
const planned = sql`
  t.node_id, t.id, t.unit_id, t.number, t.vehicle_id, t.plate, t.driver_id, t.use, t.duty, t.rides_with, t.approval, t.from_place, t.to_place,
  t.starts_at, t.ends_at, t.distance_km`;

/**
 * Trips that had left, as they were known before an instant: a leaving or a return that was entered later has not been told yet, and one brought in
 * from an old register and struck since still stands, as it was brought in. The table itself where no instant is given.
 */
export const tripsAsKnown = (knownBefore: Date | undefined): Sql =>
  knownBefore === undefined
    ? sql`vehicles.trip`
    : sql`(
      select ${planned}, t.departed_at, t.odometer_out_km, case when b.told then t.returned_at end as returned_at,
             case when b.told then t.odometer_in_km end as odometer_in_km, case when b.told then t.driven_km end as driven_km
        from vehicles.trip t
       cross join lateral (
         select case when t.booked_at is null then ${toldBefore(trip, [TripReturned], knownBefore)} else true end as told offset 0) b
       where t.departed_at is not null
         and case when t.booked_at is null then ${toldBefore(trip, [TripDeparted], knownBefore)} else t.booked_at < ${knownBefore} end
      union all
      select ${planned}, (f.body->>'departedAt')::timestamptz, (f.body->>'odometerOutKm')::int, (f.body->>'returnedAt')::timestamptz,
             (f.body->>'odometerInKm')::int, (f.body->>'drivenKm')::int
        from vehicles.trip t join kernel.fact f on (f.node_id, f.object_id) = ${trip} and f.type = ${TripBooked.name}
       where t.booked_at < ${knownBefore} and t.departed_at is null and not ${toldBefore(trip, [TripStruck], knownBefore)})`;

/** From when to when a vehicle was given to a trip. */
export interface Given {
  readonly vehicle: Id;
  readonly from: Date;
  readonly to: Date;
}

/**
 * Trips that before an instant were known to be dispatched, and neither to have left nor to be given up: with the vehicle they had then, and their
 * planned time.
 * @param from the planned time touches the stretch from here
 * @param to up to here
 */
export const dispatchedAsKnown = (tx: Tx, from: Date, to: Date, knownBefore: Date): Promise<Given[]> =>
  tx.rows<Given>(sql`
    select d.vehicle, t.starts_at as "from", t.ends_at as "to" from vehicles.trip t
     cross join lateral (
       select ${lastTold(sql`(told.body->>'vehicle')::uuid`, trip, [TripDispatched], knownBefore)} as vehicle offset 0) d
     where t.booked_at is null and t.starts_at < ${to} and t.ends_at > ${from} and d.vehicle is not null
       and not ${toldBefore(trip, [TripDeparted, TripCancelled], knownBefore)}
     order by t.starts_at, t.id limit 100000`);
