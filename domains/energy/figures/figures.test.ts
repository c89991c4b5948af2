import { expect, test } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';

test('the normal quantile, held against tables', () => {
  for (const [p, z] of [
    [0.5, 0],
    [0.975, 1.959964],
    [0.95, 1.644854],
    [0.001, -3.090232],
    [0.9999, 3.719016],
  ] as const)
    expect(normalQuantile(p)).toBeCloseTo(z, 5);
  expect(() => normalQuantile(1)).toThrow(RangeError);
});
