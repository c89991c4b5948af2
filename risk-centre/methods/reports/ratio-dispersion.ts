import { chiSquareAtMost } from '../gamma-distribution.ts';

export interface RatioDispersion {
  readonly meanLogRatio: number;
  readonly sdLogRatio: number;
  readonly chi2: number;
  /** P that honest months, which vary by `s0` at least, keep so close to one ratio. */
  readonly p: number;
}

/**
 * AU-02, class S: last year times a ratio with a little noise on it.
 * @param s0 spread of ln(this year / last year) that this building's own metered past shows at the least; without one this form is not asked
 * @throws RangeError below two months
 */
export function ratioDispersion(thisYear: readonly number[], lastYear: readonly number[], s0: number): RatioDispersion {
  const n = thisYear.length;
  if (n < 2) throw new RangeError('a spread needs two months');
  const logs = thisYear.map((value, i) => Math.log(value / lastYear[i]!));
  const mean = logs.reduce((sum, each) => sum + each, 0) / n;
  const squares = logs.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const chi2 = squares / s0 ** 2;
  return {
    meanLogRatio: mean,
    sdLogRatio: Math.sqrt(squares / (n - 1)),
    chi2,
    p: chiSquareAtMost(chi2, n - 1),
  };
}
