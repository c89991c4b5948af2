/**
 * The hourly baseline on real buildings: fitted on one year, judged on the next, beside two peers in the same run.
 *
 *   node bench/baseline.ts <folder of the Cambridge estates data> [--train 2018] [--test 2019] [--each]
 *
 * Every method is judged on the same hours: those of the test year where the meter reads more than zero (the source
 * wrote 0 where a reading was missing), the temperature is known and the same hour a week before was read too.
 * Hourly CV(RMSE) and NMBE against n, since no parameter is estimated from the test year.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { fitStatistics } from '../domains/energy/methods/fit-statistics.ts';
import {
  type DayKind,
  type HourSeries,
  dayNumber,
  plainWeek,
  slotsOfWeek,
  weekdayOf,
} from '../domains/energy/methods/hour-series.ts';
import { trackLevel } from '../domains/energy/methods/level-tracking.ts';
import { median } from '@opengoa/kernel/robust-statistics';
import { type TowtSettings, fitTowt, predictTowt } from '../domains/energy/methods/towt-baseline.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    train: { type: 'string', default: '2018' },
    test: { type: 'string', default: '2019' },
    each: { type: 'boolean', default: false },
  },
});
const folder = positionals[0];
if (!folder || !existsSync(join(folder, 'weather.csv.gz'))) {
  console.error('usage: node bench/baseline.ts <folder with weather.csv.gz and hourly/>');
  process.exit(2);
}

/** Bank holidays of England and Wales, gov.uk/bank-holidays. */
const bankHolidays = new Set(
  `2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27
   2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26
   2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26
   2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
   2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28`.split(/\s+/),
);
const kindOfDay = (day: string): DayKind => (bankHolidays.has(day) ? 'holiday' : plainWeek(day));

const rowsOf = (file: string): string[][] =>
  parse(gunzipSync(readFileSync(file)), { from_line: 2, skip_empty_lines: true }) as string[][];

function yearOf(rows: string[][], column: number, year: string, zeroIsMissing: boolean): (number | null)[] | null {
  const first = dayNumber(`${year}-01-01`);
  const hours = (dayNumber(`${Number(year) + 1}-01-01`) - first) * 24;
  const values: (number | null)[] = Array.from({ length: hours }, () => null);
  let any = false;
  for (const row of rows) {
    const text = row[column];
    if (!row[0]?.startsWith(year) || text === undefined || text === '') continue;
    const value = Number(text);
    const at = (dayNumber(row[0].slice(0, 10)) - first) * 24 + Number(row[0].slice(11, 13));
    any = true;
    values[at] = zeroIsMissing && value <= 0 ? null : value;
  }
  return any ? values : null;
}

const weather = rowsOf(join(folder, 'weather.csv.gz'));
const outdoorC = { train: yearOf(weather, 1, flags.train, false)!, test: yearOf(weather, 1, flags.test, false)! };

function hourOfWeekMean(train: readonly (number | null)[], year: string): (number | null)[] {
  const first = weekdayOf(dayNumber(`${year}-01-01`)) * 24;
  const sum = new Float64Array(slotsOfWeek);
  const count = new Float64Array(slotsOfWeek);
  train.forEach((kwh, i) => {
    if (kwh === null) return;
    sum[(first + i) % slotsOfWeek]! += kwh;
    count[(first + i) % slotsOfWeek]! += 1;
  });
  return Array.from(sum, (s, slot) => (count[slot]! > 0 ? s / count[slot]! : null));
}

type Forecast = readonly (number | null)[];
interface Building {
  name: string;
  train: (number | null)[];
  test: (number | null)[];
}

const variants: Record<string, Partial<TowtSettings>> = {
  TOWT: {},
  'TOWT, one model': { seasons: 'one-model' },
};

const scores = new Map<string, { cv: number; nmbe: number }[]>();
const silent: string[] = [];
const started = performance.now();
let fitMs = 0;
let fits = 0;

