import { logGamma } from '@opengoa/kernel/beta-distribution';

/** P(X ≤ x) of a χ² variable with so many degrees of freedom: the regularised lower incomplete gamma by its series. */
export function chiSquaredAtMost(x: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError('degrees of freedom above 0');
  if (x <= 0) return 0;
  const a = degrees / 2;
  const half = x / 2;
  // Beyond here the upper tail is below 1e-15, and the series would be long.
  if (half > a + 40 + 8 * Math.sqrt(a)) return 1;
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < 10_000 && term > 1e-16 * sum; k++) {
    term *= half / (a + k);
    sum += term;
  }
  return Math.min(1, sum * Math.exp(a * Math.log(half) - half - logGamma(a)));
}
