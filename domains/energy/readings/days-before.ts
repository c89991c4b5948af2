/** Days of meters as they were known before an instant: one that has not changed since stands as it was, any other is reckoned again. */
import { type Id, join, raw, sql, type Tx } from '@opengoa/kernel';
import { instrumentsBefore } from '../meters/meters-before.ts';
import type { Meter } from '../meters/meter.ts';
import { dayNumber, dayOf, hoursOfDay } from '../methods/hour-series.ts';
import { daysOf, type DayRow } from './hours-of.ts';
import { doubtsOnReceipt } from './interval-batch.ts';
import { dayBegins } from './local-time.ts';
import { registersBefore } from './registers-before.ts';

export interface DayBefore extends DayRow {
  readonly estimated: number;
}

type Metered = Pick<Meter, 'id' | 'reads' | 'intervalMinutes' | 'digits' | 'validFrom'>;

/** So many readings are reckoned in one statement, so that none takes longer than a statement may. */
const atOnce = 50_000;

/** Days of these meters as they were known, from one day to before another; hours as `daysOf` gives them. */
export async function daysBefore(
  tx: Tx,
  meters: readonly Metered[],
  [from, toExclusive]: readonly [string, string],
  knownBefore: Date,
): Promise<DayRow[]> {
  const ids = meters.map(({ id }) => id);
  return [
    ...(await daysOf(tx, ids, from, toExclusive, knownBefore)),
    ...(await changedDaysBefore(tx, meters, [from, toExclusive], knownBefore)),
  ];
}

/** Those of the days that have changed at the instant or since, as they were known before it. Days of which nothing was known are left out. */
export async function changedDaysBefore(
  tx: Tx,
  meters: readonly Metered[],
  [from, toExclusive]: readonly [string, string],
  knownBefore: Date,
): Promise<DayBefore[]> {
  const changed = await tx.rows<{ meter: Id; day: string }>(sql`
    select meter_id as meter, day from energy.day
     where meter_id = any (${meters.map(({ id }) => id)}::uuid[]) and day >= ${from} and day < ${toExclusive} and changed_at >= ${knownBefore}
     order by meter_id, day`);
  const days = Map.groupBy(changed, ({ meter }) => meter);
  const touched = meters.filter(({ id }) => days.has(id));
  const registers = touched.filter(({ reads }) => reads === 'register');
  const use = await registersBefore(tx, registers, knownBefore);
  const found: DayBefore[] = registers.flatMap(({ id }) => {
    const wanted = new Set(days.get(id)!.map(({ day }) => day));
    return use
      .get(id)!
      .days.map(({ dayNumber: number, ...day }) => ({ ...day, meter: id, day: dayOf(number) }))
      .filter(({ day }) => wanted.has(day));
  });
  const minutes = new Map(
    touched.flatMap(({ id, reads, intervalMinutes }) => (reads === 'interval' ? [[id, intervalMinutes!]] : [])),
  );
  const intervals = changed.flatMap(({ meter, day }) => {
    const each = minutes.get(meter);
    return each === undefined ? [] : [{ meter, day, minutes: each }];
  });
  for (const some of portions(intervals)) found.push(...(await intervalDays(tx, some, knownBefore)));
  return found;
}

interface IntervalDay {
  readonly meter: Id;
  readonly day: string;
  readonly minutes: number;
}

/** Days in their order, as many together as have no more readings than are reckoned at once. */
function portions(days: readonly IntervalDay[]): IntervalDay[][] {
  const found: IntervalDay[][] = [];
  let readings = Infinity;
  for (const each of days) {
    readings += 1440 / each.minutes;
    if (readings > atOnce) {
      found.push([]);
      readings = 1440 / each.minutes;
    }
    found.at(-1)!.push(each);
  }
  return found;
}

/** An hour that lacks one of its readings is not known, as in `daysOf`. */
const sumOfHour = join(
  Array.from({ length: hoursOfDay }, (_, hour) =>
    raw(
      `case when count(*) filter (where hour = ${hour} and not apart) >= 60 / least(60, min(minutes))
            then sum(amount) filter (where hour = ${hour} and not apart) end`,
    ),
  ),
  ', ',
);

/**
 * The readings of these days that were known, with the values and the doubts of then. The first batch that held an instant brought its reading; where
 * none ever did, a repair estimated it, and in a repaired stretch an estimate may have given way to a later batch. Of a batch that kept no more than
 * its stretch nothing is sure once another that came later reaches into it.
 */
