import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chinaDays, calendarThatFits, easterSunday, englandDays, unitedStatesDays } from './working-calendars.ts';
import { dayNumber, dayOf, type HourSeries, plainWeek, weekdayOf } from '@opengoa/energy/hour-series';
import { normal, seeded } from '@opengoa/kernel/seeded';
import { calibratedHalves } from './calibrated-band.ts';
import { energyBaseline } from './energy-baseline.ts';
import { forecastHours } from './forecast-hours.ts';
import { addRow, normalEquations, solveRidge } from './normal-equations.ts';
import { isEuropeanSummer, placeOn, turnedTo } from './summer-time.ts';
import { quotaExceedance } from './quota-exceedance.ts';
import { fitWindowRegression, predictWindow } from './window-regression.ts';

/** An office with weather, weekends and noise, from a Monday on. */
function office(days: number, change: (kwh: number, i: number) => number | null = (kwh) => kwh): HourSeries {
  const random = seeded(17);
  const outdoorC = Array.from(
    { length: days * 24 },
    (_, t) => 14 - 11 * Math.cos((2 * Math.PI * t) / 8766) + 4 * Math.sin((2 * Math.PI * ((t % 24) - 9)) / 24),
  );
  const electricityKwh = outdoorC.map((c, t) => {
    const busy = Math.floor(t / 24) % 7 < 5 && t % 24 >= 8 && t % 24 < 18;
    return change(20 + (busy ? 40 : 0) + (busy ? 2 : 0.5) * Math.max(c - 18, 0) + 1.5 * normal(random), t);
  });
  return { startsOn: '2024-01-01', electricityKwh, outdoorC };
}

const okOf = <Result extends { status: string }>(result: Result): Exclude<Result, { status: 'insufficient_data' }> => {
  expect(result.status).toBe('ok');
  return result as Exclude<Result, { status: 'insufficient_data' }>;
};
const shareWithin = (series: HourSeries, low: Float64Array, high: Float64Array, from: number, to: number): number => {
  let within = 0;
  for (let i = from; i < to; i++)
    within += Number(series.electricityKwh[i]! >= low[i]! && series.electricityKwh[i]! <= high[i]!);
  return within / (to - from);
};

test('ridge by normal equations gives back a plane, and 0 for a column that says nothing', () => {
  const equations = normalEquations(3);
  for (let i = 0; i < 20; i++) addRow(equations, [1, i, 0], 3 + 2 * i);
  const [constant, slope, nothing] = solveRidge(equations, [1e-9, 1e-9, 1]);
  expect(constant).toBeCloseTo(3, 6);
  expect(slope).toBeCloseTo(2, 6);
  expect(nothing).toBe(0);
});

describe('the ensemble of baselines', () => {
  const series = office(300);
  const [from, to] = [0, 210 * 24];
  const found = okOf(energyBaseline(series, from, to, { kindOfDay: plainWeek }));

  test('three members, little error on what comes after, and the band holds its share', () => {
    expect(found.members).toEqual(['hour-regression', 'hour-regression-recent', 'towt']);
    expect(found.coldStart).toBe(false);
    const squares = series.electricityKwh
      .slice(to)
      .reduce<number>((sum, value, i) => sum + (value! - found.expected[to + i]!) ** 2, 0);
    expect(Math.sqrt(squares / (90 * 24))).toBeLessThan(3);
    expect(shareWithin(series, found.low, found.high, to, 300 * 24)).toBeGreaterThan(0.85);
  });

  test('what was read from the end of training on changes nothing', () => {
    const other = office(300, (kwh, i) => (i >= to ? 7 * kwh : kwh));
    expect(okOf(energyBaseline(other, from, to, { kindOfDay: plainWeek })).expected).toEqual(found.expected);
  });

  test('weeks that are missing and wild readings move it little', () => {
    const hurt = office(300, (kwh, i) => (i > 2000 && i < 2700 ? null : i % 97 === 0 ? 9 * kwh : kwh));
    const again = okOf(energyBaseline(hurt, from, to, { kindOfDay: plainWeek }));
    const middle = to + 12;
    expect(Math.abs(again.expected[middle]! - found.expected[middle]!)).toBeLessThan(0.12 * found.expected[middle]!);
  });

  test('below eight weeks it says cold start, below two it says nothing', () => {
    const cold = okOf(energyBaseline(series, 0, 40 * 24, { kindOfDay: plainWeek }));
    expect(cold).toMatchObject({ coldStart: true, members: ['hour-regression'] });
    expect(energyBaseline(series, 0, 13 * 24, { kindOfDay: plainWeek })).toMatchObject({
      status: 'insufficient_data',
      reasons: [{ needed: 14, found: 13 }],
    });
  });
});

describe('hours to come', () => {
  const origin = 150 * 24 + 9;
  const ahead = (series: HourSeries) => okOf(forecastHours(series, origin, 48, { kindOfDay: plainWeek }));

  test('where the level moves now and then it is followed, and nothing of the future is seen', () => {
    // Up and down every three weeks, up again three days before the origin.
    const level = (i: number) => (Math.floor(i / 24 / 21) % 2 ? 15 : 0);
    const risen = office(160, (kwh, i) => kwh + level(i));
    const made = ahead(risen);
    expect(made.expected).toHaveLength(48);
    const off = made.expected.reduce((sum, value, j) => sum + value - risen.electricityKwh[origin + j]!, 0) / 48;
    expect(Math.abs(off)).toBeLessThan(5);
    const other = office(160, (kwh, i) => (i >= origin ? 0 : kwh + level(i)));
    expect(ahead(other).expected).toEqual(made.expected);
  });

  test('working days are told from the mean of the last seven days', () => {
    // 150 days on it is a Thursday.
    const made = ahead(office(160));
    expect(made.methods).toEqual(['tracked-baseline', 'tracked-baseline']);
    expect(made.expected[1]).toBeGreaterThan(50);
    for (const [j, value] of made.expected.entries()) {
      expect(made.low[j]).toBeLessThanOrEqual(value);
      expect(made.high[j]).toBeGreaterThanOrEqual(value);
    }
  });

  test('two weeks are the least', () => {
    expect(forecastHours(office(10), 10 * 24, 24, { kindOfDay: plainWeek }).status).toBe('insufficient_data');
  });
});

