import { expect, test } from 'vitest';
import examples from '../../methods/reports/worked-examples.json' with { type: 'json' };
import { answersOn } from '../run-on-rows.ts';
import { billsAndWeather } from './bills-and-weather.ts';
import { perHeadTargets } from './per-head-targets.ts';

test('AU-09: reached by the heads alone is told, by the use is not', async () => {
  const row = (unit: string, after: number, headsAfter: number) => ({
    unit,
    before: 100,
    after,
    headsBefore: 100,
    headsAfter,
    target: 5,
  });
  const { answers, passedOver } = await answersOn(perHeadTargets, [
    row('甲', 101, 114),
    row('乙', 90, 100),
    row('丙', 101, 100),
    row('丁', 0, 100),
  ]);
  expect(answers.map(({ values, flag, score }) => [values['unit'], score === null ? null : flag])).toEqual([
    ['甲', 1],
    ['乙', 0],
    ['丙', 0],
    ['', null],
  ]);
  expect(passedOver).toEqual([5]);
});

test('AU-10: units that crowd just above the target are told of all, and of none', async () => {
  const rows = Array.from({ length: 59 }, (_, i) => ({
    unit: `U${i}`,
    before: 1000,
    // 41 just above a target of 5 %, 18 just below.
    after: i < 41 ? 945 : 955,
    headsBefore: 10,
    headsAfter: 10,
    target: 5,
  }));
  const { answers } = await answersOn(perHeadTargets, rows);
  expect(answers.at(-1)).toMatchObject({ values: { unit: '' }, flag: 1 });
  expect(1 - answers.at(-1)!.score!).toBeCloseTo(0.0019, 4);
});

test('AU-08, AU-11: a price outside the tariff, and a year that does not follow its weather', async () => {
  const month = (m: number) => String(m + 1).padStart(2, '0');
  const expected = [100, 90, 70, 60, 80, 120, 160, 150, 110, 70, 80, 95];
  const weather = [1.1, 0.9, 1.05, 1.2, 0.95, 0.85, 1.15, 1.1, 0.9, 1, 1.2, 0.8];
  const year = (unit: string, factor: (m: number) => number) =>
    [2025, 2026].flatMap((y) =>
      expected.map((base, m) => ({
        unit,
        period: `${y}-${month(m)}`,
        value: y === 2025 ? 10 * base : 10 * base * factor(m),
        amount: y === 2026 && m === 0 ? (unit === '抄' ? 4000 : 700) : null,
        expected: y === 2025 ? base : base * weather[m]!,
      })),
    );
  const { answers } = await answersOn(
    billsAndWeather,
    [...year('抄', (m) => 0.97 + 0.001 * (m % 3)), ...year('实', (m) => weather[m]! * (1 + 0.01 * (m % 3)))],
    {},
    { lowest: '0.4', highest: '0.9' },
  );
  expect(answers.map(({ values, flag }) => [values['unit'], values['pattern'], flag])).toEqual([
    ['抄', 'price', 1],
    ['抄', 'weather', 1],
    ['实', 'price', 0],
    ['实', 'weather', 0],
  ]);
  expect(Object.keys(examples)).toContain('auth.weather_slope');
  await expect(answersOn(billsAndWeather, [], {}, { lowest: '1' })).rejects.toThrow('--highest');
});
