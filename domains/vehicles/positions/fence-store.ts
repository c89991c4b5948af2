import { type Id, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import type { Fence } from './fence.ts';
import { BackgroundKept, FenceDrawn, FenceEntered, FenceLeft, FenceRemoved, FenceStayed } from './contract.ts';

export const lockFence = (tx: Tx, id: Id) =>
  tx.one<{ id: Id; unit: Id; state: 'drawn' | 'removed' }>(
    sql`select id, unit_id as unit, state from vehicles.fence where id = ${id} for update`,
  );

/**
 * Fences of one use that are still drawn, and since when.
 * @param standing which of them stand, where it is not asked of today
 */
export const fencesOfUse = (tx: Tx, use: 'area' | 'custody' | 'no-parking', standing: Sql = sql`state = 'drawn'`) =>
  tx.rows<Fence & { readonly drawnAt: Date }>(sql`
    select id, unit_id as unit, name, shape, watches, from_minute as "fromMinute", to_minute as "toMinute", limit_kmh as "limitKmh", categories,
           vehicles, tells, stay_minutes as "stayMinutes", drawn_at as "drawnAt"
      from vehicles.fence where use = ${use} and ${standing} order by name limit 2000`);

const crossed = (fact: typeof FenceEntered, way: 'entered' | 'left') =>
  saves(fact, (tx, { id, object, unit, body }) =>
    tx.run(sql`
      insert into vehicles.crossing (id, unit_id, vehicle_id, fence_id, fence_name, way, at)
      values (${id}, ${unit}, ${object.id}, ${body.fence}, ${body.name}, ${way}, ${body.at})`),
  );

export const fenceSaves = [
  saves(FenceDrawn, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into vehicles.fence (id, unit_id, name, use, shape, watches, from_minute, to_minute, limit_kmh, categories, vehicles, tells,
                                  stay_minutes, state, drawn_at)
      values (${object.id}, ${unit}, ${body.name}, ${body.use}, ${JSON.stringify(body.shape)}::jsonb, ${body.watches}, ${body.fromMinute},
              ${body.toMinute}, ${body.limitKmh}, ${body.categories}::text[], ${body.vehicles}::uuid[], ${body.tells}, ${body.stayMinutes}, 'drawn', ${now})`),
  ),
  saves(FenceRemoved, (tx, { object }) =>
    tx.run(sql`update vehicles.fence set state = 'removed' where id = ${object.id}`),
  ),
  crossed(FenceEntered, 'entered'),
  crossed(FenceLeft, 'left'),
  saves(FenceStayed, (tx, { id, object, unit, body }) =>
    tx.run(sql`
      insert into vehicles.crossing (id, unit_id, vehicle_id, fence_id, fence_name, way, at, minutes)
      values (${id}, ${unit}, ${object.id}, ${body.fence}, ${body.name}, 'stayed', ${body.at}, ${body.minutes})`),
  ),
  // The features themselves are too many for the Record: the verb keeps them beside its fact.
  saves(BackgroundKept, (tx, { object, body }, { now }) =>
    tx.run(sql`
      insert into vehicles.background (id, name, features, kept_at) values (${object.id}, ${body.name}, '[]'::jsonb, ${now})`),
  ),
];
