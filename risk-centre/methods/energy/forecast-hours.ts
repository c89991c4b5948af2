/**
 * EN-06, the hours to come of one meter: its baseline, corrected by how the meter has lately stood against it, or the mean of the same hour on the last
 * seven days where the correction does not beat that on the last sixty days.
 *
 * The correction is a ridge regression of the baseline's error on what is known at the origin: its error of the last hours and of the last day, at the same
 * hour of the last day, of the last seven and of the same weekdays, and the distance to the mean of the last seven days. It is learned for each distance in
 * days from origins at the same hour of the day, and its errors are those of baselines that have not seen the day. A distance that was not learned takes the
 * next shorter one.
 */
import { type HourSeries, type KindOfDay, hoursOfDay } from '@opengoa/energy/hour-series';
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import { calibratedHalves, type PastError } from './calibrated-band.ts';
import { energyBaseline } from './energy-baseline.ts';
import { addRow, normalEquations, solveRidge } from './normal-equations.ts';

export type ForecastMethod = 'tracked-baseline' | 'last-seven-days';

export interface HourForecast {
  /** One an hour, the first being the first hour that is not known. */
  readonly expected: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** By which way, for each day of distance. */
  readonly methods: readonly ForecastMethod[];
  readonly coldStart: boolean;
  readonly trainedDays: number;
}

export interface ForecastSettings {
  readonly kindOfDay: KindOfDay;
  readonly nominal?: number;
}

/** Places from local midnight on, in their order; `error` is what was read less what the baseline says, NaN where either is missing. */
export interface Tracked {
  readonly kwh: Float64Array;
  readonly baseline: Float64Array;
  readonly error: Float64Array;
  readonly working: Uint8Array;
}

const trainingDays = 400;
const learnedOrigins = 180;
const scoredOrigins = 60;
const leastOrigins = 10;
const distances = [1, 2, 3, 4, 5, 6, 7, 14, 28];
const bandHalfLifeDays = 30;
const columns = 8;

/**
 * @param series readings up to `known`; `outdoorC` may go on beyond, as a forecast of the weather does, and where it ends its last day is repeated
 * @param known places that are known; the first hour forecast is this place
 * @param horizon hours to forecast
 * @returns `insufficient_data` below 14 days of readings
 */
export function forecastHours(
  series: HourSeries,
  known: number,
  horizon: number,
  { kindOfDay, nominal = 0.9 }: ForecastSettings,
): MethodResult<HourForecast> {
  const length = Math.ceil((known + horizon) / hoursOfDay) * hoursOfDay;
  const padded = <T>(values: readonly (T | null)[], upTo: number) =>
    Array.from({ length }, (_, i) => (i < upTo ? (values[i] ?? null) : null));
  const to = Math.floor(known / hoursOfDay) * hoursOfDay;
  const from = Math.max(0, to - trainingDays * hoursOfDay);
  const whole = {
    startsOn: series.startsOn,
    electricityKwh: padded(series.electricityKwh, known),
    outdoorC: padded(series.outdoorC, length),
  };
  const baseline = energyBaseline(whole, from, to, { kindOfDay, nominal });
  if (baseline.status !== 'ok') return baseline;
  const { expected, unseen, learned, working, coldStart, trainedDays } = baseline;
  const kwh = learned.slice();
  for (let i = to; i < known; i++) kwh[i] = whole.electricityKwh[i] ?? Number.NaN;
  const forecaster = learnForecaster(trackedOf(kwh, expected, working, unseen), from, known, horizon, nominal);
  const made = forecastFrom(forecaster, trackedOf(kwh, expected, working), known, horizon);
  if (!made) return insufficient({ zh: '预测起点前没有读数', en: 'nothing was read before', needed: 1, found: 0 });
  return ok({ ...made, coldStart, trainedDays });
}

/**
 * What a forecast is made from: errors against the baseline that also tells the hours to come.
 * @param unseen for learning: the baseline by models that had not seen the place, NaN where there is none, so that errors are as large as those to come
 */
