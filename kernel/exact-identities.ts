/**
 * Arithmetic that honest numbers cannot satisfy after rounding (methods note AU-01 to AU-04, AU-08). Pure: numbers in, numbers out.
 * `unit` is the rounding unit of what was reported: 1 for whole kWh.
 */

export interface Constant {
  /** The constant lies between these; where `lo <= hi` one constant reproduces every value to its rounding. */
  readonly lo: number;
  readonly hi: number;
  readonly consistent: boolean;
}

/** One constant times its base for every value? Head share (AU-01) and last year times a ratio (AU-02) are the same question. */
export function oneConstant(values: readonly number[], bases: readonly number[], unit: number): Constant {
  const lo = Math.max(...values.map((value, i) => (value - unit / 2) / bases[i]!));
  const hi = Math.min(...values.map((value, i) => (value + unit / 2) / bases[i]!));
  return { lo, hi, consistent: lo <= hi };
}

/** Between which a constant must lie for one value to be that constant times its base, rounded. */
export interface Ends {
  readonly lo: number;
  readonly hi: number;
}

/** The largest set of intervals that have a point in common (AU-03), as their places in the list; the first of several. */
export function largestCovering(ends: readonly Ends[]): readonly number[] {
  let members: number[] = [];
  for (const { lo: at } of ends) {
    const covering = ends.flatMap(({ lo, hi }, i) => (lo <= at && at <= hi ? [i] : []));
    if (covering.length > members.length) members = covering;
  }
  return members;
}

/**
 * The largest set of values that share one constant (AU-03): the interval ends are swept from below.
 * @returns which values, and the constant's ends
 */
export function largestSharing(
  values: readonly number[],
  bases: readonly number[],
  unit: number,
): { readonly members: readonly number[]; readonly lo: number; readonly hi: number } {
  const members = largestCovering(
    values.map((value, i) => ({ lo: (value - unit / 2) / bases[i]!, hi: (value + unit / 2) / bases[i]! })),
  );
  const { lo, hi } =
    members.length === 0
      ? { lo: 0, hi: 0 }
      : oneConstant(
          members.map((i) => values[i]!),
          members.map((i) => bases[i]!),
          unit,
        );
  return { members, lo, hi };
}

/**
 * The same where not all values are rounded alike: each rounding that some of them have is tried on those that are whole multiples of it, since one
 * value with a decimal says nothing of how the others were rounded. Of two that share as much the finer one.
 * @param coarsest values rounded more coarsely agree by chance too often and are tried only where there are no others
 */
export function largestSharingRounded(
  values: readonly number[],
  bases: readonly number[],
  coarsest = Infinity,
): ReturnType<typeof largestSharing> & { readonly unit: number } {
  const units = [...new Set(values.map((value) => roundingOf([value])))].toSorted((a, b) => a - b);
  const tried = units.filter((unit) => unit <= coarsest);
  let best = { members: [] as readonly number[], lo: 0, hi: 0, unit: tried[0] ?? units[0] ?? 1 };
  for (const unit of tried.length > 0 ? tried : units.slice(0, 1)) {
    const some = values.flatMap((value, i) => (roundingOf([value]) >= unit ? [i] : []));
    const { members, lo, hi } = largestSharing(
      some.map((i) => values[i]!),
      some.map((i) => bases[i]!),
      unit,
    );
    if (members.length > best.members.length) best = { members: members.map((i) => some[i]!), lo, hi, unit };
  }
  return best;
}

/**
 * How likely two independent values agree to the rounding (AU-04).
 * @param sd spread of the pair around a common level, in the unit of the values
 */
export const chanceOfAgreement = (unit: number, sd: number): number => unit / (2 * sd * Math.sqrt(Math.PI));

/** P(at least `matches` of `trials`) for a chance each: the upper tail of the binomial, summed from its own end, so that small tails keep their digits. */
export function atLeast(matches: number, trials: number, chance: number): number {
  if (matches <= 0 || chance >= 1) return 1;
  if (matches > trials || chance <= 0) return 0;
  let log = matches * Math.log(chance) + (trials - matches) * Math.log1p(-chance);
  for (let k = 0; k < matches; k += 1) log += Math.log((trials - k) / (k + 1));
  let term = Math.exp(log);
  let sum = 0;
  for (let k = matches; k <= trials; k += 1) {
    sum += term;
    term *= ((trials - k) / (k + 1)) * (chance / (1 - chance));
  }
  return Math.min(1, sum);
}

/**
 * Reported against metered, month by month (AU-08).
 * @param sd accuracy class with the cut-off, relative
 */
export function reconciled(
  reported: readonly number[],
  metered: readonly number[],
  sd: number,
): { readonly gaps: readonly number[]; readonly mean: number; readonly z: number } {
  const gaps = reported.map((value, i) => value / metered[i]! - 1);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return { gaps, mean, z: mean / (sd / Math.sqrt(gaps.length)) };
}

/** The power of ten a ratio lies at, if it lies at one other than 1: a slip of the unit or of the decimal point. */
export function slipOf(ratio: number, tolerance: number): number | null {
  if (!(ratio > 0)) return null;
  const power = Math.round(Math.log10(ratio));
  return power !== 0 && Math.abs(Math.log10(ratio) - power) <= tolerance ? power : null;
}

/** The coarsest of 1000, 100, 10 and 1 that every value is a multiple of, else the finest of 0.1, 0.01 and 0.001. */
export function roundingOf(values: readonly number[]): number {
  for (const unit of [1_000, 100, 10, 1]) if (values.every((value) => Number.isInteger(value / unit))) return unit;
  for (const unit of [0.1, 0.01])
    if (values.every((value) => Math.abs(value / unit - Math.round(value / unit)) < 1e-6)) return unit;
  return 0.001;
}
