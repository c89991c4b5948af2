/** FI-10: payments behind over-represented first digits. Where one amount repeated makes most of the excess, it is those payments; otherwise all of the group. */
import type { DigitTest } from './first-digits.ts';
import { firstTwoDigits } from './first-digits.ts';

/** A pair of digits is over-represented from so many standard errors: one chance in a hundred over all ninety pairs. */
const leastZ = 3.7;

export interface OverRepresented {
  readonly pair: number;
  readonly count: number;
  readonly expected: number;
  readonly z: number;
  /** The share of the group that the law does not account for. */
  readonly excessShare: number;
  /** The one amount that makes half of the excess or more, and how often it stands there; null where there is none. */
  readonly repeated: { readonly amount: number; readonly count: number } | null;
  /** Places of the payments in the list, at most as many as the group. */
  readonly at: readonly number[];
}

/** @param test of the first two digits of the same amounts. @returns largest excess first */
export function overRepresented(amounts: readonly number[], test: DigitTest): OverRepresented[] {
  const places = Map.groupBy(amounts.keys(), (i) => firstTwoDigits(amounts[i]!) ?? 0);
  return test.counts
    .filter(({ z }) => z >= leastZ)
    .map(({ digit, count, expected, z }) => {
      const own = places.get(digit) ?? [];
      const excess = count - expected;
      const byAmount = Map.groupBy(own, (i) => amounts[i]!);
      const [amount, most] = [...byAmount].reduce((best, each) => (each[1].length > best[1].length ? each : best));
      const isOne = most.length >= 2 && most.length >= excess / 2;
      return {
        pair: digit,
        count,
        expected,
        z,
        excessShare: excess / count,
        repeated: isOne ? { amount, count: most.length } : null,
        at: isOne ? most : own,
      };
    })
    .toSorted((a, b) => b.count - b.expected - (a.count - a.expected));
}
