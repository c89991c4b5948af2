import { type Follower, type Id, type SealedFact, sql, type Tx } from '@opengoa/kernel';
import { TripDeparted, TripReturned } from '../contract.ts';
import { TripBooked } from '../old-books/trip-contract.ts';

/**
 * Keeps the stretch of a trip beside its vehicle's fixes: from leaving to coming back, whenever either was entered. What was driven in between is
 * summed here once, and kept up by every batch from then on.
 */
export const followTrips: Follower = {
  name: 'trip-tracks',
  of: [TripDeparted.name, TripReturned.name, TripBooked.name],
  async follow(tx, facts) {
    for (const fact of facts) await keepStretch(tx, fact);
  },
};

async function keepStretch(tx: Tx, { type, objectId: trip, body }: SealedFact): Promise<void> {
  const { vehicle } = [TripDeparted, TripReturned, TripBooked].find(({ name }) => name === type)!.body.parse(body);
  // A batch of this vehicle waits here, or has been before.
  const tracker = await tx.maybe<{ unit: Id }>(
    sql`select unit_id as unit from vehicles.tracker where vehicle_id = ${vehicle} for update`,
  );
  if (!tracker) return;
  await tx.run(sql`
    insert into vehicles.track_trip as k (trip_id, vehicle_id, unit_id, from_at, to_at, dm, points)
    select t.id, ${vehicle}::uuid, ${tracker.unit}::uuid, t.departed_at, t.returned_at, coalesce(s.dm, 0), coalesce(s.points, 0)
      from vehicles.trip t
      left join lateral (
        select sum(p.step_dm)::bigint as dm, count(*)::int as points from vehicles.position p
         where p.vehicle_id = ${vehicle} and p.at > t.departed_at and p.at <= coalesce(t.returned_at, 'infinity') and p.quality = 0) s on true
     where t.id = ${trip} and t.departed_at is not null
    on conflict (node_id, trip_id) do update
       set vehicle_id = excluded.vehicle_id, unit_id = excluded.unit_id, from_at = excluded.from_at, to_at = excluded.to_at, dm = excluded.dm,
           points = excluded.points`);
}
