import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakDown, exceeds, monthsOf, projectYear, type YearSoFar } from './project-year.ts';

const lastYear = [110, 100, 90, 70, 60, 80, 120, 120, 80, 60, 80, 110];
const so = (more: Partial<YearSoFar>): YearSoFar => ({
  year: 2025,
  used: [121, 110, 99],
  lastYear,
  lastYearSameDays: [110, 100, 90],
  days: 90,
  daysInYear: 365,
  ...more,
});

test('energy.quota_exceedance', () => {
  const found = exceeds(920_000, 700_000, [72_000, 78_000, 81_000], [4_000, 5_000, 6_000]);
  expect(found.independent).toBeCloseTo(0.895, 3);
  expect(found.correlated).toBeCloseTo(0.768_322, 5);
});

test('a year a tenth above the last one ends a tenth above it, by the shape of the last one; a saving touches only what is to come', () => {
  const { projected, by, expected, sd } = projectYear(so({}), 0);
  expect(by).toBe('last-year');
  expect(projected).toBeCloseTo(1.1 * 1_080, 9);
  expect(expected.slice(0, 3)).toEqual([0, 0, 0]);
  expect(sd!.every((each) => each < 1e-9)).toBe(true);
  expect(projectYear(so({}), 0.1).projected).toBeCloseTo(330 + 0.9 * 1.1 * 780, 9);
});

test('a month that is half over counts by the same days of last year', () => {
  const half = so({ used: [121, 110, 55], lastYearSameDays: [110, 100, 50], days: 75 });
  expect(projectYear(half, 0).expected[2]).toBeCloseTo(1.1 * 40, 9);
  expect(projectYear(half, 0).projected).toBeCloseTo(1.1 * 1_080, 9);
});

test('without last year it is a straight proportion of days, with no spread', () => {
  const { projected, by, sd } = projectYear(
    so({ lastYear: Array.from({ length: 12 }, () => null), lastYearSameDays: [null, null, null] }),
    0,
  );
  expect({ by, sd }).toEqual({ by: 'days', sd: null });
  expect(projected).toBeCloseTo((330 / 90) * 365, 6);
});

test('a year broken down is the year again, whatever the shape', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000 }).map((n) => n / 1_000),
      fc.array(fc.nat(100_000), { minLength: 12, maxLength: 12 }).filter((shape) => shape.some((each) => each > 0)),
      (amount, shape) => {
        const months = breakDown(amount, shape);
        expect(months).toHaveLength(12);
        expect(months.reduce((sum, each) => sum + each, 0)).toBeCloseTo(amount, 3);
      },
    ),
  );
  expect(monthsOf(2024)[1]).toBe(29);
});
