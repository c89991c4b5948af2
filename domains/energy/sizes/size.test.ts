import { expect, test } from 'vitest';
import { afterMonth, meanSize, sinceEver, type Size, sizeOn } from './size.ts';

const sizes: Size[] = [
  { from: sinceEver, areaM2: 1000, people: null },
  { from: '2023-07-02', areaM2: 2000, people: 50 },
];

test('a wing that was added in the middle of the year counts for the days it stood', () => {
  expect(sizeOn(sizes, '2023-07-01').areaM2).toBe(1000);
  expect(sizeOn(sizes, '2023-07-02').areaM2).toBe(2000);
  // 182 days before and 183 after.
  expect(meanSize(sizes, ['2023-01-01', '2024-01-01']).areaM2).toBeCloseTo((182 * 1000 + 183 * 2000) / 365, 9);
  expect(meanSize(sizes, ['2024-01-01', '2025-01-01'])).toEqual({ areaM2: 2000, people: 50 });
});

test('what is not known on one day is not known of the period; no days have no mean', () => {
  expect(meanSize(sizes, ['2023-01-01', '2024-01-01']).people).toBeNull();
  expect(meanSize(sizes, ['2023-01-01', '2023-01-01']).areaM2).toBeNull();
  expect(meanSize([], ['2023-01-01', '2024-01-01']).areaM2).toBeNull();
});

test('the newest word of a day counts', () => {
  expect(sizeOn([...sizes, { from: '2023-07-02', areaM2: 1800, people: 50 }], '2023-08-01').areaM2).toBe(1800);
  expect(afterMonth('2023-12-01')).toBe('2024-01-01');
});
