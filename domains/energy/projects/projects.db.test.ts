/** Two real years of a meter (demo/meters, b0): 2018 as it was, 2019 as after the works. */
import { join } from 'node:path';
import { type ImportTools, isRefusal, sql } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { importHourly } from '../import/import-hourly.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';
import type { ProjectAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let head: Person;
let building = '';
let meter = '';
const only = { from: '2018-01-01', toExclusive: '2020-01-01' };

beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2020-01-02T09:00:00+08:00') });
  clerk = at.as('钱能耗');
  head = at.with([{ role: 'head', unit: at.ids.bureau, below: true }], { unit: at.ids.bureau });
  const tools: ImportTools = {
    verb: (name, input) => clerk.run(name, input),
    reading: (work) =>
      reading(at.kernel, { actor: clerk.actor, who: ['energy-clerk'], room: 'energy' }, (tx, context) =>
        work(tx, context),
      ),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  await importHourly(
    {
      folder: join(import.meta.dirname, '../../../demo/meters'),
      ...only,
      place: ({ id }) => ({ unit: at.ids.bureau, name: id, use: 'unknown' as const, note: '' }),
      station: 'bedford',
      calendar: 'england',
      keys: 'cambridge/',
    },
    tools,
  );
  const { rows } = (await clerk.list('energy.meters', { size: '50' })) as unknown as {
    rows: { id: string; building: string; building_id: string }[];
  };
  const b0 = rows.find((row) => row.building.endsWith('_b0'))!;
  [building, meter] = [b0.building_id, b0.id];
}, 120_000);
afterAll(() => at?.close());

let count = 0;
const terms = (more: object = {}) => ({
  unit: at.ids.bureau,
  name: `项目${(count += 1)}`,
  kind: 'own-funded',
  measures: '更换照明和空调群控',
  investmentFen: 50_000_000,
  baselineFrom: '2018-01-01',
  baselineToExclusive: '2019-01-01',
  document: '局办公会纪要',
  meters: [meter],
  ...more,
});
const contract = (more: object = {}) =>
  terms({
    kind: 'shared-savings',
    contractor: '某节能服务公司',
    contractFrom: '2019-01-01',
    contractTo: '2021-12-31',
    sharePercents: [80, 70, 60],
    ...more,
  });
const plan = async (input: object) => (await clerk.does('energy.plan-project', input)).facts[0]!.object.id;
const run = async (input: object, from = '2019-01-01') => {
  const project = await plan(input);
  await clerk.does('energy.start-project', { project, version: 1, from, document: '竣工报告' });
  return project;
};
const read = async (id: string, by: Person = clerk) =>
  (await by.read('energy.project', { id })) as ProjectAnswer & { may: string[] };
const settle = (project: string, from: string, to: string) =>
  clerk.run('energy.settle-project', { project, from, to, document: '结算单' });

test('the saving is the baseline less what was read, with its range, converted and paid back; every way of it is told', async () => {
  const project = await run(terms({ meters: [], buildings: [building] }));
  const it = await read(project);
  expect(it.covered.map((each) => each.meter)).toContain(meter);
  const known = it.savings!;
  if (known.status !== 'ok') throw new Error(JSON.stringify(known.reasons));
  expect(known.avoided).toBeCloseTo(known.expected - known.actual, 6);
  // What was read of the days that count is what the days say, where all their hours are there.
  expect(known.counted).toBeGreaterThan(0.9 * known.days);
  expect(known.months.reduce((sum, { expected, actual }) => sum + expected - actual, 0)).toBeCloseTo(known.avoided, 3);
  expect(known.uncertainty).toBeGreaterThan(0);
  expect(known.uncertainty / known.expected).toBeLessThan(0.2);
  expect(known.shown).toBe(known.avoided > 0 && known.uncertainty <= 0.5 * known.avoided);
  // The factor of standard coal came into force later than the house's day: without one there is no figure.
  expect(known.coalKg).toBeNull();
  // No tariff and no price: no money, and no payback.
  expect([known.savedFen, it.paybackYears]).toEqual([null, null]);
  expect(it.may).toEqual(['energy.end-project']);
  expect((await read(project, head)).may).toContain('energy.accept-project');
});

