import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reliability } from './reliability.ts';

test('a reliability diagram by hand', () => {
  const found = reliability([0.1, 0.1, 0.1, 0.1, 0.9, 0.9], [0, 0, 0, 1, 1, 0]);
  expect(found.bins.map(({ cases, stated, actual }) => [cases, stated, actual])).toEqual([
    [4, 0.1, 0.25],
    [2, 0.9, 0.5],
  ]);
  expect(found.calibrationError).toBeCloseTo((4 * 0.15 + 2 * 0.4) / 6, 12);
  expect(found.brier).toBeCloseTo((3 * 0.01 + 0.81 + 0.01 + 0.81) / 6, 12);
  expect(found.skill).toBeCloseTo(1 - found.brier / (2 / 9), 12);
  for (const { lower, actual, upper } of found.bins) {
    expect(lower).toBeLessThan(actual);
    expect(upper).toBeGreaterThan(actual);
  }
});

test('stating the base rate has no error and no skill; knowing everything has both', () => {
  const came = [0, 1, 0, 0];
  expect(reliability([0.25, 0.25, 0.25, 0.25], came)).toMatchObject({ calibrationError: 0, skill: 0 });
  expect(reliability(came, came)).toMatchObject({ calibrationError: 0, skill: 1, brier: 0 });
  expect(reliability([0.2], [0]).skill).toBeNull();
  expect(() => reliability([], [])).toThrow(RangeError);
});

test('every case is in one bin, whichever way they are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1)), { minLength: 1 }),
      fc.constantFrom('width' as const, 'cases' as const),
      (rows, binsOf) => {
        const found = reliability(
          rows.map(([p]) => p),
          rows.map(([, y]) => y),
          binsOf,
        );
        expect(found.bins.reduce((sum, { cases }) => sum + cases, 0)).toBe(rows.length);
        expect(found.calibrationError).toBeLessThanOrEqual(1);
      },
    ),
    // Sure of each, and wrong each time: the error is one, and not a rounding more.
    { examples: [[Array.from({ length: 9 }, (): [number, 0 | 1] => [1, 0]), 'cases']] },
  );
});