async function intervalDays(tx: Tx, wanted: readonly IntervalDay[], knownBefore: Date): Promise<DayBefore[]> {
  const numbers = wanted.map(({ day }) => dayNumber(day));
  const begins = new Date(dayBegins(Math.min(...numbers)));
  const ends = new Date(dayBegins(Math.max(...numbers) + 1));
  const instruments = [
    ...(await instrumentsBefore(tx, [...new Set(wanted.map(({ meter }) => meter))], knownBefore)),
  ].flatMap(([, own]) => own);
  return tx.rows<DayBefore>(sql`
    with wanted as materialized (
           select w.meter_id, w.day, w.minutes, w.minutes * interval '1 minute' as step, w.day::timestamp at time zone 'Asia/Shanghai' as begins,
                  (w.day + 1)::timestamp at time zone 'Asia/Shanghai' as ends
             from unnest(${wanted.map(({ meter }) => meter)}::uuid[], ${wanted.map(({ day }) => day)}::date[],
                         ${wanted.map((each) => each.minutes)}::int[]) as w (meter_id, day, minutes)),
         instrument as materialized (
           select * from unnest(${instruments.map(({ meter }) => meter)}::uuid[], ${instruments.map(({ multiplier }) => multiplier)}::int[],
                                ${instruments.map((each) => each.from)}::timestamptz[]) as i (meter_id, multiplier, from_at)),
         held as materialized (
           select w.meter_id, h.at, min(b.since) as first, max(b.since) as last
             from wanted w
            cross join lateral (
              select coalesce(m.held, tstzmultirange(tstzrange(m.from_at, m.to_at, '[]'))) as held,
                     case when m.held is null and m.from_at < m.to_at and exists (
                            select from energy.batch_meter o join energy.batch l on (l.node_id, l.id) = (o.node_id, o.batch_id)
                             where o.meter_id = m.meter_id and o.from_at <= m.to_at and o.to_at >= m.from_at and l.received_at >= ${knownBefore})
                          then 'infinity' else b.received_at end as since
                from energy.batch_meter m join energy.batch b on (b.node_id, b.id) = (m.node_id, m.batch_id)
               where m.meter_id = w.meter_id and m.from_at < w.ends and m.to_at >= w.begins) b
            cross join lateral unnest(b.held) as range
            cross join lateral generate_series(
              lower(range) + w.step * greatest(0, ceil(extract(epoch from w.begins - lower(range)) / extract(epoch from w.step)))::float8,
              upper(range), w.step) as h (at)
            where h.at < w.ends
            group by w.meter_id, h.at),
         read as materialized (
           select w.meter_id, w.day, w.minutes, r.quality, extract(hour from r.at at time zone 'Asia/Shanghai')::int as hour,
                  coalesce(c.was, r.value) * i.multiplier as amount,
                  case when c.corrected then false
                       -- What is apart without a doubt of its own came in so.
                       when r.quality = 2 then coalesce(d.open, true)
                       when r.quality = 3 then coalesce(d.open, false)
                       when r.quality = 0 then coalesce(d.counted_since, false)
                       else false end as apart
             from wanted w
            cross join lateral (
              select at, value, quality from energy.reading
               where at >= ${begins} and at < ${ends} and meter_id = w.meter_id and at >= w.begins and at < w.ends
              offset 0) r
             left join held h on (h.meter_id, h.at) = (w.meter_id, r.at)
            cross join lateral (
              select (array_agg(c.was order by c.corrected_at, c.id) filter (where c.corrected_at >= ${knownBefore}))[1] as was,
                     bool_or(c.corrected_at < ${knownBefore}) as corrected
                from energy.correction c where c.meter_id = w.meter_id and c.at = r.at) c
            cross join lateral (
              -- A doubt on receipt is about the reading that came with it, and not about one that was there before.
              select bool_or(d.found_at < ${knownBefore} and (d.state <> 'counted' or d.decided_at >= ${knownBefore})) as open,
                     bool_or(d.found_at < ${knownBefore} and d.state = 'counted' and d.decided_at >= ${knownBefore}) as counted_since
                from energy.doubt d
               where d.meter_id = w.meter_id and d.from_at <= r.at and d.to_at > r.at
                 and (d.rule <> all (${[...doubtsOnReceipt]}::text[]) or d.found_at = h.first)) d
            cross join lateral (
              select multiplier from instrument i
               where i.meter_id = w.meter_id and (i.from_at is null or i.from_at <= r.at)
               order by i.from_at desc nulls last limit 1) i
            cross join lateral (
              select max(p.repaired_at) as at from energy.repair p where p.meter_id = w.meter_id and r.at between p.from_at and p.to_at) p
            where case when p.at is null then h.first else coalesce(h.last, p.at) end < ${knownBefore})
    select meter_id as meter, day, coalesce(sum(amount) filter (where not apart), 0)::float8 as total, array[${sumOfHour}]::float8[] as hours,
           (count(*) filter (where not apart))::int as count, (count(*) filter (where quality = 1 and not apart))::int as estimated
      from read group by meter_id, day order by meter_id, day`);
}
