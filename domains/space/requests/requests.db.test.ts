import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom, code } from '../testing/given.ts';
import type { CandidatesAnswer, LicenceAnswer, RequestAnswer } from './contract.ts';

let at: House;
/** Keeps the premises of the city. */
let keeper: Person;
/** Asks for 财政局. */
let asker: Person;
let building = '';
let today = '2026-03-05';

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date(`${today}T09:00:00+08:00`) });
  const { city, bureau, finance } = at.ids;
  // The keeper holds a post whose right is space-clerk, so that steps and tasks find one.
  const system = at.as('系统员');
  const made = (name: string, facts: { object: { id: string } }[]) => ({ name, id: facts[0]!.object.id });
  const person = made(
    '房管员',
    (await system.does('kernel.register-person', { unit: bureau, name: '房管员', from: '2020-01-01' })).facts as never,
  );
  const post = (
    await system.does('kernel.create-post', {
      unit: bureau,
      title: '办公用房管理',
      rank: '科员',
      leads: false,
      establishment: 1,
      from: '2020-01-01',
    })
  ).facts[0]!.object.id;
  await system.does('kernel.appoint', { person: person.id, post, kind: 'main', from: '2020-01-01' });
  await grant('space-clerk', city, post);
  keeper = at.with([{ role: 'space-clerk', unit: city, below: true }], {
    unit: bureau,
    person: person.id,
    name: '房管员',
  });
  const { person: 周敏 } = at.ids.persons['周敏'];
  asker = at.with([{ role: 'clerk', unit: finance, below: true }], { unit: finance, person: 周敏, name: '周敏' });
  building = await aBuilding(keeper, bureau, { name: '主楼' });
  await keeper.does('space.set-quota', { unit: finance, from: '2026-01-01', paper: '核定文件', form: 'multi-storey' });
});
afterAll(() => at?.close());

async function grant(role: string, unit: string, post: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(at.urls.superuser);
  await client.connect();
  await client.query("begin; select set_config('opengoa.node', '1', true)");
  await client.query(
    `insert into kernel.grant_ (id, role, unit_id, below, post_id, valid_from, granted_by, confirmed_by)
     values (gen_random_uuid(), $1, $2, true, $3, '2020-01-01', gen_random_uuid(), gen_random_uuid())`,
    [role, unit, post],
  );
  await client.query("update kernel.revision set revision = revision + 1 where register = 'organisation'");
  await client.query('commit');
  await client.end();
  await at.kernel.registers.refresh();
}

const ask = (more: object = {}, by: Person = asker) =>
  by.run('space.ask-for-rooms', { unit: at.ids.finance, purpose: '新设科室', people: 2, needM2: 25, ...more });
const asked = async (more: object = {}) => {
  const answer = await ask(more);
  if (isRefusal(answer)) throw new Error(answer.code);
  return (answer.result as { request: string }).request;
};
const read = async (id: string, by: Person = keeper) =>
  (await by.read('space.request', { id })) as RequestAnswer & { may: string[] };
const approved = async (more: object = {}) => {
  const request = await asked(more);
  await at.as('陈局').does('space.approve-request', { request, opinion: '同意' });
  await keeper.does('space.approve-request', { request });
  return request;
};
const allot = (request: string, rooms: string[], more: object = {}) =>
  keeper.run('space.allot-to-request', { request, rooms, from: '2026-03-05', paper: '调配单', ...more });
const vacant = (number: string, areaM2: number, more: object = {}) =>
  aRoom(keeper, building, { number, areaM2, ...more });

