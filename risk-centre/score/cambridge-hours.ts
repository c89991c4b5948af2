/** Hours of electricity of real buildings, and the weather of the same hours, by people's clock. */
import { dayNumber, hoursOfDay, type HourSeries } from '@opengoa/energy/hour-series';
import { turnedTo } from '../methods/energy/summer-time.ts';
import { packedFilesIn, rowsOf, type Row } from './read-rows.ts';

const folder = 'cambridge-estates-energy';

/** A year of a building: learned from January to September, judged from October to December. */
export interface SplitYear {
  readonly name: string;
  readonly year: number;
  readonly series: HourSeries;
  /** First place that is judged, and the end. */
  readonly split: number;
  readonly end: number;
}

const leastPresent = 0.5;

/**
 * Each building's last year up to 2019 of whose two parts at least half was read: 2020 had its offices closed. A zero is a reading that the source did not
 * have. Stamps are UTC and people are not, so that hours stand by the clock of England.
 */
export function* cambridgeSplits(): Generator<SplitYear> {
  const weather = byYear(rowsOf(`${folder}/weather.csv.gz`) ?? [], 'air_temperature [degC]');
  for (const file of packedFilesIn(`${folder}/hourly`)) {
    const years = byYear(rowsOf(`${folder}/hourly/${file}`) ?? [], 'electricity_kwh');
    for (const year of [2019, 2018, 2017, 2016]) {
      const read = years.get(year)?.map((value) => (value === 0 ? null : value));
      const outdoorC = weather.get(year);
      if (!read || !outdoorC) continue;
      const startsOn = `${year}-01-01`;
      const split = (dayNumber(`${year}-10-01`) - dayNumber(startsOn)) * hoursOfDay;
      if (present(read.slice(0, split)) < leastPresent || present(read.slice(split)) < leastPresent) continue;
      yield {
        name: file.replace('UCam_Building_', '').replace('.csv.gz', ''),
        year,
        series: {
          startsOn,
          electricityKwh: turnedTo('europe', startsOn, read),
          outdoorC: turnedTo('europe', startsOn, outdoorC),
        },
        split,
        end: read.length,
      };
      break;
    }
  }
}

const present = (values: readonly (number | null)[]): number =>
  values.filter((value) => value !== null).length / values.length;

function byYear(rows: readonly Row[], column: string): Map<number, (number | null)[]> {
  const years = new Map<number, (number | null)[]>();
  for (const row of rows) {
    const text = row[column];
    const stamp = row['datetime']!;
    if (!text) continue;
    const year = Number(stamp.slice(0, 4));
    const first = dayNumber(`${year}-01-01`);
    const length = (dayNumber(`${year + 1}-01-01`) - first) * hoursOfDay;
    const values = years.get(year) ?? Array.from({ length }, (): number | null => null);
    years.set(year, values);
    values[(dayNumber(stamp.slice(0, 10)) - first) * hoursOfDay + Number(stamp.slice(11, 13))] = Number(text);
  }
  return years;
}

/** CV(RMSE) against n over the places where all have a value; `expected` begins at `from`. */
export function cvRmse(
  actual: readonly (number | null)[],
  expected: ArrayLike<number>,
  from: number,
  to: number,
  counts: (place: number) => boolean,
): number {
  let [squares, sum, count] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const value = actual[i] ?? null;
    if (value === null || Number.isNaN(expected[i - from]!) || !counts(i)) continue;
    squares += (value - expected[i - from]!) ** 2;
    sum += value;
    count += 1;
  }
  return count === 0 ? Number.NaN : Math.sqrt(squares / count) / (sum / count);
}

/** Full terms of the University of Cambridge as it publishes them years ahead, first and last day. */
const terms: readonly (readonly [string, string])[] = [
  ['2016-01-12', '2016-03-11'],
  ['2016-04-19', '2016-06-10'],
  ['2016-10-04', '2016-12-02'],
  ['2017-01-17', '2017-03-17'],
  ['2017-04-25', '2017-06-16'],
  ['2017-10-03', '2017-12-01'],
  ['2018-01-16', '2018-03-16'],
  ['2018-04-24', '2018-06-15'],
  ['2018-10-02', '2018-11-30'],
  ['2019-01-15', '2019-03-15'],
  ['2019-04-23', '2019-06-14'],
  ['2019-10-08', '2019-12-06'],
];

export const cambridgeTeaches = (day: string): boolean => terms.some(([from, to]) => from <= day && day <= to);
