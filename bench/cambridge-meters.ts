/** Reads the Cambridge estates data: a year of hours of one meter, and the weather of that year. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { type DayKind, dayNumber, plainWeek } from '../domains/energy/methods/hour-series.ts';

/** Bank holidays of England and Wales, gov.uk/bank-holidays. */
const bankHolidays = new Set(
  `2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27
   2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26
   2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26
   2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
   2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28`.split(/\s+/),
);
export const kindOfDay = (day: string): DayKind => (bankHolidays.has(day) ? 'holiday' : plainWeek(day));

export interface TwoYears {
  readonly name: string;
  readonly train: (number | null)[];
  readonly test: (number | null)[];
}

/** Meters with electricity in both years, readings as the source has them (0 where it had none). */
export function metersOf(folder: string, train: string, test: string): TwoYears[] {
  return readdirSync(join(folder, 'hourly'))
    .filter((file) => file.endsWith('.csv.gz'))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap((file): TwoYears[] => {
      const rows = rowsOf(join(folder, 'hourly', file));
      const years = [yearOf(rows, train), yearOf(rows, test)] as const;
      const name = file.replace('UCam_Building_', '').replace('.csv.gz', '');
      return years[0] && years[1] ? [{ name, train: years[0], test: years[1] }] : [];
    });
}

/** Air temperature in °C. */
export function weatherOf(folder: string, year: string): (number | null)[] {
  const found = yearOf(rowsOf(join(folder, 'weather.csv.gz')), year);
  if (!found) throw new Error(`no weather of ${year}`);
  return found;
}

const rowsOf = (file: string): string[][] =>
  parse(gunzipSync(readFileSync(file)), { from_line: 2, skip_empty_lines: true }) as string[][];

function yearOf(rows: string[][], year: string): (number | null)[] | null {
  const first = dayNumber(`${year}-01-01`);
  const hours = (dayNumber(`${Number(year) + 1}-01-01`) - first) * 24;
  const values: (number | null)[] = Array.from({ length: hours }, () => null);
  let any = false;
  for (const [stamp, text] of rows) {
    if (!stamp?.startsWith(year) || text === undefined || text === '') continue;
    values[(dayNumber(stamp.slice(0, 10)) - first) * 24 + Number(stamp.slice(11, 13))] = Number(text);
    any = true;
  }
  return any ? values : null;
}
