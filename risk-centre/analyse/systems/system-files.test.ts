import { addDays } from '@opengoa/kernel/calendar';
import { expect, test } from 'vitest';
import examples from '../../methods/systems/worked-examples.json' with { type: 'json' };
import { near } from '../../methods/worked-examples.ts';
import { answersOn } from '../run-on-rows.ts';
import { systemBenefit } from './system-benefit.ts';
import { systemUse } from './system-use.ts';
import { unreadData } from './unread-data.ts';

test('IS-01, IS-02: an idle system, one used around inspections alone, and one that is used', async () => {
  const days = (system: string, of: (i: number) => number) =>
    Array.from({ length: 90 }, (_, i) => ({ system, date: addDays('2026-01-01', i), actions: of(i), users: null }));
  const visit = addDays('2026-01-01', 80);
  const { answers } = await answersOn(
    systemUse,
    [
      ...days('闲', (i) => (i < 10 ? 3 : 0)),
      ...days('迎检', (i) => (i === 80 ? 500 : 2)),
      ...days('常用', (i) => 40 + (i % 7)),
    ],
    {
      inspections: [{ date: visit }],
      systems: [{ system: '闲', entitled: 350, active: 80, items: 1000, through: 50, cost: 10 }],
    },
  );
  const told = answers.filter(({ flag }) => flag === 1).map(({ values }) => `${values['system']} ${values['pattern']}`);
  expect(told).toEqual(['闲 idle', '迎检 around-inspections', '闲 through']);
});

test('IS-06: what was saved beside what was promised', async () => {
  const { input, expected } = examples['is.benefit_review'];
  const rows = input.planned_saving.map((planned, year) => ({
    system: '平台',
    year,
    planned,
    actual: input.actual_saving[year]!,
    cost: input.cost[year]!,
  }));
  const { answers } = await answersOn(systemBenefit, rows, {}, { discount: String(input.rate) });
  expect(answers[0]!.values['realised']).toSatisfy(near(expected.realisation));
  expect(answers[0]!.flag).toBe(1);
  const promised = rows.map((row) => ({ ...row, planned: 0 }));
  expect((await answersOn(systemBenefit, promised)).answers[0]!.score).toBeNull();
});

test('IS-03: written and unread is told; read, or no longer written, is not', async () => {
  const row = (dataset: string, written: string, read: string | null, reads: number) => ({
    dataset,
    written,
    read,
    writes: 10,
    reads,
  });
  const { answers } = await answersOn(
    unreadData,
    [
      row('甲', '2026-05-01', null, 0),
      row('乙', '2026-05-01', '2026-04-30', 7),
      row('丙', '2024-05-01', null, 0),
      row('丁', '2026-05-01', '2025-12-01', 1),
    ],
    {},
    { on: '2026-05-02' },
  );
  expect(answers.map(({ flag }) => flag)).toEqual([1, 0, 0, 1]);
});
