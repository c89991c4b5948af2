import { expect, test } from 'vitest';
import { depreciated } from './straight-line.ts';

const computer = { valueFen: 720_000, valueKind: 'cost', lifeYears: 6, since: '2024-03-31' } as const;

test('the month of addition is the first that is charged, whatever its day', () => {
  expect(depreciated(computer, '2024-02-29').accumulatedFen).toBe(0);
  expect(depreciated(computer, '2024-03-31')).toMatchObject({
    chargedMonths: 1,
    monthlyFen: 10_000,
    accumulatedFen: 10_000,
  });
  expect(depreciated(computer, '2025-02-01')).toMatchObject({
    chargedMonths: 12,
    accumulatedFen: 120_000,
    netFen: 600_000,
  });
});

test('no residual value, and nothing more once it is fully depreciated', () => {
  expect(depreciated(computer, '2030-02-01')).toMatchObject({ chargedMonths: 72, netFen: 0 });
  expect(depreciated(computer, '2040-01-01')).toMatchObject({ chargedMonths: 72, netFen: 0 });
});

test('sums of months do not drift by rounding: the last month brings what is left', () => {
  const odd = { ...computer, valueFen: 1_000_001 };
  expect(depreciated(odd, '2030-02-01').accumulatedFen).toBe(1_000_001);
  expect(depreciated(odd, '2024-03-01').accumulatedFen).toBe(13_889);
});

test('a nominal amount is not depreciated, nor a class without years', () => {
  expect(depreciated({ ...computer, valueKind: 'nominal' }, '2026-01-01')).toMatchObject({
    accumulatedFen: 0,
    none: 'nominal',
  });
  expect(depreciated({ ...computer, lifeYears: null }, '2026-01-01')).toMatchObject({
    accumulatedFen: 0,
    none: 'no-years',
    netFen: 720_000,
  });
});

test('the month in which it was disposed of is not charged any more', () => {
  expect(depreciated({ ...computer, disposedOn: '2025-03-10' }, '2026-01-01').chargedMonths).toBe(12);
  expect(depreciated({ ...computer, disposedOn: '2025-03-10' }, '2025-01-01').chargedMonths).toBe(11);
});