test('a flat price: money is the saving times the price, and shared by the contract’s year', async () => {
  await clerk.does('energy.set-price', {
    building,
    carrier: 'electricity',
    from: '2018-01-01',
    fenPerUnit: 80,
    document: '电费单',
  });
  const project = await run(contract());
  const it = await read(project);
  const known = it.savings!;
  if (known.status !== 'ok') throw new Error('not known');
  expect(known.savedFen! / (known.avoided * 80)).toBeCloseTo(1, 1);
  expect(known.meanPriceFen).toBeCloseTo(80, 6);
  if (known.shown) expect(it.paybackYears).toBeCloseTo(50_000_000 / ((known.savedFen! / known.counted) * 365), 6);
  else expect(it.paybackYears).toBeNull();

  expect(code(await settle(project, '2018-12-01', '2019-01-31'))).toBe('outside-the-contract');
  expect(code(await settle(project, '2019-11-01', '2020-01-02'))).toBe('outside-the-contract');
  expect(code(await settle(project, '2019-01-01', '2019-03-31'))).toBe('done');
  expect(code(await settle(project, '2019-03-31', '2019-06-30'))).toBe('settled-before');
  const { settlements } = await read(project);
  const [first] = settlements;
  expect(settlements).toHaveLength(1);
  expect(first).toMatchObject({ from: '2019-01-01', toExclusive: '2019-04-01', settledName: '钱能耗' });
  expect(first!.inputs).toMatchObject({ contractYear: 1, sharePercent: 80, days: 90 });
  expect(first!.payableFen).toBe(Math.max(0, Math.round(first!.inputs.savedFen! * 0.8)));
  const { rows } = (await clerk.list('energy.projects', { 'f.state': 'running' })) as unknown as {
    rows: { id: string; settlements: number; paid_fen: number }[];
  };
  expect(rows.find(({ id }) => id === project)).toMatchObject({ settlements: 1, paid_fen: first!.payableFen });
  // What was settled cannot be rewritten, not even by this room.
  await expect(
    reading(at.kernel, { actor: clerk.actor, who: ['energy-clerk'], room: 'energy' }, (tx) =>
      tx.run(sql`update energy.settlement set payable_fen = 0`),
    ),
  ).rejects.toThrow();

  // The guarantee falls short, the trust is paid by its days.
  const guaranteed = await run(
    contract({ kind: 'guaranteed', sharePercents: [], guaranteed: 10_000_000, yearlyFeeFen: 36_500_000 }),
  );
  await settle(guaranteed, '2019-01-01', '2019-03-31');
  const short = (await read(guaranteed)).settlements[0]!;
  expect(short.inputs.shortfall).toBeCloseTo((10_000_000 * 90) / 365 - short.inputs.avoided!, 3);
  expect(short.payableFen).toBe(0);
  const trust = await run(contract({ kind: 'energy-trust', sharePercents: [], yearlyFeeFen: 36_500_000 }));
  expect(code(await settle(trust, '2019-01-01', '2019-01-10'))).toBe('done');
  expect((await read(trust)).settlements[0]!.payableFen).toBe(1_000_000);
});

test('where the data do not carry a saving it is said, and nothing is paid by it', async () => {
  const late = await run(contract({ baselineFrom: '2018-10-01' }));
  const told = (await read(late)).savings!;
  expect(told.status).toBe('insufficient_data');
  expect(code(await settle(late, '2019-01-01', '2019-01-31'))).toBe('savings-not-known');
  const empty = await aMeter(clerk, await aBuilding(clerk, at.ids.bureau));
  const dark = await run(terms({ meters: [empty] }));
  expect((await read(dark)).savings!.status).toBe('insufficient_data');
  expect(code(await settle(dark, '2019-01-01', '2019-01-31'))).toBe('nothing-to-settle');
  // A trust is paid by its days, and says that no saving is told.
  const trust = await run(
    contract({ kind: 'energy-trust', sharePercents: [], yearlyFeeFen: 36_500_000, meters: [empty] }),
  );
  expect(code(await settle(trust, '2019-01-01', '2019-01-10'))).toBe('done');
  expect((await read(trust)).settlements[0]!.inputs).toMatchObject({ avoided: null, shown: false });
  // Without a price savings are not money.
  const other = await run(contract({ contractFrom: '2019-06-15', name: '跨年度' }), '2019-01-01');
  expect(code(await settle(other, '2019-01-01', '2019-06-30'))).toBe('outside-the-contract');
});

