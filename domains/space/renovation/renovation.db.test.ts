import { newId } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { behind, premises, type Premises } from '../plans/testing/premises.ts';
import { code } from '../testing/given.ts';
import type { RenovationAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let head: Person;
let here: Premises;

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const { bureau } = at.ids;
  clerk = at.with([{ role: 'space-clerk', unit: bureau, below: true }], { unit: bureau, name: '房管员' });
  head = at.with([{ role: 'head', unit: bureau, below: true }], { unit: bureau, name: '局长' });
  here = await premises(
    at,
    bureau,
    [
      { number: '101', areaM2: 30, state: 'vacant' },
      { number: '102', areaM2: 20 },
      { number: '103', areaM2: 20, state: 'rented-out' },
      { number: '104', areaM2: 20, state: 'vacant' },
    ],
    { name: '主楼' },
  );
});
afterAll(() => at?.close());

const plan = (more: object = {}) => ({
  building: here.building,
  name: '三层防水维修',
  kind: 'major',
  what: '屋面防水层更换',
  budgetFen: 100_000,
  source: '办公用房维修专项',
  paper: '财预〔2026〕8号',
  from: '2026-03-01',
  to: '2026-04-30',
  rooms: [here.rooms['101'], here.rooms['102']],
  ...more,
});
const propose = async (more: object = {}, by = clerk) =>
  (await by.does('space.propose-renovation', plan(more))).facts[0]!.object.id;
const approve = (renovation: string, version = 1, by = head) =>
  by.run('space.approve-renovation', { renovation, version });
const begin = (renovation: string, more: object = {}) =>
  clerk.run('space.begin-renovation', {
    renovation,
    version: 2,
    on: '2026-03-02',
    contractor: '青山建筑',
    contractFen: 90_000,
    ...more,
  });
const spend = (renovation: string, more: object = {}, by = clerk) =>
  by.run('space.record-spending', { renovation, day: '2026-03-04', amountFen: 60_000, receipt: '001', ...more });
const read = async (id: string) =>
  (await clerk.read('space.renovation', { id })) as RenovationAnswer & { may: string[] };
const stateOf = async (number: string) =>
  ((await clerk.list('space.rooms', { 'f.number': number })) as unknown as { rows: { state: string }[] }).rows[0]!
    .state;
const paper = (person: string) =>
  behind(at, async (client) => {
    const id = newId();
    await client.query(
      `insert into kernel.file (node_id, id, unit_id, person_id, point, name, media_type, bytes, sha256, scan, stored_at)
       values (1, $1, $2, $3, 'space.renovation-paper', '验收单.pdf', 'application/pdf', 10, repeat('b', 64), 'clean', now())`,
      [id, at.ids.bureau, person],
    );
    return id;
  });

test('works are proposed, approved by somebody else, begun within the budget, paid within it, and accepted with their paper', async () => {
  const works = await propose();
  expect((await read(works)).may).toEqual(['space.cancel-renovation']);
  expect(code(await begin(works, { version: 1 }))).toBe('not-now');
  const same = at.with([{ role: 'head', unit: at.ids.bureau, below: true }], {
    unit: at.ids.bureau,
    person: clerk.actor.person,
  });
  expect(code(await approve(works, 1, same))).toBe('works-by-yourself');
  expect(code(await approve(works, 5))).toBe('stale-version');
  expect(code(await approve(works))).toBe('done');
  expect(code(await approve(works, 2))).toBe('not-now');
  expect(code(await begin(works, { contractFen: 100_001 }))).toBe('over-budget');
  expect(code(await begin(works, { on: '2026-03-06' }))).toBe('time-not-yet');
  expect(code(await spend(works))).toBe('not-now');
  expect(code(await begin(works))).toBe('done');
  expect([await stateOf('101'), await stateOf('102')]).toEqual(['under-repair', 'under-repair']);
  const other = await propose({ name: '另一项', rooms: [here.rooms['102']] });
  await approve(other);
  expect(code(await begin(other))).toBe('works-room-let');

  const requestId = newId();
  const twice = { renovation: works, day: '2026-03-04', amountFen: 60_000, receipt: '001' };
  expect(code(await clerk.run('space.record-spending', twice, requestId))).toBe('done');
  expect(code(await clerk.run('space.record-spending', twice, requestId))).toBe('done');
  expect(code(await spend(works))).toBe('works-invoice-entered');
  expect(code(await spend(works, { receipt: '002', day: '2026-03-06' }))).toBe('spending-ahead');
  expect(code(await spend(works, { receipt: '002', amountFen: 40_001 }))).toBe('over-budget');
  expect(await read(works)).toMatchObject({ spentFen: 60_000, leftFen: 40_000, buildingName: expect.any(String) });
  const raise = (more: object = {}, by = head) =>
    by.run('space.raise-budget', {
      renovation: works,
      version: 3,
      budgetFen: 120_000,
      paper: '财预追〔2026〕1号',
      why: '隐蔽工程',
      ...more,
    });
  expect(code(await raise({ budgetFen: 100_000 }))).toBe('budget-not-raised');
  expect(code(await raise({ version: 1 }))).toBe('stale-version');
  expect(code(await raise({}, same))).toBe('works-by-yourself');
  expect(code(await raise())).toBe('done');
  expect(code(await spend(works, { receipt: '002', amountFen: 40_001 }))).toBe('done');

  const accept = (more: object = {}) =>
    clerk.run('space.accept-renovation', {
      renovation: works,
      version: 4,
      on: '2026-03-05',
      opinion: '合格',
      files: [],
      ...more,
    });
  expect(code(await accept())).toBe('acceptance-paper-needed');
  const files = [await paper(clerk.actor.person!)];
  expect(code(await accept({ files, on: '2026-03-01' }))).toBe('works-day-outside');
  expect(code(await accept({ files, version: 1 }))).toBe('stale-version');
  expect(code(await accept({ files }))).toBe('done');
  expect(code(await accept({ files }))).toBe('not-now');
  expect(
    ((await clerk.list('space.papers', { 'f.object_id': works })) as unknown as { rows: object[] }).rows,
  ).toMatchObject([{ id: files[0], name: '验收单.pdf', scan: 'clean' }]);
  expect((await read(works)).rooms.map(({ name }) => name)).toEqual(['主楼 101', '主楼 102']);
  // Each room is what it was.
  expect([await stateOf('101'), await stateOf('102')]).toEqual(['vacant', 'in-use']);
  expect((await read(works)).may).toEqual(['space.record-spending']);

  const rows = (
    (await clerk.list('space.spendings', { 'f.renovation_id': works })) as unknown as {
      rows: { id: string; receipt: string }[];
    }
  ).rows;
  const first = rows.find(({ receipt }) => receipt === '001')!.id;
  const strike = () => clerk.run('space.strike-spending', { spending: first, why: '重复开票' });
  expect(code(await strike())).toBe('done');
  expect(code(await strike())).toBe('spending-struck');
  expect((await read(works)).spentFen).toBe(40_001);
});

