import { isRefusal, newId, sql } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';

let at: House;
let clerk: Person;
/** Keeps the bureau alone, and the finance office alone. */
let ofBureau: Person;
let ofFinance: Person;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2024-05-10T09:00:00+08:00') });
  clerk = at.as('钱能耗');
  const { bureau, finance } = at.ids;
  ofBureau = at.with([{ role: 'energy-clerk', unit: bureau, below: true }], { unit: bureau });
  ofFinance = at.with([{ role: 'energy-clerk', unit: finance, below: true }], { unit: finance });
});
afterAll(() => at?.close());

/** Every hour from the first day to the day before the last. */
const hourly = (from: string, to: string, value: number) => {
  const first = Date.parse(`${from}T00:00:00+08:00`);
  const count = (Date.parse(`${to}T00:00:00+08:00`) - first) / 3_600_000;
  return Array.from({ length: count }, (_, n) => [new Date(first + n * 3_600_000).toISOString(), value] as const);
};
const send = (by: Person, meter: string, from: string, to: string, value: number) =>
  by.does('energy.receive-readings', { meters: [{ meter, pairs: hourly(from, to, value) }] });
const months = async (by: Person, building: string) => {
  const { buildings } = (await by.read('energy.building-months', { year: '2024' })) as {
    buildings: { id: string; months: { month: number; amount: number }[] }[];
  };
  const own = buildings.find(({ id }) => id === building);
  return Object.fromEntries((own?.months ?? []).map(({ month, amount }) => [month, amount]));
};
const move = (building: string, more: object = {}, by: Person = clerk) =>
  by.run('energy.move-building', {
    building,
    version: 1,
    to: at.ids.finance,
    from: '2024-04-11',
    document: '资产调拨单',
    why: '机构改革',
    ...more,
  });
const sumOf = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((sum, each) => sum + each, 0);
const rows = <Row>(by: Person, query: ReturnType<typeof sql>) =>
  reading(at.kernel, { actor: by.actor, who: ['energy-clerk'], room: 'energy' }, (tx) => tx.rows<Row>(query));

test('since the day of the move a building counts at the other unit, before it at the former; late readings land where the building was', async () => {
  const { bureau, finance } = at.ids;
  const building = await aBuilding(clerk, bureau, { areaM2: 1_000, people: 20 });
  const meter = await aMeter(clerk, building);
  await send(clerk, meter, '2024-01-01', '2024-03-31', 2);
  await send(clerk, meter, '2024-04-01', '2024-05-01', 3);
  expect(code(await move(building))).toBe('done');

  const first = { 1: 31 * 24 * 2, 2: 29 * 24 * 2 };
  expect(await months(ofBureau, building)).toEqual({ ...first, 3: 30 * 24 * 2, 4: 10 * 24 * 3 });
  expect(await months(ofFinance, building)).toEqual({ 4: 20 * 24 * 3 });
  expect(await months(clerk, building)).toEqual({ ...first, 3: 30 * 24 * 2, 4: 30 * 24 * 3 });
  // Later, and late: through the one who has it now.
  await send(ofFinance, meter, '2024-05-01', '2024-05-10', 1);
  await send(ofFinance, meter, '2024-03-31', '2024-04-01', 5);
  expect(await months(ofBureau, building)).toEqual({ ...first, 3: 30 * 24 * 2 + 24 * 5, 4: 10 * 24 * 3 });
  expect(await months(ofFinance, building)).toEqual({ 4: 20 * 24 * 3, 5: 9 * 24 });
  expect(
    isRefusal(
      await ofBureau.run('energy.receive-readings', {
        meters: [{ meter, pairs: hourly('2024-05-09', '2024-05-10', 1) }],
      }),
    ),
  ).toBe(true);
  // A correction of a day before the move reckons that day again, where it belongs.
  await ofFinance.does('energy.correct-reading', { meter, at: '2024-03-31T00:00:00+08:00', value: 6, why: '抄错' });
  expect((await months(ofBureau, building))[3]).toBe(30 * 24 * 2 + 24 * 5 + 1);

  // Both together are the sum of the days, and each unit's months the sum of its days.
  const days = await rows<{ unit: string; total: number }>(
    clerk,
    sql`select unit_id as unit, (sum(total) / 1000.0)::float8 as total from energy.day where meter_id = ${meter} group by 1`,
  );
  const of = (unit: string) => days.find((each) => each.unit === unit)!.total;
  expect(sumOf(await months(ofBureau, building))).toBe(of(bureau));
  expect(sumOf(await months(ofFinance, building))).toBe(of(finance));
  expect(sumOf(await months(clerk, building))).toBe(of(bureau) + of(finance));

  // The account: each with its own days; area by the days on which it was theirs.
  type Account = { rows: { id: string; carriers: { amount: number }[]; perM2: { by: number } | null }[] };
  const account = async (by: Person) => (await by.read('energy.account', { year: '2024' })) as Account;
  const rowOf = ({ rows: all }: Account, unit: string) => all.find(({ id }) => id === unit)!;
  expect(rowOf(await account(ofBureau), bureau).carriers[0]!.amount).toBe(of(bureau));
  expect(rowOf(await account(ofFinance), finance).carriers[0]!.amount).toBe(of(finance));
  // From January to the end of the last month read: 101 of 121 days, and 51 of 152.
  expect(rowOf(await account(clerk), bureau).perM2!.by).toBeCloseTo((1_000 * 101) / 121, 6);
  expect(rowOf(await account(clerk), finance).perM2!.by).toBeCloseTo((1_000 * 51) / 152, 6);

  // The budget: what was used stays with whoever had it; how the year goes on is told by the buildings of today.
  type Budget = { used: number; projected: number | null; buildings: { id: string; used: number }[] };
  const budget = async (by: Person, unit: string) => (await by.read('energy.budget', { unit, year: '2024' })) as Budget;
  expect((await budget(ofBureau, bureau)).used).toBe(of(bureau));
  expect((await budget(ofBureau, bureau)).projected).toBe(of(bureau));
  const theirs = await budget(ofFinance, finance);
  expect(theirs.used).toBe(of(finance));
  const all = of(bureau) + of(finance);
  expect(theirs.projected).toBeCloseTo(of(finance) + (all / 130) * 236, 6);

  // The quota of a unit: its own days.
  type Quota = { buildings: number; indicators: { indicator: string; amount: number | null }[] };
  const quota = async (by: Person, unit: string) => (await by.read('energy.quota', { unit })) as Quota;
  const kwh = ({ indicators }: Quota) => indicators.find(({ indicator }) => indicator === 'electricity')!.amount;
  expect(kwh(await quota(ofBureau, bureau))).toBe(of(bureau));
  expect(kwh(await quota(ofFinance, finance))).toBe(of(finance));
});

