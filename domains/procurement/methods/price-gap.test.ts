import { expect, test } from 'vitest';
import { priceGap } from './price-gap.ts';

const market = Array.from({ length: 60 }, (_, i) => 0.02 + 0.001 * i);

test('R024: closer than a fiftieth of the market is told, whatever its lower fence is', () => {
  expect(priceGap(0.0005, market)).toMatchObject({ isClose: true, isWide: false });
  expect(priceGap(0.0005, market).p).toBeCloseTo(1 / 61, 12);
  expect(priceGap(0.03, market).isClose).toBe(false);
});

test('R058: beyond the upper fence of the market is told', () => {
  const { upper } = priceGap(0.05, market);
  expect(upper).toBeGreaterThan(0.079);
  expect(priceGap(upper + 0.01, market)).toMatchObject({ isClose: false, isWide: true });
  expect(priceGap(upper, market).isWide).toBe(false);
  expect(priceGap(0.1, market.fill(0.05)).isWide).toBe(false);
});
