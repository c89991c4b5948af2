import { daysBetween } from '@opengoa/kernel/calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysIn, heldSize, type Stretch, stretchesOf, type Tenure } from './tenure.ts';

const tenures: Tenure[] = [
  { unit: 'a', from: '0001-01-01', toExclusive: '2024-03-11' },
  { unit: 'b', from: '2024-03-11', toExclusive: '2024-07-01' },
  { unit: 'a', from: '2024-07-01', toExclusive: null },
];
const year: Stretch = ['2024-01-01', '2025-01-01'];

test('a building that never moved was its unit’s on every day; one that went and came back has two stretches', () => {
  expect(stretchesOf(undefined, new Set(['a']), year)).toEqual([year]);
  expect(stretchesOf(tenures, new Set(['a']), year)).toEqual([
    ['2024-01-01', '2024-03-11'],
    ['2024-07-01', '2025-01-01'],
  ]);
  expect(stretchesOf(tenures, new Set(['c']), year)).toEqual([]);
});

test('every day of a period belongs to one unit', () => {
  const day = fc
    .integer({ min: 0, max: 800 })
    .map((n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (one, two) => {
      const period: Stretch = one < two ? [one, two] : [two, one];
      const [a, b] = [stretchesOf(tenures, new Set(['a']), period), stretchesOf(tenures, new Set(['b']), period)];
      expect(daysIn(a) + daysIn(b)).toBe(daysBetween(...period));
      expect(daysIn(stretchesOf(tenures, new Set(['a', 'b']), period))).toBe(daysBetween(...period));
    }),
  );
});

test('a building counts with its size of the days on which it was theirs', () => {
  const sizes = [
    { from: '0001-01-01', areaM2: 1_000, people: null },
    { from: '2024-07-01', areaM2: 2_000, people: 30 },
  ];
  const of = (units: string[]) => heldSize(sizes, stretchesOf(tenures, new Set(units), year), year);
  expect(of(['a']).areaM2).toBeCloseTo((70 * 1_000 + 184 * 2_000) / 366, 9);
  expect(of(['b']).areaM2).toBeCloseTo((112 * 1_000) / 366, 9);
  expect(of(['a']).people).toBeNull();
  expect(of(['c'])).toEqual({ areaM2: 0, people: 0 });
});
