import { describe, expect, test } from 'vitest';
import { minutesIn, standsOf } from './standing.ts';

/** So many minutes, so many thousandths of a degree (111 m) north. */
const fix = (minutes: number, north: number) => ({
  atS: minutes * 60,
  latitude: 32.06 + north / 1_000,
  longitude: 118.79,
});
const asked = { withinM: 100, atLeastS: 60, asleepS: 14 * 3_600 };
const stood = (...fixes: ReturnType<typeof fix>[]) =>
  standsOf(fixes, asked).map(({ fromS, toS }) => [fromS / 60, toS / 60]);

describe('standing', () => {
  test('begins with the first fix at a spot and ends with the last one there', () => {
    expect(stood(fix(0, 0), fix(1, 9), fix(2, 9.2), fix(30, 9.1), fix(31, 12))).toEqual([[1, 30]]);
  });
  test('the noise of a receiver is not driving, creeping away is', () => {
    expect(stood(fix(0, 0), fix(10, 0.5), fix(20, -0.5), fix(30, 0.5))).toEqual([[0, 30]]);
    expect(stood(fix(0, 0), fix(10, 0.6), fix(20, 1.2), fix(30, 1.8))).toEqual([
      [0, 10],
      [20, 30],
    ]);
  });
  test('a terminal asleep stood where it fell asleep and woke up, unless it slept too long', () => {
    expect(stood(fix(0, 0), fix(14 * 60, 0))).toEqual([[0, 840]]);
    expect(stood(fix(0, 0), fix(14 * 60 + 1, 0))).toEqual([]);
    expect(stood(fix(0, 0), fix(600, 20))).toEqual([]);
  });
  test('one fix alone and driving through are no standing', () => {
    expect(stood(fix(0, 0))).toEqual([]);
    expect(stood(fix(0, 0), fix(1, 8), fix(2, 16))).toEqual([]);
  });
});

test('only the minutes that count are counted', () => {
  const long = { fromS: 0, toS: 90 * 60 };
  expect(minutesIn(long, () => true)).toBe(90);
  expect(minutesIn(long, (at) => at.getTime() >= 60 * 60_000)).toBe(30);
  expect(minutesIn({ fromS: 0, toS: 90 }, () => true)).toBe(1);
});
