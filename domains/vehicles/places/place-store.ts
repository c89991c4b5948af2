import { type Id, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import type { Point } from '../methods/haversine.ts';
import type { Shape } from '../positions/contract.ts';
import { HomeSet, PlaceKept, PlaceRemoved } from './contract.ts';
import type { KnownPlace } from './known-places.ts';

export const lockPlace = (tx: Tx, id: Id) =>
  tx.one<{ id: Id; unit: Id; name: string; state: 'kept' | 'removed' }>(
    sql`select id, unit_id as unit, name, state from vehicles.place where id = ${id} for update`,
  );

export const placesWhere = (tx: Tx, condition: Sql) =>
  tx.rows<KnownPlace>(sql`
    select id, unit_id as unit, name, aliases, kind, latitude, longitude from vehicles.place
     where state = 'kept' and ${condition} order by name, id limit 5000`);

/** Where a vehicle is kept by its own word: a place, or a shape. */
export interface Home {
  readonly vehicle: Id;
  readonly point: Point | null;
  readonly shape: Shape | null;
}

export async function homesWhere(tx: Tx, condition: Sql): Promise<ReadonlyMap<Id, Home>> {
  const rows = await tx.rows<{ vehicle: Id; latitude: number | null; longitude: number | null; shape: Shape | null }>(
    sql`select vehicle_id as vehicle, latitude, longitude, shape from vehicles_read.home_v1 where ${condition}`,
  );
  return new Map(
    rows.map(({ vehicle, latitude, longitude, shape }) => [
      vehicle,
      { vehicle, shape, point: latitude === null || longitude === null ? null : { latitude, longitude } },
    ]),
  );
}

export const placeSaves = [
  saves(HomeSet, async (tx, { object, unit, body }, { now }) => {
    if (body.place === null && body.fence === null)
      await tx.run(sql`delete from vehicles.home where vehicle_id = ${object.id}`);
    else
      await tx.run(sql`
        insert into vehicles.home (vehicle_id, unit_id, place_id, fence_id, since)
        values (${object.id}, ${unit}, ${body.place}, ${body.fence}, ${now})
        on conflict (node_id, vehicle_id) do update
          set unit_id = excluded.unit_id, place_id = excluded.place_id, fence_id = excluded.fence_id, since = excluded.since`);
  }),
  saves(PlaceKept, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into vehicles.place (id, unit_id, name, aliases, kind, latitude, longitude, state, kept_at)
      values (${object.id}, ${unit}, ${body.name}, ${body.aliases}::text[], ${body.kind}, ${body.latitude}, ${body.longitude}, 'kept', ${now})
      on conflict (node_id, id) do update
        set unit_id = excluded.unit_id, name = excluded.name, aliases = excluded.aliases, kind = excluded.kind, latitude = excluded.latitude,
            longitude = excluded.longitude, kept_at = excluded.kept_at, version = vehicles.place.version + 1`),
  ),
  saves(PlaceRemoved, (tx, { object }) =>
    tx.run(sql`update vehicles.place set state = 'removed', version = version + 1 where id = ${object.id}`),
  ),
];
