import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seasonsOf } from './screens/periods-text.ts';
import { kwhOf, splitDays } from './split.ts';
import { hoursOfSeasons, type Season, type Tariff, tariffOn } from './tariff.ts';

const seasons = seasonsOf(
  '1-6,9-12月 0-8谷 8-10平 10-12高峰 12-24平\n7,8月 23-8低谷 8-14平 14-17尖峰 17-23峰',
) as Season[];
const made = hoursOfSeasons(seasons) as { hours: string[] };
const tariff: Tariff = {
  unit: 'city',
  from: '2024-01-01',
  hours: made.hours,
  milliFen: { s: 150_000, p: 120_000, f: 80_000, v: 40_000 },
  document: '公告',
};

test('periods as people write them cover each month’s hours once, over midnight too', () => {
  expect(made.hours[0]).toBe('vvvvvvvvffppffffffffffff');
  expect(made.hours[6]).toBe('vvvvvvvvffffffssspppppp' + 'v');
  expect(hoursOfSeasons(seasonsOf('1-12月 0-8谷 9-24平') as Season[])).toEqual({ month: 1, hour: 8 });
  expect(hoursOfSeasons(seasonsOf('1-12月 0-9谷 8-24平') as Season[])).toEqual({ month: 1, hour: 8 });
  expect(hoursOfSeasons(seasonsOf('1-11月 0-24平') as Season[])).toEqual({ month: 12, hour: 0 });
});

test('the nearest unit’s newest tariff counts', () => {
  const others = [
    tariff,
    { ...tariff, from: '2024-07-01', document: '新' },
    { ...tariff, unit: 'bureau', from: '2024-03-01' },
  ];
  expect(tariffOn(others, ['bureau', 'city'], '2024-02-01')?.unit).toBe('city');
  expect(tariffOn(others, ['bureau', 'city'], '2024-08-01')?.unit).toBe('bureau');
  expect(tariffOn(others, ['finance', 'city'], '2024-08-01')?.document).toBe('新');
  expect(tariffOn(others, ['finance', 'city'], '2023-08-01')).toBeUndefined();
});

test('an hour costs what its band costs; what has no hours costs the day’s mean', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => (hour === 11 ? 2_000 : hour === 3 ? 1_000 : 0));
  const parts = splitDays(
    [{ day: '2024-01-05', total: 3_500, hours }],
    () => tariff,
    () => 60,
  );
  expect(parts).toEqual([
    { band: 'valley', month: 1, wattHours: 1_000, milliFen: 40_000 },
    { band: 'peak', month: 1, wattHours: 2_000, milliFen: 240_000 },
    { band: null, month: 1, wattHours: 500, milliFen: 30_000 },
  ]);
  expect(
    splitDays(
      [{ day: '2024-01-05', total: 1, hours: [] }],
      () => undefined,
      () => null,
    ),
  ).toEqual([{ band: null, month: 1, wattHours: 1, milliFen: null }]);
});

test('whatever was read, the parts add up to it exactly', () => {
  const hour = fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null });
  const day = fc.record({
    day: fc.constantFrom('2024-01-31', '2024-07-01', '2024-08-15', '2024-12-31'),
    total: fc.integer({ min: 0, max: 1e10 }),
    hours: fc.array(hour, { minLength: 24, maxLength: 24 }),
  });
  fc.assert(
    fc.property(fc.array(day, { maxLength: 30 }), (days) => {
      const parts = splitDays(
        days,
        (on) => (on < '2024-12-01' ? tariff : undefined),
        () => 60,
      );
      expect(parts.reduce((sum, { wattHours }) => sum + wattHours, 0)).toBe(
        days.reduce((sum, { total }) => sum + total, 0),
      );
      expect(kwhOf(parts) * 1000).toBeCloseTo(
        days.reduce((sum, { total }) => sum + total, 0),
        0,
      );
    }),
  );
});