test('asked with nothing written twice, approved by the unit and the keeper, allotted with a licence', async () => {
  const [one, two] = [await vacant('101', 18), await vacant('102', 9)];
  await vacant('103', 40);
  const { unit, unitName, ...basis } = (await asker.read('space.request-basis', {
    unit: at.ids.finance,
  })) as RequestAnswer['basis'] & { unit: string; unitName: string };
  expect([unit, unitName]).toEqual([at.ids.finance, '临江市财政局']);
  expect(basis).toMatchObject({ approvedPeople: 3, rooms: 0, quotaBasicM2: 71.94, surplusM2: -71.94 });

  const request = await asked();
  expect(await read(request, asker)).toMatchObject({ number: 'SR-2026-00001', state: 'requested', basis });
  expect((await read(request)).may).toEqual([]);
  // The head of the unit first, who for 财政局 is 陈局; the keeper only after that.
  expect(isRefusal(await keeper.run('space.approve-request', { request }))).toBe(true);
  await at.as('陈局').does('space.approve-request', { request, opinion: '同意' });
  await keeper.does('space.approve-request', { request });
  const it = await read(request);
  expect(it).toMatchObject({ state: 'deciding', next: 'adjust', order: ['adjust', 'exchange', 'rent', 'build'] });
  expect(it.waiting).toMatchObject([{ title: { zh: '落实房源' }, holders: ['房管员'] }]);

  const found = (await keeper.read('space.request-candidates', { id: request })) as CandidatesAnswer;
  expect(found.leftM2).toBe(42);
  expect(found.rooms.filter(({ proposed }) => proposed).map(({ number }) => number)).toEqual(['101', '102']);
  const answer = await allot(request, [one, two]);
  expect(code(answer)).toBe('done');
  const { licence, number, over } = (answer as { result: { licence: string; number: string; over: unknown[] } }).result;
  expect([number, over]).toEqual(['SL-2026-00001', []]);
  expect(await read(request)).toMatchObject({ state: 'allotted', way: 'adjust', licence: { number }, waiting: [] });
  const paper = (await keeper.read('space.licence', { id: licence })) as LicenceAnswer;
  expect(paper).toMatchObject({
    state: 'in-force',
    areaM2: 27,
    issuer: '临江市机关事务局',
    requestNumber: 'SR-2026-00001',
  });
  const room = (await keeper.read('space.room', { id: one })) as { unit: string; state: string };
  expect(room).toMatchObject({ unit: at.ids.finance, state: 'in-use' });
  // What was taken is vacant no longer.
  const again = await approved({ needM2: 9 });
  expect(code(await allot(again, [two]))).toBe('room-not-vacant');
  expect(code(await allot(request, [two]))).toBe('not-now');
});

test('each way is refused with its reason before the next may be chosen', async () => {
  const request = await approved();
  const choose = (way: string) => keeper.run('space.choose-way', { request, way, paper: '市政府批复' });
  const ruleOut = (way: string) => keeper.run('space.rule-out-way', { request, way, reason: '没有合适房源' });
  expect(code(await choose('rent'))).toBe('earlier-way-open');
  expect(code(await ruleOut('exchange'))).toBe('earlier-way-open');
  expect(code(await ruleOut('adjust'))).toBe('done');
  expect(code(await ruleOut('adjust'))).toBe('way-ruled-out');
  expect(code(await allot(request, [await vacant('201', 9)]))).toBe('way-ruled-out');
  expect(code(await choose('rent'))).toBe('earlier-way-open');
  expect(code(await ruleOut('exchange'))).toBe('done');
  expect(code(await ruleOut('rent'))).toBe('done');
  expect(code(await ruleOut('build'))).toBe('last-way');
  expect(await read(request)).toMatchObject({
    next: 'build',
    ruledOut: [{ way: 'adjust' }, { way: 'exchange' }, { way: 'rent' }],
  });
  expect(code(await choose('build'))).toBe('done');
  expect(await read(request)).toMatchObject({ state: 'handed-on', way: 'build', said: '市政府批复' });
  expect(code(await choose('build'))).toBe('not-now');
});

