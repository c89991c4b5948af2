import { isRefusal } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom, code } from '../testing/given.ts';
import type { HomeApplicationAnswer, HomeRentsDueAnswer, HousingAnswer, StayAnswer } from './contract.ts';
import { homeRentReminder, stayServiceReminder, stayTermReminder } from './remind-stays.ts';

let at: House;
let now = '2026-01-05T09:00:00+08:00';
/** Keeps the homes of the city. */
let keeper: Person;
/** Leads 财政局, where 周敏 serves in these tests. */
let head: Person;
let asker: Person;
let building = '';

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date(now) });
  const { city, bureau, finance } = at.ids;
  const clerkPost = await grantedPost('space-clerk', city, bureau, '住房管理');
  keeper = at.with([{ role: 'space-clerk', unit: city, below: true }], { unit: bureau, ...clerkPost });
  head = at.as('陈局');
  asker = await somebody('住户甲', finance);
  building = await aBuilding(keeper, bureau, { name: '周转楼', address: '人民路9号' });
});
afterAll(() => at?.close());

/** Somebody with a post at a unit, who comes with no right but being in service. */
async function somebody(name: string, unit: string, to?: string): Promise<Person> {
  const system = at.as('系统员');
  const id = (facts: unknown) => (facts as { object: { id: string } }[])[0]!.object.id;
  const person = id((await system.does('kernel.register-person', { unit, name, from: '2020-01-01' })).facts);
  const post = id(
    (
      await system.does('kernel.create-post', {
        unit,
        title: '主任科员',
        rank: '科员',
        leads: false,
        establishment: 1,
        from: '2020-01-01',
      })
    ).facts,
  );
  await system.does('kernel.appoint', { person, post, kind: 'main', from: '2020-01-01' });
  if (to) await behind('update kernel.holding set valid_to = $2 where person_id = $1', [person, to]);
  await at.kernel.registers.refresh();
  return at.with([], { unit, person, name });
}

async function behind(statement: string, values: readonly unknown[]): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(at.urls.superuser);
  await client.connect();
  await client.query("begin; select set_config('opengoa.node', '1', true)");
  await client.query(statement, [...values]);
  await client.query("update kernel.revision set revision = revision + 1 where register = 'organisation'");
  await client.query('commit');
  await client.end();
  await at.kernel.registers.refresh();
}

async function grantedPost(role: string, unit: string, at_: string, name: string) {
  const { actor } = await somebody(name, at_);
  await behind(
    `insert into kernel.grant_ (id, role, unit_id, below, post_id, valid_from, granted_by, confirmed_by)
     select gen_random_uuid(), $1, $2, true, post_id, '2020-01-01', gen_random_uuid(), gen_random_uuid() from kernel.holding where person_id = $3`,
    [role, unit, actor.person],
  );
  return { person: actor.person!, name };
}

let count = 0;
const register = (more: object = {}, by = keeper) =>
  by.run('space.register-home', {
    unit: at.ids.bureau,
    name: `${(count += 1)}-501`,
    building,
    areaM2: 60,
    rooms: 2,
    rentFen: 50_000,
    ...more,
  });
const first = (answer: unknown) => (answer as { facts: { object: { id: string } }[] }).facts[0]!.object.id;
const aHome = async (more: object = {}) => {
  const answer = await register(more);
  if (isRefusal(answer)) throw new Error(answer.code);
  return first(answer);
};
const wanted = { reason: 'exchange', from: '2026-01-10', to: '2026-06-30' };
const ask = (by = asker, more: object = {}) => by.run('space.ask-for-home', { ...wanted, ...more });
const asked = async (by = asker) => {
  const answer = await ask(by);
  if (isRefusal(answer)) throw new Error(answer.code);
  return first(answer);
};
const approve = (application: string, by = head, version = 1) =>
  by.run('space.approve-home-application', { application, version });
const approved = async (by = asker) => {
  const application = await asked(by);
  const answer = await approve(application);
  if (isRefusal(answer)) throw new Error(answer.code);
  return application;
};
const assign = (application: string, home: string, version = 2, by = keeper) =>
  by.run('space.assign-home', { application, version, home });
