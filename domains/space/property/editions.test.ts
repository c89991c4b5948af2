import { expect, test } from 'vitest';
import { dimensionsIn, editionOn, editionsOf } from './editions.ts';
import { feeOfMonth } from './fee-of-month.ts';

const first = {
  to: '2026-06-30',
  annualFeeFen: 1_200_000,
  dimensions: ['order', 'cleaning'],
  energyTargets: '',
} as const;
const second = { ...first, annualFeeFen: 2_400_000, dimensions: ['order', 'greening'] } as const;
const newest = { ...second, to: '2026-12-31', energyTargets: '下降 2%' } as const;
const contract = { ...newest, from: '2026-01-01', endedOn: null };
const signed = [
  { from: '2026-04-16', was: first },
  { from: '2026-07-01', was: second },
];
const editions = editionsOf(contract, signed);

test('each edition holds its own days, and a day has the terms of its edition', () => {
  expect(editions.map(({ edition, first: from, last, annualFeeFen }) => [edition, from, last, annualFeeFen])).toEqual([
    [1, '2026-01-01', '2026-04-15', 1_200_000],
    [2, '2026-04-16', '2026-06-30', 2_400_000],
    [3, '2026-07-01', '2026-12-31', 2_400_000],
  ]);
  const on = (day: string) => editionOn(editions, day).edition;
  expect(['2025-01-01', '2026-04-15', '2026-04-16', '2026-09-01'].map(on)).toEqual([1, 1, 2, 3]);
  expect(editionsOf(contract, [])).toMatchObject([{ edition: 1, first: '2026-01-01', last: '2026-12-31' }]);
  // It ended before the newest terms began.
  expect(editionsOf({ ...contract, endedOn: '2026-05-31' }, signed).map(({ last }) => last)).toEqual([
    '2026-04-15',
    '2026-05-31',
    '2026-05-31',
  ]);
});

test('a month is checked by what was served on its days: before, on and after the change', () => {
  expect(dimensionsIn(editions, '2026-03')).toEqual(['order', 'cleaning']);
  expect(dimensionsIn(editions, '2026-04')).toEqual(['order', 'cleaning', 'greening']);
  expect(dimensionsIn(editions, '2026-05')).toEqual(['order', 'greening']);
});

test('the fee of a month is by the days of each edition', () => {
  const fee = (month: string) => feeOfMonth(contract, month, editions)?.amountFen;
  // 15 days at 100 000 and 15 at 200 000 of 30.
  expect(['2026-03', '2026-04', '2026-05'].map(fee)).toEqual([100_000, 150_000, 200_000]);
  expect(fee('2027-01')).toBeUndefined();
});
