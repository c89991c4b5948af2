import { isRefusal, jobActor, sql } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';
import type { BudgetAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let job: Person;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2024-05-01T09:00:00+08:00') });
  clerk = at.as('钱能耗');
  job = at.with([{ role: 'job', unit: at.ids.province, below: true }], {
    ...jobActor('warn-budgets', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province),
  });
});
afterAll(() => at?.close());

/** Days of `from` to `to`, so much in each hour. */
async function hoursOf(meter: string, from: string, to: string, value: number): Promise<void> {
  const [first, last] = [Date.parse(`${from}T00:00:00+08:00`), Date.parse(`${to}T00:00:00+08:00`)];
  const all = Array.from({ length: (last - first) / 3_600_000 }, (_, n) => ({
    at: new Date(first + n * 3_600_000).toISOString(),
    value,
  }));
  for (let start = 0; start < all.length; start += 5_000)
    await clerk.does('energy.receive-readings', { meters: [{ meter, readings: all.slice(start, start + 5_000) }] });
}
const budget = async (unit: string, more: object = {}, by: Person = clerk) =>
  (await by.read('energy.budget', { unit, year: '2024', ...more })) as BudgetAnswer & { may: string[] };
const tasks = (unit: string) =>
  reading(at.kernel, { actor: clerk.actor, who: ['energy-clerk'], room: 'energy' }, (tx) =>
    tx.rows<{ state: string; summary: string }>(sql`
      select t.state, t.summary from kernel.task t where t.unit_id = ${unit} order by t.raised_at, t.id`),
  );

test('a budget is broken down by last year; the year as it is going raises a task, and a larger budget takes it away again', async () => {
  const { finance } = at.ids;
  const [one, two] = [await aBuilding(clerk, finance), await aBuilding(clerk, finance)];
  const [a, b] = [await aMeter(clerk, one), await aMeter(clerk, two)];
  await hoursOf(a, '2023-01-01', '2024-01-01', 30);
  await hoursOf(b, '2023-01-01', '2024-01-01', 10);
  await hoursOf(a, '2024-01-01', '2024-05-01', 36);
  await hoursOf(b, '2024-01-01', '2024-05-01', 10);
  const lastYear = 365 * 24 * 40;
  const set = (amount: number, more: object = {}) =>
    clerk.run('energy.set-budget', { unit: finance, year: 2024, amount, document: '节能目标分解', ...more });
  expect((await budget(finance)).state).toBe('none');
  expect(code(await set(lastYear * 0.97))).toBe('done');
  const it = await budget(finance);
  expect(it.months.reduce((sum, { planned }) => sum + planned!, 0)).toBeCloseTo(lastYear * 0.97, 2);
  expect(it.months[0]!.planned).toBeCloseTo(31 * 24 * 40 * 0.97, 2);
  const shares = it.buildings.map(({ budget: share }) => share!).toSorted((x, y) => x - y);
  expect(shares[0]).toBeCloseTo(lastYear * 0.97 * 0.25, 2);
  expect(shares[1]).toBeCloseTo(lastYear * 0.97 * 0.75, 2);
  // 46 kWh an hour against 40: the rest of the year by last year's months times 1.15, with the leap day on top.
  expect(it).toMatchObject({ state: 'warn', by: 'last-year', until: '2024-04-30' });
  expect(it.used).toBe(121 * 24 * 46);
  expect(it.projected! / (366 * 24 * 46)).toBeCloseTo(1, 6);
  expect(it.exceeds!.correlated).toBeGreaterThan(0.99);
  expect(it.buildings.find(({ id }) => id === two)!.state).toBe('warn');
  expect((await budget(finance, { saving: '40' })).state).toBe('within');
  const quotas = (await budget(finance, { climate: 'hot-summer-cold-winter' })).quotas;
  expect(quotas.map(({ level, value, confidence }) => [level, value, confidence])).toEqual([
    ['constraint', 70, 'recalled'],
    ['guide', 55, 'recalled'],
  ]);

  await job.does('energy.warn-budgets', {});
  await job.does('energy.warn-budgets', {});
  expect((await tasks(finance)).map(({ state }) => state)).toEqual(['open']);
  expect((await tasks(finance))[0]!.summary).toMatch(/按目前用法全年约.*（依据：去年同期形状/);
  expect(code(await set(lastYear * 1.3))).toBe('done');
  expect((await budget(finance)).state).toBe('within');
  await job.does('energy.warn-budgets', {});
  expect((await tasks(finance)).map(({ state }) => state)).toEqual(['withdrawn']);
  // Used up already.
  expect(code(await set(100_000))).toBe('done');
  expect((await budget(finance)).state).toBe('over');

  expect(code(await set(1_200, { months: Array.from({ length: 12 }, () => 99) }))).toBe('months-not-the-year');
  expect(code(await set(1_200, { months: Array.from({ length: 12 }, () => 100) }))).toBe('done');
  expect((await budget(finance)).months.every(({ planned }) => planned === 100)).toBe(true);
}, 120_000);

test('too little read is said, and a stranger sees nothing', async () => {
  const { bureau, finance, city } = at.ids;
  const meter = await aMeter(clerk, await aBuilding(clerk, bureau));
  await hoursOf(meter, '2024-04-01', '2024-04-11', 5);
  await clerk.does('energy.set-budget', { unit: bureau, year: 2024, amount: 40_000, document: '目标' });
  expect(await budget(bureau)).toMatchObject({ state: 'too-early', projected: null });
  expect(code(await clerk.run('energy.set-budget', { unit: city, year: 2024, amount: 1, document: '目标' }))).toBe(
    'not-an-institution',
  );
  const other = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(isRefusal(await other.read('energy.budget', { unit: finance, year: '2024' }))).toBe(true);
});

test('one target is broken down to the institutions below by what they used; nothing read, nothing broken down; not in another’s unit', async () => {
  const { city, finance, bureau, county } = at.ids;
  const used = [
    await aMeter(clerk, await aBuilding(clerk, bureau), { carrier: 'water' }),
    await aMeter(clerk, await aBuilding(clerk, finance), { carrier: 'water' }),
  ];
  const target = { unit: city, year: 2024, carrier: 'water', amount: 100, document: '年度节水目标' };
  expect(code(await clerk.run('energy.break-down-budget', target))).toBe('nothing-to-break-down');
  await hoursOf(used[0]!, '2023-03-01', '2023-03-03', 1);
  await hoursOf(used[1]!, '2023-03-01', '2023-03-03', 2);
  await clerk.does('energy.break-down-budget', target);
  const [ofBureau, ofFinance] = [
    await budget(bureau, { carrier: 'water' }),
    await budget(finance, { carrier: 'water' }),
  ];
  expect(ofBureau.budget).toBeCloseTo(33.333, 3);
  expect(ofBureau.budget! + ofFinance.budget!).toBeCloseTo(100, 9);
  expect(ofFinance.months.reduce((sum, { planned }) => sum + planned!, 0)).toBeCloseTo(ofFinance.budget!, 6);
  // Again: it replaces what was set.
  await clerk.does('energy.break-down-budget', { ...target, amount: 90 });
  expect((await budget(finance, { carrier: 'water' })).budget).toBe(60);
  const other = at.with([{ role: 'energy-clerk', unit: county, below: true }], { unit: county });
  expect(isRefusal(await other.run('energy.break-down-budget', target))).toBe(true);
  // Who keeps the bureau alone cannot set what another institution is to use.
  const one = at.with([{ role: 'energy-clerk', unit: bureau, below: true }], { unit: bureau });
  expect(isRefusal(await one.run('energy.break-down-budget', target))).toBe(true);
});
