/**
 * How unusual each reading is among its own meter's, without any label: its distance from what was expected and from what is usual, each with the hours
 * around it, since what is odd lasts; a value far from both of its neighbours; a run of one and the same value where the meter otherwise moves.
 */
import type { ExpectedReadings } from './expected-reading.ts';
import type { ReadingGrid } from './reading-grid.ts';
import { meanAround, runLengths } from './windows.ts';

export interface Unusualness {
  /** Distance from what was expected, in spreads, with its sign; and from what is usual. */
  readonly z: Float64Array;
  readonly usualZ: Float64Array;
  /** By hours to either side, the geometric mean of both distances over them: a season is far from usual only, an echo of a neighbour week from expected only. */
  readonly lasting: ReadonlyMap<number, Float64Array>;
  /** How far a reading stands from both neighbours, beyond what was expected of them. */
  readonly spike: Float64Array;
  /** Places that a stuck run covers: its length, else 0. */
  readonly stuck: Float64Array;
  /** All together, in spreads: above about 3 it is worth a look. */
  readonly score: Float64Array;
}

const farthest = 10;
const reaches = [1, 4, 8] as const;
/** A run of so many equal hours may be stuck. */
const stuckHours = 12;
const stuckWorth = 5;

export const clipped = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

export function unusualness(grid: ReadingGrid, known: ExpectedReadings): Unusualness {
  const { values, day } = grid;
  const hour = Math.max(1, Math.round(day / 24));
  const z = values.map((value, i) => clipped((value - known.expected[i]!) / known.spread[i]!, 50));
  const usualZ = values.map((value, i) => clipped((value - known.usual[i]!) / known.usualSpread[i]!, 50));
  const lasting = new Map(reaches.map((reach) => [reach, lastingFor(z, usualZ, reach * hour)]));
  const spike = values.map((_, i) => {
    const off = Math.min(Math.abs(z[i]! - (z[i - 1] ?? z[i]!)), Math.abs(z[i]! - (z[i + 1] ?? z[i]!)));
    return Math.min(farthest, Number.isNaN(off) ? 0 : off);
  });
  const stuck = stuckRuns(values, stuckHours * hour);
  const score = values.map((value, i) => {
    const mean = reaches.reduce((sum, reach) => sum + lasting.get(reach)![i]!, 0) / reaches.length;
    const whole = Math.max(Number.isNaN(mean) ? 0 : mean, spike[i]! / 2) + (stuck[i]! > 0 ? stuckWorth : 0);
    return Number.isNaN(value) ? Number.NaN : whole;
  });
  return { z, usualZ, lasting, spike, stuck, score };
}

export function lastingFor(z: Float64Array, usualZ: Float64Array, reach: number): Float64Array {
  const size = (all: Float64Array) =>
    meanAround(
      all.map((each) => Math.min(farthest, Math.abs(each))),
      -reach,
      reach,
    );
  const usual = size(usualZ);
  return size(z).map((each, i) => Math.sqrt(each * usual[i]!));
}

/** Runs of one value so long that chance, by how often the meter repeats itself otherwise, makes less than one such in a hundred series. */
function stuckRuns(values: Float64Array, least: number): Float64Array {
  const runs = runLengths(values);
  let others = 1;
  let repeats = 1;
  for (let i = 1; i < values.length; i++)
    if (runs[i]! < least && !Number.isNaN(values[i]!)) {
      others += 1;
      if (values[i] === values[i - 1]) repeats += 1;
    }
  const byChance = (length: number) => values.length * (repeats / others) ** (length - 1);
  return runs.map((length) => (length >= least && byChance(length) < 0.01 ? length : 0));
}
