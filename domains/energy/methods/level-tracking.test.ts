import { expect, test } from 'vitest';
import { trackLevel } from './level-tracking.ts';

const days = 40;
const hours = Array.from({ length: days * 24 }, (_, i) => ({ expectedKwh: 10, occupied: i % 24 >= 8 && i % 24 < 18 }));

test('a level reached two weeks ago is followed, apart for day and night', () => {
  const actual = hours.map((hour, i) => (i < 20 * 24 ? 10 : hour.occupied ? 16 : 12));
  const tracked = trackLevel(hours, actual);
  expect(tracked[39 * 24 + 12]).toBe(16);
  expect(tracked[39 * 24 + 2]).toBe(12);
});

test('no day knows itself or what comes after', () => {
  const actual = hours.map((_, i) => (i < 20 * 24 ? 10 : 500));
  expect(trackLevel(hours, actual).slice(0, 21 * 24)).toEqual(Array.from({ length: 21 * 24 }, () => 10));
});

test('one wild day does not move the level', () => {
  const actual = hours.map((_, i) => (Math.floor(i / 24) === 30 ? 900 : 10));
  expect(trackLevel(hours, actual)[31 * 24 + 12]).toBe(10);
});
