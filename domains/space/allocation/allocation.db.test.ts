import { newId } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom, code } from '../testing/given.ts';
import type { AllocationAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let building: string;
const rooms = new Map<string, string>();

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.with([{ role: 'space-clerk', unit: at.ids.city, below: true }], { unit: at.ids.bureau });
  building = await aBuilding(clerk, at.ids.bureau);
  for (const [number, areaM2, unit] of [
    ['301', 40, at.ids.finance],
    ['302', 20, at.ids.finance],
    ['303', 30, null],
    ['304', 20, at.ids.bureau],
  ] as const) {
    const allot = unit === null ? null : { unit, from: '2026-01-01', paper: '通知' };
    rooms.set(number, await aRoom(clerk, building, { number, areaM2, allot }));
  }
});
afterAll(() => at?.close());

const read = (id: string, by = clerk) =>
  by.read('space.allocation', { id }) as Promise<AllocationAnswer & { may: string[] }>;
const start = async (more: object = {}) => {
  const { finance, bureau, city } = at.ids;
  const answer = await clerk.does('space.start-allocation', {
    unit: city,
    title: '主楼',
    buildings: [building],
    seconds: 5,
    surplusCap: 1.2,
    needs: [
      { unit: finance, needM2: 28 },
      { unit: bureau, needM2: 35 },
    ],
    ...more,
  });
  return (answer.result as { allocation: string }).allocation;
};
const search = (allocation: string, turn = 1) =>
  runJob(at.kernel, 'space.search-allocation', {
    signal: AbortSignal.timeout(30_000),
    asked: { allocation, turn },
  });

test('a plan is searched for, changed by hand, searched again and applied: rooms change hands on the day, with the paper', async () => {
  const { finance, bureau } = at.ids;
  const id = await start({ zones: [{ unit: finance, zone: 'open' }], near: [{ unit: finance, other: bureau }] });
  expect(await read(id)).toMatchObject({ state: 'searching', found: null, plan: null, surplusCap: 1.2 });
  expect(code(await clerk.run('space.search-again', { allocation: id, version: 1 }))).toBe('still-searching');
  await search(id);
  const found = await read(id);
  expect(found).toMatchObject({ state: 'found', broken: [], apart: [], found: { gap: 0, lacks: [] } });
  const of = (it: AllocationAnswer, number: string) =>
    it.floors.flatMap((floor) => floor.rooms).find((room) => room.number === number)!;
  expect(of(found, '303').plan).toBe(finance);
  expect([of(found, '301').plan, of(found, '302').plan, of(found, '304').plan]).toContain(bureau);
  expect(found.plan!.sum).toBeLessThan(found.today.sum);

  const edit = (room: string, unit: string | null, version: number) =>
    clerk.run('space.edit-allocation', { allocation: id, version, room: rooms.get(room) ?? room, unit });
  expect(code(await edit('303', null, 1))).toBe('stale-version');
  expect(code(await edit(newId(), null, found.version))).toBe('room-not-in-plan');
  expect(code(await edit('303', newId(), found.version))).toBe('unit-not-in-plan');
  expect(code(await edit('303', null, found.version))).toBe('done');
  const edited = await read(id);
  expect(edited.broken.map(({ rule, words }) => [rule, words.zh])).toEqual([
    ['short', expect.stringMatching(/需 28 ㎡，给 0 ㎡，差 28 ㎡$/)],
  ]);
  // What was proved of the plan that was found is not said of the edited one.
  expect(edited.found!.gap).toBeGreaterThan(0.5);
  const again = { allocation: id, version: edited.version, seconds: 5, keepByHand: false };
  expect(code(await clerk.run('space.search-again', again))).toBe('done');
  await search(id, 2);
  const second = await read(id);
  expect(of(second, '303').plan).toBe(finance);

  const apply = (version: number, from = '2026-03-05') =>
    clerk.run('space.apply-allocation', { allocation: id, version, paper: '机关事务发〔2026〕3号', from });
  expect(code(await apply(1))).toBe('stale-version');
  expect(code(await apply(second.version, '2026-03-06'))).toBe('time-not-yet');
  expect(code(await apply(second.version, '2025-12-01'))).toBe('allot-before-last');
  expect(code(await apply(second.version))).toBe('done');
  expect(await read(id)).toMatchObject({ state: 'applied', from: '2026-03-05', may: [] });
  const room = (await clerk.read('space.room', { id: rooms.get('303')! })) as { unit: string };
  expect(room.unit).toBe(finance);
  expect(code(await apply(second.version + 1))).toBe('not-now');
});

