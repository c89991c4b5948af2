import { expect, test } from 'vitest';
import { feeOfMonth, monthBefore } from './fee-of-month.ts';

const contract = { from: '2025-05-16', to: '2026-05-15', endedOn: null, annualFeeFen: 1_200_000 };

test('a twelfth of the annual fee, by days where it serves in part of the month only', () => {
  expect(feeOfMonth(contract, '2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28', amountFen: 100_000 });
  // 16 of 31 days of May.
  expect(feeOfMonth(contract, '2025-05')).toEqual({ from: '2025-05-16', to: '2025-05-31', amountFen: 51_613 });
  expect(feeOfMonth({ ...contract, endedOn: '2026-02-14' }, '2026-02')).toMatchObject({
    to: '2026-02-14',
    amountFen: 50_000,
  });
});

test('nothing before it begins or after it ended', () => {
  expect(feeOfMonth(contract, '2025-04')).toBeNull();
  expect(feeOfMonth({ ...contract, endedOn: '2026-01-31' }, '2026-02')).toBeNull();
  expect([monthBefore('2026-01-31'), monthBefore('2026-03-01')]).toEqual(['2025-12', '2026-02']);
});