test('own premises are not ruled out over rooms that fit: they are named, and what they lack is kept and shown', async () => {
  const request = await approved({ needM2: 5 });
  const room = await vacant('F1', 5.5);
  const it = await read(request);
  expect(it.fitting).toMatchObject([{ id: room, name: '主楼 F1', areaM2: 5.5 }]);
  // Whoever keeps no premises is shown none.
  expect((await read(request, asker)).fitting).toEqual([]);
  const ruleOut = (more: object = {}) =>
    keeper.run('space.rule-out-way', { request, way: 'adjust', reason: '没有合适房源', ...more });
  expect(await ruleOut()).toMatchObject({ code: 'rooms-fit', data: { rooms: '主楼 F1（5.5㎡）' } });
  expect(code(await ruleOut({ unfit: 'F1 漏水待修' }))).toBe('done');
  expect(await read(request)).toMatchObject({
    next: 'exchange',
    fitting: [],
    ruledOut: [{ way: 'adjust', reason: '没有合适房源', lot: '主楼 F1（5.5㎡）', unfit: 'F1 漏水待修' }],
  });
  await behind(`update space.room set state = 'under-repair' where id = $1`, [room]);
});

test('beyond a confirmed quota of offices nothing is allotted; beyond one of a single source it is told', async () => {
  const request = await approved();
  const large = await vacant('301', 60);
  expect(code(await allot(request, [large]))).toBe('allotment-over-quota');
  const meeting = await vacant('302', 50, { use: 'service-meeting' });
  const answer = await allot(request, [meeting]);
  expect((answer as { result: { over: object[] } }).result.over).toEqual([
    { group: 'service', afterM2: 50, mayM2: 24, confidence: 'single-source' },
  ]);
  const other = await approved();
  const small = await vacant('303', 9);
  expect(code(await allot(other, [small], { until: '2026-03-01' }))).toBe('ends-before-start');
  expect(isRefusal(await allot(other, [at.ids.city]))).toBe(true);
  expect(code(await keeper.run('space.decline-request', { request: other, reason: '已满足' }))).toBe('done');
  expect(code(await keeper.run('space.decline-request', { request: other, reason: '已满足' }))).toBe('not-now');
});

