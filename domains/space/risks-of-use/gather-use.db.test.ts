import { join } from 'node:path';
import { jobActor, newId, type RiskSource } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { loadKit } from '@opengoa/kernel/risk-kit';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { metered } from '../plans/testing/metered.ts';
import { aBuilding, aRoom } from '../testing/given.ts';
import { behind, premises, type Premises } from '../plans/testing/premises.ts';
import { leasedWithoutIncome, rentedInBesideVacant } from './gather-lettings.ts';
import { inUseButDeclaredEmpty, vacantButUsingEnergy } from './gather-use.ts';

let at: House;
let now = '2026-01-05T09:00:00+08:00';
let here: Premises;

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date(now) });
  const vacant = (number: string) => ({ number, areaM2: 20, state: 'vacant' });
  here = await premises(
    at,
    at.ids.bureau,
    [vacant('101'), vacant('102'), vacant('103'), vacant('104'), { number: '201', areaM2: 20, state: 'lent' }],
    { name: '主楼' },
  );
});
afterAll(() => at?.close());

/** What a kit says of each case its source hands over, as the job would ask. */
async function judgedBy(
  source: RiskSource,
  period: readonly [string, string] = ['2026-05-01', '2026-06-01'],
): Promise<string[]> {
  const kit = await loadKit(join(space.folder, 'risks', source.kit));
  const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const cases = await reading(at.kernel, { actor: job, who: ['job'], room: 'space' }, (tx, context) =>
    source.gather(tx, period, context),
  );
  return cases.map(({ subject, inputs, unit }) => {
    expect(unit).toBe(at.ids.bureau);
    const { status, rule } = kit.judge(subject, inputs, {});
    return `${subject.name} ${status} ${rule}`;
  });
}

test('lettings: income that did not come, and rooms let in no lease; premises rented in beside vacant rooms', async () => {
  const { bureau } = at.ids;
  const clerk = at.with([{ role: 'space-clerk', unit: bureau, below: true }], { unit: bureau });
  const head = at.with([{ role: 'head', unit: bureau, below: true }], { unit: bureau });
  const terms = {
    unit: bureau,
    purpose: '便民',
    from: '2026-01-01',
    to: '2026-12-31',
    every: 'quarter',
    rentFen: 300_000,
    paper: '复〔2025〕1号',
  };
  const lease = async (more: object) => {
    const { id } = (await clerk.does('space.propose-lease', { ...terms, ...more })).facts[0]!.object;
    await head.does('space.approve-lease', { lease: id, version: 1 });
    return id;
  };
  await lease({ kind: 'rented-out', party: '超市', rooms: [here.rooms['101']] });
  const paid = await lease({ kind: 'rented-out', party: '邮局', rooms: [here.rooms['102']] });
  await lease({ kind: 'rented-in', party: '某公司', premises: '人民路8号', areaM2: 100 });
  now = '2026-05-31T09:00:00+08:00';
  await clerk.does('space.record-rent', { lease: paid, day: '2026-05-30', amountFen: 600_000, receipt: '1' });
  expect((await judgedBy(leasedWithoutIncome)).toSorted()).toEqual([
    '主楼 201 flag unregistered',
    '超市（主楼 101） flag nothing-in',
    '邮局（主楼 102） clear clear',
  ]);
  // Asked about April, a payment of the end of May had not come.
  expect(await judgedBy(leasedWithoutIncome, ['2026-04-01', '2026-05-01'])).toContain(
    '邮局（主楼 102） flag nothing-in',
  );
  // 103 and 104 are left: 40 of 100 m².
  expect(await judgedBy(rentedInBesideVacant)).toEqual(['人民路8号 flag beside-vacant']);
});