const moveIn = (application: string, more: object = {}) =>
  keeper.run('space.move-in', {
    application,
    version: 3,
    from: '2026-01-05',
    to: '2026-06-30',
    rentFen: 50_000,
    ...more,
  });
const living = async (by: Person, home: string, more: object = {}) => {
  const application = await approved(by);
  await assign(application, home);
  const answer = await moveIn(application, more);
  if (isRefusal(answer)) throw new Error(answer.code);
  return first(answer);
};
const application = async (id: string, by = keeper) =>
  (await by.read('space.home-application', { id })) as HomeApplicationAnswer & { may: string[] };
const stay = async (id: string, by = keeper) => (await by.read('space.stay', { id })) as StayAnswer & { may: string[] };
const rows = async (by: Person, list: string, query: object = {}) =>
  ((await by.list(list, query as never)) as unknown as { rows: Record<string, unknown>[] }).rows;
const homeState = async (id: string) => ((await keeper.read('space.home', { id })) as { state: string }).state;
const desk = async (by: Person) =>
  (await rows(by, 'kernel.my-tasks')).filter(({ state }) => state === 'open').map(({ object_id }) => object_id);
const due = (reminder: typeof stayTermReminder) =>
  reading(at.kernel, { actor: keeper.actor, who: ['space-clerk'], room: 'space' }, (tx, context) =>
    reminder.due(tx, context),
  );

