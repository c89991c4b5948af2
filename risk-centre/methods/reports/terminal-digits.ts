import { atLeast } from '@opengoa/kernel/exact-identities';
import { chiSquareAtMost } from '../gamma-distribution.ts';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

/** AU-05 has no power below: 12 invented values are found no more often than honest ones. */
export const leastDigits = 240;

/** P(at least so many last digits of 0 or 5) where each digit is as likely as the others. */
export const zeroFiveTail = (count: number, n: number): number => atLeast(count, n, 0.2);

/** χ² of ten digit counts against equal shares, 9 degrees of freedom. */
export function digitChiSquare(counts: readonly number[]): { readonly chi2: number; readonly p: number } {
  const expected = counts.reduce((sum, each) => sum + each, 0) / counts.length;
  const chi2 = counts.reduce((sum, each) => sum + (each - expected) ** 2 / expected, 0);
  return { chi2, p: 1 - chiSquareAtMost(chi2, counts.length - 1) };
}

export interface TerminalDigits {
  readonly n: number;
  readonly counts: readonly number[];
  readonly zeroFiveShare: number;
  readonly zeroFiveP: number;
  readonly chi2: number;
  readonly p: number;
}

/**
 * Last digits of what one reporter wrote.
 * @param values each with the rounding it was written to; those below a hundred roundings are left out, since their last digit is nearly their first
 */
export function terminalDigits(
  values: readonly { readonly value: number; readonly unit: number }[],
): MethodResult<TerminalDigits> {
  const digits = values
    .filter(({ value, unit }) => value >= 100 * unit)
    .map(({ value, unit }) => Math.round(value / unit) % 10);
  if (digits.length < leastDigits)
    return insufficient({
      zh: `末位数字检验需要${leastDigits}个填报值，现有${digits.length}个`,
      en: `the test of last digits needs ${leastDigits} values and has ${digits.length}`,
      needed: leastDigits,
      found: digits.length,
    });
  const counts = Array.from({ length: 10 }, (_, digit) => digits.filter((each) => each === digit).length);
  const rounded = counts[0]! + counts[5]!;
  return ok({
    n: digits.length,
    counts,
    zeroFiveShare: rounded / digits.length,
    zeroFiveP: zeroFiveTail(rounded, digits.length),
    ...digitChiSquare(counts),
  });
}
