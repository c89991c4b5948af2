import { read, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { BuildingAnswer } from './contract.ts';
import type { Carrier, ChangeKind, Measure } from '../contract.ts';
import { type Converted, converted, type MonthUse, placeFactors, totalKg } from '../accounts/convert.ts';
import { remaindersOf } from '../meters/remainder.ts';
import { metersWhere } from '../meters/meter-store.ts';
import { pricesOf } from '../prices/price-store.ts';
import { readers } from '../readers.ts';
import { meanSize } from '../sizes/size.ts';
import { sizesOf } from '../sizes/size-store.ts';
import { tenuresOf } from '../tenure/tenure-store.ts';
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
    const { organisation, today } = context;
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
    const byMonth = await tx.rows<MonthUse>(sql`
      select m.carrier, m.measure, t.month::text as month, sum(t.total)::float8 / 1000 as amount
        from energy.meter m join energy.month t on (t.node_id, t.meter_id) = (m.node_id, m.id)
       where m.building_id = ${id} and m.kind = 'main' and t.month between ${`${year}-01-01`} and ${`${year}-12-31`} and t.count > 0
       group by m.carrier, m.measure, t.month order by m.carrier, t.month`);
    const of = converted(byMonth, placeFactors(building.unit, context));
    const sizes = (await sizesOf(tx, [id])).get(id) ?? [];
    const mean = meanSize(sizes, [`${year}-01-01`, addDays(comparedTo, 1)]);
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
      coal: madeOf(of, 'coal', mean.areaM2),
      carbon: madeOf(of, 'carbon', mean.areaM2),
      kwhPerPerson: mean.people === null || !electricity ? null : electricity.amount / mean.people,
      meanAreaM2: mean.areaM2,
      meanPeople: mean.people,
      sizes,
      tenures: ((await tenuresOf(tx, [id])).get(id) ?? []).map(({ building: _of, ...tenure }) => ({
        ...tenure,
        unitName: organisation.unit(tenure.unit)?.name ?? '',
      })),
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

/** One kind of kilograms with its parts; null where a factor is missing or nothing of it counts. */
function madeOf(of: readonly Converted[], kind: 'coal' | 'carbon', areaM2: number | null) {
  const amount = totalKg(of, kind === 'coal' ? 'coalKg' : 'carbonKg');
  if (amount === null) return null;
  return {
    amount,
    perM2: areaM2 === null ? null : amount / areaM2,
    factors: of.flatMap(({ parts }) =>
      parts
        .filter(({ factor }) => factor.kind === kind)
        .map(({ factor, amount: used, kg }) => ({ ...factor, amount: used, kg })),
    ),
  };
}
