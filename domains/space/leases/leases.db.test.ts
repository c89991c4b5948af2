import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { premises, type Premises } from '../plans/testing/premises.ts';
import type { LeaseAnswer, RentsDueAnswer } from './contract.ts';

let at: House;
let now = '2026-01-05T09:00:00+08:00';
let clerk: Person;
let head: Person;
let here: Premises;
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date(now) });
  const { bureau } = at.ids;
  clerk = at.with([{ role: 'space-clerk', unit: bureau, below: true }], { unit: bureau, name: '房管员' });
  head = at.with([{ role: 'head', unit: bureau, below: true }], { unit: bureau, name: '局长' });
  const vacant = (number: string) => ({ number, areaM2: 30, state: 'vacant' });
  here = await premises(at, bureau, [vacant('101'), vacant('102'), vacant('103'), { number: '201', areaM2: 18 }], {
    name: '主楼',
  });
});
afterAll(() => at?.close());

const room = (...numbers: readonly string[]) => numbers.map((number) => here.rooms[number]!);
const terms = (more: object = {}) => ({
  unit: at.ids.bureau,
  kind: 'rented-out',
  party: '便民超市',
  purpose: '便民服务',
  rooms: room('101'),
  from: '2026-01-01',
  to: '2026-12-31',
  every: 'quarter',
  rentFen: 300_000,
  paper: '府办复〔2025〕12号',
  ...more,
});
const propose = async (more: object = {}) => (await clerk.does('space.propose-lease', terms(more))).facts[0]!.object.id;
const approve = (lease: string, by = head, version = 1) => by.run('space.approve-lease', { lease, version });
const read = async (id: string) => (await clerk.read('space.lease', { id })) as LeaseAnswer & { may: string[] };
const stateOf = async (number: string) =>
  ((await clerk.list('space.rooms', { 'f.number': number })) as unknown as { rows: { state: string }[] }).rows[0]!
    .state;

test('rooms are let on a paper and by the head; income settles the oldest period, what is late is told, the end makes them vacant', async () => {
  const lease = await propose();
  expect(await stateOf('101')).toBe('vacant');
  expect((await read(lease)).may).toEqual([]);
  expect(code(await approve(lease))).toBe('done');
  expect(await stateOf('101')).toBe('rented-out');
  // A number says nothing without its building.
  expect(await read(lease)).toMatchObject({ rooms: [{ name: '主楼 101' }] });
  expect(((await clerk.list('space.leases', {})) as unknown as { rows: object[] }).rows).toMatchObject([
    { rooms: '主楼 101' },
  ]);
  now = '2026-05-20T09:00:00+08:00';
  const pay = (more: object = {}) =>
    clerk.run('space.record-rent', { lease, day: '2026-01-20', amountFen: 300_000, receipt: '青财0001', ...more });
  expect(code(await pay())).toBe('done');
  expect(code(await pay())).toBe('receipt-entered');
  expect(code(await pay({ day: '2026-05-21', receipt: '2' }))).toBe('rent-ahead');
  // The second quarter began on 1 April and was due by 1 May.
  expect(await read(lease)).toMatchObject({
    dueFen: 600_000,
    paidFen: 300_000,
    overdueFen: 300_000,
    overdueSince: '2026-05-01',
  });
  expect((await clerk.read('space.rents-due', {})) as RentsDueAnswer).toMatchObject({
    overdueFen: 300_000,
    rows: [{ id: lease, rooms: '主楼 101' }],
  });
  const [{ id: rent }] = ((await clerk.list('space.rents', {})) as unknown as { rows: [{ id: string }] }).rows;
  expect(code(await clerk.run('space.strike-rent', { rent, why: '登记有误' }))).toBe('done');
  expect(code(await clerk.run('space.strike-rent', { rent, why: '登记有误' }))).toBe('rent-struck-already');
  expect((await read(lease)).overdueFen).toBe(600_000);
  const end = (more: object = {}) =>
    clerk.run('space.end-lease', { lease, version: 2, on: '2026-05-10', why: '收回自用', ...more });
  expect(code(await end({ version: 1 }))).toBe('stale-version');
  expect(code(await end({ on: '2026-05-21' }))).toBe('lease-end-outside');
  expect(code(await end())).toBe('done');
  expect(code(await end())).toBe('not-now');
  expect(await stateOf('101')).toBe('vacant');
  // What was owed is paid afterwards, too.
  expect(code(await pay({ receipt: '青财0002', day: '2026-05-15' }))).toBe('done');
});

