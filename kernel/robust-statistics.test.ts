import { expect, test } from 'vitest';
import { median, medianAbsoluteDeviation, robustZ } from './robust-statistics.ts';

test('the middle of even and odd lists, untouched by their order', () => {
  expect(median([3, 1, 2])).toBe(2);
  const values = [4, 1, 3, 2];
  expect(median(values)).toBe(2.5);
  expect(values).toEqual([4, 1, 3, 2]);
  expect(medianAbsoluteDeviation([1, 2, 3, 4, 100])).toBe(1);
});

test('where most values agree the smallest gap stands in for the spread', () => {
  expect(robustZ(12, [10, 10, 10, 10, 10.5])).toBe(4);
  expect(robustZ(12, [10, 10, 10], 0.1)).toBeCloseTo(20);
  expect(robustZ(12, [10, 10, 10])).toBeNull();
});
