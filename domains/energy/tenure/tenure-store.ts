import { type Id, newId, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import { keepFirstSize } from '../sizes/size-store.ts';
import { sinceEver } from '../sizes/size.ts';
import { rebuildMonthsOf } from '../readings/day-store.ts';
import { BuildingMoved } from './contract.ts';
import type { Tenure } from './tenure.ts';

interface TenureRow extends Tenure {
  readonly building: Id;
  readonly document: string;
  readonly why: string;
}

/** Whose these buildings were, in the order of their days; one that never moved has no entry. */
export async function tenuresOf(tx: Tx, buildings: readonly Id[]): Promise<ReadonlyMap<Id, readonly TenureRow[]>> {
  const rows = await tx.rows<TenureRow>(sql`
    select building_id as building, unit_id as unit, from_day::text as "from", to_day::text as "toExclusive", document, why from energy.tenure
     where building_id = any (${[...buildings]}::uuid[]) order by building_id, from_day`);
  return Map.groupBy(rows, ({ building }) => building);
}

/**
 * A condition on `energy.building`: it was one of these units' on some day of the period, both ends included.
 * @param reach a further condition on the unit that had it, by the name of its column
 */
export const hadBetween = (
  units: readonly Id[],
  from: string,
  to: string,
  reach: (column: string) => Sql = () => sql`true`,
): Sql => sql`
  ((unit_id = any (${[...units]}::uuid[]) and ${reach('unit_id')}
     and not exists (select from energy.tenure t where t.building_id = energy.building.id))
   or exists (select from energy.tenure t
               where t.building_id = energy.building.id and t.unit_id = any (${[...units]}::uuid[]) and ${reach('t.unit_id')}
                 and t.from_day <= ${to}::date and (t.to_day is null or t.to_day > ${from}::date)))`;

/** Units that had a building on some day of the period, both ends included. */
export const unitsWithBuildings = (tx: Tx, from: string, to: string, condition: Sql = sql`true`) =>
  tx.rows<{ unit: Id }>(sql`
    select distinct unit_id as unit from (
      select b.unit_id from energy.building b where not exists (select from energy.tenure t where t.building_id = b.id)
      union all
      select t.unit_id from energy.tenure t where t.from_day <= ${to}::date and (t.to_day is null or t.to_day > ${from}::date)) h
     where ${condition} order by 1`);

export const tenureSaves = [
  saves(BuildingMoved, async (tx, { object: { id }, body: { was, to, from, document, why } }, { now }) => {
    // What it was before stays with whoever had it.
    await keepFirstSize(tx, id, now);
    await tx.run(sql`
      insert into energy.tenure (id, unit_id, building_id, from_day, now_unit, set_at)
      select ${newId()}, ${was}, ${id}, ${sinceEver}, ${to}, ${now} where not exists (select from energy.tenure where building_id = ${id})`);
    await tx.run(sql`
      update energy.tenure set now_unit = ${to}, to_day = case when to_day is null then ${from}::date else to_day end where building_id = ${id}`);
    await tx.run(sql`
      insert into energy.tenure (id, unit_id, building_id, from_day, now_unit, document, why, set_at)
      values (${newId()}, ${to}, ${id}, ${from}, ${to}, ${document}, ${why}, ${now})`);
    await tx.run(sql`update energy.building set unit_id = ${to}, version = version + 1 where id = ${id}`);
    const meters = (
      await tx.rows<{ id: Id }>(
        sql`update energy.meter set unit_id = ${to}, version = version + 1 where building_id = ${id} returning id`,
      )
    ).map((meter) => meter.id);
    const ofMeters = sql`meter_id = any (${meters}::uuid[])`;
    await tx.run(sql`update energy.instrument set unit_id = ${to} where ${ofMeters}`);
    await tx.run(sql`update energy.doubt set unit_id = ${to} where ${ofMeters} and state = 'open'`);
    await tx.run(sql`
      update energy.gateway g set unit_id = ${to}, version = version + 1
       where exists (select from jsonb_array_elements(g.points) p where (p ->> 'meter')::uuid = any (${meters}::uuid[]))`);
    await tx.run(sql`update energy.packed_day set unit_id = ${to} where ${ofMeters} and day >= ${from}`);
    await tx.run(sql`update energy.day set unit_id = ${to} where ${ofMeters} and day >= ${from}`);
    await rebuildMonthsOf(tx, meters, from);
  }),
];
