import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquareAtMost, chiSquareQuantile, gammaAtMost } from './gamma-distribution.ts';

test('with two degrees χ² is an exponential; with one the square of a normal', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 200, noNaN: true }), (x) => {
      expect(chiSquareAtMost(x, 2)).toBeCloseTo(1 - Math.exp(-x / 2), 12);
    }),
  );
  expect(chiSquareAtMost(1.959963984540054 ** 2, 1)).toBeCloseTo(0.95, 12);
});

test('of a whole parameter it is the tail of Poisson', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 150, noNaN: true }), (a, x) => {
      let [term, below] = [Math.exp(-x), 0];
      for (let k = 0; k < a; k++) {
        below += term;
        term *= x / (k + 1);
      }
      expect(gammaAtMost(x, a)).toBeCloseTo(1 - below, 10);
    }),
  );
});

test('the quantile is its inverse; without degrees of freedom nothing is said', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 300 }), (p, df) => {
      expect(chiSquareAtMost(chiSquareQuantile(p, df), df)).toBeCloseTo(p, 9);
    }),
  );
  expect(() => chiSquareAtMost(1, 0)).toThrow(RangeError);
});
