import { expect, test } from 'vitest';
import { lowestAndHighest, pointsOf, writtenAt } from './long-line.ts';

const values = Array.from({ length: 1_000 }, (_, n) => (n === 437 ? 99 : n === 612 ? -5 : 10 + (n % 7)));

test('the highest and the lowest of a year stay in a picture ten pixels wide', () => {
  const places = lowestAndHighest(values, 0, 999, 10);
  expect(places).toContain(437);
  expect(places).toContain(612);
  expect(places.length).toBeLessThanOrEqual(20);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a stretch that fits is drawn place by place, and only it', () => {
  expect(lowestAndHighest(values, 430, 439, 10)).toEqual([430, 431, 432, 433, 434, 435, 436, 437, 438, 439]);
});

test('where nothing was read the line breaks', () => {
  const holes = values.map((value, n) => (n >= 500 && n < 700 ? null : value));
  const points = pointsOf(
    { kind: 'long', fromMs: 0, stepMs: 60_000, title: '', values: holes, unit: '' } as never,
    0,
    999,
    10,
  );
  expect(points.filter(([, value]) => value === '-').map(([ms]) => ms / 60_000)).toEqual([500, 600]);
});

test('a place is written as the clock on the wall showed it', () => {
  expect(writtenAt({ fromMs: Date.parse('2024-01-01'), stepMs: 900_000 }, 97)).toBe('01-02 00:15');
});
