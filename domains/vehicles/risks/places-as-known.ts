import { type Id, type Sql, sql, type Tx } from '@opengoa/kernel';
import { HomeSet, PlaceKept, PlaceRemoved } from '../places/contract.ts';
import type { KnownPlace } from '../places/known-places.ts';
import { type Home, homesWhere, placesWhere } from '../places/place-store.ts';
import { FenceRemoved, type Shape } from '../positions/contract.ts';
import { VehicleTransferred } from '../roster/contract.ts';
import { lastTold, toldBefore } from './told-before.ts';

/** That a fence of `vehicles.fence` stood: drawn before an instant, and not yet removed. Today, where no instant is given. */
export const fenceStood = (knownBefore: Date | undefined): Sql =>
  knownBefore === undefined
    ? sql`state = 'drawn'`
    : sql`drawn_at < ${knownBefore} and not ${toldBefore(sql`(fence.node_id, fence.id)`, [FenceRemoved], knownBefore)}`;

/** Places with the names and coordinates they were known to have before an instant; of today, where none is given. */
export async function placesAsKnown(tx: Tx, knownBefore: Date | undefined): Promise<KnownPlace[]> {
  if (knownBefore === undefined) return placesWhere(tx, sql`true`);
  const place = sql`(p.node_id, p.id)`;
  const told = sql`told.body::jsonb || jsonb_build_object('unit', told.unit_id)`;
  const rows = await tx.rows<{ id: Id; kept: Omit<KnownPlace, 'id'> }>(sql`
    select p.id, k.kept from vehicles.place p
     cross join lateral (select ${lastTold(told, place, [PlaceKept], knownBefore)} as kept offset 0) k
     where k.kept is not null and not ${toldBefore(place, [PlaceRemoved], knownBefore)}
     order by k.kept->>'name', p.id limit 5000`);
  return rows.map(({ id, kept }) => ({ ...kept, id }));
}

/**
 * Where vehicles were known to be kept by their own word before an instant; of today, where none is given. One that went to another unit has lost
 * its yard, and so has one whose yard was given up.
 */
export async function homesAsKnown(
  tx: Tx,
  vehicles: readonly Id[],
  knownBefore: Date | undefined,
): Promise<ReadonlyMap<Id, Home>> {
  if (knownBefore === undefined) return homesWhere(tx, sql`vehicle_id = any (${[...vehicles]}::uuid[])`);
  const home = sql`case told.type when ${HomeSet.name} then told.body::jsonb end`;
  const rows = await tx.rows<{ vehicle: Id; place: Id | null; shape: Shape | null }>(sql`
    select h.vehicle, h.told->>'place' as place, fence.shape
      from (select v.id as vehicle, ${lastTold(home, sql`(v.node_id, v.id)`, [HomeSet, VehicleTransferred], knownBefore)} as told
              from vehicles.vehicle v where v.id = any (${[...vehicles]}::uuid[]) offset 0) h
      left join vehicles.fence on fence.id = (h.told->>'fence')::uuid and ${fenceStood(knownBefore)}
     where h.told is not null`);
  const known = new Map((await placesAsKnown(tx, knownBefore)).map((place) => [place.id, place]));
  return new Map(
    rows.flatMap(({ vehicle, place, shape }) => {
      const at = place === null ? undefined : known.get(place);
      const point = at ? { latitude: at.latitude, longitude: at.longitude } : null;
      return shape || point ? [[vehicle, { vehicle, shape, point }] as const] : [];
    }),
  );
}
