import { expect, test } from 'vitest';
import type { KnownSavings, Terms } from './contract.ts';
import { contractYear, payableOf, yearsLater, yearsOf } from './payable.ts';
import { studentT } from './savings.ts';

const period = ['2025-01-01', '2025-03-15'] as const;
/** A fifth of a year, 73 days of 365, 10,000 kWh saved at 0.8 yuan. */
const savings = {
  status: 'ok',
  from: '2025-01-01',
  toExclusive: '2025-03-15',
  days: 73,
  counted: 70,
  expected: 100_000,
  actual: 90_000,
  avoided: 10_000,
  uncertainty: 2_000,
  confidence: 0.9,
  shown: true,
  coalKg: null,
  carbonKg: null,
  savedFen: 800_000,
  meanPriceFen: 80,
  meters: [],
  months: [],
} as const satisfies KnownSavings;
type Asked = Pick<Terms, 'kind' | 'contractFrom' | 'sharePercents' | 'guaranteed' | 'yearlyFeeFen'>;
const terms = (more: Partial<Asked>): Asked => ({
  kind: 'shared-savings',
  contractFrom: '2024-01-01',
  sharePercents: [80, 60],
  guaranteed: null,
  yearlyFeeFen: null,
  ...more,
});

test('years of a contract: a part of one counts, and the 29th of February ends on the 28th', () => {
  expect(yearsOf('2024-01-01', '2024-12-31')).toBe(1);
  expect(yearsOf('2024-01-01', '2025-01-01')).toBe(2);
  expect(yearsLater('2024-02-29', 1)).toBe('2025-02-28');
  expect(yearsLater('2024-02-29', 4)).toBe('2028-02-29');
  expect(contractYear('2024-07-01', '2025-06-30')).toEqual({ year: 1, nextFrom: '2025-07-01' });
  expect(contractYear('2024-07-01', '2025-07-01')).toEqual({ year: 2, nextFrom: '2026-07-01' });
});

test('shared savings: the percent of the contract’s year, and never less than nothing', () => {
  const made = payableOf(terms({}), period, savings)!;
  expect(made.payableFen).toBe(480_000);
  expect(made.inputs).toMatchObject({ contractYear: 2, sharePercent: 60, savedFen: 800_000, counted: 70 });
  expect(payableOf(terms({}), period, { ...savings, savedFen: -5_000 })!.payableFen).toBe(0);
  expect(payableOf(terms({}), period, { ...savings, savedFen: null })).toBeNull();
});

test('guaranteed savings: the fee of these days less what falls short, at the mean price', () => {
  const guaranteed = terms({ kind: 'guaranteed', guaranteed: 60_000, yearlyFeeFen: 1_000_000 });
  // 73 of 365 days: 12,000 kWh promised, 2,000 short at 80 fen.
  const made = payableOf(guaranteed, period, savings)!;
  expect(made.inputs).toMatchObject({ feeFen: 200_000, guaranteed: 12_000, shortfall: 2_000, shortfallFen: 160_000 });
  expect(made.payableFen).toBe(40_000);
  expect(payableOf(guaranteed, period, { ...savings, avoided: 12_000 })!.payableFen).toBe(200_000);
  expect(payableOf(guaranteed, period, { ...savings, avoided: -50_000 })!.payableFen).toBe(0);
  expect(payableOf(guaranteed, period, { ...savings, meanPriceFen: null })).toBeNull();
  expect(payableOf(guaranteed, period, { ...savings, avoided: 12_000, meanPriceFen: null })!.payableFen).toBe(200_000);
});

test('a trust: the fee of these days, whatever was saved and whether or not a price is known', () => {
  const trust = terms({ kind: 'energy-trust', yearlyFeeFen: 1_000_000 });
  expect(payableOf(trust, period, { ...savings, savedFen: null, avoided: -1 })!.payableFen).toBe(200_000);
  const untold = payableOf(trust, period, null)!;
  expect(untold.payableFen).toBe(200_000);
  expect(untold.inputs).toMatchObject({ avoided: null, shown: false, counted: 0, days: 73 });
  expect(payableOf(terms({}), period, null)).toBeNull();
});

test('Student’s t of 90 % and 365 days, as the method’s worked example has it', () => {
  expect(studentT(0.9, 364)).toBeCloseTo(1.649_062, 4);
  expect(studentT(0.9, 30)).toBeCloseTo(1.697_261, 3);
});
