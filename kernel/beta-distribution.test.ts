import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaAtMost, betaQuantile, logGamma } from './beta-distribution.ts';

test('Γ of whole numbers is a factorial, Γ(½) the root of π', () => {
  expect(logGamma(1)).toBeCloseTo(0, 13);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 10);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
});

const choose = (n: number, k: number): number => Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1));

test('with whole parameters it is a binomial tail', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (a, b, x) => {
        const n = a + b - 1;
        const tail = Array.from({ length: b }, (_, i) => a + i).reduce(
          (sum, k) => sum + choose(n, k) * x ** k * (1 - x) ** (n - k),
          0,
        );
        expect(betaAtMost(x, a, b)).toBeCloseTo(tail, 10);
      },
    ),
  );
});

test('the quantile is the inverse, also for lop-sided parameters', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 400, noNaN: true }),
      fc.double({ min: 0.5, max: 400, noNaN: true }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      (a, b, p) => {
        // Where the density is steep (b < 1, at 1) the next number a computer has is a step in probability: p lies between the two.
        const share = betaQuantile(p, a, b);
        expect(betaAtMost(share * (1 - 2e-14), a, b)).toBeLessThan(p + 5e-10);
        expect(betaAtMost(Math.min(1, share * (1 + 2e-14)), a, b)).toBeGreaterThan(p - 5e-10);
      },
    ),
    { examples: [[285.2481101301287, 0.5, 0.9988478088378898]], numRuns: 1_000 },
  );
});

test('the ends are the ends', () => {
  expect([betaAtMost(0, 2, 3), betaAtMost(1, 2, 3), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([
    0, 1, 0, 1,
  ]);
});
