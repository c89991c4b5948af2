import { sql } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom } from '../testing/given.ts';
import { overStandardRoom, retiredNotVacated, twoOffices } from './gather-rooms.ts';

let at: House;
let clerk: Person;
beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.with([{ role: 'space-clerk', unit: at.ids.city, below: true }], { unit: at.ids.bureau });
});
afterAll(() => at?.close());

const gathered = async (
  source: typeof overStandardRoom,
  room: string,
  period: readonly [string, string] = ['2026-03-01', '2026-03-06'],
) => {
  const found = await reading(at.kernel, { actor: clerk.actor, who: ['space-clerk'], room: 'space' }, (tx, context) =>
    source.gather(tx, period, context, [room]),
  );
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0]?.inputs;
};

test('each kit is handed what the seats, the posts and the standards of the day say', async () => {
  const { persons } = at.ids;
  const building = await aBuilding(clerk, at.ids.bureau, { name: '主楼' });
  const [first, second] = [await aRoom(clerk, building, { areaM2: 30 }), await aRoom(clerk, building, { areaM2: 12 })];
  const seat = (room: string, person: string, more: object = {}) =>
    clerk.does('space.seat-person', { room, person, from: '2024-01-01', asFound: true, ...more });
  expect(await gathered(overStandardRoom, first)).toBeUndefined();
  await seat(first, persons.冯局长.person);
  expect(await gathered(overStandardRoom, first)).toMatchObject({ areaM2: 30, capM2: 24, people: 1, unknown: 0 });
  await seat(second, persons.冯局长.person, { from: '2025-01-01' });
  expect(await gathered(twoOffices, second)).toMatchObject({
    seats: [
      { room: first, standing: 'ordinary', approved: false },
      { room: second, standing: 'ordinary', approved: false },
    ],
  });
  expect(await gathered(retiredNotVacated, first)).toMatchObject({ seats: [] });

  // The post ends in the organisation: nobody tells this room, and it is seen all the same.
  const room = await aRoom(clerk, building, { areaM2: 9 });
  const system = at.as('系统员');
  const { facts } = await system.does('kernel.register-person', {
    unit: at.ids.bureau,
    name: '将退休',
    from: '2020-01-01',
  });
  const person = facts[0]!.object.id;
  const post = (
    await system.does('kernel.create-post', { unit: at.ids.bureau, title: '科员二', rank: '科员', from: '2020-01-01' })
  ).facts[0]!.object.id;
  await system.does('kernel.appoint', { person, post, kind: 'main', from: '2020-01-01', to: '2026-01-01' });
  await seat(room, person);
  expect(await gathered(retiredNotVacated, room)).toMatchObject({
    today: '2026-03-05',
    seats: [{ ended: '2026-01-01' }],
  });
  expect(await gathered(overStandardRoom, room)).toMatchObject({ toVacate: 1, capM2: null });

  // Vacated today, it was not so a month ago: who sat there on the day counts, not who sits there now.
  const { seating } = await behindSeat(room);
  await clerk.does('space.end-seating', { seating, version: 1, day: '2026-03-05', why: '腾退' });
  expect(await gathered(retiredNotVacated, room)).toBeUndefined();
  expect(await gathered(retiredNotVacated, room, ['2026-02-01', '2026-03-01'])).toMatchObject({
    seats: [{ ended: '2026-01-01' }],
  });
});

test('somebody who went to another unit keeps the room of the former one: the end of the post there counts', async () => {
  const system = at.as('系统员');
  const building = await aBuilding(clerk, at.ids.bureau, { name: '副楼' });
  const room = await aRoom(clerk, building, { areaM2: 9 });
  const person = (
    await system.does('kernel.register-person', { unit: at.ids.bureau, name: '将调走', from: '2020-01-01' })
  ).facts[0]!.object.id;
  const appoint = async (unit: string, title: string, from: string, to?: string) => {
    const { facts } = await system.does('kernel.create-post', { unit, title, rank: '科员', from: '2020-01-01' });
    const post = facts[0]!.object.id;
    await system.does('kernel.appoint', { person, post, kind: 'main', from, ...(to ? { to } : {}) });
  };
  await appoint(at.ids.bureau, '科员三', '2020-01-01', '2025-11-10');
  await appoint(at.ids.county, '科员四', '2025-11-10');
  await clerk.does('space.seat-person', { room, person, from: '2024-01-01' });
  expect(await gathered(retiredNotVacated, room)).toMatchObject({ seats: [{ ended: '2025-11-10' }] });
  // Lent to where the room is: nothing is to be vacated.
  const lent = await aRoom(clerk, building, { areaM2: 9 });
  await clerk.does('space.seat-person', { room: lent, person, from: '2025-12-01', standing: 'seconded' });
  expect(await gathered(retiredNotVacated, lent)).toMatchObject({ seats: [] });
});

const behindSeat = (room: string) =>
  reading(at.kernel, { actor: clerk.actor, who: ['space-clerk'], room: 'space' }, (tx) =>
    tx.one<{ seating: string }>(sql`select id::text as seating from space.seating where room_id = ${room}`),
  );
