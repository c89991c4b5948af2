/** Meters and their instruments as they were known before an instant, from what the Record says of them. */
import { type Id, sql, type Sql, type Tx } from '@opengoa/kernel';
import { recordedBefore, tenureBefore } from '../known-before.ts';
import { MeterChanged, MeterRegistered, MeterReplaced } from './contract.ts';
import type { Instrument, Meter } from './meter.ts';

type Told = Pick<Meter, 'name' | 'kind' | 'use' | 'parent' | 'validTo'>;

/**
 * Meters that were registered before an instant: their name, kind, place and end as they were told then, their unit by the moves entered then.
 * @param fixed a condition on what of `energy.meter` never changes
 */
export async function metersBefore(tx: Tx, fixed: Sql, knownBefore: Date): Promise<Meter[]> {
  const rows = await tx.rows<Omit<Meter, keyof Told> & { readonly told: Partial<Told> }>(sql`
    select m.id, coalesce(t.unit, m.unit_id) as unit, m.building_id as building, m.carrier, m.measure, m.reads, m.interval_minutes as "intervalMinutes",
           m.stamped, m.digits, m.valid_from as "validFrom", m.last_at as "lastAt", m.version, f.body as told
      from energy.meter m
     cross join lateral (
       select f.body from kernel.fact f
        where (f.node_id, f.object_id) = (m.node_id, m.id) and f.type = any (${[MeterRegistered.name, MeterChanged.name]}::text[])
          and ${recordedBefore(knownBefore)}
        order by f.recorded_at desc, f.id desc limit 1) f
      left join lateral (
       select t.unit_id as unit from energy.tenure t
        where (t.node_id, t.building_id) = (m.node_id, m.building_id) and ${tenureBefore(knownBefore)}
        order by t.from_day desc limit 1) t on true
     where ${fixed}`);
  return rows
    .map(({ told: { name, kind, use, parent, validTo }, ...meter }) => ({
      ...meter,
      name: name!,
      kind: kind!,
      use: use ?? null,
      parent: parent ?? null,
      // Nobody tells the end of a meter when registering it.
      validTo: validTo ?? null,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

/**
 * Every instrument that was known to have stood at these meters, in the order of time: an exchange entered later is none yet, and the one before it
 * has no end.
 */
export async function instrumentsBefore(
  tx: Tx,
  meters: readonly Id[],
  knownBefore: Date,
): Promise<ReadonlyMap<Id, readonly Instrument[]>> {
  const rows = await tx.rows<Instrument>(sql`
    select i.id, i.meter_id as meter, i.key, i.multiplier, i.from_at as "from", i.to_at as "to", i.first_register as first, i.last_register as last
      from energy.instrument i
     where i.meter_id = any (${[...meters]}::uuid[])
       and (i.from_at is null or exists (
         select from kernel.fact f
          where (f.node_id, f.object_id) = (i.node_id, i.meter_id) and f.type = ${MeterReplaced.name} and ${recordedBefore(knownBefore)}
            and (f.body ->> 'at')::timestamptz = i.from_at))
     order by i.meter_id, i.from_at nulls first`);
  return new Map(
    [...Map.groupBy(rows, ({ meter }) => meter)].map(([meter, own]) => [
      meter,
      own.map((each, at) => (at === own.length - 1 ? { ...each, to: null, last: null } : each)),
    ]),
  );
}
