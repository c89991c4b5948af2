import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextTry } from './next-try.ts';

const now = new Date('2026-03-04T10:00:00+08:00');
const pauses = { firstPause: 30, longestPause: 21_600 };
const seconds = (tries: number, chance: number) =>
  (nextTry(now, tries, pauses, chance).getTime() - now.getTime()) / 1_000;

it('SEC-FE-11 the pause doubles with each try up to the longest', () => {
  expect([1, 2, 3, 4, 20].map((tries) => seconds(tries, 1))).toEqual([30, 60, 120, 240, 21_600]);
});

it('SEC-FE-11 chance takes up to half of it, and never more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
      const whole = seconds(tries, 1);
      expect(seconds(tries, chance)).toBeGreaterThanOrEqual(whole / 2 - 0.001);
      expect(seconds(tries, chance)).toBeLessThanOrEqual(whole);
    }),
  );
  expect(seconds(3, 0)).toBe(60);
});
