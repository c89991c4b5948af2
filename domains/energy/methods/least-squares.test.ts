import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastSquares, leastSquaresWithinGroups } from './least-squares.ts';
import { near, mulberry32 } from './worked-examples.ts';

const column = (values: number[]): Float64Array => Float64Array.from(values);

test('an exact line is found exactly', () => {
  const x = [1, 2, 3, 4, 5];
  const fit = leastSquares([column(x.map(() => 1)), column(x)], column(x.map((v) => 7 - 2 * v)));
  expect(fit.rank).toBe(2);
  expect(fit.coefficients[0]).toSatisfy(near(7));
  expect(fit.coefficients[1]).toSatisfy(near(-2));
});

test('a dependent column lowers the rank and changes no fitted value', () => {
  const random = mulberry32(3);
  const a = Array.from({ length: 40 }, random);
  const b = Array.from({ length: 40 }, random);
  const y = a.map((v, i) => 3 * v - b[i]! + 0.1 * random());
  const sound = leastSquares([column(a), column(b)], column(y));
  const dependent = leastSquares([column(a), column(b), column(a.map((v, i) => 2 * v + b[i]!))], column(y));
  expect(sound.rank).toBe(2);
  expect(dependent.rank).toBe(2);
  a.forEach((v, i) => {
    const plain = sound.coefficients[0]! * v + sound.coefficients[1]! * b[i]!;
    const [c0, c1, c2] = dependent.coefficients as [number, number, number];
    expect(c0 * v + c1 * b[i]! + c2 * (2 * v + b[i]!)).toBeCloseTo(plain, 9);
  });
});

test('what centring leaves of a constant is not taken for a column', () => {
  const constant = column(Array.from({ length: 30 }, () => 12.777777));
  const x = column(Array.from({ length: 30 }, (_, i) => Math.sin(i)));
  const group = Array.from({ length: 30 }, (_, i) => i % 3);
  const fit = leastSquaresWithinGroups([constant, x], column(Array.from(x, (v, i) => 5 * v + (i % 3))), group, 3);
  expect(fit.rank).toBe(1);
  expect(fit.coefficients[0]).toBe(0);
  expect(fit.coefficients[1]).toSatisfy(near(5));
  [0, 1, 2].forEach((g) => expect(fit.intercepts[g]).toBeCloseTo(g, 9));
});

test('sweeping out groups gives the slopes of carrying an indicator for each', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 6 }), (seed, groups) => {
      const random = mulberry32(seed);
      const n = 60;
      const group = Array.from({ length: n }, (_, i) => i % groups);
      const x = column(Array.from({ length: n }, () => 10 * random() - 3));
      const z = column(Array.from({ length: n }, () => random() ** 2));
      const y = column(Array.from(x, (v, i) => 2 * v - 4 * z[i]! + group[i]! + random()));
      const weights = Array.from({ length: n }, () => 0.2 + random());
      const swept = leastSquaresWithinGroups([x, z], y, group, groups, weights);
      const root = weights.map(Math.sqrt);
      const full = leastSquares(
        [
          ...Array.from({ length: groups }, (_, g) => column(group.map((at, i) => (at === g ? root[i]! : 0)))),
          column(Array.from(x, (v, i) => v * root[i]!)),
          column(Array.from(z, (v, i) => v * root[i]!)),
        ],
        column(Array.from(y, (v, i) => v * root[i]!)),
      );
      swept.coefficients.forEach((b, j) => expect(b).toBeCloseTo(full.coefficients[groups + j]!, 8));
      swept.intercepts.forEach((b, g) => expect(b).toBeCloseTo(full.coefficients[g]!, 8));
    }),
    { numRuns: 50 },
  );
});

test('residuals stand square on every column', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const random = mulberry32(seed);
      const columns = Array.from({ length: 4 }, (_, j) => column(Array.from({ length: 25 }, () => random() * 10 ** j)));
      const y = column(Array.from({ length: 25 }, () => 100 * random()));
      const { coefficients } = leastSquares(columns, y);
      const residual = y.map((v, i) => v - columns.reduce((sum, c, j) => sum + c[i]! * coefficients[j]!, 0));
      for (const c of columns) {
        const norm = Math.hypot(...c) * Math.hypot(...y);
        expect(Math.abs(c.reduce((sum, v, i) => sum + v * residual[i]!, 0)) / norm).toBeLessThan(1e-10);
      }
    }),
    { numRuns: 50 },
  );
});
