import { type Id, sql, type Tx } from '@opengoa/kernel';
import { tenureBefore } from '../known-before.ts';
import { metersBefore } from '../meters/meters-before.ts';
import type { Meter } from '../meters/meter.ts';
import { changedDaysBefore } from '../readings/days-before.ts';
import { afterMonth } from '../sizes/size.ts';
import { daysIn, stretchesOf, type Tenure } from '../tenure/tenure.ts';

/** What main meters of one carrier say of a unit's month, in their own measure; the least share of them that was read. */
export interface MeteredMonth {
  readonly unit: Id;
  /** `2026-10` */
  readonly month: string;
  readonly carrier: string;
  readonly measure: string;
  readonly value: number;
  readonly share: number | null;
}

/** A meter's days of a month that one unit had, in thousandths. */
interface Part {
  readonly meter: Id;
  readonly unit: Id;
  readonly month: string;
  readonly total: number;
  readonly count: number;
  readonly estimated: number;
}

/** Whose buildings that ever moved were, by the moves that were entered before the instant. */
async function tenuresBefore(tx: Tx, knownBefore: Date): Promise<ReadonlyMap<Id, readonly Tenure[]>> {
  const rows = await tx.rows<{ building: Id; unit: Id; from: string }>(sql`
    select t.building_id as building, t.unit_id as unit, t.from_day::text as "from" from energy.tenure t
     where ${tenureBefore(knownBefore)} order by t.building_id, t.from_day`);
  return new Map(
    [...Map.groupBy(rows, ({ building }) => building)].map(([building, own]) => [
      building,
      own.map(({ unit, from }, at) => ({ unit, from, toExclusive: own[at + 1]?.from ?? null })),
    ]),
  );
}

/** The roll-ups of every main meter as they were known before an instant, from the first day of a month to before that of another. */
export async function meteredBefore(
  tx: Tx,
  [from, toExclusive]: readonly [string, string],
  knownBefore: Date,
): Promise<MeteredMonth[]> {
  const tenures = await tenuresBefore(tx, knownBefore);
  const everMain = sql`(m.kind = 'main' or exists (select from energy.meter_place p where (p.node_id, p.meter_id) = (m.node_id, m.id)))`;
  const meters = (await metersBefore(tx, everMain, knownBefore)).filter(({ kind }) => kind === 'main');
  const byId = new Map(meters.map((meter) => [meter.id, meter]));
  const unitOn = ({ building, unit }: Meter, day: string): Id =>
    tenures.get(building)?.findLast((each) => each.from <= day)?.unit ?? unit;
  const changed = await changedDaysBefore(tx, meters, [from, toExclusive], knownBefore);
  const parts: Part[] = [
    ...(await standingMonths(tx, meters, tenures, [from, toExclusive], knownBefore)),
    ...changed.map(({ meter, day, total, count, estimated }) => ({
      meter,
      unit: unitOn(byId.get(meter)!, day),
      month: day.slice(0, 7),
      total,
      count,
      estimated,
    })),
  ];
  const ofMeters = [...Map.groupBy(parts, ({ meter, unit, month }) => `${meter} ${unit} ${month}`).values()].flatMap(
    (own) => {
      const { unit, month } = own[0]!;
      const { building, carrier, measure, intervalMinutes } = byId.get(own[0]!.meter)!;
      const sum = (of: 'total' | 'count' | 'estimated') => own.reduce((all, each) => all + each[of], 0);
      if (sum('count') === 0) return [];
      const days = daysIn(stretchesOf(tenures.get(building), new Set([unit]), [`${month}-01`, afterMonth(month)]));
      const read = ((sum('count') - sum('estimated')) * (intervalMinutes ?? 0)) / days / 1440;
      return [
        {
          unit,
          month,
          carrier,
          measure,
          total: sum('total'),
          share: intervalMinutes === null || days === 0 ? null : read,
        },
      ];
    },
  );
  return [
    ...Map.groupBy(ofMeters, ({ unit, month, carrier, measure }) => `${unit} ${month} ${carrier} ${measure}`).values(),
  ].map((own) => {
    const { unit, month, carrier, measure } = own[0]!;
    const shares = own.flatMap(({ share }) => share ?? []);
    return {
      unit,
      month,
      carrier,
      measure,
      value: own.reduce((all, { total }) => all + total, 0) / 1000,
      share: shares.length === 0 ? null : Math.min(...shares),
    };
  });
}

/** Of the days that have not changed at the instant or since. */
const standingMonths = (
  tx: Tx,
  meters: readonly Meter[],
  tenures: ReadonlyMap<Id, readonly Tenure[]>,
  [from, toExclusive]: readonly [string, string],
  knownBefore: Date,
): Promise<Part[]> => {
  const moves = [...tenures].flatMap(([building, own]) => own.map((each) => ({ building, ...each })));
  return tx.rows<Part>(sql`
    select d.meter_id as meter, coalesce(t.unit_id, m.unit_id) as unit, to_char(date_trunc('month', d.day), 'YYYY-MM') as month,
           sum(d.total)::float8 as total, sum(d.count)::int as count, sum(d.estimated)::int as estimated
      from energy.day d
      join unnest(${meters.map(({ id }) => id)}::uuid[], ${meters.map(({ unit }) => unit)}::uuid[], ${meters.map(({ building }) => building)}::uuid[])
           as m (id, unit_id, building_id) on m.id = d.meter_id
      left join unnest(${moves.map(({ building }) => building)}::uuid[], ${moves.map(({ unit }) => unit)}::uuid[],
                       ${moves.map((each) => each.from)}::date[], ${moves.map((each) => each.toExclusive)}::date[]) as t (building_id, unit_id, from_day, to_day)
             on t.building_id = m.building_id and d.day >= t.from_day and (t.to_day is null or d.day < t.to_day)
     where d.day >= ${from} and d.day < ${toExclusive} and d.changed_at < ${knownBefore}
     group by 1, 2, 3`);
};
