/** A year as it is going: what was used, what the rest would be by last year's shape, and how sure that is (EN-07, EN-09). Pure. */
import type { Projection } from './contract.ts';

export interface YearSoFar {
  readonly year: number;
  /** Used by month, up to the last day that counts; January first, months to come left out. */
  readonly used: readonly number[];
  /** Last year's whole months; null where little was read. */
  readonly lastYear: readonly (number | null)[];
  /** Last year's use on the same days as `used`: the last month up to the same day. */
  readonly lastYearSameDays: readonly (number | null)[];
  /** Days of the year that counted, and days it has. */
  readonly days: number;
  readonly daysInYear: number;
}

export interface Projected {
  readonly by: Projection;
  /** What each month still has to come; 0 for those that are over. */
  readonly expected: readonly number[];
  readonly projected: number;
  /** Standard deviations of `expected`; null where the ratio to last year is known of fewer than three months. */
  readonly sd: readonly number[] | null;
}

const leastRatios = 3;

/** @param saving share of what is still to come that would be saved */
export function projectYear(so: YearSoFar, saving: number): Projected {
  const soFar = total(so.used);
  const pairs = so.used.flatMap((used, i) => {
    const was = so.lastYearSameDays[i] ?? null;
    return was === null || was <= 0 ? [] : [{ used, was }];
  });
  const whole = pairs.length === so.used.length && pairs.length > 0 && so.lastYear.every((month) => month !== null);
  const left = 1 - saving;
  if (!whole) {
    const perDay = so.days === 0 ? 0 : soFar / so.days;
    const expected = monthsOf(so.year).map((days, i) => {
      const before = monthsOf(so.year)
        .slice(0, i)
        .reduce((sum, each) => sum + each, 0);
      return perDay * Math.min(days, Math.max(0, before + days - so.days)) * left;
    });
    return { by: 'days', expected, projected: soFar + total(expected), sd: null };
  }
  const ratio = total(pairs.map(({ used }) => used)) / total(pairs.map(({ was }) => was));
  const expected = so.lastYear.map((month, i) => {
    const gone = i < so.used.length ? (so.lastYearSameDays[i] ?? 0) : 0;
    return Math.max(0, month! - gone) * ratio * left;
  });
  const ratios = pairs.map(({ used, was }) => used / was);
  const spread =
    ratios.length < leastRatios
      ? null
      : Math.sqrt(total(ratios.map((each) => (each - ratio) ** 2)) / (ratios.length - 1)) / ratio;
  return {
    by: 'last-year',
    expected,
    projected: soFar + total(expected),
    sd: spread === null ? null : expected.map((each) => each * spread),
  };
}

/** P(year > quota), by months that go wrong together and by months that go wrong each for itself. */
export function exceeds(
  quota: number,
  used: number,
  expected: readonly number[],
  sd: readonly number[],
): { readonly correlated: number; readonly independent: number } {
  const gap = quota - used - total(expected);
  const above = (s: number) => (s === 0 ? Number(gap < 0) : 1 - normalAtMost(gap / s));
  return { correlated: above(total(sd)), independent: above(Math.sqrt(total(sd.map((each) => each ** 2)))) };
}

/** Φ(z): by the error function after Abramowitz and Stegun 7.1.26, with an error below 1.5e-7. */
export function normalAtMost(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.327_591_1 * x);
  const poly =
    t * (0.254_829_592 + t * (-0.284_496_736 + t * (1.421_413_741 + t * (-1.453_152_027 + t * 1.061_405_429))));
  const half = (1 - poly * Math.exp(-x * x)) / 2;
  return z < 0 ? 0.5 - half : 0.5 + half;
}

/** Twelve parts of a year's amount by a shape; whole thousandths, the last month takes what rounding leaves. */
export function breakDown(amount: number, shape: readonly number[]): number[] {
  const sum = total(shape);
  const parts = shape.map((each) => Math.round((amount * each * 1_000) / sum) / 1_000);
  const rest = amount - total(parts.slice(0, -1));
  return [...parts.slice(0, -1), Math.round(rest * 1_000) / 1_000];
}

export const monthsOf = (year: number): number[] =>
  Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate());

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