export function trackedOf(
  kwh: Float64Array,
  expected: Float64Array,
  working: Uint8Array,
  unseen?: Float64Array,
): Tracked {
  const baseline = unseen ? expected.map((value, i) => (Number.isNaN(unseen[i]!) ? value : unseen[i]!)) : expected;
  return { kwh, baseline, working, error: kwh.map((value, i) => value - baseline[i]!) };
}

/** What was learned before an origin; it serves later origins at the same hour of the day as well. */
export interface Forecaster {
  readonly ways: ReadonlyMap<number, Way>;
  readonly neverNegative: boolean;
}

/** @param from first place to learn from. @param origin places from here on are not looked at */
export function learnForecaster(
  tracked: Tracked,
  from: number,
  origin: number,
  horizon: number,
  nominal: number,
): Forecaster {
  const days = Math.ceil(horizon / hoursOfDay);
  const needed = distances.filter((distance) => distance <= days);
  return {
    ways: new Map(needed.map((distance) => [distance, learnWay(tracked, from, origin, distance, nominal)])),
    neverNegative: !tracked.kwh.some((value, i) => i < origin && value < 0),
  };
}

/** Forecasts from an origin by what stands before it. @returns null where nothing was read in the last week */
export function forecastFrom(
  { ways, neverNegative }: Forecaster,
  tracked: Tracked,
  origin: number,
  horizon: number,
): Omit<HourForecast, 'coldStart' | 'trainedDays'> | null {
  const low = new Float64Array(horizon);
  const high = new Float64Array(horizon);
  const expected = new Float64Array(horizon);
  const methods: ForecastMethod[] = [];
  for (let day = 1; day <= Math.ceil(horizon / hoursOfDay); day++) {
    const way = ways.get(distances.findLast((each) => each <= day)!)!;
    methods.push(way.method);
    for (let j = (day - 1) * hoursOfDay; j < Math.min(day * hoursOfDay, horizon); j++) {
      const place = origin + j;
      const value = byWay(way, tracked, origin, place);
      if (Number.isNaN(value)) return null;
      const half = way.halves[kindAt(tracked, place)]!;
      expected[j] = neverNegative ? Math.max(0, value) : value;
      low[j] = neverNegative ? Math.max(0, value - half) : value - half;
      high[j] = expected[j]! + half;
    }
  }
  return { expected, low, high, methods };
}

export interface Way {
  readonly method: ForecastMethod;
  readonly coefficients: Float64Array | null;
  readonly halves: Float64Array;
}

const kindAt = ({ working }: Tracked, place: number): number => (place % hoursOfDay) * 2 + (working[place] ?? 0);

function byWay({ coefficients }: Way, tracked: Tracked, origin: number, place: number): number {
  const floor = lastSeven(tracked.kwh, origin, place);
  if (!coefficients) return floor;
  const corrected = correctedBy(coefficients, tracked, origin, place, floor);
  return Number.isNaN(corrected) ? floor : corrected;
}

function correctedBy(
  coefficients: Float64Array,
  tracked: Tracked,
  origin: number,
  place: number,
  floor: number,
): number {
  const row = knownAt(tracked, origin, place, floor);
  let value = tracked.baseline[place]!;
  for (let k = 0; k < columns; k++) value += coefficients[k]! * row[k]!;
  return value;
}

