/** A meter's hours as the methods take them, from its days: kWh (or m³, GJ) an hour from a first day on, null where nothing counts. */
import { type Id, sql, type Tx } from '@opengoa/kernel';
import { dayNumber, hoursOfDay } from '../methods/hour-series.ts';

export interface DayRow {
  readonly meter: Id;
  readonly day: string;
  readonly total: number;
  readonly hours: readonly (number | null)[];
  readonly count: number;
}

/** Days of these meters from one day to before another. Amounts in whole thousandths. */
export const daysOf = (tx: Tx, meters: readonly Id[], from: string, toExclusive: string): Promise<DayRow[]> =>
  tx.rows<DayRow>(sql`
    select meter_id as meter, day, total, hours::float8[] as hours, count from energy.day
     where meter_id = any (${[...meters]}::uuid[]) and day >= ${from} and day < ${toExclusive} order by meter_id, day`);

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
