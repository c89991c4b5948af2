import { isRefusal, sql } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';
import type { StatementAnswer, StatementSumsAnswer } from './contract.ts';

let at: House;
let clerk: Person;
/** The clerk of 临江市财政局 alone. */
let own: Person;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2024-05-06T09:00:00+08:00') });
  clerk = at.as('钱能耗');
  own = at.with([{ role: 'energy-clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance, name: '冯算' });
});
afterAll(() => at?.close());

const hours = (from: string, count: number, value: number) =>
  Array.from({ length: count }, (_, n) => ({
    at: new Date(Date.parse(`${from}T00:00:00+08:00`) + n * 3_600_000).toISOString(),
    value,
  }));
const opened = async (by: Person, unit: string, month: string): Promise<string> =>
  (await by.does('energy.open-statement', { unit, month })).facts[0]!.object.id;
const shown = async (by: Person, id: string) =>
  (await by.read('energy.statement', { id })) as StatementAnswer & { may: string[] };
const line = (statement: StatementAnswer, name: string) => statement.lines.find((each) => each.line === name)!;
const asks = ({ notes }: StatementAnswer) => notes.map(({ check, line: of }) => `${check}/${of}`).toSorted();
const tasksOf = (id: string) =>
  reading(at.kernel, { actor: clerk.actor, who: ['energy-clerk'], room: 'energy' }, (tx) =>
    tx.rows<{ verbs: string[]; state: string }>(sql`
      select verbs, state from kernel.task where object_id = ${id} order by raised_at, id`),
  );

/** Two buildings, three meters: 10 and 5 kWh each hour of March and April, 2 m³ of water; a sub-meter that counts nothing twice. */
async function aUnitWithReadings(unit: string, by: Person): Promise<void> {
  const [one, two] = [
    await aBuilding(by, unit, { people: 40, areaM2: 1_000 }),
    await aBuilding(by, unit, { people: 10, areaM2: 500 }),
  ];
  const main = await aMeter(by, one);
  const second = await aMeter(by, two);
  const sub = await aMeter(by, one, { kind: 'sub', parent: main });
  const water = await aMeter(by, one, { carrier: 'water' });
  for (const [meter, value] of [
    [main, 10],
    [second, 5],
    [sub, 4],
    [water, 0.5],
  ] as const)
    await by.does('energy.receive-readings', {
      meters: [{ meter, readings: [...hours('2023-04-01', 720, value), ...hours('2024-04-01', 720, value)] }],
    });
  for (const building of [one, two])
    await by.does('energy.set-price', { building, from: '2023-01-01', fenPerUnit: 60, document: '电费单' });
  await by.does('energy.set-price', {
    building: one,
    carrier: 'water',
    from: '2023-01-01',
    fenPerUnit: 350,
    document: '水费单',
  });
}

test('a month is pre-filled with its sources, asked about, corrected with a reason, signed, returned, accepted above', async () => {
  const { finance } = at.ids;
  await aUnitWithReadings(finance, clerk);
  const id = await opened(own, finance, '2024-04');
  expect(code(await own.run('energy.open-statement', { unit: finance, month: '2024-04' }))).toBe('statement-exists');
  expect(code(await own.run('energy.open-statement', { unit: finance, month: '2024-05' }))).toBe('month-not-over');
  expect(code(await clerk.run('energy.open-statement', { unit: at.ids.financeOffice, month: '2024-04' }))).toBe(
    'not-an-institution',
  );

  // Main meters only; water in tonnes; people and area of both buildings; money by the price.
  let it = await shown(own, id);
  expect(line(it, 'electricity').amount).toMatchObject({
    value: 720 * 15,
    taken: 720 * 15,
    corrected: false,
    basis: 'metered',
    source: {
      kind: 'derived',
      formula: 'sum-of-meters',
      parts: [
        { rows: 720, share: 1 },
        { rows: 720, share: 1 },
      ],
    },
  });
  expect(line(it, 'electricity').cost).toMatchObject({
    value: 720 * 15 * 60,
    source: { formula: 'amount-times-price' },
  });
  expect(line(it, 'water').amount).toMatchObject({ value: 360, source: { kind: 'native', formula: 'one-meter' } });
  expect(line(it, 'heads').amount.value).toBe(50);
  expect(line(it, 'area').amount.value).toBe(1_500);
  expect(line(it, 'coal').amount).toMatchObject({ value: null, source: { kind: 'none' } });
  expect(it).toMatchObject({ state: 'draft', dueDay: '2024-05-10', late: false, form: { from: '2016-01-01' } });
  expect(it.indicators.kwhPerHead).toBe(216);
  expect(it.indicators.coalKg).toBeCloseTo(10_800 * 0.1229, 6);
  expect(asks(it)).toEqual([]);
  expect(it.may).toContain('energy.submit-statement');

  // A number a hundred times too large is asked about, and not let through.
  const fill = (of: string, value: number | null, more: object = {}) =>
    own.run('energy.fill-cell', {
      statement: id,
      version: it.version,
      line: of,
      field: 'amount',
      value,
      basis: 'bill',
      why: '按供电公司账单',
      ...more,
    });
  expect(code(await fill('electricity', 1_080_000))).toBe('done');
  expect(code(await fill('electricity', 1))).toBe('stale-version');
  it = await shown(own, id);
  expect(asks(it)).toEqual([
    'from-readings/electricity',
    'per-area-high/electricity',
    'per-head-high/electricity',
    'price-low/electricity',
    'unit-slip/electricity',
  ]);
  const signed = { head: '陈局', statistician: '冯算' };
  const submit = async () => own.run('energy.submit-statement', { statement: id, version: it.version, ...signed });
  expect(code(await submit())).toBe('checks-unanswered');
  expect(code(await fill('electricity', 11_500))).toBe('done');
  it = await shown(own, id);
  expect(asks(it)).toEqual(['from-readings/electricity']);
  expect(it.notes[0]!.said.zh).toContain('相差6.5%');
  const answer = (more: object = {}) =>
    own.run('energy.answer-check', {
      statement: id,
      version: it.version,
      check: 'from-readings',
      line: 'electricity',
      why: '含未装表的门卫室，见账单',
      ...more,
    });
  expect(code(await answer({ check: 'price-low' }))).toBe('check-not-asked');
  expect(code(await answer())).toBe('done');
  it = await shown(own, id);

  // What contradicts itself is corrected, never explained.
  expect(code(await fill('coal', 1_000_00, { field: 'cost' }))).toBe('done');
  it = await shown(own, id);
  expect(code(await submit())).toBe('statement-contradicts');
  expect(code(await answer({ check: 'cost-without-amount', line: 'coal' }))).toBe('check-not-asked');
  expect(code(await fill('coal', null, { field: 'cost' }))).toBe('done');
  expect(code(await fill('coal', 0.5, { field: 'cost', version: it.version + 1 }))).toBe('cost-in-whole-fen');
  expect(code(await fill('sunshine', 1, { version: it.version + 1 }))).toBe('no-such-cell');
  it = await shown(own, id);
  expect(code(await submit())).toBe('done');

  // While it is submitted nothing moves; its own unit does not review it.
  it = await shown(own, id);
  expect(it).toMatchObject({ state: 'submitted', head: '陈局', submittedBy: '冯算', late: false });
  expect(code(await fill('water', 1))).toBe('not-now');
  expect(code(await own.run('energy.accept-statement', { statement: id }))).toBe('own-statement');
  expect(code(await own.run('energy.recall-statement', { statement: id, why: '漏填' }))).toBe('done');
  it = await shown(own, id);
  expect(code(await submit())).toBe('done');
  const returned = { statement: id, opinion: '请附账单' };
  expect(code(await clerk.run('energy.return-statement', returned))).toBe('done');
  expect(code(await clerk.run('energy.return-statement', returned))).toBe('not-now');
  it = await shown(own, id);
  expect(it).toMatchObject({ state: 'returned', opinion: '请附账单', decidedBy: '钱能耗' });
  expect(code(await submit())).toBe('done');
  expect(code(await clerk.run('energy.accept-statement', { statement: id, opinion: '' }))).toBe('done');
  expect(await shown(own, id)).toMatchObject({ state: 'accepted', may: [], own: true });
  const tasks = await tasksOf(id);
  expect(tasks.every(({ state }) => state === 'done')).toBe(true);
  expect(tasks.filter(({ verbs }) => verbs.includes('energy.accept-statement'))).toHaveLength(3);

  // Accepted, and wrong all the same: whoever may accept it opens it again, and what was accepted is kept.
  const reopening = { statement: id, why: '水费账单更正' };
  const water = line(await shown(own, id), 'water').amount.value!;
  expect(code(await own.run('energy.reopen-statement', reopening))).toBe('own-statement');
  const stranger = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(code(await stranger.run('energy.reopen-statement', reopening))).toBe('not-found');
  expect((await shown(clerk, id)).may).toEqual(['energy.reopen-statement']);
  expect(code(await clerk.run('energy.reopen-statement', reopening))).toBe('done');
  expect(code(await clerk.run('energy.reopen-statement', reopening))).toBe('not-now');
  it = await shown(own, id);
  expect(it).toMatchObject({
    state: 'returned',
    opinion: '水费账单更正',
    revisions: [{ revision: 1, acceptedBy: '钱能耗', reopenedBy: '钱能耗', why: '水费账单更正', changed: [] }],
  });
  expect((await tasksOf(id)).filter(({ state }) => state === 'open').map(({ verbs }) => verbs)).toEqual([
    ['energy.submit-statement'],
  ]);
  await own.does('energy.fill-cell', {
    statement: id,
    version: it.version,
    line: 'water',
    field: 'amount',
    value: water + 1,
    basis: 'bill',
    why: '账单更正',
  });
  expect((await shown(own, id)).revisions[0]!.changed).toEqual([
    { line: 'water', field: 'amount', was: water, is: water + 1 },
  ]);
  it = await shown(own, id);
  expect(code(await submit())).toBe('done');
  expect(code(await clerk.run('energy.accept-statement', { statement: id, opinion: '' }))).toBe('done');
});

test('late readings are taken again; what was corrected stays and is shown beside what the records say now', async () => {
  const { bureau } = at.ids;
  const building = await aBuilding(clerk, bureau, { people: 20 });
  const meter = await aMeter(clerk, building);
  const water = await aMeter(clerk, building, { carrier: 'water' });
  const receive = (of: string, from: string, count: number, value: number) =>
    clerk.does('energy.receive-readings', { meters: [{ meter: of, readings: hours(from, count, value) }] });
  await receive(meter, '2024-04-01', 360, 10);
  await receive(water, '2024-04-01', 360, 1);
  const id = await opened(clerk, bureau, '2024-04');
  let it = await shown(clerk, id);
  expect(asks(it)).toContain('read-share/electricity');
  await clerk.does('energy.fill-cell', {
    statement: id,
    version: it.version,
    line: 'water',
    field: 'amount',
    value: 700,
    basis: 'bill',
    why: '水费单',
  });
  await receive(meter, '2024-04-16', 360, 10);
  await receive(water, '2024-04-16', 360, 1);
  it = await shown(clerk, id);
  await clerk.does('energy.refill-statement', { statement: id, version: it.version });
  it = await shown(clerk, id);
  expect(line(it, 'electricity').amount).toMatchObject({ value: 7_200, taken: 7_200 });
  expect(line(it, 'water').amount).toMatchObject({
    value: 700,
    taken: 720,
    corrected: true,
    why: '水费单',
    basis: 'bill',
  });
  expect(asks(it)).not.toContain('read-share/electricity');
  // The bureau keeps the city's energy, and the province reviews what the bureau itself reports.
  for (const { check, line: of, outcome } of it.notes.filter((note) => note.outcome === 'warn')) {
    const { version } = await shown(clerk, id);
    expect(outcome).toBe('warn');
    await clerk.does('energy.answer-check', { statement: id, version, check, line: of, why: '属实' });
  }
  it = await shown(clerk, id);
  await clerk.does('energy.submit-statement', {
    statement: id,
    version: it.version,
    head: '冯局长',
    statistician: '钱能耗',
  });
  expect(code(await clerk.run('energy.accept-statement', { statement: id }))).toBe('own-statement');
  expect(code(await at.as('省督察').run('energy.accept-statement', { statement: id }))).toBe('done');
});

test('sums along the tree are the sums of their parts, and say how many are owed', async () => {
  const { city, county, countyFinance, province } = at.ids;
  await aUnitWithReadings(countyFinance, clerk);
  const id = await opened(clerk, countyFinance, '2024-04');
  const sums = async (unit: string, from = '2024-04', to = '2024-04', by: Person = clerk) =>
    (await by.read('energy.statement-sums', { unit, from, to })) as StatementSumsAnswer;
  const electricity = (of: { sums: StatementSumsAnswer['total']['sums'] }) =>
    of.sums.find((each) => each.line === 'electricity' && each.field === 'amount')?.value ?? 0;
  const before = await sums(city);
  expect(before.total).toMatchObject({ expected: 3, opened: 3, submitted: 2, accepted: 2, late: 0 });
  expect(electricity(before.total)).toBe(11_500 + 7_200);
  const { version } = await shown(clerk, id);
  await clerk.does('energy.submit-statement', { statement: id, version, head: '石', statistician: '石' });
  const after = await sums(city);
  expect(electricity(after.total)).toBe(11_500 + 7_200 + 10_800);
  expect(after.total.submitted).toBe(3);
  for (const root of [city, county, province]) {
    const told = await sums(root, '2024-04', '2024-04', at.as('省督察'));
    for (const { line: of, field, value } of told.total.sums)
      expect(
        told.rows.reduce((all, row) => all + (row.sums.find((s) => s.line === of && s.field === field)?.value ?? 0), 0),
      ).toBeCloseTo(value, 3);
    expect(told.rows.reduce((all, row) => all + row.expected, 0)).toBe(told.total.expected);
  }
  expect((await sums(county)).rows).toMatchObject([{ unit: countyFinance, expected: 1, opened: 1, submitted: 1 }]);
  expect((await sums(city, '2024-02', '2024-04')).total.expected).toBe(9);
  // A clerk of one unit sees that unit and no more.
  expect(isRefusal(await own.read('energy.statement-sums', { unit: city, from: '2024-04', to: '2024-04' }))).toBe(true);
  expect(isRefusal(await own.read('energy.statement', { id }))).toBe(true);
  expect(((await own.list('energy.statements')) as unknown as { rows: unknown[] }).rows).toHaveLength(1);
});

test('a month that nobody submitted is late, as a state of its row; two people at once do not both correct a cell', async () => {
  const id = await opened(clerk, at.ids.finance, '2024-02');
  expect(await shown(clerk, id)).toMatchObject({ late: true, state: 'draft', dueDay: '2024-03-10' });
  // The ledger is asked by the clock of the database.
  const { rows } = (await clerk.list('energy.statements')) as unknown as { rows: { id: string; late: boolean }[] };
  expect(rows.find((row) => row.id === id)).toMatchObject({ late: true, state: 'draft' });
  const { version } = await shown(clerk, id);
  const fill = (value: number) =>
    clerk.run('energy.fill-cell', {
      statement: id,
      version,
      line: 'coal',
      field: 'amount',
      value,
      basis: 'bill',
      why: '煤炭入库单',
    });
  expect((await Promise.all([fill(1), fill(2)])).map(code).toSorted()).toEqual(['done', 'stale-version']);
});
