/**
 * A baseline that gaps and level shifts do not upset: one small regression for each hour of the day, drawn towards nothing where little was seen (ridge),
 * with errors beyond 1.5 spreads weighing less (Huber 1964), and, where asked, with the recent past weighing more.
 *
 * It knows the weekday, working day and holiday, warmth of the last day and of the last hours, and the length of the day, each with its own slope on
 * working days. Where TOWT (EN-02) needs every hour of the week, this one borrows what was not seen from the rest of the week.
 */
import { hoursOfDay } from '@opengoa/energy/hour-series';
import type { Circumstances } from './circumstances.ts';
import { addRow, normalEquations, solveRidge } from './normal-equations.ts';

export interface HourRegressionSettings {
  /** Days after which a reading weighs half. */
  readonly halfLifeDays?: number;
}

export interface HourRegression {
  /** For each hour of the day, by the order of `featuresAt`, as shares of `mean`. */
  readonly coefficients: readonly (Float64Array | null)[];
  readonly mean: number;
  /** Temperatures are held to what was seen, a tenth of its width beyond at most. */
  readonly seenDayC: readonly [number, number];
  readonly seenNowC: readonly [number, number];
  readonly withTemperature: boolean;
  readonly withDaylight: boolean;
  readonly neverNegative: boolean;
}

const columns = 16;
const heatingBelowC = 15;
const coolingAboveC = 16;
const ridge = Float64Array.from({ length: columns }, (_, i) => (i === 0 ? 1e-6 : 2));
const rounds = 4;
const huber = 1.5;
/** Warmth and daylight are only told apart once the seasons were seen. */
export const leastDaysForTemperature = 56;
export const leastDaysForDaylight = 180;

/**
 * @param kwh one a place, NaN where nothing was read or the place is not to be learned from
 * @returns null where fewer than two days were read
 */
export function fitHourRegression(
  kwh: Float64Array,
  around: Circumstances,
  from: number,
  to: number,
  { halfLifeDays = Number.POSITIVE_INFINITY }: HourRegressionSettings = {},
): HourRegression | null {
  let [sum, count, least] = [0, 0, 0];
  const day = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  const now = { ...day };
  for (let i = from; i < to; i++) {
    const value = kwh[i]!;
    if (Number.isNaN(value)) continue;
    sum += Math.abs(value);
    count += 1;
    least = Math.min(least, value);
    day.low = Math.min(day.low, around.dayC[i]!);
    day.high = Math.max(day.high, around.dayC[i]!);
    now.low = Math.min(now.low, around.nowC[i]!);
    now.high = Math.max(now.high, around.nowC[i]!);
  }
  if (count < 2 * hoursOfDay || sum === 0) return null;
  const beyond = ({ low, high }: typeof day): readonly [number, number] => {
    const margin = 0.1 * (high - low);
    return [low - margin, high + margin];
  };
  const days = count / hoursOfDay;
  const shape = {
    mean: sum / count,
    seenDayC: beyond(day),
    seenNowC: beyond(now),
    withTemperature: around.hasTemperature && days >= leastDaysForTemperature,
    withDaylight: days >= leastDaysForDaylight,
    neverNegative: least >= 0,
  };
  const coefficients = Array.from({ length: hoursOfDay }, (_, hour) => {
    const places: number[] = [];
    for (let i = from + ((((hour - from) % hoursOfDay) + hoursOfDay) % hoursOfDay); i < to; i += hoursOfDay)
      if (!Number.isNaN(kwh[i]!)) places.push(i);
    return places.length < 3 ? null : fitHour(kwh, around, places, to, shape, halfLifeDays);
  });
  return { coefficients, ...shape };
}

type Shape = Omit<HourRegression, 'coefficients'>;

function fitHour(
  kwh: Float64Array,
  around: Circumstances,
  places: readonly number[],
  to: number,
  shape: Shape,
  halfLifeDays: number,
): Float64Array {
  const rows = places.map((i) => featuresAt(around, i, shape));
  const answers = places.map((i) => kwh[i]! / shape.mean);
  const recency = places.map((i) => 0.5 ** ((to - i) / hoursOfDay / halfLifeDays));
  let weights = recency;
  let found = new Float64Array(columns);
  for (let round = 0; round < rounds; round++) {
    const equations = normalEquations(columns);
    rows.forEach((row, r) => addRow(equations, row, answers[r]!, weights[r]));
    found = Float64Array.from(solveRidge(equations, ridge));
    const sizes = rows.map((row, r) => Math.abs(answers[r]! - dot(row, found)));
    const spread = 1.4826 * sizes.toSorted((a, b) => a - b)[sizes.length >> 1]! + 1e-6;
    weights = recency.map((weight, r) => weight * Math.min(1, (huber * spread) / Math.max(sizes[r]!, 1e-9)));
  }
  return found;
}

/** What the model expects of the places, in the unit of the readings; NaN where the hour of the day was never read. */
export function predictHourRegression(
  model: HourRegression,
  around: Circumstances,
  from: number,
  to: number,
): Float64Array {
  const expected = new Float64Array(to - from);
  const row = new Float64Array(columns);
  for (let i = from; i < to; i++) {
    const coefficients = model.coefficients[i % hoursOfDay];
    const value = coefficients ? model.mean * dot(featuresAt(around, i, model, row), coefficients) : Number.NaN;
    expected[i - from] = model.neverNegative ? Math.max(0, value) : value;
  }
  return expected;
}

function featuresAt(around: Circumstances, i: number, shape: Shape, row = new Float64Array(columns)): Float64Array {
  row.fill(0);
  const working = around.working[i]!;
  row[0] = 1;
  row[1] = working;
  row[2] = around.holiday[i]!;
  row[3 + around.weekday[i]!] = 1;
  if (shape.withTemperature) {
    row[10] = Math.max(heatingBelowC - held(around.dayC[i]!, shape.seenDayC), 0) / 10;
    row[11] = Math.max(held(around.nowC[i]!, shape.seenNowC) - coolingAboveC, 0) / 10;
  }
  if (shape.withDaylight) row[12] = around.daylight[i]!;
  for (let k = 0; k < 3; k++) row[13 + k] = working * row[10 + k]!;
  return row;
}

const held = (value: number, [low, high]: readonly [number, number]): number => Math.min(Math.max(value, low), high);

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