test('a statement takes the days that were the institution’s', async () => {
  const { bureau, finance } = at.ids;
  const building = await aBuilding(clerk, bureau);
  const meter = await aMeter(clerk, building, { carrier: 'gas' });
  await clerk.does('energy.set-price', {
    building,
    carrier: 'gas',
    from: '2024-01-01',
    fenPerUnit: 300,
    document: '气费单',
  });
  await send(clerk, meter, '2024-04-01', '2024-05-01', 1);
  expect(code(await move(building))).toBe('done');
  const gas = async (by: Person, unit: string) => {
    const opened = await by.does('energy.open-statement', { unit, month: '2024-04' });
    const cells = await rows<{ field: string; value: number; share: number }>(
      by,
      sql`select field, value::float8 as value, (source -> 'parts' -> 0 ->> 'share')::float8 as share from energy.statement_cell
           where statement_id = ${opened.facts[0]!.object.id} and line = 'natural-gas' order by field`,
    );
    return cells.map(({ field, value, share }) => [field, value, share]);
  };
  // Amounts in thousandths, money in fen; read whole, each of its own days.
  expect(await gas(ofBureau, bureau)).toEqual([
    ['amount', 10 * 24 * 1_000, 1],
    ['cost', 10 * 24 * 300, 1],
  ]);
  expect(await gas(ofFinance, finance)).toEqual([
    ['amount', 20 * 24 * 1_000, 1],
    ['cost', 20 * 24 * 300, 1],
  ]);
  // Reported as it stood: now the building cannot move in that month any more.
  const later = await aBuilding(clerk, bureau);
  const statement = (
    await rows<{ id: string; version: number }>(
      ofFinance,
      sql`select id, version from energy.statement where unit_id = ${finance} and month = '2024-04-01'`,
    )
  )[0]!;
  await submitted(statement.id);
  expect(code(await move(later))).toBe('month-reported');
  expect(code(await move(later, { from: '2024-05-01' }))).toBe('done');
});

/** As a submission leaves it; how one is submitted is told where statements are tested. */
async function submitted(id: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: at.urls.superuser });
  await client.connect();
  await client.query(`update energy.statement set state = 'submitted' where id = $1`, [id]);
  await client.end();
}

