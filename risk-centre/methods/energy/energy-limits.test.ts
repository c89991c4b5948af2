import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normal, seeded } from '@opengoa/kernel/seeded';
import { advisedLimits } from './advised-limits.ts';
import { nightsWithoutWeather } from './weather-of-nights.ts';
import { yearAgainstQuota } from './year-against-quota.ts';

const hours = 200 * 24;
const split = 150 * 24;
const working = Uint8Array.from({ length: hours }, (_, i) => Number(Math.floor(i / 24) % 7 < 5));
const office = (seed: number) => {
  const random = seeded(seed);
  return Float64Array.from(
    { length: hours },
    (_, i) => (working[i]! && i % 24 >= 8 && i % 24 < 18 ? 50 : 10) + normal(random),
  );
};

describe('advised limits', () => {
  test('a limit for each hour sounds as often as it says, and lies where the hour is', () => {
    const found = advisedLimits(office(1), working, 0.975, split);
    expect(found.byHour[2]).toBeGreaterThan(10);
    expect(found.byHour[2]).toBeLessThan(15);
    expect(found.byHour[24 + 10]).toBeGreaterThan(50);
    const { above, hours: tried } = found.byHourTrial;
    expect(tried).toBe(hours - split);
    expect(above / tried).toBeGreaterThan(0.01);
    expect(above / tried).toBeLessThan(0.06);
    // Doubled nights are below a flat limit.
    expect(found.flat).toBeGreaterThan(40);
  });

  test('what is tried changes nothing of the limits it is tried by; too few readings give no limit', () => {
    const one = office(2);
    const other = one.map((value, i) => (i >= split ? 3 * value : value));
    const trial = advisedLimits(other, working, 0.975, split).byHourTrial;
    expect(trial.above).toBe(trial.hours);
    expect(advisedLimits(one.slice(0, 48), working, 0.975, 24).byHour.every(Number.isNaN)).toBe(true);
  });
});

describe('a year against its quota', () => {
  /** Two years of days with a winter twice as high, the second cut off. */
  const days = (until: number, level: number) =>
    Float64Array.from({ length: until }, (_, i) => {
      const winter = 100 + 50 * Math.cos((2 * Math.PI * i) / 364);
      return i < 364 ? winter : level * winter;
    });

  test('the rest is that of the year before at the level of this one, and months keep their shape', () => {
    fc.assert(
      fc.property(fc.integer({ min: 450, max: 700 }), fc.double({ min: 0.5, max: 2, noNaN: true }), (until, level) => {
        const found = yearAgainstQuota('2025-01-01', days(until, level), 2026, 36_500);
        if (found.status !== 'ok') throw new Error(found.status);
        expect(Math.abs(found.total - level * 36_500)).toBeLessThan(level * 400);
        const limits = found.months.reduce((sum, { limit }) => sum + limit, 0);
        expect(found.soFar + limits).toBeCloseTo(Math.max(36_500, found.soFar), 6);
        expect(found.together > 0.5).toBe(found.total > 36_500);
      }),
    );
  });

  test('missing days are taken at the mean of their month; without the year before nothing is said', () => {
    const gappy = days(600, 1).map((value, i) => (i % 9 === 0 ? Number.NaN : value));
    const found = yearAgainstQuota('2025-01-01', gappy, 2026, 36_500);
    expect(found).toMatchObject({ status: 'ok' });
    if (found.status === 'ok') expect(Math.abs(found.total - 36_500)).toBeLessThan(600);
    expect(yearAgainstQuota('2026-01-01', days(200, 1), 2026, 36_500).status).toBe('insufficient_data');
  });
});

test('nights lose what warmth makes of them, and keep a jump', () => {
  const random = seeded(9);
  const outdoorC = Array.from({ length: 300 * 24 }, (_, i) => 8 + 8 * Math.sin((2 * Math.PI * i) / (24 * 21)));
  const level = (day: number) => (day >= 150 ? 14 : 10);
  const nights = Float64Array.from({ length: 300 }, (_, day) => {
    const night = Array.from({ length: 24 }, (_h, h) => outdoorC[Math.max(0, day * 24 + 4 - h)]!);
    const mean = night.reduce((sum, value) => sum + value, 0) / 24;
    return level(day) + 0.5 * Math.max(15 - mean, 0) + 0.1 * normal(random);
  });
  const plain = nightsWithoutWeather(nights, outdoorC);
  const offs = [...plain].slice(2).map((value, i) => value - level(i + 2) - (plain[10]! - level(10)));
  expect(Math.max(...offs.map(Math.abs))).toBeLessThan(0.7);
  expect(
    nightsWithoutWeather(
      nights,
      outdoorC.map(() => null),
    ),
  ).toBe(nights);
});
