import { expect, test } from 'vitest';
import { monthsLater } from './upkeep.ts';

test('the same day months later, and the last day of a month that has no such day', () => {
  expect(monthsLater('2026-03-05', 1)).toBe('2026-04-05');
  expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28');
  expect(monthsLater('2027-12-31', 2)).toBe('2028-02-29');
  expect(monthsLater('2026-11-30', 12)).toBe('2027-11-30');
  expect(monthsLater('2026-08-31', 6)).toBe('2027-02-28');
});
