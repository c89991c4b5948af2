import { logGamma } from './beta-distribution.ts';

/** Regularised lower incomplete gamma P(a, x), a > 0: series below a + 1, continued fraction above (Numerical Recipes §6.2). */
export function gammaAtMost(x: number, a: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? front * series(x, a) : 1 - front * fraction(x, a);
}

function series(x: number, a: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= 10_000; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-16) return sum;
  }
  throw new Error(`incomplete gamma does not converge at x=${x}, a=${a}`);
}

function fraction(x: number, a: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n <= 10_000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = an * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) return h;
  }
  throw new Error(`incomplete gamma does not converge at x=${x}, a=${a}`);
}

/**
 * P(χ² with `df` degrees ≤ x).
 * @throws RangeError without degrees of freedom
 */
export function chiSquareAtMost(x: number, df: number): number {
  if (!(df > 0)) throw new RangeError('degrees of freedom above 0');
  return gammaAtMost(x / 2, df / 2);
}

/** The x below which a χ² with `df` degrees lies with probability p, 0 < p < 1. Bisection. */
export function chiSquareQuantile(p: number, df: number): number {
  let low = 0;
  let high = df + 10;
  while (chiSquareAtMost(high, df) < p) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-13 * high; i++) {
    const middle = (low + high) / 2;
    if (chiSquareAtMost(middle, df) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