test('a plan is worth nothing once rooms are others than it knew; one that changes nothing is not applied; a dropped one stays as it was', async () => {
  const id = await start({ fixed: [...rooms.values()] });
  await search(id);
  const found = await read(id);
  // All rooms somebody has are fixed; the one nobody has may be given out.
  expect(found.broken.every(({ rule }) => rule === 'short' || rule === 'above-cap')).toBe(true);
  const last = found.floors.flatMap((floor) => floor.rooms).filter(({ plan, today }) => plan !== today);
  let { version } = found;
  for (const room of last)
    version =
      (await clerk.run('space.edit-allocation', { allocation: id, version, room: room.id, unit: room.today }),
      version + 1);
  const apply = () =>
    clerk.run('space.apply-allocation', { allocation: id, version, paper: '通知', from: '2026-03-05' });
  expect(code(await apply())).toBe('nothing-changes');
  const kept = found.floors.flatMap((floor) => floor.rooms).find(({ fixed }) => fixed)!;
  const other = found.units.find((unit) => unit.id !== kept.today)!;
  const taken = await clerk.run('space.edit-allocation', { allocation: id, version, room: kept.id, unit: other.id });
  expect(code(taken)).toBe('room-closed-to-unit');

  const third = await start();
  await search(third);
  const before = await read(third);
  const moved = before.floors.flatMap((floor) => floor.rooms).find(({ plan, today }) => plan !== today);
  if (moved) {
    const { version: roomVersion } = (await clerk.read('space.room', { id: moved.id })) as unknown as {
      version: number;
    };
    await clerk.does('space.change-room', { room: moved.id, version: roomVersion, areaM2: 77 });
    const late = { allocation: third, version: before.version, paper: '通知', from: '2026-03-05' };
    expect(code(await clerk.run('space.apply-allocation', late))).toBe('rooms-changed');
  }
  const drop = { allocation: third, version: before.version, why: '情况有变' };
  expect(code(await clerk.run('space.drop-allocation', { ...drop, version: 99 }))).toBe('stale-version');
  expect(code(await clerk.run('space.drop-allocation', drop))).toBe('done');
  expect(code(await clerk.run('space.drop-allocation', drop))).toBe('not-now');
  expect(await read(third)).toMatchObject({ state: 'dropped', why: '情况有变' });
});

test('stopped, it keeps what it has; dropped while it searches, nothing is kept; the same request twice is one draft', async () => {
  const id = await start();
  expect(
    code(await clerk.run('space.edit-allocation', { allocation: id, version: 1, room: rooms.get('301'), unit: null })),
  ).toBe('not-now');
  expect(code(await clerk.run('space.stop-allocation', { allocation: id }))).toBe('done');
  expect(code(await clerk.run('space.stop-allocation', { allocation: id }))).toBe('not-now');
  await search(id);
  expect((await read(id)).state).toBe('found');
  const dropped = await start();
  await clerk.does('space.drop-allocation', { allocation: dropped, version: 1, why: '不需要' });
  await search(dropped);
  expect(await read(dropped)).toMatchObject({ state: 'dropped', found: null });
  const input = { unit: at.ids.city, title: '同一个', buildings: [building] };
  const request = newId();
  const [first, second] = [
    await clerk.run('space.start-allocation', input, request),
    await clerk.run('space.start-allocation', input, request),
  ];
  expect(second).toEqual(first);
});

test('what cannot be asked: no rooms, nobody, units elsewhere; and who may not', async () => {
  const { city, bureau, finance } = at.ids;
  const run = (more: object) => clerk.run('space.start-allocation', { unit: city, title: '方案', ...more });
  const empty = await aBuilding(clerk, bureau);
  expect(code(await run({ buildings: [empty] }))).toBe('no-rooms-to-allocate');
  await aRoom(clerk, empty, { number: '1' });
  expect(code(await run({ buildings: [empty] }))).toBe('no-units-to-allocate');
  expect(code(await run({ unit: finance, needs: [{ unit: bureau, needM2: 10 }] }))).toBe('unit-outside');
  const reader = at.with([{ role: 'head', unit: city, below: true }], { unit: bureau });
  expect(code(await reader.run('space.start-allocation', { unit: city, title: '方案' }))).toBe('not-your-right');
  const list = (await reader.list('space.allocations', {})) as unknown as { rows: { state: string }[] };
  expect(list.rows.length).toBeGreaterThan(2);
  const elsewhere = at.with([{ role: 'space-clerk', unit: finance, below: true }], { unit: finance });
  const id = await start();
  expect(code(await elsewhere.run('space.stop-allocation', { allocation: id }))).toBe('not-found');
});
