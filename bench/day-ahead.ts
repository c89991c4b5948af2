/**
 * The day-ahead forecast (EN-06) on every meter of the Cambridge estates: each day of a year forecast as it would have been, on the evening before
 * and without any forecast of the weather, held against the ensemble of the last seven days.
 *
 *   node scripts/on-node-24.mjs bench/day-ahead.ts [folder] [first year] [second year]
 */
import { join } from 'node:path';
import { replayDayAhead } from '../domains/energy/methods/day-ahead.ts';
import { trustworthyHours } from '../domains/energy/methods/trustworthy-hours.ts';
import { kindOfDay, metersOf, weatherOf } from './cambridge-meters.ts';
import { median } from './median.ts';

const [folder = join(import.meta.dirname, '../demo/meters'), first = '2018', second = '2019'] = process.argv.slice(2);
const outdoorC = [...weatherOf(folder, first), ...weatherOf(folder, second)];
const said = metersOf(folder, first, second).flatMap(({ name, train, test }) => {
  const electricityKwh = trustworthyHours([...train, ...test]).kwh;
  const series = { startsOn: `${first}-01-01`, electricityKwh, outdoorC };
  const replay = replayDayAhead(series, { kindOfDay }, train.length / 24);
  if (replay.status !== 'ok') {
    console.log(`${name}: ${replay.reasons.map(({ en }) => en).join('; ')}`);
    return [];
  }
  const { nrmsePercent, floorNrmsePercent, coverage, days } = replay;
  console.log(
    `${name.padEnd(6)} ${days} days  NRMSE ${nrmsePercent.toFixed(2)} %  ensemble ${floorNrmsePercent.toFixed(2)} %  within the band ${(100 * coverage).toFixed(1)} %`,
  );
  return [replay];
});
const middle = (of: (each: (typeof said)[number]) => number) => median(said.map(of)).toFixed(2);
console.log(
  `median of ${said.length}: NRMSE ${middle((each) => each.nrmsePercent)} %  ensemble ${middle((each) => each.floorNrmsePercent)} %  within the band ${middle((each) => 100 * each.coverage)} %; better than the ensemble on ${said.filter((each) => each.nrmsePercent < each.floorNrmsePercent).length}`,
);
