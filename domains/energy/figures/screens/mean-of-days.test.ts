import { expect, test } from 'vitest';
import { meanOfDays } from './mean-of-days.ts';

const row = (value: number | null) => Array.from({ length: 24 }, () => value);
const profile = {
  days: [
    { day: '2024-03-01', kind: 'workday' as const },
    { day: '2024-03-02', kind: 'rest-day' as const },
    { day: '2024-03-03', kind: 'rest-day' as const },
    { day: '2024-03-04', kind: 'workday' as const },
    { day: '2024-03-05', kind: 'workday' as const },
  ],
  hours: [row(90), row(2), row(4), row(10), row(null)],
  meanDays: [
    { kind: 'workday' as const, days: 2, mean: row(50) },
    { kind: 'rest-day' as const, days: 2, mean: row(3) },
  ],
};

test('only the days chosen count, and a day of which nothing was read is none', () => {
  const means = meanOfDays(profile, [1, 4]);
  expect(means.map(({ kind, days, mean }) => [kind, days, mean[8]])).toEqual([
    ['workday', 1, 10],
    ['rest-day', 2, 3],
  ]);
});

test('a kind of day that does not occur in them is not drawn; an hour that was not read stays open', () => {
  expect(meanOfDays(profile, [1, 2]).map(({ kind }) => kind)).toEqual(['rest-day']);
  const holes = { ...profile, hours: [[...row(1).slice(0, 23), null], row(2), row(4), row(10), row(1)] };
  expect(meanOfDays(holes, [0, 0])[0]!.mean[23]).toBeNull();
});