test('what does not fit is refused; works that are cancelled give their rooms back; a stranger sees none', async () => {
  const wrong = (more: object) => clerk.run('space.propose-renovation', plan(more));
  expect(code(await wrong({ to: '2026-02-01' }))).toBe('works-backwards');
  const elsewhere = await premises(at, at.ids.bureau, [{ number: '9', areaM2: 5 }]);
  expect(code(await wrong({ rooms: [elsewhere.rooms['9']] }))).toBe('works-room-elsewhere');
  expect(code(await wrong({ rooms: [here.rooms['101'], here.rooms['101']] }))).toBe('works-room-elsewhere');
  const let_ = await propose({ rooms: [here.rooms['103']] });
  await approve(let_);
  expect(code(await begin(let_))).toBe('works-room-let');

  const works = await propose({ name: '改造', kind: 'fitting', rooms: [here.rooms['101']] });
  const refuse = (version = 1, by = head) =>
    by.run('space.refuse-renovation', { renovation: works, version, opinion: '本年无预算' });
  const stranger = at.with(
    ['space-clerk', 'head'].map((role) => ({ role, unit: at.ids.county, below: true })),
    { unit: at.ids.county },
  );
  expect(code(await refuse(1, stranger))).toBe('not-found');
  expect(((await stranger.list('space.renovations', {})) as unknown as { rows: object[] }).rows).toEqual([]);
  const cancel = (version: number, by = clerk) =>
    by.run('space.cancel-renovation', { renovation: works, version, why: '改期' });
  await approve(works);
  expect(code(await refuse(2))).toBe('not-now');
  await begin(works);
  expect(await stateOf('101')).toBe('under-repair');
  expect(code(await cancel(3, stranger))).toBe('not-found');
  expect(code(await cancel(1))).toBe('stale-version');
  expect(code(await cancel(3))).toBe('done');
  expect(code(await cancel(4))).toBe('not-now');
  expect(await stateOf('101')).toBe('vacant');
  const second = await propose({ name: '再议' });
  const no = (version: number, by = head) =>
    by.run('space.refuse-renovation', { renovation: second, version, opinion: '暂缓' });
  const same = at.with([{ role: 'head', unit: at.ids.bureau, below: true }], {
    unit: at.ids.bureau,
    person: clerk.actor.person,
  });
  expect(code(await no(9))).toBe('stale-version');
  expect(code(await no(1, same))).toBe('works-by-yourself');
  expect(code(await no(1))).toBe('done');
});

test('proposed works wait on the desk of whoever leads the unit, until they are decided or cancelled', async () => {
  const desk = async () => {
    const { rows } = (await at.as('冯局长').list('kernel.my-tasks', {})) as unknown as {
      rows: { object_id: string; state: string }[];
    };
    return rows.filter(({ state }) => state === 'open').map(({ object_id }) => object_id);
  };
  const [one, two] = [await propose({ rooms: [] }), await propose({ rooms: [], name: '门窗维修' })];
  expect(await desk()).toEqual(expect.arrayContaining([one, two]));
  await approve(one);
  await clerk.does('space.cancel-renovation', { renovation: two, version: 1, why: '并入下年' });
  const left = await desk();
  expect(left).not.toContain(one);
  expect(left).not.toContain(two);
});

test('a vacant room that serves the house after the works is in use, and none is vacant again', async () => {
  const room = here.rooms['104']!;
  const works = await propose({ name: '改机房', rooms: [room] });
  await approve(works);
  await begin(works);
  const { version } = (await clerk.read('space.room', { id: room })) as { version: number };
  await clerk.does('space.change-room', { room, version, use: 'equipment-air' });
  expect(await stateOf('104')).toBe('under-repair');
  expect(code(await clerk.run('space.cancel-renovation', { renovation: works, version: 3, why: '已改好' }))).toBe(
    'done',
  );
  expect(await stateOf('104')).toBe('in-use');
});
