/**
 * What a meter was expected to read, asked twice. `expected` is the median of the same hour of up to eight weeks around it: it follows seasons, and single
 * odd weeks pull at it little. `usual` is the median of the same hour of all weeks: what goes on for a month is seen against it. With a calendar, what is
 * expected of a holiday is the Sundays around it (EN-02); `usual` knows the week alone, since whether people call it odd that a building is shut differs.
 * With weather, readings are first brought to one temperature by slopes fitted to differences from week to week. What is asked is "does this hour look
 * like its own", not what next year will be.
 */
import { ascending, medianOf, quantileOf } from './middle.ts';
import { clockOf, type ReadingGrid } from './reading-grid.ts';

export interface ExpectedReadings {
  /** NaN where there are fewer than two readings to go by. */
  readonly expected: Float64Array;
  /** A robust standard deviation of what remains, above 0. */
  readonly spread: Float64Array;
  readonly usual: Float64Array;
  readonly usualSpread: Float64Array;
}

/** Weeks looked at, near ones first; at an end those of the other side make up for what is not there. */
const neighbours = 8;
const farthestWeeks = 8;

/** Base temperatures in °C of heating and cooling. */
const heatingBelowC = 15;
const coolingAboveC = 20;

/** @returns expected values and spreads for every place of the grid, those of gaps included */
export function expectedReadings(grid: ReadingGrid): ExpectedReadings {
  const effect = weatherEffect(grid);
  const values = effect ? grid.values.map((value, i) => value - effect[i]!) : grid.values;
  const negative = grid.values.some((value) => value < 0);
  const asRead = (adjusted: Float64Array) =>
    adjusted.map((value, i) => {
      const whole = value + (effect?.[i] ?? 0);
      return negative ? whole : Math.max(0, whole);
    });
  const period = periodOf(grid);
  const shifts = period === grid.week ? grid.profileShift : null;
  const expected = asRead(seasonalMedian(values, period, shifts));
  const usual = asRead(slotMedian(values, period));
  return { expected, spread: spreadOf(grid, expected, shifts), usual, usualSpread: spreadOf(grid, usual) };
}

/** A week where there are three of them, else a day where there are three, else everything is one hour. */
export const periodOf = ({ values, day, week }: ReadingGrid): number =>
  values.length >= 3 * week ? week : values.length >= 3 * day ? day : 1;

/**
 * The median of the places whole periods away.
 * @param shifts by place, how far away the day lies whose profile it follows; places with one stand for nobody else
 */
export function seasonalMedian(values: Float64Array, period: number, shifts: Int32Array | null = null): Float64Array {
  const found: number[] = [];
  const take = (place: number) => {
    const other = values[place];
    if (other !== undefined && !Number.isNaN(other) && !shifts?.[place]) found.push(other);
  };
  return Float64Array.from(values, (_, place) => {
    found.length = 0;
    const own = place + (shifts?.[place] ?? 0);
    if (own !== place) take(own);
    for (let k = 1; k <= farthestWeeks && found.length < neighbours; k++) {
      take(own - k * period);
      take(own + k * period);
    }
    return found.length < 2 ? Number.NaN : medianOf(found);
  });
}

function slotMedian(values: Float64Array, period: number): Float64Array {
  const middles = Float64Array.from({ length: Math.min(period, values.length) }, (_, slot) => {
    const own: number[] = [];
    for (let i = slot; i < values.length; i += period) own.push(values[i]!);
    return medianOf(own);
  });
  return values.map((_, i) => middles[i % period]!);
}

/** By place in the period, each with its neighbours on the clock, drawn towards the meter as a whole; never below a hundredth of the usual reading. */
function spreadOf(grid: ReadingGrid, expected: Float64Array, shifts: Int32Array | null = null): Float64Array {
  const { values } = grid;
  const period = periodOf(grid);
  const away = values.map((value, i) => Math.abs(value - expected[i]!));
  const overall = 1.4826 * medianOf(away);
  const floor = Math.max(0.01 * Math.abs(medianOf(values)), 1e-9);
  const near = Math.max(1, Math.round(grid.day / 24));
  const slots = Float64Array.from({ length: period }, (_, slot) => {
    const own: number[] = [];
    for (let around = slot - near; around <= slot + near; around += near)
      for (let i = ((around % period) + period) % period; i < away.length; i += period) own.push(away[i]!);
    const spread = 1.4826 * medianOf(own);
    return Number.isNaN(spread) ? overall : spread;
  });
  const safe = Number.isNaN(overall) ? floor : overall;
  return Float64Array.from(values, (_, i) => {
    const slot = slots[(((i + (shifts?.[i] ?? 0)) % period) + period) % period]!;
    return Math.max(floor, Math.sqrt(0.5 * (slot ** 2 + safe ** 2)));
  });
}

/** How much of each reading is owed to the temperature, by day and by night; null without weather. */
function weatherEffect(grid: ReadingGrid): Float64Array | null {
  const { outdoorC, values, week } = grid;
  if (!outdoorC || values.length < 3 * week) return null;
  const heat = outdoorC.map((t) => Math.max(heatingBelowC - t, 0));
  const cool = outdoorC.map((t) => Math.max(t - coolingAboveC, 0));
  const inUse = Float64Array.from(values, (_, i) => {
    const { dayShare, weekday } = clockOf(grid, i);
    return weekday < 5 && dayShare >= 7 / 24 && dayShare < 19 / 24 ? 1 : 0;
  });
  const slopes = [0, 1].map((part) => {
    const rows: [number, number, number][] = [];
    for (let i = week; i < values.length; i++) {
      const row: [number, number, number] = [
        heat[i]! - heat[i - week]!,
        cool[i]! - cool[i - week]!,
        values[i]! - values[i - week]!,
      ];
      if (inUse[i] === part && row.every((each) => !Number.isNaN(each))) rows.push(row);
    }
    return robustSlopes(rows);
  });
  return Float64Array.from(values, (_, i) => {
    const [heating, cooling] = slopes[inUse[i]!]!;
    const effect = heating * heat[i]! + cooling * cool[i]!;
    return Number.isNaN(effect) ? 0 : effect;
  });
}

/** Least squares of two slopes without an intercept, twice, the second time without the tenth that fits worst; slopes below 0 are none. */
function robustSlopes(rows: readonly (readonly [number, number, number])[]): readonly [number, number] {
  const fit = (some: readonly (readonly [number, number, number])[]): [number, number] => {
    let [aa, ab, bb, ay, by] = [1e-6, 0, 1e-6, 0, 0];
    for (const [a, b, y] of some) {
      aa += a * a;
      ab += a * b;
      bb += b * b;
      ay += a * y;
      by += b * y;
    }
    const below = aa * bb - ab * ab;
    return [Math.max(0, (bb * ay - ab * by) / below), Math.max(0, (aa * by - ab * ay) / below)];
  };
  if (rows.length < 100) return [0, 0];
  const first = fit(rows);
  const off = rows.map(([a, b, y]) => Math.abs(y - first[0] * a - first[1] * b));
  const limit = quantileOf(ascending(off), 0.9);
  return fit(rows.filter((_, i) => off[i]! <= limit));
}