test('terms that are not whole are refused, each with its reason', async () => {
  const asked = async (more: object) =>
    code(await clerk.run('space.propose-lease', terms({ rooms: room('102'), ...more })));
  expect(await asked({ to: '2026-01-01' })).toBe('lease-backwards');
  expect(await asked({ rooms: [] })).toBe('lease-rooms-needed');
  expect(await asked({ kind: 'rented-in' })).toBe('lease-premises-needed');
  expect(await asked({ kind: 'lent-out' })).toBe('lent-without-rent');
  expect(await asked({ rentFen: 0 })).toBe('rent-needed');
  expect(await asked({ rooms: room('201') })).toBe('rooms-not-vacant');
  await propose({ rooms: room('102') });
  expect(await asked({})).toBe('room-let-already');
});

test('lending has no rent, whoever proposed it does not approve it, and a refusal says why', async () => {
  const both = at.with(
    [
      { role: 'head', unit: at.ids.bureau, below: true },
      { role: 'space-clerk', unit: at.ids.bureau, below: true },
    ],
    { unit: at.ids.bureau, person: at.as('何涛').actor.person },
  );
  const lease = (await both.does('space.propose-lease', terms({ kind: 'lent-out', rooms: room('103'), rentFen: 0 })))
    .facts[0]!.object.id;
  expect(code(await approve(lease, both))).toBe('asked-by-yourself');
  expect(code(await approve(lease, head, 9))).toBe('stale-version');
  expect(code(await head.run('space.refuse-lease', { lease, version: 9, opinion: '留作调剂' }))).toBe('stale-version');
  expect(code(await approve(lease))).toBe('done');
  expect(await stateOf('103')).toBe('lent');
  expect(code(await approve(lease, head, 2))).toBe('not-now');
  expect(code(await clerk.run('space.record-rent', { lease, day: '2026-05-01', amountFen: 1, receipt: '9' }))).toBe(
    'nothing-owed',
  );
  const second = await propose({
    kind: 'rented-in',
    rooms: [],
    premises: '人民路8号3层',
    areaM2: 400,
    rentFen: 4_000_000,
  });
  // Three rooms of this region stand vacant or wait; what is vacant is told beside it.
  expect((await read(second)).vacantM2).toBe(60);
  expect(code(await head.run('space.refuse-lease', { lease: second, version: 1, opinion: '先用闲置房间' }))).toBe(
    'done',
  );
  expect(await read(second)).toMatchObject({ state: 'refused', said: '先用闲置房间', dueFen: 0 });
});

test('a stranger sees nothing and does nothing; a clerk does not approve', async () => {
  const lease = await propose({ kind: 'rented-in', rooms: [], premises: '人民路9号', areaM2: 40, rentFen: 100 });
  const stranger = at.with(
    [
      { role: 'space-clerk', unit: at.ids.county, below: true },
      { role: 'head', unit: at.ids.county, below: true },
    ],
    { unit: at.ids.county },
  );
  expect(code(await approve(lease, clerk))).toBe('not-your-right');
  for (const verb of ['approve-lease', 'refuse-lease'])
    expect(code(await stranger.run(`space.${verb}`, { lease, version: 1, opinion: '不同意' }))).toBe('not-found');
  expect(code(await stranger.run('space.end-lease', { lease, version: 1, on: '2026-02-01', why: '无' }))).toBe(
    'not-found',
  );
  expect(code(await stranger.run('space.record-rent', { lease, day: '2026-05-01', amountFen: 1, receipt: '9' }))).toBe(
    'not-found',
  );
  expect(isRefusal(await stranger.read('space.lease', { id: lease }))).toBe(true);
  expect(await stranger.list('space.leases', {})).toMatchObject({ rows: [] });
  expect(await stranger.read('space.rents-due', {})).toMatchObject({ rows: [] });
});

test('a proposed lease waits on the desk of whoever leads the unit, and leaves it when it is decided', async () => {
  const desk = async () => {
    const { rows } = (await at.as('冯局长').list('kernel.my-tasks', {})) as unknown as {
      rows: { object_id: string; state: string }[];
    };
    return rows.filter(({ state }) => state === 'open').map(({ object_id }) => object_id);
  };
  const lease = await propose({ kind: 'rented-in', rooms: [], premises: '人民路8号', areaM2: 40 });
  expect(await desk()).toContain(lease);
  await head.does('space.refuse-lease', { lease, version: 1, opinion: '暂缓' });
  expect(await desk()).not.toContain(lease);
});
