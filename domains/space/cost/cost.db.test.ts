import { newId } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { metered } from '../plans/testing/metered.ts';
import { behind, premises, type Premises } from '../plans/testing/premises.ts';
import { code } from '../testing/given.ts';
import type { CostAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let here: Premises;

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const { bureau, finance } = at.ids;
  clerk = at.with([{ role: 'space-clerk', unit: at.ids.city, below: true }], { unit: bureau, name: '房管员' });
  here = await premises(
    at,
    bureau,
    [
      { number: '101', areaM2: 60 },
      { number: '102', areaM2: 30, unit: finance },
      { number: '103', areaM2: 10, state: 'vacant' },
    ],
    // 6 000 000 yuan over 50 years: 10 000 yuan a month.
    { valueFen: 600_000_000 },
  );
});
afterAll(() => at?.close());

const expense = (more: object = {}) => ({
  building: here.building,
  kind: 'property',
  from: '2026-01-01',
  to: '2026-12-31',
  amountFen: 3_650_000,
  receipt: 'P-1',
  ...more,
});
const record = (more: object = {}, by = clerk) => by.run('space.record-expense', expense(more));
const read = async (query: object = {}, by = clerk) => (await by.read('space.cost', query)) as CostAnswer;

test('expenses count by their days, each receipt once, struck ones no more; a stranger neither records nor reads', async () => {
  const requestId = newId();
  expect(code(await clerk.run('space.record-expense', expense(), requestId))).toBe('done');
  expect(code(await clerk.run('space.record-expense', expense(), requestId))).toBe('done');
  expect(code(await record())).toBe('expense-entered');
  expect(code(await record({ receipt: 'P-2', to: '2025-12-31' }))).toBe('expense-backwards');
  expect(code(await record({ kind: 'insurance', amountFen: 5_000, from: '2026-02-01', to: '2026-02-28' }))).toBe(
    'done',
  );
  // Of two winters, 64 of 128 days lie in this year so far.
  expect(
    code(await record({ kind: 'heating', amountFen: 128_000, from: '2025-10-29', to: '2026-03-05', receipt: 'H' })),
  ).toBe('done');
  const cost = await read();
  expect(cost).toMatchObject({ from: '2026-01-01', to: '2026-03-05', months: 3 });
  expect(cost.parts).toEqual({
    depreciation: 3_000_000,
    // Nothing was entered of these: not known.
    rent: null,
    energy: 64_000,
    property: 640_000,
    repair: null,
    other: 5_000,
  });
  expect(cost.units.map(({ areaM2, totalFen }) => [areaM2, totalFen])).toEqual([
    [60, 2_225_400],
    [30, 1_112_700],
  ]);
  expect(cost.vacantFen).toBe(370_900);
  expect(cost.totalFen).toBe(3_709_000);
  expect(cost.perM2Fen).toBe(37_090);
  const rows = (
    (await clerk.list('space.expenses', { 'f.kind': 'insurance' })) as unknown as { rows: { id: string }[] }
  ).rows;
  const strike = (by = clerk) => by.run('space.strike-expense', { expense: rows[0]!.id, why: '重复' });
  const stranger = at.with([{ role: 'space-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(code(await strike(stranger))).toBe('not-found');
  expect(code(await record({ receipt: 'X' }, stranger))).toBe('not-found');
  expect((await read({}, stranger)).buildings).toEqual([]);
  expect(code(await strike())).toBe('done');
  expect(code(await strike())).toBe('expense-struck');
  expect((await read()).parts.other).toBeNull();
  expect((await read({ year: '2025' })).parts).toMatchObject({
    energy: 64_000,
    property: null,
    depreciation: 12_000_000,
  });
  expect((await read({ year: '2027' })).buildings).toEqual([]);
});

test('a room that changed hands in the year is borne by each for its days; the rows of a figure are the figure', async () => {
  const { bureau, finance } = at.ids;
  const there = await premises(
    at,
    bureau,
    [
      { number: '301', areaM2: 50, unit: finance },
      { number: '302', areaM2: 14, use: 'equipment-power' },
    ],
    { name: '调整楼' },
  );
  const unknown = await read({ building: there.building });
  expect(unknown.rows!.map(({ costFen }) => costFen)).toEqual([null, null]);
  // What is not known makes nothing look cheaper.
  const [known] = unknown.buildings.filter(({ totalFen }) => totalFen !== null);
  expect(unknown.perM2Fen).toBe(known!.perM2Fen);
  await behind(at, async (client) => {
    // 64 days so far: 16 of nobody, 32 of the bureau, 16 of finance.
    const period = `insert into space.tenure (node_id, id, unit_id, room_id, from_day, to_day, kind, set_at) values (1, $1, $2, $3, $4, $5, 'allotted', now())`;
    await client.query(period, [newId(), bureau, there.rooms['301'], '2026-01-17', '2026-02-18']);
    await client.query(period, [newId(), finance, there.rooms['301'], '2026-02-18', null]);
  });
  await record({ building: there.building, receipt: 'T-1', to: '2026-03-05', amountFen: 640_000 });
  const { rows, buildings, units } = await read({ building: there.building });
  expect(rows!.map(({ name, bearer, unit, days, costFen }) => [name, bearer, unit, days, costFen])).toEqual([
    ['调整楼 301', 'vacant', bureau, 16, 125_000],
    ['调整楼 301', 'unit', bureau, 32, 250_000],
    ['调整楼 301', 'unit', finance, 16, 125_000],
    ['调整楼 302', 'house', bureau, 64, 140_000],
  ]);
  expect(buildings.find(({ id }) => id === there.building)).toMatchObject({
    totalFen: 640_000,
    vacantFen: 125_000,
    houseFen: 140_000,
    lacks: 'value',
    parts: { depreciation: null, rent: null },
  });
  const ofFinance = (await read({ unit: finance })).rows!;
  expect(ofFinance.reduce((sum, { costFen }) => sum + costFen!, 0)).toBe(
    units.find(({ unit }) => unit === finance)!.totalFen,
  );
});

test('energy by the main meter’s months at their mean price; a month without a price is told and not guessed; works and rent count too', async () => {
  const { building: energyBuilding } = await metered(at, at.ids.bureau, {
    '2026-01-01': 1_000,
    '2026-02-01': 2_000,
  });
  await behind(at, async (client) => {
    const unit = at.ids.bureau;
    await client.query('update space.building set energy_building_id = $1 where id = $2', [
      energyBuilding,
      here.building,
    ]);
    // February alone has a price: 80 fen.
    await client.query(
      `insert into energy.price (node_id, id, unit_id, building_id, carrier, from_day, to_day, milli_fen, document, set_at)
       values (1, $1, $2, $3, 'electricity', '2026-02-01', '2026-03-01', 80000, '电价文件', now())`,
      [newId(), unit, energyBuilding],
    );
    const works = newId();
    await client.query(
      `insert into space.renovation (node_id, id, unit_id, building_id, name, kind, state, what, budget_fen, source, paper, from_day, to_day, asked_name)
       values (1, $1, $2, $3, '防水', 'major', 'under-way', '防水', 100000, '专项', '批复', '2026-01-01', '2026-06-01', '房管员')`,
      [works, unit, here.building],
    );
    await client.query(
      `insert into space.spending (node_id, id, unit_id, renovation_id, day, amount_fen, receipt, entered_name)
       values (1, $1, $2, $3, '2026-02-02', 70000, 'S', '房管员')`,
      [newId(), unit, works],
    );
    const lease = newId();
    await client.query(
      `insert into space.lease (node_id, id, unit_id, kind, state, party, purpose, building_id, area_m2, from_day, to_day, every, rent_fen, paper, asked_name)
       values (1, $1, $2, 'rented-in', 'in-force', '甲', '办公', $3, 100, '2026-01-01', '2026-12-31', 'month', 5000, '批复', '房管员')`,
      [lease, unit, here.building],
    );
    await client.query(
      `insert into space.rent (node_id, id, unit_id, lease_id, day, amount_fen, receipt, entered_name) values (1, $1, $2, $3, '2026-01-10', 5000, 'R', '房管员')`,
      [newId(), unit, lease],
    );
  });
  const cost = await read();
  // 2 000 kWh at 80 fen, and half of the heating.
  expect(cost.parts).toMatchObject({ energy: 160_000 + 64_000, repair: 70_000, rent: 5_000 });
  expect(cost.buildings.find(({ id }) => id === here.building)).toMatchObject({
    unpricedMonths: 1,
    energyBuilding,
    lacks: null,
  });
});
