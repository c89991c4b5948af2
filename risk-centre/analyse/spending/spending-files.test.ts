import { expect, test } from 'vitest';
import { answersOn } from '../run-on-rows.ts';
import { budgetProjection } from './budget-projection.ts';
import { invoiceRuns } from './invoice-runs.ts';
import { besidePossible, runningCosts } from './running-costs.ts';

test('FI-01: the year by the course of former years; without one it is said, and beyond the budget it needs none', async () => {
  const paid = (item: string, year: number, months: number, each: number) =>
    Array.from({ length: months }, (_, m) => ({
      item,
      unit: '甲局',
      date: `${year}-${String(m + 1).padStart(2, '0')}-10`,
      amount: each,
    }));
  const budget = (item: string, granted: number) => ({ item, unit: '甲局', year: 2026, budget: granted });
  const { answers, passedOver } = await answersOn(
    budgetProjection,
    [
      ...paid('接待', 2025, 12, 10),
      ...paid('接待', 2026, 6, 12),
      ...paid('会议', 2025, 12, 10),
      ...paid('会议', 2026, 6, 6),
      ...paid('培训', 2026, 6, 6),
      ...paid('差旅', 2026, 6, 30),
    ],
    { budgets: [budget('接待', 120), budget('会议', 120), budget('培训', 120), budget('差旅', 120), budget('无', 0)] },
  );
  expect(answers.map(({ values, flag, score }) => [values['item'], score === null ? null : flag])).toEqual([
    ['接待', 1],
    ['会议', 0],
    ['培训', null],
    ['差旅', 1],
  ]);
  expect(answers[0]!.values['projected']).toBeCloseTo(144, 9);
  expect(passedOver).toHaveLength(1);
});

test('FI-04: consecutive numbers over distant days; a book of one day is not told', async () => {
  const row = (payee: string, number: string, date: string) => ({ payee, number, date });
  const { answers } = await answersOn(invoiceRuns, [
    row('小店', '00012345', '2026-01-05'),
    row('小店', '00012346', '2026-04-11'),
    row('小店', '00012347', '2026-07-28'),
    row('商场', '7', '2026-01-05'),
    row('商场', '8', '2026-01-05'),
    row('商场', '9', '2026-01-05'),
    row('商场', '50', '2026-12-05'),
    row('一张', '3', '2026-01-05'),
  ]);
  expect(answers.map(({ flag, score }) => (score === null ? null : flag))).toEqual([1, 0, null]);
  expect(answers[0]!.values).toMatchObject({ numbers: '00012345-00012347', pairs: 2, days: 204 });
});

test('FI-08: a distance with those it is taken from and no flag; thirty units are needed', async () => {
  const values = (unit: string, cost: number) => ({ unit, cost, staff: 50, area: null, visitors: null });
  const known = [values('甲', 200), values('乙', 100)].map((row, i) => ({ file: 'x.csv', line: i + 2, values: row }));
  expect(besidePossible(known, 0, { theta: 0.5, weights: [0, 1] }, 1)).toMatchObject({
    values: { possible: 0.5, costPerHead: 4, beside: '乙' },
    score: 0.5,
    flag: 0,
  });
  const { answers } = await answersOn(runningCosts, [values('甲', 200), values('乙', 100)]);
  expect(answers.map(({ score }) => score)).toEqual([null, null]);
  await expect(answersOn(runningCosts, [], {}, { returns: 'some' })).rejects.toThrow('--returns');
});