test('sent back, mended, taken back, refused; by nobody else', async () => {
  const request = await asked();
  const chief = at.as('陈局');
  await chief.does('space.send-request-back', { request, opinion: '请写明人数' });
  const revise = (version: number) =>
    asker.run('space.revise-request', { request, version, purpose: '新设科室', people: 3, needM2: 27 });
  expect(code(await revise(1))).toBe('stale-version');
  expect(code(await revise(2))).toBe('done');
  expect(await read(request, asker)).toMatchObject({ state: 'requested', people: 3, needM2: 27 });
  expect(isRefusal(await at.as('何涛').run('space.withdraw-request', { request }))).toBe(true);
  expect(code(await asker.run('space.withdraw-request', { request }))).toBe('done');
  expect(code(await asker.run('space.withdraw-request', { request }))).toBe('not-now');

  const refused = await asked();
  await chief.does('space.refuse-request', { request: refused, opinion: '现有用房可以解决' });
  expect(await read(refused, asker)).toMatchObject({ state: 'refused', said: '现有用房可以解决' });
  expect(code(await ask({ unit: at.ids.financeOffice }))).toBe('unit-not-an-institution');
  const stranger = at.with([{ role: 'clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(isRefusal(await ask({}, stranger))).toBe(true);
  expect(isRefusal(await stranger.read('space.request', { id: refused }))).toBe(true);
});

test('vacated by a day, part of the rooms first; handed back they stand vacant with the keeper', async () => {
  // The quota leaves 42 − 27 m² of offices.
  const request = await approved({ needM2: 14 });
  const rooms = [await vacant('401', 6), await vacant('402', 8)];
  const { licence } = ((await allot(request, rooms, { from: '2026-03-01' })) as { result: { licence: string } }).result;
  const order = (more: object = {}) => keeper.run('space.order-vacating', { licence, why: '机构调整', ...more });
  expect(code(await order({ by: '2026-03-04' }))).toBe('vacate-day-past');
  expect(code(await order({ rooms: [building] }))).toBe('room-not-on-licence');
  expect(code(await order())).toBe('done');
  const read = async () => (await keeper.read('space.licence', { id: licence })) as LicenceAnswer & { may: string[] };
  // The standard gives thirty days.
  expect(await read()).toMatchObject({ state: 'vacating', vacateBy: '2026-04-04' });

  const back = (asked: string[], day = '2026-03-05') =>
    keeper.run('space.take-rooms-back', { licence, rooms: asked, day });
  expect(code(await back([rooms[0]!], '2026-02-28'))).toBe('back-before-start');
  expect(code(await back([rooms[0]!], '2026-03-06'))).toBe('back-before-start');
  expect(code(await back([rooms[0]!]))).toBe('done');
  expect(await read()).toMatchObject({ state: 'vacating', areaM2: 8 });
  expect(await keeper.read('space.room', { id: rooms[0]! })).toMatchObject({ unit: at.ids.bureau, state: 'vacant' });
  expect(code(await back([rooms[0]!]))).toBe('room-not-on-licence');
  await sit(rooms[1]!, at.ids.persons['周敏'].person);
  expect(code(await back([]))).toBe('people-still-in');
  await stand();
  expect(code(await back([]))).toBe('done');
  expect(await read()).toMatchObject({ state: 'returned', areaM2: 0, may: [] });
  const { rows } = (await keeper.list('space.vacancies', { 'f.number': '402' })) as unknown as {
    rows: { since: string }[];
  };
  expect(rows).toMatchObject([{ since: '2026-03-05' }]);
});

async function behind(text: string, values: unknown[] = []): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(at.urls.superuser);
  await client.connect();
  await client.query("begin; select set_config('opengoa.node', '1', true)");
  await client.query(text, values);
  await client.query('commit');
  await client.end();
}
const sit = (room: string, person: string) =>
  behind(
    `insert into space.seating (id, unit_id, room_id, person_id, standing, from_day, set_at)
     values (gen_random_uuid(), $1, $2, $3, 'ordinary', '2026-03-02', now())`,
    [at.ids.finance, room, person],
  );
const stand = () => behind(`update space.seating set to_day = '2026-03-05' where to_day is null`);

test('rooms given by mistake are taken back on the very day', async () => {
  today = '2026-03-05';
  const request = await approved({ needM2: 6 });
  const room = await vacant('601', 6);
  const { licence } = ((await allot(request, [room], { from: today })) as { result: { licence: string } }).result;
  await keeper.does('space.take-rooms-back', { licence, day: today });
  expect(await keeper.read('space.room', { id: room })).toMatchObject({ unit: at.ids.bureau, state: 'vacant' });
  expect(await keeper.read('space.licence', { id: licence })).toMatchObject({ state: 'returned' });
});

test('what serves the whole building is offered to nobody', async () => {
  const office = await vacant('701', 12);
  const plant = await vacant('702', 12);
  await keeper.does('space.change-room', { room: plant, version: 1, use: 'equipment-power' });
  const { rows } = (await keeper.list('space.vacancies', { size: '200' })) as unknown as { rows: { number: string }[] };
  const found = rows.map(({ number }) => number);
  expect([found.includes('701'), found.includes('702')]).toEqual([true, false]);
  const request = await approved({ needM2: 12 });
  const { rooms } = (await keeper.read('space.request-candidates', { id: request })) as CandidatesAnswer;
  expect(rooms.map(({ id }) => id)).toContain(office);
  expect(rooms.map(({ id }) => id)).not.toContain(plant);
});

test('the unit is reminded before the day it vacates by', async () => {
  const { vacatingReminder } = await import('./remind-vacating.ts');
  const { reading } = await import('@opengoa/kernel/host');
  today = '2026-03-05';
  const request = await approved({ needM2: 9 });
  const { licence } = ((await allot(request, [await vacant('501', 9)])) as { result: { licence: string } }).result;
  const due = () =>
    reading(at.kernel, { actor: keeper.actor, who: ['space-clerk'], room: 'space' }, (tx, context) =>
      vacatingReminder.due(tx, context),
    );
  await keeper.does('space.order-vacating', { licence, why: '调整', by: '2026-03-20' });
  expect((await due()).map(({ object }) => object.id)).not.toContain(licence);
  today = '2026-03-14';
  expect(await due()).toMatchObject([{ object: { id: licence }, summary: expect.stringContaining('2026-03-20') }]);
  await keeper.does('space.take-rooms-back', { licence, day: '2026-03-14' });
  expect(await due()).toEqual([]);
});
