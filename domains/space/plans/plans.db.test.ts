import { isRefusal, newId } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import type { FloorPlanAnswer, RoomOnPlanAnswer } from './contract.ts';
import { metered } from './testing/metered.ts';
import { behind, premises, type Premises } from './testing/premises.ts';

let at: House;
let clerk: Person;
let here: Premises;
let meter: string;
const now = '2026-03-05T09:00:00+08:00';
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date(now) });
  const { bureau } = at.ids;
  clerk = at.with([{ role: 'space-clerk', unit: bureau, below: true }], { unit: bureau, name: '房管员' });
  here = await premises(at, bureau, [
    { number: '101', areaM2: 20.5 },
    { number: '102', areaM2: 24 },
    { number: '103', areaM2: 12 },
  ]);
  const months = { '2025-03-01': 120, '2026-01-01': 80, '2026-02-01': 100, '2026-03-01': 5 };
  ({ meter } = await metered(at, bureau, months, '101分表'));
});
afterAll(() => at?.close());

const box = (x: number, y: number, width: number, height: number) => [
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ],
];
const shape = (label: string, outline: unknown, layer = 'ROOM') => ({ layer, label, outline });
const plan = (shapes: readonly object[], more: object = {}) => ({
  floor: here.floor,
  source: 'dxf',
  fileName: '1层.dxf',
  shapes,
  ...more,
});
const take = (shapes: readonly object[], by = clerk) => by.run('space.take-plan', plan(shapes));
const shown = async (query: object = {}, by = clerk) =>
  (await by.read('space.floor-plan', { id: here.floor, ...query })) as FloorPlanAnswer & { may: string[] };
const drawn = async () => Object.fromEntries((await shown()).rooms.map(({ number, drawnM2 }) => [number, drawnM2]));

test('a plan is taken: rooms measured, what is left over counted on both sides, the one before kept', async () => {
  expect((await shown()).plan).toBeNull();
  const first = await clerk.does(
    'space.take-plan',
    plan([shape('101', box(0, 0, 5, 4)), shape('102', box(5, 0, 5, 4)), shape('楼梯', box(10, 0, 3, 4))]),
  );
  // 20.5 declared against 20 drawn lies within 0.08√20.5 + 0.006 × 20.5 = 0.49? It is 0.50: told as differing, like 24 against 20.
  expect(first.result).toMatchObject({ matched: 2, unmatched: 1, missing: 1, differing: 2 });
  expect(await drawn()).toEqual({ '101': 20, '102': 20, '103': null });
  const told = (await shown()).plan!;
  expect(told.shapes.map(({ label, room, areaM2, differenceM2 }) => [label, room, areaM2, differenceM2])).toEqual([
    ['101', here.rooms['101'], 20, -0.5],
    ['102', here.rooms['102'], 20, -4],
    ['楼梯', null, 12, null],
  ]);
  // The second shows 103 and no longer 102: what it does not show it has not measured.
  await clerk.does('space.take-plan', plan([shape('101', box(0, 0, 5, 4.1)), shape('103室', box(5, 0, 3, 4))]));
  expect(await drawn()).toEqual({ '101': 20.5, '102': null, '103': 12 });
  const later = await shown();
  expect(later.plans.map(({ number }) => number)).toEqual([2, 1]);
  expect((await shown({ plan: later.plans[1]!.id })).plan).toMatchObject({ number: 1, shapes: [{}, {}, {}] });
  expect(later.may.toSorted()).toEqual(['space.place-meter', 'space.take-plan']);
  const list = await clerk.list('space.floor-plans', {});
  expect(list).toMatchObject({ rows: [{ plan: 2, rooms: 3, matched: 2, missing: 1, unmatched: 0, differing: 0 }] });
});

test('what is drawn wrongly is refused with its names, and nothing changes', async () => {
  const before = await drawn();
  const bow = [
    [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ],
  ];
  expect(code(await take([shape('101', bow)]))).toBe('outline-crosses');
  expect(code(await take([shape('101', box(0, 0, 5, 4)), shape('101', box(9, 0, 5, 4))]))).toBe('plan-doubled');
  expect(code(await take([shape('999', box(0, 0, 5, 4))]))).toBe('nothing-matched');
  expect(
    code(
      await take([
        shape('101', [
          [
            [0, 0],
            [1, 0],
            [2, 0],
          ],
        ]),
      ]),
    ),
  ).toBe('outline-without-area');
  for (const outline of [
    [[[0, 0]]],
    [
      [
        [0, 0],
        [Number.NaN, 1],
        [1, 1],
      ],
    ],
    [
      [
        [0, 0],
        [1e9, 1],
        [1, 1],
      ],
    ],
    [],
  ])
    expect(code(await take([shape('101', outline)]))).toBe('input-not-fitting');
  expect(await drawn()).toEqual(before);
});

test('the same request twice is one plan', async () => {
  const [request, input] = [newId(), plan([shape('101', box(0, 0, 5, 4))])];
  const one = await clerk.run('space.take-plan', input, request);
  expect(await clerk.run('space.take-plan', input, request)).toEqual(one);
  expect((await shown()).plans).toHaveLength(3);
});