function learnWay(tracked: Tracked, from: number, origin: number, distance: number, nominal: number): Way {
  const { kwh, error } = tracked;
  const equations = normalEquations(columns);
  let squares = 0;
  let rows = 0;
  const origins = originsBefore(from, origin, distance, learnedOrigins);
  for (const past of origins)
    for (const place of placesFrom(past, distance)) {
      if (Number.isNaN(error[place]!)) continue;
      addRow(equations, knownAt(tracked, past, place, lastSeven(kwh, past, place)), error[place]!);
      squares += error[place]! ** 2;
      rows += 1;
    }
  const enough = rows >= leastOrigins * hoursOfDay;
  // The ridge is a thousandth of what the rows themselves weigh, so that it means the same for every meter.
  const ridge = new Float64Array(columns).fill((0.01 * squares) / columns + 1e-9);
  const coefficients = enough ? solveRidge(equations, ridge) : null;
  const ours = pastErrors(coefficients, tracked, origins.slice(-scoredOrigins), distance);
  const floor = pastErrors(null, tracked, origins.slice(-scoredOrigins), distance);
  const best = coefficients !== null && meanSquare(ours) < meanSquare(floor) ? ours : floor;
  return {
    method: best === ours ? 'tracked-baseline' : 'last-seven-days',
    coefficients: best === ours ? coefficients : null,
    halves: calibratedHalves(best, 2 * hoursOfDay, nominal, bandHalfLifeDays * hoursOfDay),
  };
}

/** Origins at the same hour of the day whose day at this distance is known, oldest first. */
function originsBefore(from: number, origin: number, distance: number, most: number): number[] {
  const found: number[] = [];
  for (
    let past = origin - distance * hoursOfDay;
    past >= from + 7 * hoursOfDay && found.length < most;
    past -= hoursOfDay
  )
    found.push(past);
  return found.toReversed();
}

const placesFrom = (origin: number, distance: number): number[] =>
  Array.from({ length: hoursOfDay }, (_, j) => origin + (distance - 1) * hoursOfDay + j);

function pastErrors(
  coefficients: Float64Array | null,
  tracked: Tracked,
  origins: readonly number[],
  distance: number,
): PastError[] {
  return origins.flatMap((past) =>
    placesFrom(past, distance).flatMap((place) => {
      const floor = lastSeven(tracked.kwh, past, place);
      const value = coefficients ? correctedBy(coefficients, tracked, past, place, floor) : floor;
      const size = Math.abs(tracked.kwh[place]! - (Number.isNaN(value) ? floor : value));
      return Number.isNaN(size) ? [] : [{ size, kind: kindAt(tracked, place) }];
    }),
  );
}

const meanSquare = (errors: readonly PastError[]): number =>
  errors.length === 0 ? Number.POSITIVE_INFINITY : errors.reduce((sum, { size }) => sum + size ** 2, 0) / errors.length;

/** The persistence ensemble: mean of the same hour on the last seven known days; NaN where none was read. */
export const lastSeven = (kwh: Float64Array, origin: number, place: number): number =>
  meanAt(kwh, lastSame(origin, place), 7, hoursOfDay);

/** The last known place of the same hour of the day. */
const lastSame = (origin: number, place: number): number =>
  place - Math.ceil((place - origin + 1) / hoursOfDay) * hoursOfDay;

function meanAt(values: Float64Array, last: number, most: number, step: number): number {
  let [sum, count] = [0, 0];
  for (let k = 0; k < most; k++) {
    const value = values[last - k * step];
    if (value === undefined || Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}

const orNothing = (value: number): number => (Number.isNaN(value) ? 0 : value);

/** What is known at an origin of how the meter stands against its baseline; what is missing says nothing. */
function knownAt({ error, baseline, working }: Tracked, origin: number, place: number, floor: number): Float64Array {
  const same = lastSame(origin, place);
  const week = 7 * hoursOfDay;
  const sameWeekday = place - Math.ceil((place - origin + 1) / week) * week;
  const fading = Math.exp(-(place - origin) / 6);
  const lastDay = orNothing(meanAt(error, origin - 1, hoursOfDay, 1));
  const lastDays = orNothing(meanAt(error, same, 7, hoursOfDay));
  const row = new Float64Array(columns);
  row[0] = fading * orNothing(meanAt(error, origin - 1, 3, 1));
  row[1] = lastDay;
  row[2] = orNothing(error[same] ?? Number.NaN);
  row[3] = lastDays;
  row[4] = orNothing(meanAt(error, sameWeekday, 4, week));
  row[5] = orNothing(floor - baseline[place]!);
  row[6] = working[place] === working[same] ? row[2] : 0;
  row[7] = orNothing(meanAt(error, origin - 1, week, 1));
  return row;
}
