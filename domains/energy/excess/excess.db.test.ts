import { isRefusal, jobActor, sql } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';
import type { BudgetAnswer } from '../budget/contract.ts';

let at: House;
let clerk: Person;
let job: Person;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2024-05-01T09:00:00+08:00') });
  clerk = at.as('钱能耗');
  const everywhere = [{ role: 'job', unit: at.ids.province, below: true }];
  job = at.with(everywhere, { ...jobActor('warn-budgets', everywhere, at.ids.province) });
});
afterAll(() => at?.close());

async function usedSince(meter: string, from: string, days: number, value: number): Promise<void> {
  await clerk.does('energy.receive-readings', {
    meters: [
      {
        meter,
        pairs: Array.from({ length: days }, (_, n) => [
          new Date(Date.parse(`${from}T00:00:00+08:00`) + n * 86_400_000).toISOString(),
          value,
        ]),
      },
    ],
  });
}
const budget = async (unit: string, by: Person = clerk) =>
  (await by.read('energy.budget', { unit, year: '2024' })) as BudgetAnswer & { may: string[] };
const watch = () => job.does('energy.warn-budgets', {});
const tasks = (unit: string) =>
  reading(at.kernel, { actor: clerk.actor, who: ['energy-clerk'], room: 'energy' }, (tx) =>
    tx.rows<{ state: string; title: string; summary: string }>(sql`
      select t.state, t.title ->> 'zh' as title, t.summary from kernel.task t where t.unit_id = ${unit} order by t.raised_at, t.id`),
  );
const set = (unit: string, amount: number) =>
  clerk.does('energy.set-budget', { unit, year: 2024, amount, document: '目标' });

test('a year above its budget is asked about once, explained, and not asked again', async () => {
  const { finance, county } = at.ids;
  const meter = await aMeter(clerk, await aBuilding(clerk, finance), { intervalMinutes: 1440 });
  await usedSince(meter, '2024-01-01', 121, 100);
  await set(finance, 10_000);
  await watch();
  await watch();
  expect((await tasks(finance)).map(({ state, title }) => [state, title])).toEqual([['open', '说明超定额情况']]);
  const it = await budget(finance);
  expect(it.excess).toMatchObject({ state: 'open', reason: null });
  expect(it.excess!.says).toMatch(/已用 12,100，超出全年预算 10,000/);
  expect(it.may).toContain('energy.explain-excess');
  const answer = (by: Person) =>
    by.run('energy.explain-excess', { excess: it.excess!.id, reason: '新增充电桩', measures: '错峰充电' });
  const stranger = at.with([{ role: 'energy-clerk', unit: county, below: true }], { unit: county });
  expect(isRefusal(await answer(stranger))).toBe(true);
  expect(code(await answer(clerk))).toBe('done');
  expect(code(await answer(clerk))).toBe('excess-answered');
  expect((await tasks(finance)).map(({ state }) => state)).toEqual(['done']);
  const after = await budget(finance);
  expect(after.excess).toMatchObject({ state: 'explained', reason: '新增充电桩', answeredName: '钱能耗' });
  expect(after.may).not.toContain('energy.explain-excess');
  await watch();
  expect(await tasks(finance)).toHaveLength(1);
});

test('within the budget again the task goes by itself; above once more it is asked by the same row', async () => {
  const { bureau } = at.ids;
  const meter = await aMeter(clerk, await aBuilding(clerk, bureau), { intervalMinutes: 1440 });
  await usedSince(meter, '2024-01-01', 121, 100);
  await set(bureau, 10_000);
  await watch();
  const first = (await budget(bureau)).excess!.id;
  await set(bureau, 50_000);
  await watch();
  expect((await tasks(bureau)).map(({ state }) => state)).toEqual(['withdrawn']);
  expect((await budget(bureau)).excess!.state).toBe('gone');
  await watch();
  expect(await tasks(bureau)).toHaveLength(1);
  await set(bureau, 10_000);
  await watch();
  await watch();
  expect((await tasks(bureau)).map(({ state }) => state)).toEqual(['withdrawn', 'open']);
  expect((await budget(bureau)).excess).toMatchObject({ id: first, state: 'open' });
});