test('a vacant room in which people sit or that draws like a used one is told; one without a meter is not judged', async () => {
  const { bureau } = at.ids;
  await behind(at, (client) =>
    client.query(
      `insert into space.seating (node_id, id, unit_id, room_id, person_id, standing, from_day, set_at) values (1, $1, $2, $3, $4, 'ordinary', '2025-01-01', now())`,
      [newId(), bureau, here.rooms['103'], newId()],
    ),
  );
  expect((await judgedBy(inUseButDeclaredEmpty)).toSorted()).toEqual(['主楼 103 flag people', '主楼 104 clear clear']);
  const { meter } = await metered(at, bureau, { '2026-03-01': 100, '2026-04-01': 110, '2026-05-01': 90 });
  const clerk = at.with([{ role: 'space-clerk', unit: bureau, below: true }], { unit: bureau });
  await clerk.does('space.place-meter', { meter, floor: here.floor, room: here.rooms['104'], from: '2026-01-01' });
  // 5 and 5.5 kWh/m² in March and April; May is not over.
  expect((await judgedBy(vacantButUsingEnergy)).toSorted()).toEqual([
    '主楼 103 insufficient_data no-meter',
    '主楼 104 flag looks-used',
  ]);
});

test('issue 5: of a past instant a month is told as it was, or not at all', async () => {
  const { bureau } = at.ids;
  const clerk = at.with([{ role: 'space-clerk', unit: bureau, below: true }], { unit: bureau });
  const room = await aRoom(clerk, await aBuilding(clerk, bureau));
  const floor = await behind(at, (client) =>
    client.query('select floor_id as id from space.room where id = $1', [room]),
  );
  const { meter } = await metered(at, bureau, { '2026-02-01': 60, '2026-03-01': 100, '2026-04-01': 110 }, '又一分表');
  await clerk.does('space.place-meter', { meter, floor: floor.rows[0].id, room, from: '2026-01-01' });
  const asked = new Date('2026-05-31T10:00:00+08:00');
  await behind(at, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query('update kernel.fact set recorded_at = happened_at');
  });
  const told = async (knownBefore?: Date) => {
    const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
    const cases = await reading(at.kernel, { actor: job, who: ['job'], room: 'space' }, (tx, context) =>
      vacantButUsingEnergy.gather(tx, ['2026-05-01', '2026-06-01'], context, undefined, knownBefore),
    );
    return (cases.find(({ subject }) => subject.id === room)!.inputs as { months: object[] }).months;
  };
  const stood = [
    { month: '2026-02', kwhPerM2: 3 },
    { month: '2026-03', kwhPerM2: 5 },
    { month: '2026-04', kwhPerM2: 5.5 },
  ];
  expect(await told()).toEqual(stood);
  expect(await told(asked)).toEqual(stood);
  // In June somebody corrects a reading of March.
  await behind(at, async (client) => {
    await client.query(`update energy.month set total = 9000 where meter_id = $1 and month = '2026-03-01'`, [meter]);
    await client.query(`update energy.day set changed_at = '2026-06-10' where meter_id = $1 and day = '2026-03-01'`, [
      meter,
    ]);
  });
  expect(await told()).toEqual([stood[0], { month: '2026-03', kwhPerM2: 0.45 }, stood[2]]);
  expect(await told(asked)).toEqual([stood[0], stood[2]]);
});

test('rent that is owed when a lease ends is owed after it too', async () => {
  const { bureau } = at.ids;
  const clerk = at.with([{ role: 'space-clerk', unit: bureau, below: true }], { unit: bureau });
  const { rows } = await behind(at, (client) =>
    client.query<{ id: string }>(`select id from space.lease where party = '超市'`),
  );
  const lease = rows[0]!.id;
  await clerk.does('space.end-lease', { lease, version: 2, on: '2026-05-20', why: '收回' });
  now = '2026-08-20T09:00:00+08:00';
  const judged = () => judgedBy(leasedWithoutIncome, ['2026-07-01', '2026-08-01']);
  expect(await judged()).toContain('超市（主楼 101） flag nothing-in');
  // A quarter and fifty of the ninety-one days of the next.
  await clerk.does('space.record-rent', { lease, day: '2026-07-20', amountFen: 464_836, receipt: '2' });
  expect(await judged()).toContain('超市（主楼 101） clear clear');
});
