/** A meter's hours as the methods take them, from its days: kWh (or m³, GJ) an hour from a first day on, null where nothing counts. */
import { type Id, sql, type Tx } from '@opengoa/kernel';
import { andBefore } from '../known-before.ts';
import { dayNumber, hoursOfDay } from '../methods/hour-series.ts';

export interface DayRow {
  readonly meter: Id;
  readonly day: string;
  readonly total: number;
  readonly hours: readonly (number | null)[];
  readonly count: number;
}

/**
 * Days of these meters from one day to before another, amounts in whole thousandths. An hour that lacks one of its readings is not known.
 * @param knownBefore those that have not changed at this instant or since: they stand as they stood then
 */
export async function daysOf(
  tx: Tx,
  meters: readonly Id[],
  from: string,
  toExclusive: string,
  knownBefore?: Date,
): Promise<DayRow[]> {
  const rows = await tx.rows<DayRow & { readonly intervalMinutes: number | null }>(sql`
    select d.meter_id as meter, d.day, d.total, d.hours::float8[] as hours, d.count, m.interval_minutes as "intervalMinutes"
      from energy.day d join energy.meter m on (m.node_id, m.id) = (d.node_id, d.meter_id)
     where d.meter_id = any (${[...meters]}::uuid[]) and d.day >= ${from} and d.day < ${toExclusive}
       ${andBefore(sql`d.changed_at`, knownBefore)} order by d.meter_id, d.day`);
  const lacking = rows.filter(
    ({ intervalMinutes, count }) =>
      intervalMinutes !== null && intervalMinutes < 60 && count > 0 && count < 1440 / intervalMinutes,
  );
  if (lacking.length === 0) return rows;
  const known = await wholeHours(tx, lacking);
  return rows.map((row) =>
    lacking.includes(row)
      ? {
          ...row,
          hours: row.hours.map((amount, hour) => (known.has(`${row.meter} ${row.day} ${hour}`) ? amount : null)),
        }
      : row,
  );
}

/** Which hours of these days have every one of their readings. */
async function wholeHours(
  tx: Tx,
  days: readonly { readonly meter: Id; readonly day: string; readonly intervalMinutes: number | null }[],
): Promise<Set<string>> {
  const rows = await tx.rows<{ meter: Id; day: string; hour: number }>(sql`
    select w.meter_id as meter, w.day, r.hour
      from unnest(${days.map(({ meter }) => meter)}::uuid[], ${days.map(({ day }) => day)}::date[],
                  ${days.map(({ intervalMinutes }) => intervalMinutes)}::int[]) as w (meter_id, day, minutes)
     cross join lateral (
       select extract(hour from at at time zone 'Asia/Shanghai')::int as hour, count(*) as count from energy.reading
        where meter_id = w.meter_id and quality <> 2 and at >= w.day::timestamp at time zone 'Asia/Shanghai'
          and at < (w.day + 1)::timestamp at time zone 'Asia/Shanghai' group by 1) r
     where r.count >= 60 / w.minutes`);
  return new Set(rows.map(({ meter, day, hour }) => `${meter} ${day} ${hour}`));
}

/** @param rows of one meter */
export function hoursOf(rows: readonly DayRow[], from: string, toExclusive: string): (number | null)[] {
  const first = dayNumber(from);
  const hours: (number | null)[] = Array.from({ length: (dayNumber(toExclusive) - first) * hoursOfDay }, () => null);
  for (const row of rows) {
    const at = (dayNumber(row.day) - first) * hoursOfDay;
    for (let hour = 0; hour < hoursOfDay; hour++) {
      const amount = row.hours[hour] ?? null;
      if (amount !== null) hours[at + hour] = amount / 1000;
    }
  }
  return hours;
}

/** Several meters added up; an hour that one of them lacks is not known of the whole. */
export function sumHours(series: readonly (readonly (number | null)[])[]): (number | null)[] {
  const [first = [], ...others] = series;
  return first.map((value, i) =>
    others.reduce<number | null>((sum, other) => {
      const next = other[i] ?? null;
      return sum === null || next === null ? null : sum + next;
    }, value),
  );
}
