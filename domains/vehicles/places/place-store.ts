import { type Id, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import { PlaceKept, PlaceRemoved } from './contract.ts';
import type { KnownPlace } from './known-places.ts';

export const lockPlace = (tx: Tx, id: Id) =>
  tx.one<{ id: Id; unit: Id; name: string; state: 'kept' | 'removed' }>(
    sql`select id, unit_id as unit, name, state from vehicles.place where id = ${id} for update`,
  );

export const placesWhere = (tx: Tx, condition: Sql) =>
  tx.rows<KnownPlace>(sql`
    select id, unit_id as unit, name, aliases, kind, latitude, longitude from vehicles.place
     where state = 'kept' and ${condition} order by name, id limit 5000`);

export const placeSaves = [
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