test('the unit that gets a building reads all of its past, the former one its own days and no more', async () => {
  const { bureau } = at.ids;
  const building = await aBuilding(clerk, bureau, { areaM2: 800 });
  const meter = await aMeter(clerk, building, { carrier: 'heat' });
  await send(clerk, meter, '2024-04-01', '2024-05-01', 1);
  await clerk.does('energy.declare-change', { building, day: '2024-04-02', kind: 'renovation', what: '换热站' });
  expect(isRefusal(await ofFinance.read('energy.building', { id: building }))).toBe(true);
  expect(code(await move(building, { from: '2024-05-02' }))).toBe('done');
  type Building = {
    unit: string;
    carriers: { amount: number }[];
    changes: unknown[];
    tenures: { unitName: string; from: string; toExclusive: string | null; document: string }[];
  };
  const it = (await ofFinance.read('energy.building', { id: building, year: '2024' })) as Building;
  expect(it.carriers[0]!.amount).toBe(30 * 24);
  expect(it.changes).toHaveLength(1);
  expect(
    it.tenures.map(({ unitName, from, toExclusive, document }) => [unitName, from, toExclusive, document]),
  ).toEqual([
    ['临江市机关事务局', '0001-01-01', '2024-05-02', ''],
    ['临江市财政局', '2024-05-02', null, '资产调拨单'],
  ]);
  expect(await ofFinance.read('energy.load', { meter, from: '2024-04-01', toExclusive: '2024-04-03' })).toMatchObject({
    unit: at.ids.finance,
  });
  // The former one: its months, no page, and not what comes after.
  const listed = async (by: Person, list: string) =>
    ((await by.list(list, { size: '200' })) as unknown as { rows: { id: string }[] }).rows.map(({ id }) => id);
  expect(await listed(ofFinance, 'energy.meters')).toContain(meter);
  expect(await listed(ofBureau, 'energy.meters')).not.toContain(meter);
  expect(await listed(ofBureau, 'energy.buildings')).not.toContain(building);
  expect(isRefusal(await ofBureau.read('energy.building', { id: building }))).toBe(true);
  await send(ofFinance, meter, '2024-05-02', '2024-05-10', 1);
  const sees = await rows<{ day: string }>(
    ofBureau,
    sql`select max(day)::text as day from energy.day where meter_id = ${meter}`,
  );
  expect(sees[0]!.day).toBe('2024-04-30');
  // On, to a third: whoever had it in between keeps its days.
  expect(code(await move(building, { version: 2, to: bureau, from: '2024-05-06' }))).toBe('done');
  const shares = await rows<{ unit: string; days: number }>(
    clerk,
    sql`select unit_id as unit, count(*)::int as days from energy.day where meter_id = ${meter} group by 1`,
  );
  expect(new Map(shares.map(({ unit, days }) => [unit, days]))).toEqual(
    new Map([
      [bureau, 30 + 4],
      [at.ids.finance, 4],
    ]),
  );
  expect(isRefusal(await ofFinance.read('energy.building', { id: building }))).toBe(true);
});

test('what stands in the way is said; the right is needed at both units', async () => {
  const { bureau, finance, county } = at.ids;
  const building = await aBuilding(clerk, bureau);
  const meter = await aMeter(clerk, building, { key: 'TENURE-1', reads: 'register', intervalMinutes: null });
  const other = await aMeter(clerk, await aBuilding(clerk, bureau), {
    key: 'TENURE-2',
    reads: 'register',
    intervalMinutes: null,
  });
  expect(isRefusal(await move(building, {}, ofBureau))).toBe(true);
  expect(isRefusal(await move(building, {}, ofFinance))).toBe(true);
  const stranger = at.with([{ role: 'energy-clerk', unit: county, below: true }], { unit: county });
  expect(isRefusal(await move(building, {}, stranger))).toBe(true);
  expect(code(await move(building, { version: 2 }))).toBe('stale-version');
  expect(isRefusal(await move(building, { to: newId() }))).toBe(true);
  expect(code(await move(building, { to: bureau }))).toBe('building-there-already');
  expect(code(await move(building, { from: '2024-05-11' }))).toBe('time-not-yet');
  // A report of April stands since the test before this one.
  const from = '2024-05-03';
  const points = (keys: string[]) => keys.map((key, i) => ({ key, address: i + 1, type: 'uint16' }));
  const gateway = await clerk.does('energy.register-gateway', {
    unit: bureau,
    name: '两楼采集器',
    host: '10.0.0.7',
    points: points(['TENURE-1', 'TENURE-2']),
  });
  expect(code(await move(building, { from }))).toBe('gateway-shared');
  await clerk.does('energy.change-gateway', {
    gateway: gateway.facts[0]!.object.id,
    version: 1,
    points: points(['TENURE-1']),
  });
  const namesake = await aBuilding(clerk, finance);
  const { name } = (await clerk.read('energy.building', { id: building })) as { name: string };
  await clerk.does('energy.change-building', { building: namesake, version: 1, name });
  expect(code(await move(building, { from }))).toBe('building-name-taken');
  await clerk.does('energy.change-building', { building: namesake, version: 2, name: `${name}（旧）` });
  const limits = { sets: 'cooling', least: 26, most: 32, step: 2, safe: 26 };
  const point = await clerk.does('energy.register-control-point', {
    building,
    name: '冷机',
    device: 'gw-tenure',
    address: 'AHU/cooling',
    ...limits,
    meter: await aMeter(clerk, building, { intervalMinutes: 15 }),
  });
  expect(code(await move(building, { from }))).toBe('regulated-here');
  await clerk.does('energy.change-control-point', { point: point.facts[0]!.object.id, version: 1, running: false });
  expect(code(await move(building, { from }))).toBe('done');
  expect(code(await move(building, { version: 2, to: bureau, from }))).toBe('move-before-last');
  // Its gateway goes along, and the meters of other buildings stay.
  const units = await rows<{ unit: string }>(
    clerk,
    sql`select unit_id as unit from energy.gateway where id = ${gateway.facts[0]!.object.id}
        union all select unit_id from energy.meter where id = ${meter} union all select unit_id from energy.meter where id = ${other}`,
  );
  expect(units.map(({ unit }) => unit)).toEqual([finance, finance, bureau]);
});
