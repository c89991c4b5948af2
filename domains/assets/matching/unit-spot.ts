import { type Id, sql, type Tx } from '@opengoa/kernel';
import type { Point } from './way.ts';

/**
 * Where a unit is, as the ledger of premises has it: the building in which it has most rooms, else one that it keeps. WGS 84; null where none of them has
 * coordinates, or the actor does not see them.
 */
export async function spotOfUnit(tx: Tx, unit: Id): Promise<Point | null> {
  const found = await tx.maybe<Point>(sql`
    with had (building, rooms) as (
      select building_id, count(*) from space_read.room_v1 where unit_id = ${unit} and state <> 'disposed' group by building_id)
    select b.longitude::float8 as longitude, b.latitude::float8 as latitude
      from space_read.building_v1 b left join had h on h.building = b.id
     where (h.building is not null or b.unit_id = ${unit}) and b.longitude is not null and b.latitude is not null and b.state <> 'disposed'
     order by h.rooms desc nulls last, b.id limit 1`);
  return found ?? null;
}

/** What was typed; the unit’s own place where it is not told whole. */
export const spotOr = (
  { longitude, latitude }: { readonly longitude: number | null; readonly latitude: number | null },
  spot: Point | null,
): { readonly longitude: number | null; readonly latitude: number | null } =>
  longitude === null || latitude === null
    ? { longitude: spot?.longitude ?? null, latitude: spot?.latitude ?? null }
    : { longitude, latitude };
