import { expect, test } from 'vitest';
import { idleShare, peakOf, smallestFleet, type Taken } from './utilisation.ts';

test('the most out at once: what begins as another ends takes its vehicle', () => {
  expect(peakOf([])).toBe(0);
  expect(
    peakOf([
      [0, 60],
      [60, 120],
      [30, 90],
    ]),
  ).toBe(2);
});

test('the smallest fleet refuses at most the share: twenty trips, one peak of three', () => {
  const quiet = Array.from({ length: 17 }, (_, i): Taken => [1000 + i * 100, 1060 + i * 100]);
  const trips: Taken[] = [...quiet, [0, 60], [10, 70], [20, 80]];
  expect(smallestFleet(trips, 0)).toBe(3);
  // One of twenty refused is 5 %: two vehicles do; two of twenty are 10 %: one does.
  expect(smallestFleet(trips, 0.05)).toBe(2);
  expect(smallestFleet(trips, 0.1)).toBe(1);
  expect(smallestFleet([], 0.05)).toBe(0);
});

test('share of working days', () => {
  expect(idleShare(12, 60)).toBe(0.2);
  expect(idleShare(0, 0)).toBeNull();
});
