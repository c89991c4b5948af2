import { expect, test } from 'vitest';
import { unitChange } from './unit-change.ts';

const asked = { factors: [10, 100, 1000, 3.6, 1.163], within: 0.02, least: 4 };
const twelve = (before: number, after: number, from = 6) =>
  Array.from({ length: 12 }, (_, m) => (m < from ? before : after) * (1 + m / 1e5));

test('DQ-06: a jump by a factor of units is told with where it begins, up or down', () => {
  expect(unitChange(twelve(1, 3.6), asked)).toMatchObject({ at: 6, factor: 3.6 });
  expect(unitChange(twelve(1000, 1, 5), asked)).toMatchObject({ at: 5, factor: 1 / 1000 });
});

test('DQ-06: a level that doubles, or stays, is no change of unit; too few values say so', () => {
  expect(unitChange(twelve(1, 2), asked)).toMatchObject({ factor: null });
  expect(unitChange(twelve(1, 1), asked)).toMatchObject({ factor: null });
  expect(unitChange([1, 2, 3], asked)).toMatchObject({ status: 'insufficient_data' });
});
