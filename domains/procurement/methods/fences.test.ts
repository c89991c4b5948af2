import { expect, test } from 'vitest';
import { fences, quantile } from './fences.ts';

test('the worked example, quantiles of type 8', () => {
  const found = fences([0.02, 0.03, 0.05, 0.055, 0.06, 0.07, 0.08, 0.1, 0.012, 0.3]);
  expect(found.q1).toBeCloseTo(0.029167, 6);
  expect(found.q3).toBeCloseTo(0.081667, 6);
  expect(found.lower).toBeCloseTo(-0.049583, 6);
  expect(found.upper).toBeCloseTo(0.160417, 6);
});

test('one value is its own quantile, and the ends are not passed', () => {
  expect(quantile([4], 0.25)).toBe(4);
  expect(quantile([4, 8], 0)).toBe(4);
  expect(quantile([4, 8], 1)).toBe(8);
});
