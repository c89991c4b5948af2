import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom, code } from '../testing/given.ts';
import type { WhatIfAnswer } from './contract.ts';

let at: House;
let clerk: Person;

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const { city, bureau, finance } = at.ids;
  clerk = at.with([{ role: 'space-clerk', unit: city, below: true }], { unit: bureau });
  const building = await aBuilding(clerk, bureau, { name: '主楼' });
  const allot = { unit: finance, from: '2026-01-10', kind: 'allotted', paper: '调配单' };
  const own = await aRoom(clerk, building, { number: '301', areaM2: 9, allot });
  const chief = await aRoom(clerk, building, { number: '302', areaM2: 27, allot });
  await aRoom(clerk, building, { number: '303', areaM2: 8 });
  const { 周敏, 陈局 } = at.ids.persons;
  await clerk.does('space.seat-person', { room: own, person: 周敏.person, from: '2026-01-10' });
  await clerk.does('space.seat-person', { room: chief, person: 陈局.person, from: '2026-01-10' });
});
afterAll(() => at?.close());

const tried = async (caps = '', by: Person = clerk) =>
  (await by.read('space.what-if', { unit: at.ids.city, caps })) as WhatIfAnswer;

test('today’s standard alone, then a draft of it: who is over, and the vacant room that settles one', async () => {
  const now = await tried();
  expect(now).toMatchObject({ people: 2, today: { rooms: 1, excessM2: 3 }, draft: { rooms: 1, excessM2: 3 } });
  expect(now.caps.find(({ level, rank }) => level === 'city' && rank === 'staff')).toMatchObject({
    nowM2: 9,
    draftM2: 9,
    people: 1,
  });

  const draft = await tried('city/staff=8');
  expect(draft).toMatchObject({ today: { rooms: 1 }, draft: { rooms: 2, excessM2: 4 }, unsettled: 1 });
  expect(draft.moves).toMatchObject([{ kind: 'vacant', roomName: '主楼 301', toName: '主楼 303', savedM2: 1 }]);
  expect(draft).toMatchObject({ moveCount: 1, leastShare: 0.6, toleranceM2: 0.5 });
  expect(draft.over.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['主楼 302', 'none-fits'],
    ['主楼 301', 'vacant'],
  ]);
  expect(draft.units).toMatchObject([{ name: '临江市财政局', rooms: 2, newRooms: 1 }]);
  // Nothing of it was kept.
  expect((await tried()).draft).toEqual(now.draft);
});

test('a rank that is none is named; nobody without the right, and not another tree', async () => {
  expect(code(await clerk.read('space.what-if', { unit: at.ids.city, caps: 'city/emperor=80' }))).toBe(
    'draft-unknown-rank',
  );
  const stranger = at.with([{ role: 'space-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(isRefusal(await stranger.read('space.what-if', { unit: at.ids.city, caps: '' }))).toBe(true);
});
