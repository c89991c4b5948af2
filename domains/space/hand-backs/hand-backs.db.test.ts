import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom, code } from '../testing/given.ts';
import type { LicenceAnswer } from '../requests/contract.ts';

let at: House;
let keeper: Person;
let clerk: Person;
let building = '';
const today = '2026-03-05';

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date(`${today}T09:00:00+08:00`) });
  const { city, bureau, finance } = at.ids;
  keeper = at.with([{ role: 'space-clerk', unit: city, below: true }], { unit: bureau, name: '房管员' });
  clerk = at.with([{ role: 'clerk', unit: finance, below: true }], {
    unit: finance,
    person: at.ids.persons['周敏'].person,
    name: '周敏',
  });
  building = await aBuilding(keeper, bureau, { name: '主楼' });
});
afterAll(() => at?.close());

/** A room that 财政局 has had since the first of the month. */
async function theirs(number: string, areaM2 = 10): Promise<string> {
  const room = await aRoom(keeper, building, { number, areaM2 });
  const { version } = (await keeper.read('space.room', { id: room })) as { version: number };
  await keeper.does('space.allot-room', {
    room,
    version,
    unit: at.ids.finance,
    from: '2026-03-01',
    kind: 'allotted',
    paper: '调配单',
  });
  return room;
}
async function behind(text: string, values: unknown[] = []): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(at.urls.superuser);
  await client.connect();
  await client.query("begin; select set_config('opengoa.node', '1', true)");
  await client.query(text, values);
  await client.query('commit');
  await client.end();
}
const sit = (room: string) =>
  behind(
    `insert into space.seating (id, unit_id, room_id, person_id, standing, from_day, set_at)
     values (gen_random_uuid(), $1, $2, $3, 'ordinary', '2026-03-02', now())`,
    [at.ids.finance, room, at.ids.persons['周敏'].person],
  );
const stand = () => behind(`update space.seating set to_day = '2026-03-05' where to_day is null`);
const ask = (rooms: string[], by: Person = clerk, more: object = {}) =>
  by.run('space.ask-to-hand-back', { unit: at.ids.finance, rooms, day: '2026-03-10', why: '人员减少', ...more });
const asked = async (rooms: string[]) => {
  const answer = await ask(rooms);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.facts[0]!.object.id;
};
const take = (handBack: string, by: Person = keeper, day = today) => by.run('space.take-hand-back', { handBack, day });
const rows = async (by: Person = keeper) =>
  ((await by.list('space.hand-backs', { size: '200' })) as unknown as { rows: Record<string, unknown>[] }).rows;

test('a unit hands back its own rooms: they stand vacant with the keeper and leave the licence', async () => {
  const [kept, back, plain] = [await theirs('101'), await theirs('102', 12), await theirs('103')];
  const licence = crypto.randomUUID();
  await behind(
    `insert into space.licence (id, unit_id, number, from_day, paper, issued_name, issued_at) values ($1, $2, 'SL-2026-00001', '2026-03-01', '调配单', '房管员', now())`,
    [licence, at.ids.finance],
  );
  await behind(
    `insert into space.licence_room (licence_id, unit_id, room_id, area_m2, from_day)
     select $1, $2, unnest($3::uuid[]), 10, '2026-03-01'`,
    [licence, at.ids.finance, [kept, back]],
  );
  const held = (await clerk.read('space.rooms-held', { unit: at.ids.finance })) as { rows?: object[]; rooms: object[] };
  expect(held).toMatchObject({
    unitName: '临江市财政局',
    rooms: [
      { number: '101', people: 0, licence: 'SL-2026-00001', asked: false },
      { number: '102', areaM2: 12 },
      { number: '103', licence: null },
    ],
  });
  const handBack = await asked([back, plain]);
  expect(await rows(clerk)).toMatchObject([
    {
      state: 'asked',
      rooms: '主楼 102、主楼 103',
      count: 2,
      area_m2: 22,
      people: 0,
      may: ['space.withdraw-hand-back'],
    },
  ]);
  expect((await rows())[0]!['may']).toEqual(['space.take-hand-back', 'space.decline-hand-back']);
  expect(code(await ask([back]))).toBe('room-back-asked');
  expect(isRefusal(await take(handBack, clerk))).toBe(true);
  expect(code(await take(handBack, keeper, '2026-02-28'))).toBe('back-before-start');
  expect(code(await take(handBack, keeper, '2026-03-06'))).toBe('back-before-start');
  expect(code(await take(handBack))).toBe('done');
  expect(code(await take(handBack))).toBe('not-now');
  for (const id of [back, plain])
    expect(await keeper.read('space.room', { id })).toMatchObject({ unit: at.ids.bureau, state: 'vacant' });
  const paper = (await keeper.read('space.licence', { id: licence })) as LicenceAnswer;
  expect(paper).toMatchObject({ state: 'in-force', areaM2: 10 });
  expect(paper.rooms.find(({ room }) => room === back)?.backDay).toBe(today);
  expect(await rows(clerk)).toMatchObject([
    { state: 'taken', rooms: '主楼 102、主楼 103', said_name: '房管员', may: [] },
  ]);
});

test('who still sits there is said with their count, when it is asked and when it is taken', async () => {
  const room = await theirs('201');
  await sit(room);
  expect((await clerk.read('space.rooms-held', { unit: at.ids.finance })) as object).toMatchObject({
    rooms: expect.arrayContaining([expect.objectContaining({ number: '201', people: 1 })]),
  });
  expect(await ask([room])).toMatchObject({ code: 'people-to-move', data: { rooms: '主楼 201', people: 1 } });
  await stand();
  const handBack = await asked([room]);
  await sit(room);
  expect(code(await take(handBack))).toBe('people-to-move');
  await stand();
  expect(code(await take(handBack))).toBe('done');
});

test('declined with its reason, or withdrawn by whoever asked; never what is not the unit’s, and by nobody else', async () => {
  const room = await theirs('301');
  const vacant = await aRoom(keeper, building, { number: '302' });
  expect(code(await ask([room, vacant]))).toBe('room-not-held');
  expect(code(await ask([room], clerk, { unit: at.ids.financeOffice }))).toBe('unit-not-an-institution');
  const stranger = at.with([{ role: 'clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(isRefusal(await ask([room], stranger))).toBe(true);
  const first = await asked([room]);
  const decline = () => keeper.run('space.decline-hand-back', { handBack: first, reason: '尚未清空' });
  expect(code(await decline())).toBe('done');
  expect(code(await decline())).toBe('not-now');
  expect(await rows()).toEqual(
    expect.arrayContaining([expect.objectContaining({ state: 'declined', said: '尚未清空' })]),
  );
  const second = await asked([room]);
  expect(isRefusal(await stranger.run('space.withdraw-hand-back', { handBack: second }))).toBe(true);
  expect(code(await clerk.run('space.withdraw-hand-back', { handBack: second }))).toBe('done');
  expect(await keeper.read('space.room', { id: room })).toMatchObject({ unit: at.ids.finance, state: 'in-use' });
});
