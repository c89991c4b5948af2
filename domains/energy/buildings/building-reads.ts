import { read, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { BuildingAnswer } from './contract.ts';
import type { Carrier, ChangeKind, Measure } from '../contract.ts';
import { carbonOf, coalOf } from '../figures/conversion.ts';
import { remaindersOf } from '../meters/remainder.ts';
import { metersWhere } from '../meters/meter-store.ts';
import { pricesOf } from '../prices/price-store.ts';
import { readers } from '../readers.ts';
import { isStale } from '../readings/staleness.ts';
import { changesOf, findBuilding } from './building-store.ts';
import { buildingVerbs } from './building.ts';

export const yearText = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number);

/** One building with its year in figures, each against the same days of the year before. Only main meters are added up. */
export const oneBuilding = read('energy.building', {
  title: { zh: '用能建筑', en: 'A building' },
  query: z.strictObject({ id: z.uuid(), year: yearText.optional() }),
  answer: BuildingAnswer,
  who: readers,
  async fetch(tx, { id, year: asked }, context) {
    const { organisation, standards, today } = context;
    const building = await findBuilding(tx, id);
    const meters = await metersWhere(tx, sql`building_id = ${id}`);
    const ids = meters.map((meter) => meter.id);
    const years = (
      await tx.rows<{ year: number }>(sql`
        select distinct extract(year from month)::int as year from energy.month where meter_id = any (${ids}::uuid[]) and count > 0 order by 1 desc`)
    ).map(({ year }) => year);
    const year = asked ?? years[0] ?? Number(today.slice(0, 4));
    const { last } = await tx.one<{ last: string | null }>(sql`
      select max(day)::text as last from energy.day where meter_id = any (${ids}::uuid[]) and day between ${`${year}-01-01`} and ${`${year}-12-31`} and count > 0`);
    const comparedTo = last ?? `${year}-12-31`;
    const sums = await tx.rows<{
      carrier: Carrier;
      measure: Measure;
      amount: number;
      before: number;
      daysRead: number;
      daysBefore: number;
    }>(sql`
      select m.carrier, m.measure,
             coalesce(sum(d.total) filter (where d.day >= ${`${year}-01-01`}), 0)::float8 / 1000 as amount,
             coalesce(sum(d.total) filter (where d.day < ${`${year}-01-01`}), 0)::float8 / 1000 as before,
             count(distinct d.day) filter (where d.day >= ${`${year}-01-01`} and d.count > 0)::int as "daysRead",
             count(distinct d.day) filter (where d.day < ${`${year}-01-01`} and d.count > 0)::int as "daysBefore"
        from energy.meter m
        join energy.day d on (d.node_id, d.meter_id) = (m.node_id, m.id)
       where m.building_id = ${id} and m.kind = 'main'
         and (d.day between ${`${year}-01-01`} and ${comparedTo} or d.day between ${`${year - 1}-01-01`} and ${sameDayOf(year - 1, comparedTo)})
       group by m.carrier, m.measure order by m.carrier`);
    const ofYear = await tx.rows<{ meter: string; amount: number }>(sql`
      select meter_id as meter, sum(total)::float8 / 1000 as amount from energy.month
       where meter_id = any (${ids}::uuid[]) and month between ${`${year}-01-01`} and ${`${year}-12-31`} group by meter_id`);
    const { open } = await tx.one<{ open: number }>(
      sql`select count(*)::int as open from energy.doubt where meter_id = any (${ids}::uuid[]) and state = 'open'`,
    );
    const place = organisation.place(building.unit);
    const electricity = sums.find(({ carrier }) => carrier === 'electricity');
    return {
      ...building,
      nightLoads: [...building.nightLoads],
      unitName: organisation.unit(building.unit)?.name ?? '',
      year,
      years,
      comparedTo,
      carriers: sums.map(({ carrier, measure, amount, before, daysRead, daysBefore }) => ({
        carrier,
        measure,
        amount,
        lastYear: daysBefore === 0 ? null : before,
        daysRead,
      })),
      coal: mutable(coalOf(sums, building.areaM2, today, place, standards)),
      carbon: mutable(carbonOf(sums, building.areaM2, year, today, place, standards)),
      kwhPerPerson: building.people === null || !electricity ? null : electricity.amount / building.people,
      meters: meters.map((meter) => ({
        id: meter.id,
        name: meter.name,
        carrier: meter.carrier,
        measure: meter.measure,
        kind: meter.kind,
        use: meter.use,
        parent: meter.parent,
        reads: meter.reads,
        amount: ofYear.find((each) => each.meter === meter.id)?.amount ?? 0,
        lastAt: meter.lastAt?.toISOString() ?? null,
        stale: isStale(meter, context),
      })),
      remainders: await remaindersOf(tx, ids, year, context),
      changes: (await changesOf(tx, [id])).map(({ day, kind, what }) => ({ day, kind: kind as ChangeKind, what })),
      prices: (await pricesOf(tx, [id])).toReversed().map(({ building: _of, meter, ...price }) => ({
        ...price,
        meter: meter === null ? null : (meters.find((each) => each.id === meter)?.name ?? null),
      })),
      openDoubts: open,
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit }) => ({ verbs: buildingVerbs, place: { unit } }),
});

/** The same day of another year; the 29th of February becomes the 28th. */
function sameDayOf(year: number, day: string): string {
  const same = `${year}${day.slice(4)}`;
  return same.endsWith('-02-29') ? addDays(`${year}-03-01`, -1) : same;
}

const mutable = <Value>(value: Value): Value extends null ? null : Mutable<Value> => value as never;
type Mutable<Value> = Value extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> }
    : Value;