const buildings = readdirSync(join(folder, 'hourly'))
  .filter((file) => file.endsWith('.csv.gz'))
  .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  .flatMap((file): Building[] => {
    const rows = rowsOf(join(folder, 'hourly', file));
    const train = yearOf(rows, 1, flags.train, true);
    const test = yearOf(rows, 1, flags.test, true);
    return train && test ? [{ name: file.replace('UCam_Building_', '').replace('.csv.gz', ''), train, test }] : [];
  });

for (const { name, train, test } of buildings) {
  const series: HourSeries = { startsOn: `${flags.train}-01-01`, electricityKwh: train, outdoorC: outdoorC.train };
  const forecasts: Record<string, Forecast> = {};
  for (const [label, settings] of Object.entries(variants)) {
    const before = performance.now();
    const fit = fitTowt(series, { kindOfDay, ...settings });
    fitMs += performance.now() - before;
    fits += 1;
    if (fit.status !== 'ok') {
      silent.push(`${name}: ${fit.reasons.map((reason) => reason.en).join('; ')}`);
      break;
    }
    const hours = predictTowt(fit.model, { startsOn: `${flags.test}-01-01`, outdoorC: outdoorC.test }, kindOfDay);
    forecasts[label] = hours.map((hour) => hour.expectedKwh);
    if (label === 'TOWT') forecasts['TOWT, level of last 14 days'] = trackLevel(hours, test);
  }
  if (Object.keys(forecasts).length < Object.keys(variants).length) continue;
  const means = hourOfWeekMean(train, flags.train);
  const first = weekdayOf(dayNumber(`${flags.test}-01-01`)) * 24;
  forecasts['hour-of-week mean'] = test.map((_, i) => means[(first + i) % slotsOfWeek] ?? null);
  forecasts['previous week, same hour'] = test.map(
    (_, i) => (i < slotsOfWeek ? train[train.length - slotsOfWeek + i] : test[i - slotsOfWeek]) ?? null,
  );

  const judged = [...test.keys()].filter(
    (i) => test[i] !== null && Object.values(forecasts).every((f) => f[i] !== null),
  );
  const line: string[] = [];
  for (const [label, forecast] of Object.entries(forecasts)) {
    const stats = fitStatistics(
      judged.map((i) => test[i]!),
      judged.map((i) => forecast[i]!),
      0,
    );
    if (stats.status !== 'ok') continue;
    scores.set(label, [...(scores.get(label) ?? []), { cv: stats.cvRmsePercent, nmbe: stats.nmbePercent }]);
    line.push(`${stats.cvRmsePercent.toFixed(1)}/${stats.nmbePercent.toFixed(1)}`);
  }
  if (flags.each) console.log(name.padEnd(6), line.map((x) => x.padStart(12)).join(''));
}

console.log(
  `${buildings.length} buildings with electricity in ${flags.train} and ${flags.test}; ${silent.length} with insufficient data`,
);
for (const reason of silent) console.log(`  ${reason}`);
console.log(
  `fit ${(fitMs / fits).toFixed(0)} ms each; ${((performance.now() - started) / 1000).toFixed(1)} s in all\n`,
);
console.log(
  `${'method'.padEnd(28)}${'median CV(RMSE) %'.padStart(18)}${'CV < 30 %'.padStart(11)}${'|NMBE| < 10 %'.padStart(15)}${'both'.padStart(8)}`,
);
for (const [label, rows] of scores) {
  const share = (of: (row: { cv: number; nmbe: number }) => boolean): string =>
    `${((100 * rows.filter(of).length) / rows.length).toFixed(0)} %`;
  console.log(
    label.padEnd(28) +
      median(rows.map((row) => row.cv))
        .toFixed(2)
        .padStart(18) +
      share((row) => row.cv < 30).padStart(11) +
      share((row) => Math.abs(row.nmbe) < 10).padStart(15) +
      share((row) => row.cv < 30 && Math.abs(row.nmbe) < 10).padStart(8),
  );
}
