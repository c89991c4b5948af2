/** Two real years of a meter (demo/meters, b0), laid to weather and days by a baseline of the first. */
import { join } from 'node:path';
import { type ImportTools } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { importHourly } from '../import/import-hourly.ts';
import { code } from '../testing/given.ts';
import type { AttributionAnswer } from './contract.ts';

let at: House;
let building = '';
const clerk = () => at.as('钱能耗');
const ask = async (query: object = {}) =>
  (await clerk().read('energy.attribution', { building, year: '2019', ...query })) as AttributionAnswer;

beforeAll(async () => {
  at = await house({ rooms: [energy] });
  const tools: ImportTools = {
    verb: (name, input) => clerk().run(name, input),
    reading: (work) =>
      reading(at.kernel, { actor: clerk().actor, who: ['energy-clerk'], room: 'energy' }, (tx, context) =>
        work(tx, context),
      ),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  await importHourly(
    {
      folder: join(import.meta.dirname, '../../../demo/meters'),
      from: null,
      toExclusive: null,
      place: ({ id }) => ({ unit: at.ids.bureau, name: id, use: 'unknown' as const, note: '' }),
      station: 'bedford',
      calendar: 'england',
      keys: 'cambridge/',
    },
    tools,
  );
  const { rows } = (await clerk().list('energy.meters', { size: '50' })) as unknown as {
    rows: { id: string; building: string; building_id: string }[];
  };
  const b0 = rows.find((row) => row.building.endsWith('_b0'))!;
  building = b0.building_id;
  await clerk().does('energy.fit-baseline', { meter: b0.id, from: '2018-01-01', toExclusive: '2019-01-01' });
}, 120_000);
afterAll(() => at?.close());

const sumOf = ({ found }: AttributionAnswer) =>
  found!.weather + found!.days + found!.area + found!.people + found!.lastYearResidual + found!.thisYearResidual;

test('the terms of a month and of the year add up to the difference, and the difference is that of the list', async () => {
  for (const query of [{}, { month: '2' }, { month: '11' }]) {
    const told = await ask(query);
    expect(sumOf(told)).toBeCloseTo(told.found!.now - told.found!.before, 4);
  }
  const { found, from, toExclusive } = await ask({ month: '3' });
  expect([from, toExclusive]).toEqual(['2019-03-01', '2019-04-01']);
  const { rows } = (await clerk().list('energy.months', {
    'f.building_id': building,
    'f.month.from': '2019-03-01',
    'f.month.to': '2019-03-31',
  })) as unknown as { rows: { amount: number | string }[] };
  expect(found!.now).toBeCloseTo(Number(rows[0]!.amount), 6);
  expect(found!.readNow).toBe(1);
  // Nothing is laid to an area and people that did not change.
  expect([found!.area, found!.people]).toEqual([0, 0]);
});

test('a larger area takes its part, a declared change is named, and the price is told from the amount', async () => {
  const without = await ask({ month: '5' });
  await clerk().does('energy.record-size', { building, day: '2019-05-01', areaM2: 4_000, document: '扩建验收' });
  await clerk().does('energy.declare-change', { building, day: '2019-05-11', kind: 'equipment', what: '新增机柜' });
  await clerk().does('energy.set-price', { building, from: '2018-01-01', fenPerUnit: 60, document: '电费单' });
  await clerk().does('energy.set-price', { building, from: '2019-01-01', fenPerUnit: 66, document: '电费单' });
  const told = await ask({ month: '5' });
  expect(told.found!.area).toBeGreaterThan(1_000);
  expect(sumOf(told)).toBeCloseTo(sumOf(without), 4);
  expect(told.changes).toMatchObject([{ day: '2019-05-11', what: '新增机柜' }]);
  expect(told.changes[0]!.residualSince).not.toBeNull();
  const { beforeFen, nowFen, byPriceFen, byAmountFen } = told.cost!;
  expect(byPriceFen + byAmountFen).toBeCloseTo(nowFen - beforeFen, 3);
  expect(nowFen).toBeCloseTo(told.found!.now * 66, 0);
});

test('without a baseline or without readings it says why', async () => {
  expect(await ask({ year: '2018' })).toMatchObject({ found: null, why: { zh: expect.stringContaining('九成') } });
  expect(code(await clerk().read('energy.attribution', { building, year: '2019', month: '13' }))).toBe(
    'input-not-fitting',
  );
  const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(code(await county.read('energy.attribution', { building, year: '2019' }))).toBe('not-found');
});
