import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normal, seeded } from '@opengoa/kernel/seeded';
import { baseLoadJumps, nightsOf } from './base-load-jumps.ts';

const settings = { nights: 14, leastShare: 0.2, leastZ: 3 };
/** A year of nights at 10 with 4 % of noise and a season of a quarter. */
const year = (seed: number, level: (day: number) => number = () => 1) => {
  const random = seeded(seed);
  return Float64Array.from(
    { length: 365 },
    (_, day) => 10 * level(day) * (1 + 0.25 * Math.cos((2 * Math.PI * day) / 365) + 0.04 * normal(random)),
  );
};

test('a season alone is no jump; a third more from a day on is found on that day, and so is its end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 20, max: 250 }), (seed, day) => {
      expect(baseLoadJumps(year(seed), settings)).toEqual([]);
      const found = baseLoadJumps(
        year(seed, (at) => (at >= day && at < day + 60 ? 1.6 : 1)),
        settings,
      );
      const [rise, fall] = found;
      expect(found).toHaveLength(2);
      expect(rise!.day).toBe(day);
      expect(rise!.share).toBeGreaterThan(0.3);
      expect(rise!.until).toBe(day + 60);
      expect(fall!.day).toBe(day + 60);
      expect(fall!.share).toBeLessThan(0);
    }),
    { numRuns: 20 },
  );
});

test('one that stays has no end yet; what is missing or one wild night is none', () => {
  const [jump] = baseLoadJumps(
    year(3, (day) => (day >= 200 ? 1.4 : 1)),
    settings,
  );
  expect(jump).toMatchObject({ day: 200, until: null });
  const odd = year(4);
  odd.fill(Number.NaN, 100, 130);
  odd[200] = 80;
  expect(baseLoadJumps(odd, settings)).toEqual([]);
  expect(baseLoadJumps(new Float64Array(10).fill(5), settings)).toEqual([]);
});

test('a night is the middle of its hours from midnight to five, and unknown with fewer than four', () => {
  const day = Array.from({ length: 24 }, (_, hour) => (hour < 5 ? hour : 100));
  const poor = day.map((value, hour) => (hour < 2 ? null : value));
  expect([...nightsOf([...day, ...poor])]).toEqual([2, Number.NaN]);
});
