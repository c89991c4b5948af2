import { expect, test } from 'vitest';
import { heatMap, meanDays } from './day-profile.ts';
import { plainWeek } from './hour-series.ts';
import { found } from './worked-examples.ts';

/** Fourteen days from Monday, and half of a fifteenth. */
const series = {
  startsOn: '2024-01-01',
  electricityKwh: Array.from({ length: 14 * 24 + 12 }, (_, i) => (Math.floor(i / 24) % 7 < 5 ? i % 24 : 100)),
};

test('the heat map has a row a day, the last one filled up with nothing', () => {
  const map = found(heatMap(series, plainWeek));
  expect(map.days).toHaveLength(15);
  expect(map.days[14]).toBe('2024-01-15');
  expect(map.kwh[14]!.slice(10, 14)).toEqual([10, 11, null, null]);
  expect(map.highestKwh).toBe(100);
});

test('there is a mean day for each kind that occurs', () => {
  const { profiles } = found(meanDays(series, plainWeek));
  expect(profiles.map((profile) => [profile.kind, profile.days])).toEqual([
    ['workday', 11],
    ['rest-day', 4],
  ]);
  expect(profiles[0]!.meanKwh[9]).toBe(9);
  expect(profiles[1]!.meanKwh[9]).toBe(100);
});

test('without a reading there is no picture', () => {
  expect(heatMap({ startsOn: '2024-01-01', electricityKwh: [null] }, plainWeek).status).toBe('insufficient_data');
  expect(meanDays({ startsOn: '2024-01-01', electricityKwh: [] }, plainWeek).status).toBe('insufficient_data');
});
