import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthsLater, owed } from './instalments.ts';

const terms = { from: '2025-01-15', to: '2026-01-14', endedOn: null, every: 'quarter', rentFen: 300_000 } as const;

test('a quarter is owed in advance; what was paid settles the oldest first', () => {
  const it = owed(terms, 350_000, '2025-08-01', 30);
  expect(it.instalments.map(({ from, to, paidFen, lateDays }) => [from, to, paidFen, lateDays])).toEqual([
    ['2025-01-15', '2025-04-14', 300_000, 0],
    ['2025-04-15', '2025-07-14', 50_000, 78],
    ['2025-07-15', '2025-10-14', 0, 0],
  ]);
  expect(it).toMatchObject({ dueFen: 900_000, overdueFen: 250_000, overdueSince: '2025-05-15' });
});

test('the day it is due is not late, the next is; nothing is owed before it begins or after its end', () => {
  expect(owed(terms, 0, '2025-02-14', 30).overdueFen).toBe(0);
  expect(owed(terms, 0, '2025-02-15', 30).overdueFen).toBe(300_000);
  expect(owed(terms, 0, '2025-01-14', 30).instalments).toEqual([]);
  expect(owed(terms, 0, '2027-01-01', 30).dueFen).toBe(1_200_000);
});

test('a lease that ended early owes its last period by days', () => {
  const it = owed({ ...terms, endedOn: '2025-04-29' }, 0, '2025-12-31', 30);
  expect(it.instalments).toHaveLength(2);
  // 15 of the 91 days from 15 April to 14 July
  expect(it.instalments[1]!.amountFen).toBe(Math.round((300_000 * 15) / 91));
  expect(owed({ ...terms, every: 'once' }, 0, '2025-12-31', 30).dueFen).toBe(300_000);
});

test('the 31st of a month', () => {
  expect([1, 2, 13].map((n) => monthsLater('2024-01-31', n))).toEqual(['2024-02-29', '2024-03-31', '2025-02-28']);
});

test('paid and open make what is due, whatever was paid', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_200_000 }), fc.integer({ min: 0, max: 500 }), (paid, days) => {
      const today = new Date(Date.UTC(2025, 0, 15 + days)).toISOString().slice(0, 10);
      const it = owed(terms, paid, today, 30);
      const settled = it.instalments.reduce((sum, { paidFen }) => sum + paidFen, 0);
      expect(settled).toBe(Math.min(paid, it.dueFen));
      expect(it.overdueFen).toBeLessThanOrEqual(it.dueFen - settled);
    }),
  );
});
