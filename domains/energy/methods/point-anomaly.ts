/**
 * EN-04, single readings that cannot be right by themselves. These rules are documentary: each names a stretch of readings
 * and what contradicts what, and needs no model. They also tell a baseline which readings not to learn from.
 */
import { hoursOfDay } from './hour-series.ts';

export type PointRule =
  | 'negative'
  | 'stuck'
  | 'dead-meter'
  | 'zero-in-occupied-hours'
  | 'multiplier-jump'
  | 'register-falls'
  | 'register-overflow';

export interface PointAnomaly {
  readonly rule: PointRule;
  /** Positions in the series, the end not included. */
  readonly from: number;
  readonly toExclusive: number;
  /** The reading that stands for the stretch: the first of it. */
  readonly value: number;
}

export interface PointSettings {
  /** Shortest run of identical non-zero readings that counts as stuck, in intervals. */
  readonly stuckRun?: number;
  /** Shortest run of zeros that counts as a dead meter, in intervals. */
  readonly deadRun?: number;
  /** Whether the building is in use at a position; without it no zero is judged alone. */
  readonly occupiedAt?: (position: number) => boolean;
  /** The meter's multiplier (CT ratio); a step up and back by this very factor is a lost or doubled multiplier. */
  readonly multiplier?: number;
}

/**
 * Runs and values of interval readings that contradict themselves.
 *
 * A constant meter (a standby circuit) is not stuck: `stuck` is only said where the meter otherwise varies, that is where
 * fewer than a tenth of its readings outside such runs repeat the one before. In the same way a meter that reads zero more
 * than a tenth of the time is never `dead-meter`.
 */
export function pointAnomalies(values: readonly (number | null)[], settings: PointSettings = {}): PointAnomaly[] {
  const stuckRun = settings.stuckRun ?? 12;
  const deadRun = settings.deadRun ?? hoursOfDay;
  const found: PointAnomaly[] = [];
  const runs = runsOf(values);
  const short = runs.filter((run) => run.toExclusive - run.from < stuckRun);
  const shortHours = short.reduce((sum, run) => sum + run.toExclusive - run.from, 0);
  const varies = shortHours > 0 && (shortHours - short.length) / shortHours < 0.1;
  const read = values.filter((value) => value !== null).length;
  const shortZeros = runs.filter((run) => run.value === 0 && run.toExclusive - run.from < deadRun);
  const oftenZero = shortZeros.reduce((sum, run) => sum + run.toExclusive - run.from, 0) > 0.1 * read;

  for (const run of runs) {
    const length = run.toExclusive - run.from;
    if (run.value < 0) found.push({ rule: 'negative', ...run });
    else if (run.value === 0 && length >= deadRun) {
      if (!oftenZero) found.push({ rule: 'dead-meter', ...run });
    } else if (run.value === 0) {
      const { occupiedAt } = settings;
      if (!oftenZero && occupiedAt && positions(run).some(occupiedAt))
        found.push({ rule: 'zero-in-occupied-hours', ...run });
    } else if (length >= stuckRun && varies) found.push({ rule: 'stuck', ...run });
  }
  if (settings.multiplier && settings.multiplier > 1) found.push(...multiplierJumps(values, settings.multiplier));
  return found.toSorted((a, b) => a.from - b.from);
}

/**
 * Readings of a cumulative register that fall. A fall from the last tenth of the register's range to its first tenth is an
 * overflow, which is harmless once it is known; any other fall needs a meter change on record.
 * @param registerEnd the value at which the register starts again from zero (1 000 000 for six digits)
 */
export function registerAnomalies(register: readonly (number | null)[], registerEnd: number): PointAnomaly[] {
  const found: PointAnomaly[] = [];
  let last: number | null = null;
  register.forEach((value, i) => {
    if (value === null) return;
    if (last !== null && value < last) {
      const overflow = last >= 0.9 * registerEnd && value <= 0.1 * registerEnd;
      found.push({ rule: overflow ? 'register-overflow' : 'register-falls', from: i, toExclusive: i + 1, value });
    }
    last = value;
  });
  return found;
}

export interface ValueChange {
  /** x_t − x_{t−s}; null where that reading is missing. */
  readonly difference: number | null;
  /** (x_t + 1) / (x_{t−s} + 1) */
  readonly ratio: number | null;
}

/** How a reading differs from those `shifts` intervals before it (negative: after it), the strongest features known for point anomalies. */
export function valueChanges(
  values: readonly (number | null)[],
  position: number,
  shifts: readonly number[],
): ValueChange[] {
  const here = values[position] ?? null;
  return shifts.map((shift) => {
    const other = values[position - shift] ?? null;
    if (here === null || other === null) return { difference: null, ratio: null };
    return { difference: here - other, ratio: other === -1 ? null : (here + 1) / (other + 1) };
  });
}

/** The series without the readings that the given rules named: they become missing. */
export function withoutAnomalies(
  values: readonly (number | null)[],
  anomalies: readonly PointAnomaly[],
): (number | null)[] {
  const clean = [...values];
  for (const { from, toExclusive } of anomalies) clean.fill(null, from, toExclusive);
  return clean;
}

interface Run {
  readonly value: number;
  readonly from: number;
  readonly toExclusive: number;
}

function runsOf(values: readonly (number | null)[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let i = 1; i <= values.length; i++) {
    if (i < values.length && values[i] === values[from]) continue;
    const value = values[from] ?? null;
    if (value !== null) runs.push({ value, from, toExclusive: i });
    from = i;
  }
  return runs;
}

const positions = (run: Run): number[] => Array.from({ length: run.toExclusive - run.from }, (_, i) => run.from + i);

function multiplierJumps(values: readonly (number | null)[], multiplier: number): PointAnomaly[] {
  const near = (ratio: number): boolean =>
    Math.abs(ratio / multiplier - 1) < 0.1 || Math.abs(ratio * multiplier - 1) < 0.1 / multiplier;
  return values.flatMap((value, i): PointAnomaly[] => {
    const before = values[i - 1] ?? null;
    const after = values[i + 1] ?? null;
    if (value === null || !value || !before || !after) return [];
    return near(value / before) && near(value / after)
      ? [{ rule: 'multiplier-jump', from: i, toExclusive: i + 1, value }]
      : [];
  });
}
