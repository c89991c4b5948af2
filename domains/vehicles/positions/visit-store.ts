import { type Id, sql, type Tx } from '@opengoa/kernel';
import type { Category } from '../contract.ts';
import type { Visit } from './stays.ts';

/** Categories of these vehicles; asked only where a fence looks at some of them. */
export async function categoriesOf(tx: Tx, vehicles: readonly Id[]): Promise<ReadonlyMap<Id, Category>> {
  const rows = await tx.rows<{ id: Id; category: Category }>(
    sql`select id, category from vehicles.vehicle where id = any (${[...vehicles]}::uuid[])`,
  );
  return new Map(rows.map(({ id, category }) => [id, category]));
}

/** Visits of these vehicles; their trackers are locked. */
export async function visitsOf(tx: Tx, vehicles: readonly Id[]): Promise<ReadonlyMap<Id, readonly Visit[]>> {
  const rows = await tx.rows<{ vehicle: Id; fence: Id; since: Date; told: boolean }>(
    sql`select vehicle_id as vehicle, fence_id as fence, since, told from vehicles.fence_visit where vehicle_id = any (${[...vehicles]}::uuid[])`,
  );
  return Map.groupBy(
    rows.map(({ since, ...row }) => ({ ...row, since: since.getTime() })),
    ({ vehicle }) => vehicle,
  );
}

/** Of each vehicle the visits as they are now; those it had before go. */
export async function keepVisits(
  tx: Tx,
  now: readonly { readonly vehicle: Id; readonly unit: Id; readonly visits: readonly Visit[] }[],
): Promise<void> {
  await tx.run(
    sql`delete from vehicles.fence_visit where vehicle_id = any (${now.map(({ vehicle }) => vehicle)}::uuid[])`,
  );
  const all = now.flatMap(({ vehicle, unit, visits }) => visits.map((visit) => ({ vehicle, unit, ...visit })));
  if (all.length === 0) return;
  await tx.run(sql`
    insert into vehicles.fence_visit (vehicle_id, fence_id, unit_id, since, told)
    select * from unnest(${all.map(({ vehicle }) => vehicle)}::uuid[], ${all.map(({ fence }) => fence)}::uuid[], ${all.map(({ unit }) => unit)}::uuid[],
                         ${all.map(({ since }) => new Date(since))}::timestamptz[], ${all.map(({ told }) => told)}::boolean[])`);
}
