/**
 * The hourly baseline on real buildings: fitted on one year, judged on the next, beside two peers in the same run.
 *
 *   node bench/baseline.ts <folder of the Cambridge estates data> [--train 2018] [--test 2019] [--each]
 *
 * Every method is judged on the same hours: those of the test year where the meter reads more than zero (the source
 * wrote 0 where a reading was missing), the temperature is known and the same hour a week before was read too.
 * Hourly CV(RMSE) and NMBE against n, since no parameter is estimated from the test year.
 */
import { parseArgs } from 'node:util';
import { median } from '@opengoa/kernel/robust-statistics';
import { fitStatistics } from '../domains/energy/methods/fit-statistics.ts';
import { dayNumber, slotsOfWeek, weekdayOf } from '../domains/energy/methods/hour-series.ts';
import { trackLevel } from '../domains/energy/methods/level-tracking.ts';
import { type TowtSettings, fitTowt, predictTowt } from '../domains/energy/methods/towt-baseline.ts';
import { kindOfDay, metersOf, weatherOf } from './cambridge-meters.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    train: { type: 'string', default: '2018' },
    test: { type: 'string', default: '2019' },
    each: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error(
    'usage: node bench/baseline.ts <folder with weather.csv.gz and hourly/> [--train Y] [--test Y] [--each]',
  );
  process.exit(2);
}

type Forecast = readonly (number | null)[];
const variants: Record<string, Partial<TowtSettings>> = { TOWT: {}, 'TOWT, one model': { seasons: 'one-model' } };
const weather = { train: weatherOf(folder, flags.train), test: weatherOf(folder, flags.test) };
const meters = metersOf(folder, flags.train, flags.test);
const scores = new Map<string, { cv: number; nmbe: number }[]>();
const silent: string[] = [];
const took: number[] = [];

for (const meter of meters) {
  const train = readingsOf(meter.train);
  const test = readingsOf(meter.test);
  const forecasts = new Map<string, Forecast>();
  for (const [label, settings] of Object.entries(variants)) {
    const before = performance.now();
    const fit = fitTowt(
      { startsOn: `${flags.train}-01-01`, electricityKwh: train, outdoorC: weather.train },
      { kindOfDay, ...settings },
    );
    took.push(performance.now() - before);
    if (fit.status !== 'ok') {
      silent.push(`${meter.name}: ${fit.reasons.map((reason) => reason.en).join('; ')}`);
      break;
    }
    const hours = predictTowt(fit.model, { startsOn: `${flags.test}-01-01`, outdoorC: weather.test }, kindOfDay);
    forecasts.set(
      label,
      hours.map((hour) => hour.expectedKwh),
    );
    if (label === 'TOWT') forecasts.set('TOWT, level of last 14 days', trackLevel(hours, test));
  }
  if (forecasts.size < 3) continue;
  forecasts.set('hour-of-week mean', hourOfWeekMean(train, test.length));
  forecasts.set('previous week, same hour', [...train.slice(-slotsOfWeek), ...test.slice(0, -slotsOfWeek)]);

  const judged = [...test.keys()].filter(
    (i) => test[i] !== null && [...forecasts.values()].every((f) => f[i] !== null),
  );
  const line: string[] = [];
  for (const [label, forecast] of forecasts) {
    const stats = fitStatistics(
      judged.map((i) => test[i]!),
      judged.map((i) => forecast[i]!),
      0,
    );
    if (stats.status !== 'ok') continue;
    scores.set(label, [...(scores.get(label) ?? []), { cv: stats.cvRmsePercent, nmbe: stats.nmbePercent }]);
    line.push(`${stats.cvRmsePercent.toFixed(1)}/${stats.nmbePercent.toFixed(1)}`.padStart(13));
  }
  if (flags.each) console.log(meter.name.padEnd(6), line.join(''));
}

console.log(
  `${meters.length} meters with electricity in ${flags.train} and ${flags.test}; ${silent.length} with insufficient data`,
);
for (const reason of silent) console.log(`  ${reason}`);
console.log(`fit: median ${median(took).toFixed(0)} ms\n`);
const columns = ['median CV(RMSE) %', 'mean', 'CV < 30 %', '|NMBE| < 10 %', 'both'];
console.log('method'.padEnd(28) + columns.map((column) => column.padStart(column.length + 3)).join(''));
for (const [label, rows] of scores) {
  const share = (of: (row: { cv: number; nmbe: number }) => boolean): string =>
    `${((100 * rows.filter(of).length) / rows.length).toFixed(0)} %`;
  const cells = [
    median(rows.map((row) => row.cv)).toFixed(2),
    (rows.reduce((sum, row) => sum + Math.min(row.cv, 100), 0) / rows.length).toFixed(2),
    share((row) => row.cv < 30),
    share((row) => Math.abs(row.nmbe) < 10),
    share((row) => row.cv < 30 && Math.abs(row.nmbe) < 10),
  ];
  console.log(label.padEnd(28) + cells.map((cell, i) => cell.padStart(columns[i]!.length + 3)).join(''));
}

/** A zero is a reading that the source did not have. */
function readingsOf(year: Forecast): Forecast {
  return year.map((kwh) => (kwh !== null && kwh > 0 ? kwh : null));
}

function hourOfWeekMean(train: Forecast, hours: number): Forecast {
  const place = (year: string, i: number): number => (weekdayOf(dayNumber(`${year}-01-01`)) * 24 + i) % slotsOfWeek;
  const sum = new Float64Array(slotsOfWeek);
  const count = new Float64Array(slotsOfWeek);
  train.forEach((kwh, i) => {
    if (kwh === null) return;
    sum[place(flags.train, i)]! += kwh;
    count[place(flags.train, i)]! += 1;
  });
  return Array.from({ length: hours }, (_, i) => {
    const slot = place(flags.test, i);
    return count[slot] ? sum[slot]! / count[slot] : null;
  });
}
