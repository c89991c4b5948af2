import { expect, test } from 'vitest';
import { sameMonthsBefore, wasteOf } from './waste-figures.ts';

const month = (canteen: string, of: string, wasteKg: number, meals: number, people = 100) => ({
  canteen,
  month: of,
  wasteKg,
  meals,
  people,
});

test('grams a meal over all meals, kilograms a person over the people of all canteens', () => {
  const figures = wasteOf([
    month('东', '2026-01', 300, 2_000, 100),
    month('东', '2026-02', 100, 2_000, 140),
    month('西', '2026-01', 200, 1_000, 80),
  ])!;
  expect(figures).toMatchObject({ wasteKg: 600, meals: 5_000, gPerMeal: 120 });
  // 120 people in the one on the mean, 80 in the other.
  expect(figures.kgPerPerson).toBe(3);
  expect(wasteOf([])).toBeNull();
});

test('the year before is told where every month of every canteen was recorded', () => {
  const now = [month('东', '2026-01', 300, 2_000), month('东', '2026-02', 100, 2_000)];
  const all = [...now, month('东', '2025-01', 400, 2_000)];
  expect(sameMonthsBefore(now, all)).toBeNull();
  expect(sameMonthsBefore(now, [...all, month('西', '2025-02', 1, 1)])).toBeNull();
  expect(sameMonthsBefore(now, [...all, month('东', '2025-02', 200, 2_000)])!.gPerMeal).toBe(150);
});