test('only who keeps the rooms takes a plan or places a meter; a stranger sees neither', async () => {
  const { county, bureau } = at.ids;
  const stranger = at.with([{ role: 'space-clerk', unit: county, below: true }], { unit: county });
  const head = at.with([{ role: 'head', unit: bureau, below: true }], { unit: bureau });
  const shapes = [shape('101', box(0, 0, 5, 4))];
  expect(code(await take(shapes, stranger))).toBe('not-found');
  expect(code(await take(shapes, head))).toBe('not-your-right');
  expect(isRefusal(await shown({}, stranger))).toBe(true);
  expect((await shown({}, head)).may).toEqual([]);
  expect(code(await stranger.run('space.place-meter', { meter, floor: here.floor, from: '2025-01-01' }))).toBe(
    'not-found',
  );
});

test('a meter stands in one place at a time; its months are the room’s while it stood there', async () => {
  const elsewhere = await premises(at, at.ids.bureau, [{ number: '201', areaM2: 10 }]);
  const input = { meter, floor: here.floor, room: here.rooms['101'], from: '2026-01-01', paper: '安装单' };
  expect(code(await clerk.run('space.place-meter', { ...input, room: elsewhere.rooms['201'] }))).toBe(
    'room-not-on-floor',
  );
  expect(code(await clerk.run('space.place-meter', { ...input, meter: newId() }))).toBe('not-found');
  const place = (await clerk.does('space.place-meter', input)).facts[0]!.object.id;
  expect(code(await clerk.run('space.place-meter', { ...input, room: null }))).toBe('meter-placed-already');
  const room = (await shown()).rooms.find(({ number }) => number === '101')!;
  // January and February; March is not over, and a year ago it stood elsewhere. (80 + 100) / 2 / 20.5
  expect([room.monthsRead, room.kwhPerM2Month!.toFixed(3)]).toEqual([2, '4.390']);
  const behindIt = (await clerk.read('space.room-on-plan', { id: here.rooms['101'] })) as RoomOnPlanAnswer;
  expect(behindIt.meters).toEqual([
    { meter, name: '101分表', carrier: 'electricity', measure: 'kWh', month: '2026-03', amount: 5 },
  ]);
  expect((await shown()).meters).toMatchObject([{ meter, room: here.rooms['101'], name: '101分表' }]);
  const end = (more: object, by = clerk) =>
    by.run('space.unplace-meter', { place, version: 1, to: '2026-03-01', ...more });
  expect(code(await end({ version: 2 }))).toBe('stale-version');
  expect(code(await end({ to: '2026-01-01' }))).toBe('place-before-begin');
  expect(code(await end({}, at.as('孙师傅')))).toBe('not-your-right');
  expect(code(await end({}))).toBe('done');
  expect(code(await end({}))).toBe('meter-place-ended');
  expect(code(await clerk.run('space.place-meter', { ...input, room: null, from: '2026-03-01' }))).toBe('done');
  expect(await clerk.list('space.meter-places', { sort: '-from_day' })).toMatchObject({
    rows: [
      { room: null, floor: 1 },
      { room: '101', to_day: '2026-03-01' },
    ],
  });
});

test('a floor is coloured by what the standard says of a room, and by what its building costs in a year', async () => {
  await behind(at, async (client) => {
    await client.query(
      `insert into space.room_standard (node_id, room_id, unit_id, reckoned_on, people, cap_m2, excess_m2, status)
       values (1, $1, $2, '2026-03-05', 1, 9, 11.5, 'over') on conflict (node_id, room_id) do update set excess_m2 = 11.5`,
      [here.rooms['101'], at.ids.bureau],
    );
    await client.query('update space.building set value_fen = 2500000000 where id = $1', [here.building]);
  });
  const { rooms } = await shown();
  const of = (number: string) => rooms.find((room) => room.number === number)!;
  const m2 = rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  expect(of('101')).toMatchObject({ overM2: 11.5, costFenPerM2: Math.round(50_000_000 / m2) });
  expect(of('102').overM2).toBeNull();
});

test('who sits in a room and what stands in it is told to those who look at the ledger', async () => {
  const room = here.rooms['102']!;
  const person = at.as('周敏').actor.person;
  await behind(at, async (client) => {
    await client.query(
      `insert into space.seating (node_id, id, unit_id, room_id, person_id, standing, from_day, set_at) values (1, $1, $2, $3, $4, 'ordinary', '2025-01-01', now())`,
      [newId(), at.ids.bureau, room, person],
    );
    await client.query(
      `insert into assets.card (node_id, id, unit_id, number, name, class, value_fen, acquired_by, acquired_on, state, room_id)
       values (1, $1, $2, 'A-1', '台式计算机', 'A02010105', 500000, 'purchase', '2025-01-01', 'in-use', $3)`,
      [newId(), at.ids.bureau, room],
    );
  });
  const told = (await clerk.read('space.room-on-plan', { id: room })) as RoomOnPlanAnswer;
  expect(told).toMatchObject({
    people: [{ name: '周敏', standing: 'ordinary' }],
    assets: [{ number: 'A-1', name: '台式计算机' }],
  });
  const stranger = at.with([{ role: 'head', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(code(await stranger.read('space.room-on-plan', { id: room }))).toBe('not-found');
});