test('a home is registered once; a room of the ledger is chosen, and is no vacant office any more', async () => {
  expect(code(await register({ name: '' }))).toBe('home-name-needed');
  expect(code(await register({ building: null }))).toBe('home-place-needed');
  expect(code(await register({ areaM2: null }))).toBe('home-area-needed');
  const home = await aHome({ name: '3栋501' });
  expect(code(await register({ name: '3栋501' }))).toBe('home-registered');
  expect(await keeper.read('space.home', { id: home })).toMatchObject({
    address: '人民路9号',
    areaM2: 60,
    rentFen: 50_000,
  });

  const room = await aRoom(keeper, building, { number: '601', areaM2: 35 });
  const of = await aHome({ name: '', building: null, areaM2: null, room });
  expect(await keeper.read('space.home', { id: of })).toMatchObject({
    name: '周转楼 601',
    areaM2: 35,
    roomNumber: '601',
  });
  const roomState = async () => ((await keeper.read('space.room', { id: room })) as { state: string }).state;
  expect(await roomState()).toBe('in-use');
  expect(code(await register({ name: '另一套', room }))).toBe('room-not-free');
  const set = (version: number, state: string) =>
    keeper.run('space.set-home-state', { home: of, version, state, why: '大修' });
  expect(code(await set(9, 'withdrawn'))).toBe('stale-version');
  expect(code(await set(1, 'withdrawn'))).toBe('done');
  expect(await roomState()).toBe('vacant');
  const change = (version: number, more: object = {}) =>
    keeper.run('space.change-home', { home, version, name: '3栋502', areaM2: 61, rooms: 2, rentFen: 60_000, ...more });
  expect(code(await change(9))).toBe('stale-version');
  expect(code(await change(1))).toBe('done');
  expect(
    code(await keeper.run('space.change-home', { home: of, version: 2, name: '甲', areaM2: 1, rooms: 1, rentFen: 0 })),
  ).toBe('not-now');
  const placed = await aHome({ building: null, address: '滨江路1号' });
  expect(
    code(
      await keeper.run('space.change-home', { home: placed, version: 1, name: '乙', areaM2: 1, rooms: 1, rentFen: 0 }),
    ),
  ).toBe('home-place-needed');
  expect(code(await change(2, { name: '周转楼 601' }))).toBe('done');
  expect(code(await register({ name: '周转楼 601' }))).toBe('home-registered');
  await aRoom(keeper, building, { number: '602' });
  expect(
    code(
      await register({}, at.with([{ role: 'space-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county })),
    ),
  ).not.toBe('done');
});

test('asked for oneself, approved by the head, assigned once, moved in, renewed, moved out', async () => {
  now = '2026-01-05T09:00:00+08:00';
  const home = await aHome();
  expect(code(await ask(asker, { to: '2026-01-10' }))).toBe('home-backwards');
  expect(code(await ask(asker, { reason: 'other' }))).toBe('home-reason-needed');
  const id = await asked();
  expect(code(await ask())).toBe('home-applied-already');
  expect(await application(id, asker)).toMatchObject({
    state: 'asked',
    askerName: '住户甲',
    post: '主任科员',
    unit: at.ids.finance,
    waiting: ['陈局'],
    may: ['space.withdraw-home-application'],
  });
  expect(await rows(asker, 'space.home-applications')).toHaveLength(1);
  expect(await desk(head)).toContain(id);
  expect(code(await approve(id, keeper))).not.toBe('done');
  expect(code(await approve(id, head, 9))).toBe('stale-version');
  expect(code(await approve(id))).toBe('done');
  expect(code(await approve(id))).toBe('not-now');
  expect(await desk(head)).not.toContain(id);
  expect(await desk(keeper)).toContain(id);

  // Two clerks at once: one home, one winner; the other is told in words.
  const second = await somebody('住户乙', at.ids.finance);
  const other = await approved(second);
  const codes = (await Promise.all([assign(id, home), assign(other, home)])).map(code);
  expect(codes.toSorted()).toEqual(['done', 'home-taken']);
  const [mine, theirs] = codes[0] === 'done' ? [id, other] : [other, id];
  expect(await homeState(home)).toBe('let');
  expect(code(await assign(theirs, home, 9))).toBe('stale-version');
  expect(code(await keeper.run('space.set-home-state', { home, version: 2, state: 'withdrawn', why: '无' }))).toBe(
    'not-now',
  );
  expect(code(await keeper.run('space.free-home', { application: theirs, version: 2, why: '无' }))).toBe('not-now');
  expect(code(await keeper.run('space.free-home', { application: mine, version: 3, why: '另选' }))).toBe('done');
  expect(await homeState(home)).toBe('vacant');
  expect(code(await assign(mine, home, 4))).toBe('done');
  const move = (more: object) => moveIn(mine, { version: 5, rentFen: 0, ...more });
  expect(code(await move({ to: '2026-01-05' }))).toBe('home-backwards');
  expect(code(await move({ from: '2026-01-06' }))).toBe('time-not-yet');
  const lives = first(await move({}));
  expect(code(await move({}))).toBe('not-now');
  expect(await desk(keeper)).not.toContain(mine);
  const resident = mine === id ? asker : second;
  expect(code(await ask(resident))).toBe('home-held-already');
  expect((await stay(lives, resident)).may).toEqual([]);

  const renew = (more: object) =>
    keeper.run('space.renew-stay', { stay: lives, version: 1, to: '2026-12-31', paper: '会议纪要', ...more });
  expect(code(await renew({ to: '2026-06-30' }))).toBe('stay-end-not-later');
  expect(code(await renew({ version: 2 }))).toBe('stale-version');
  expect(code(await renew({}))).toBe('done');
  now = '2026-02-10T09:00:00+08:00';
  const out = (more: object) =>
    keeper.run('space.move-out', { stay: lives, version: 2, day: '2026-02-10', note: '钥匙已交', ...more });
  expect(code(await out({ day: '2026-02-11' }))).toBe('move-out-outside');
  expect(code(await out({ version: 1 }))).toBe('stale-version');
  expect(code(await out({}))).toBe('done');
  expect(code(await out({}))).toBe('not-now');
  expect(code(await renew({ version: 3, to: '2027-12-31' }))).toBe('not-now');
  expect(await homeState(home)).toBe('vacant');
  expect(code(await ask(resident))).toBe('done');
  expect(
    code(await keeper.run('space.decline-home-application', { application: theirs, version: 9, opinion: '无房' })),
  ).toBe('stale-version');
  expect(
    code(await keeper.run('space.decline-home-application', { application: theirs, version: 2, opinion: '无房' })),
  ).toBe('done');
  expect(
    code(await keeper.run('space.decline-home-application', { application: theirs, version: 3, opinion: '无房' })),
  ).toBe('not-now');
});

test('rent is owed by month, recorded and struck; it goes on while somebody stays beyond the term', async () => {
  now = '2026-01-05T09:00:00+08:00';
  const person = await somebody('住户丙', at.ids.finance);
  const id = await living(person, await aHome(), { to: '2026-02-20' });
  now = '2026-03-10T09:00:00+08:00';
  const pay = (more: object = {}) =>
    keeper.run('space.record-home-rent', { stay: id, day: '2026-01-06', amountFen: 50_000, receipt: 'A1', ...more });
  expect(code(await pay({ day: '2026-03-11' }))).toBe('rent-ahead');
  expect(code(await pay())).toBe('done');
  expect(code(await pay())).toBe('receipt-entered');
  // Three months have begun, the third beyond the term; the second was due by 7 March.
  expect(await stay(id, person)).toMatchObject({
    isOver: true,
    dueFen: 150_000,
    paidFen: 50_000,
    overdueFen: 50_000,
    overdueSince: '2026-03-07',
  });
  expect((await keeper.read('space.home-rents-due', {})) as HomeRentsDueAnswer).toMatchObject({
    overdueFen: 50_000,
    rows: [{ id, personName: '住户丙' }],
  });
  expect((await due(homeRentReminder)).map(({ object }) => object.id)).toEqual([id]);
  const [rent] = await rows(keeper, 'space.home-rents', { 'f.stay_id': id });
  expect(code(await keeper.run('space.strike-home-rent', { rent: rent!['id'], why: '有误' }))).toBe('done');
  expect(code(await keeper.run('space.strike-home-rent', { rent: rent!['id'], why: '有误' }))).toBe(
    'rent-struck-already',
  );
  expect((await stay(id)).paidFen).toBe(0);
  await keeper.does('space.move-out', { stay: id, version: 1, day: '2026-02-18', note: '已交接' });
  // 14 of the 28 days from 5 February to 4 March; what was owed is paid afterwards, too.
  expect(await stay(id)).toMatchObject({ dueFen: 75_000, months: [{}, { to: '2026-02-18', amountFen: 25_000 }] });
  expect(code(await pay({ receipt: 'A2' }))).toBe('done');
  const free = await living(await somebody('住户丁', at.ids.finance), await aHome(), { rentFen: 0 });
  expect(
    code(await keeper.run('space.record-home-rent', { stay: free, day: '2026-03-01', amountFen: 1, receipt: '1' })),
  ).toBe('home-without-rent');
  await keeper.does('space.move-out', { stay: free, version: 1, day: '2026-03-10', note: '已交接' });
});

test('a term that is over and a post that ended are told neutrally, until it is renewed or somebody moved out', async () => {
  now = '2026-01-05T09:00:00+08:00';
  const person = await somebody('住户戊', at.ids.finance, '2026-05-01');
  const id = await living(person, await aHome(), { rentFen: 0 });
  expect(await due(stayTermReminder)).toEqual([]);
  expect(await due(stayServiceReminder)).toEqual([]);
  now = '2026-06-10T09:00:00+08:00';
  await at.kernel.registers.refresh();
  expect(await due(stayTermReminder)).toMatchObject([
    { object: { id }, summary: expect.stringContaining('将于 2026-06-30 期满') },
  ]);
  now = '2026-07-02T09:00:00+08:00';
  const [over] = await due(stayTermReminder);
  expect(over!.summary).toMatch(/^待核实：.*已于 2026-06-30 期满/);
  expect(over!.summary).not.toContain('住户戊');
  const [left] = await due(stayServiceReminder);
  expect(left).toMatchObject({ object: { id }, summary: expect.stringMatching(/^待核实：.*自 2026-05-01 起/) });
  await keeper.does('space.renew-stay', { stay: id, version: 1, to: '2026-12-31', paper: '会议纪要' });
  expect(await due(stayTermReminder)).toEqual([]);
  expect(await due(stayServiceReminder)).toEqual([]);
  await keeper.does('space.move-out', { stay: id, version: 2, day: '2026-07-02', note: '已交接' });
});

test('the head does not decide on an application of their own; it waits with whoever leads above', async () => {
  now = '2026-01-05T09:00:00+08:00';
  const own = await asked(head);
  expect(code(await approve(own))).toBe('home-own-application');
  expect((await application(own, head)).waiting).not.toContain('陈局');
  expect(code(await head.run('space.refuse-home-application', { application: own, version: 1, opinion: '无' }))).toBe(
    'home-own-application',
  );
  expect(code(await head.run('space.withdraw-home-application', { application: own, version: 9 }))).toBe(
    'stale-version',
  );
  expect(code(await head.run('space.withdraw-home-application', { application: own, version: 1 }))).toBe('done');
  expect((await application(own, head)).waiting).toEqual([]);
  const person = await somebody('住户己', at.ids.finance);
  const id = await asked(person);
  expect(code(await head.run('space.refuse-home-application', { application: id, version: 9, opinion: '无' }))).toBe(
    'stale-version',
  );
  expect(
    code(await head.run('space.refuse-home-application', { application: id, version: 1, opinion: '已有住房' })),
  ).toBe('done');
  expect(code(await head.run('space.refuse-home-application', { application: id, version: 2, opinion: '无' }))).toBe(
    'not-now',
  );
  expect(code(await person.run('space.withdraw-home-application', { application: id, version: 2 }))).toBe('not-now');
});

test('names are for who keeps and who answers; a colleague sees nothing, and does nothing', async () => {
  now = '2026-01-05T09:00:00+08:00';
  const person = await somebody('住户庚', at.ids.finance);
  const home = await aHome();
  const id = await living(person, home);
  const colleague = await somebody('同事', at.ids.finance);
  expect(await rows(colleague, 'space.stays')).toEqual([]);
  expect(await rows(colleague, 'space.home-applications')).toEqual([]);
  expect(isRefusal(await colleague.read('space.stay', { id }))).toBe(true);
  expect(isRefusal(await colleague.read('space.home', { id: home }))).toBe(true);
  expect(await rows(person, 'space.stays')).toHaveLength(1);
  const looker = at.with([{ role: 'superior', unit: at.ids.city, below: true }], { unit: at.ids.city });
  expect((await rows(looker, 'space.homes')).length).toBeGreaterThan(0);
  expect(await rows(looker, 'space.stays')).toEqual([]);
  for (const [verb, input] of [
    ['renew-stay', { stay: id, version: 1, to: '2027-01-01', paper: '无' }],
    ['move-out', { stay: id, version: 1, day: '2026-01-05', note: '无' }],
    ['record-home-rent', { stay: id, day: '2026-01-05', amountFen: 1, receipt: '1' }],
    ['change-home', { home, version: 2, name: '丙', areaM2: 1, rooms: 1, rentFen: 0 }],
  ] as const)
    expect(code(await person.run(`space.${verb}`, input))).toBe('not-your-right');
});

test('the same request twice is one home and one application', async () => {
  const home = { unit: at.ids.bureau, name: '重复', address: '人民路9号', areaM2: 60, rooms: 2, rentFen: 0 };
  const request = (n: number) => `018f0000-0000-7000-8000-00000000bb0${n}`;
  expect(await keeper.run('space.register-home', home, request(1))).toEqual(
    await keeper.run('space.register-home', home, request(1)),
  );
  const person = await somebody('住户癸', at.ids.finance);
  const twice = [
    await person.run('space.ask-for-home', wanted, request(2)),
    await person.run('space.ask-for-home', wanted, request(2)),
  ];
  expect(code(twice[0])).toBe('done');
  expect(twice[1]).toEqual(twice[0]);
});

test('each figure is the total of the list that it opens', async () => {
  await approved(await somebody('住户辛', at.ids.finance));
  await asked(await somebody('住户壬', at.ids.finance));
  const figures = (await keeper.read('space.housing', {})) as HousingAnswer;
  const total = async (list: string, query: object) =>
    ((await keeper.list(list, query as never)) as unknown as { total: number; rows: unknown[] }).rows.length;
  expect(figures).toEqual({
    homes: await total('space.homes', {}),
    let: await total('space.homes', { 'f.state': 'let' }),
    vacant: await total('space.homes', { 'f.state': 'vacant' }),
    asked: await total('space.home-applications', { 'f.state': 'asked' }),
    approved: await total('space.home-applications', { 'f.state': 'approved' }),
  });
  expect(figures.let).toBeGreaterThan(0);
  expect(figures.asked).toBeGreaterThan(0);
});
