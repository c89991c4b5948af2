import { expect, test } from 'vitest';
import { pace } from './pace.ts';

test('SEC-TE-07 a device has a window’s worth at once, then its even share, and another device is not touched', () => {
  let now = 0;
  const messages = pace(60_000, () => now);
  const sends = (origin: string) => {
    const wait = messages.waitMs(origin, 60);
    if (wait === 0) messages.count(origin);
    return wait;
  };
  for (let n = 0; n < 60; n += 1) expect(sends('loud')).toBe(0);
  expect(sends('loud')).toBe(1_000);
  expect(sends('quiet')).toBe(0);
  now += 1_000;
  expect(sends('loud')).toBe(0);
  expect(sends('loud')).toBeGreaterThan(0);
  now += 60_000;
  for (let n = 0; n < 60; n += 1) expect(sends('loud')).toBe(0);
});