test('terms are whole or refused; states follow one another; what runs is not rewritten', async () => {
  const { bureau, finance, county } = at.ids;
  const planned = (more: object) => clerk.run('energy.plan-project', contract(more));
  expect(code(await planned({ contractor: null }))).toBe('contract-incomplete');
  expect(code(await planned({ sharePercents: [80, 70] }))).toBe('shares-not-the-years');
  expect(code(await planned({ kind: 'guaranteed', yearlyFeeFen: 1_000 }))).toBe('contract-incomplete');
  expect(code(await planned({ kind: 'energy-trust' }))).toBe('contract-incomplete');
  expect(code(await planned({ contractTo: '2018-12-31' }))).toBe('period-backwards');
  expect(code(await planned({ baselineToExclusive: '2018-01-01' }))).toBe('period-backwards');
  expect(isRefusal(await planned({ meters: [bureau] }))).toBe(true);
  const water = await aMeter(clerk, building, { carrier: 'water' });
  const register = await aMeter(clerk, building, { reads: 'register', intervalMinutes: null });
  const below = await aMeter(clerk, building, { kind: 'sub', parent: meter });
  expect(code(await planned({ meters: [meter, water] }))).toBe('meters-differ');
  expect(code(await planned({ meters: [register] }))).toBe('meters-differ');
  expect(code(await planned({ meters: [meter, below] }))).toBe('meter-within-another');

  const project = await plan(contract({ name: '甲' }));
  expect(code(await planned({ name: '甲' }))).toBe('project-name-taken');
  const change = (more: object, version = 1) => clerk.run('energy.change-project', { project, version, ...more });
  expect(code(await change({ sharePercents: [1] }))).toBe('shares-not-the-years');
  expect(code(await change({ name: '乙' }))).toBe('done');
  expect(code(await change({ name: '丙' }))).toBe('stale-version');
  expect(code(await settle(project, '2019-01-01', '2019-01-31'))).toBe('not-now');
  const start = (from: string, version = 2) =>
    clerk.run('energy.start-project', { project, version, from, document: '竣工报告' });
  expect(code(await start('2020-01-03'))).toBe('time-not-yet');
  expect(code(await start('2018-12-31'))).toBe('baseline-after-start');
  expect(code(await start('2019-01-01', 1))).toBe('stale-version');
  expect(code(await start('2019-01-01'))).toBe('done');
  expect(code(await change({ name: '丁' }, 3))).toBe('not-now');
  const accept = (by: Person, version = 3) =>
    by.run('energy.accept-project', { project, version, opinion: '同意验收' });
  expect(isRefusal(await accept(clerk))).toBe(true);
  expect(code(await accept(head, 1))).toBe('stale-version');
  const accepted = await accept(head);
  if (isRefusal(accepted)) throw new Error(accepted.code);
  expect(code(await accept(head, 4))).toBe('not-now');
  const end = (version: number) => clerk.run('energy.end-project', { project, version, why: '合同期满' });
  expect(code(await end(1))).toBe('stale-version');
  expect(code(await end(4))).toBe('done');
  expect(code(await end(5))).toBe('not-now');
  expect(code(await settle(project, '2019-01-01', '2019-01-31'))).toBe('not-now');

  // The right is needed where the meters are; a stranger reads nothing.
  const ofFinance = at.with([{ role: 'energy-clerk', unit: finance, below: true }], { unit: finance });
  expect(isRefusal(await ofFinance.run('energy.plan-project', { ...terms(), unit: finance }))).toBe(true);
  const stranger = at.with([{ role: 'energy-clerk', unit: county, below: true }], { unit: county });
  expect(isRefusal(await stranger.read('energy.project', { id: project }))).toBe(true);
});

test('a period that crosses into the next year of the contract is settled in two', async () => {
  const project = await run(
    contract({
      contractFrom: '2018-07-01',
      contractTo: '2021-06-30',
      baselineFrom: '2018-01-01',
      baselineToExclusive: '2019-01-01',
    }),
  );
  expect(code(await settle(project, '2019-06-01', '2019-07-31'))).toBe('across-contract-years');
});
