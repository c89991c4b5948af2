/** Days and months of meters. They are written with the readings, in the same transaction, under the lock of the meter's row. */
import { type Id, join, raw, sql, type Tx } from '@opengoa/kernel';
import { dayNumber, dayOf as dayOfNumber, hoursOfDay } from '../methods/hour-series.ts';
import type { DayUse } from './day-use.ts';
import { dayBegins } from './local-time.ts';

export interface MeterDays {
  readonly meter: Id;
  readonly unit: Id;
  readonly days: readonly DayUse[];
}

const arrayText = (values: readonly (number | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;

const flat = <Value>(meters: readonly MeterDays[], of: (day: DayUse, meter: MeterDays) => Value): Value[] =>
  meters.flatMap((meter) => meter.days.map((day) => of(day, meter)));

/** One row a meter and day, ready for `unnest`. */
const rowsOf = (meters: readonly MeterDays[]) => sql`
  unnest(${flat(meters, (_, { meter }) => meter)}::uuid[], ${flat(meters, (_, { unit }) => unit)}::uuid[],
         ${flat(meters, ({ dayNumber }) => dayOfNumber(dayNumber))}::date[], ${flat(meters, ({ total }) => total)}::bigint[],
         ${flat(meters, ({ hours }) => arrayText(hours))}::text[], ${flat(meters, ({ count }) => count)}::int[],
         ${flat(meters, ({ estimated }) => estimated)}::int[], ${flat(meters, ({ suspect }) => suspect)}::int[])
    as d (meter_id, unit_id, day, total, hours, count, estimated, suspect)`;

/** Beside rows `d` of meters and days: whose building it was on that day; nothing where it never moved. */
const tenureOfDay = sql`
  left join (select m.id as meter_id, t.unit_id, t.from_day, t.to_day
               from energy.tenure t join energy.meter m on (m.node_id, m.building_id) = (t.node_id, t.building_id)) t
         on t.meter_id = d.meter_id and d.day >= t.from_day and (t.to_day is null or d.day < t.to_day)`;

/** Adds what new readings bring. Only for readings that were none of them there before. */
export async function addToDays(tx: Tx, meters: readonly MeterDays[]): Promise<void> {
  await tx.run(sql`
    with d as materialized (
           select d.meter_id, coalesce(t.unit_id, d.unit_id) as unit_id, d.day, d.total, d.hours, d.count, d.estimated, d.suspect
             from ${rowsOf(meters)} ${tenureOfDay}),
         by_month as (
           insert into energy.month as m (meter_id, unit_id, month, total, count, estimated, suspect)
           select meter_id, unit_id, date_trunc('month', day)::date, sum(total), sum(count), sum(estimated), sum(suspect) from d group by 1, 2, 3
           on conflict (node_id, meter_id, month, unit_id) do update
              set total = m.total + excluded.total, count = m.count + excluded.count, estimated = m.estimated + excluded.estimated,
                  suspect = m.suspect + excluded.suspect)
    insert into energy.day as s (meter_id, unit_id, day, total, hours, count, estimated, suspect)
    select meter_id, unit_id, day, total, hours::bigint[], count, estimated, suspect from d
    on conflict (node_id, meter_id, day) do update
       set total = s.total + excluded.total, hours = energy.sum_hours(s.hours, excluded.hours), count = s.count + excluded.count,
           estimated = s.estimated + excluded.estimated, suspect = s.suspect + excluded.suspect, changed_at = clock_timestamp()`);
}

/** Puts days in the place of what stood there, and reckons their months again. */
export async function putDays(tx: Tx, meters: readonly MeterDays[]): Promise<void> {
  await tx.run(sql`
    insert into energy.day as s (meter_id, unit_id, day, total, hours, count, estimated, suspect)
    select d.meter_id, coalesce(t.unit_id, d.unit_id), d.day, d.total, d.hours::bigint[], d.count, d.estimated, d.suspect
      from ${rowsOf(meters)} ${tenureOfDay}
    on conflict (node_id, meter_id, day) do update
       set total = excluded.total, hours = excluded.hours, count = excluded.count, estimated = excluded.estimated, suspect = excluded.suspect,
           changed_at = clock_timestamp()`);
  await rebuildMonths(
    tx,
    flat(meters, (_, { meter }) => meter),
    flat(meters, ({ dayNumber }) => dayOfNumber(dayNumber)),
  );
}

const sumOfHour = join(
  Array.from({ length: hoursOfDay }, (_, hour) => raw(`sum(amount) filter (where hour = ${hour} and quality <> 2)`)),
  ', ',
);

/**
 * Reckons these days of these meters again from the readings themselves, and their months from the days: the way back to the
 * truth after duplicates, corrections, decisions and exchanges.
 * @param meters and `days` side by side, each pair once
 */
export async function rebuild(tx: Tx, meters: readonly Id[], days: readonly string[]): Promise<void> {
  if (days.length === 0) return;
  const inOrder = days.toSorted();
  // Known when the plan is made, the outer bounds keep every partition outside them out of it; `offset 0` keeps the plan day by day.
  const begins = new Date(dayBegins(dayNumber(inOrder[0]!)));
  const ends = new Date(dayBegins(dayNumber(inOrder.at(-1)!) + 1));
  await tx.run(sql`
    with wanted as materialized (select * from unnest(${[...meters]}::uuid[], ${[...days]}::date[]) as w (meter_id, day)),
         read as materialized (
           select w.meter_id, w.day, r.quality, extract(hour from r.at at time zone 'Asia/Shanghai')::int as hour, r.value * i.multiplier as amount
             from wanted w
            cross join lateral (
              select at, value, quality from energy.reading
               where at >= ${begins} and at < ${ends} and meter_id = w.meter_id and at >= w.day::timestamp at time zone 'Asia/Shanghai'
                 and at < (w.day + 1)::timestamp at time zone 'Asia/Shanghai'
              offset 0) r
            cross join lateral (
              select multiplier from energy.instrument i
               where i.meter_id = w.meter_id and (i.from_at is null or i.from_at <= r.at)
               order by i.from_at desc nulls last limit 1) i)
    insert into energy.day as s (meter_id, unit_id, day, total, hours, count, estimated, suspect)
    select w.meter_id, coalesce(t.unit_id, m.unit_id), w.day, coalesce(sum(amount) filter (where quality <> 2), 0), array[${sumOfHour}]::bigint[],
           count(*) filter (where quality <> 2), count(*) filter (where quality = 1), count(*) filter (where quality = 2)
      from wanted w
      join energy.meter m on m.id = w.meter_id
      left join energy.tenure t on (t.node_id, t.building_id) = (m.node_id, m.building_id) and w.day >= t.from_day and (t.to_day is null or w.day < t.to_day)
      left join read r on (r.meter_id, r.day) = (w.meter_id, w.day)
     group by w.meter_id, coalesce(t.unit_id, m.unit_id), w.day
    on conflict (node_id, meter_id, day) do update
       set total = excluded.total, hours = excluded.hours, count = excluded.count, estimated = excluded.estimated, suspect = excluded.suspect,
           changed_at = clock_timestamp()`);
  await rebuildMonths(tx, meters, days);
}

/** Every day of one meter that one of the stretches touches, both ends included. */
export async function rebuildStretches(
  tx: Tx,
  meter: Id,
  stretches: readonly (readonly [from: Date, to: Date])[],
): Promise<void> {
  const days = await tx.rows<{ day: string }>(sql`
    select distinct d.day
      from unnest(${stretches.map(([from]) => from)}::timestamptz[], ${stretches.map(([, to]) => to)}::timestamptz[]) as s (from_at, to_at)
      join energy.day d on d.meter_id = ${meter} and d.day between (s.from_at at time zone 'Asia/Shanghai')::date and (s.to_at at time zone 'Asia/Shanghai')::date`);
  await rebuild(
    tx,
    days.map(() => meter),
    days.map(({ day }) => day),
  );
}

/** Reckons every month of these meters from a day on again from their days, when days have changed their unit. */
export async function rebuildMonthsOf(tx: Tx, meters: readonly Id[], from: string): Promise<void> {
  await tx.run(sql`
    delete from energy.month where meter_id = any (${[...meters]}::uuid[]) and month >= date_trunc('month', ${from}::date)::date`);
  await tx.run(sql`
    insert into energy.month (meter_id, unit_id, month, total, count, estimated, suspect)
    select meter_id, unit_id, date_trunc('month', day)::date, sum(total), sum(count), sum(estimated), sum(suspect)
      from energy.day where meter_id = any (${[...meters]}::uuid[]) and day >= date_trunc('month', ${from}::date)::date group by 1, 2, 3`);
}

async function rebuildMonths(tx: Tx, meters: readonly Id[], days: readonly string[]): Promise<void> {
  await tx.run(sql`
    with wanted as (
      select distinct meter_id, date_trunc('month', day)::date as month from unnest(${[...meters]}::uuid[], ${[...days]}::date[]) as w (meter_id, day))
    insert into energy.month as s (meter_id, unit_id, month, total, count, estimated, suspect)
    select d.meter_id, d.unit_id, w.month, sum(d.total), sum(d.count), sum(d.estimated), sum(d.suspect)
      from wanted w
      join energy.day d on d.meter_id = w.meter_id and d.day >= w.month and d.day < (w.month + interval '1 month')::date
     group by d.meter_id, d.unit_id, w.month
    on conflict (node_id, meter_id, month, unit_id) do update
       set total = excluded.total, count = excluded.count, estimated = excluded.estimated, suspect = excluded.suspect`);
}
