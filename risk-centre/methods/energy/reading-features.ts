/**
 * What a learned judge is told of each reading: how unusual it is, alone and with the hours, the day and the days around it; how it differs from the
 * readings before and after it beyond what was expected (value changes, EN-04; Fu, Arjunan & Miller 2022); how lively the meter is; runs, zeroes, steps.
 * Every figure is in the meter's own measure and most are without a sign, so that what is learned of few meters speaks of others. Neither the meter's
 * name, nor the date, nor the clock is among them.
 */
import type { ExpectedReadings } from './expected-reading.ts';
import { ascending, medianOf, quantileOf, rankAmong } from './middle.ts';
import type { ReadingGrid } from './reading-grid.ts';
import { clipped, lastingFor, type Unusualness } from './unusualness.ts';
import { deviationAround, meanAround, mostAround, runLengths, shifted } from './windows.ts';

/** By name one column, as long as the grid; NaN where a figure cannot be said. */
export type ReadingFeatures = Readonly<Record<string, Float64Array>>;

const sizes = (values: Float64Array): Float64Array => values.map((value) => Math.abs(value));

export function readingFeatures(grid: ReadingGrid, known: ExpectedReadings, odd: Unusualness): ReadingFeatures {
  const { values, day, week } = grid;
  const { expected, usual } = known;
  const hour = Math.max(1, Math.round(day / 24));
  const middle = Math.max(1e-9, Math.abs(medianOf(values)));
  const amplitude = Math.max(quantileOf(expected, 0.9) - quantileOf(expected, 0.1), 0.05 * middle);
  const near = odd.z.map((value) => clipped(value, 10));
  const usualNear = odd.usualZ.map((value) => clipped(value, 10));
  const found: Record<string, Float64Array> = {
    score: odd.score,
    rank: ranksOf(odd.score),
    z: sizes(odd.z),
    'usual z': sizes(odd.usualZ),
    nearer: odd.z.map((value, i) => Math.min(Math.abs(value), Math.abs(odd.usualZ[i]!))),
    spike: odd.spike,
  };
  for (const hours of [1, 2, 4, 8, 12, 24]) {
    const reach = hours * hour;
    found[`lasting ${hours}`] = odd.lasting.get(hours) ?? lastingFor(odd.z, odd.usualZ, reach);
    found[`one way ${hours}`] = sizes(meanAround(near, -reach, reach));
    found[`usual one way ${hours}`] = sizes(meanAround(usualNear, -reach, reach));
  }
  found['lasting rank'] = ranksOf(found['lasting 4']!);
  const ratio = (base: Float64Array) =>
    values.map((value, i) => Math.abs(Math.log((Math.max(0, value) + 0.05 * middle) / (base[i]! + 0.05 * middle))));
  found['ratio 4'] = meanAround(ratio(expected), -4 * hour, 4 * hour);
  found['usual ratio 4'] = meanAround(ratio(usual), -4 * hour, 4 * hour);
  const share = (base: Float64Array) => values.map((value, i) => Math.min(3, Math.abs(value - base[i]!) / amplitude));
  found['share of swing 4'] = meanAround(share(expected), -4 * hour, 4 * hour);
  found['usual share of swing 4'] = meanAround(share(usual), -4 * hour, 4 * hour);
  for (const places of [hour, -hour, 2 * hour, -2 * hour]) {
    const other = shifted(near, places);
    found[`jump ${places / hour}`] = near.map((value, i) => Math.abs(value - other[i]!));
  }
  for (const places of [day, week]) {
    const [before, after] = [shifted(values, places), shifted(values, -places)];
    found[`change ${places / day}d`] = meanAround(
      values.map((value, i) => least(Math.abs(value - before[i]!), Math.abs(value - after[i]!)) / amplitude),
      -2 * hour,
      2 * hour,
    );
  }
  for (const places of [day, -day, week, -week])
    found[`lasting ${places / day}d away`] = shifted(found['lasting 4']!, places);
  const ofDay = meanAround(odd.score, -12 * hour, 12 * hour);
  found['of day'] = ofDay;
  found['beyond day'] = odd.score.map((value, i) => value - ofDay[i]!);
  for (const hours of [3, 12]) {
    const own = deviationAround(values, -hours * hour, hours * hour);
    const wanted = deviationAround(expected, -hours * hour, hours * hour);
    found[`liveliness ${hours}`] = own.map((value, i) =>
      Math.log((value + 0.01 * middle) / (wanted[i]! + 0.01 * middle)),
    );
    found[`movement ${hours}`] = own.map((value) => value / amplitude);
  }
  const runs = runLengths(values);
  found['stuck'] = odd.stuck.map((length) => Math.min(length / hour, 48));
  found['run nearby'] = mostAround(runs, -2 * hour, 2 * hour).map((length) => Math.log(length / hour));
  found['nothing read'] = values.map((value) => Number(value === 0 || value === 1));
  return found;
}

/** The lesser of two, and where one is not there the other. */
const least = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b));

function ranksOf(values: Float64Array): Float64Array {
  const sorted = ascending(values);
  return values.map((value) => rankAmong(sorted, value));
}