test('a window that repeats itself is continued, whatever its level', () => {
  const wave = (level: number, length: number) =>
    Float64Array.from({ length }, (_, t) => level + Math.sin((2 * Math.PI * t) / 24));
  const model = fitWindowRegression([wave(3, 600)], { lookBack: 48, horizon: 12, ridgeShare: 1e-6 });
  const made = predictWindow(model, wave(100, 48));
  wave(100, 60)
    .slice(48)
    .forEach((value, h) => expect(made[h]).toBeCloseTo(value, 2));
});

test('a band of each class holds the nominal share of its errors', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (seed) => {
      const random = seeded(seed);
      const errors = Array.from({ length: 2000 }, (_, i) => ({
        kind: i % 2,
        size: Math.abs(normal(random)) * (1 + 4 * (i % 2)),
      }));
      const halves = calibratedHalves(errors, 2, 0.9);
      const held = errors.filter(({ size, kind }) => size <= halves[kind]!).length / errors.length;
      return held > 0.88 && held < 0.92 && halves[1]! > 3 * halves[0]!;
    }),
    { numRuns: 20 },
  );
});

describe('calendars and clocks', () => {
  test('Easter, bank holidays and the days before the New Year', () => {
    expect(dayOf(easterSunday(2019))).toBe('2019-04-21');
    expect(dayOf(easterSunday(2024))).toBe('2024-03-31');
    for (const day of ['2019-04-19', '2019-05-06', '2019-08-26', '2019-12-27', '2020-05-08', '2022-09-19'])
      expect(englandDays(day)).toBe('holiday');
    for (const day of ['2020-05-04', '2019-12-23', '2019-04-23']) expect(englandDays(day)).toBe('workday');
    for (const day of [
      '2016-01-18',
      '2016-05-30',
      '2016-07-04',
      '2016-11-24',
      '2016-11-25',
      '2016-12-26',
      '2021-12-31',
    ])
      expect(unitedStatesDays(day)).toBe('holiday');
    for (const day of ['2016-02-15', '2016-11-11', '2016-11-18', '2016-01-11', '2016-05-23', '2016-12-27'])
      expect(unitedStatesDays(day)).toBe('workday');
    expect(chinaDays('2024-10-01')).toBe('holiday');
    expect(chinaDays('2024-10-12')).toBe('workday');
  });

  test.each([
    ['china', chinaDays],
    ['england', englandDays],
    ['united-states', unitedStatesDays],
  ] as const)('readings worked by the calendar of %s say so', (name, days) => {
    const first = dayNumber('2024-01-01');
    const electricityKwh = Array.from({ length: 366 * 24 }, (_, i) =>
      days(dayOf(first + Math.floor(i / 24))) === 'workday' ? 50 : 20,
    );
    expect(calendarThatFits([{ startsOn: '2024-01-01', electricityKwh }], '2024-12-31')).toBe(name);
  });

  test('readings that know no holiday say so, and few days say nothing', () => {
    const first = dayNumber('2024-01-01');
    const plain = Array.from({ length: 366 * 24 }, (_, i) => (weekdayOf(first + Math.floor(i / 24)) < 5 ? 50 : 20));
    expect(calendarThatFits([{ startsOn: '2024-01-01', electricityKwh: plain }], '2024-12-31')).toBe('plain');
    expect(calendarThatFits([{ startsOn: '2024-03-01', electricityKwh: plain.slice(0, 480) }], '2024-12-31')).toBe(
      'china',
    );
  });

  test('European summer time begins and ends at one in the morning, UTC', () => {
    const hour = (text: string) => Date.parse(text) / 3_600_000;
    expect(isEuropeanSummer(hour('2019-03-31T00:00:00Z'))).toBe(false);
    expect(isEuropeanSummer(hour('2019-03-31T01:00:00Z'))).toBe(true);
    expect(isEuropeanSummer(hour('2019-10-27T01:00:00Z'))).toBe(false);
    const hours = Array.from({ length: 24 }, (_, i) => i);
    const turned = turnedTo('europe', '2019-03-31', hours);
    expect(turned.slice(0, 4)).toEqual([0, null, 1, 2]);
    expect(turned[placeOn('europe', '2019-03-31', 12)]).toBe(12);
    expect(turnedTo('as-written', '2019-03-31', hours).slice(0, 24)).toEqual(hours);
  });
});

test('a year-end total beyond its quota, by errors that lean on one another and by those that do not, as published', () => {
  const found = quotaExceedance(920_000, 700_000, [
    { expected: 72_000, deviation: 4_000 },
    { expected: 78_000, deviation: 5_000 },
    { expected: 81_000, deviation: 6_000 },
  ]);
  expect(found.total).toBe(931_000);
  expect(found.independent).toBeCloseTo(0.895, 5);
  expect(found.together).toBeCloseTo(0.768322, 5);
  expect(quotaExceedance(10, 11, []).together).toBe(1);
  expect(quotaExceedance(10, 9, []).independent).toBe(0);
});
