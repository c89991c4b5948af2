import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../../domains/assets/domain.ts';
import { aFloor } from '../../domains/assets/stocktake/a-floor.ts';
import { cityClerk, clock } from '../../domains/assets/testing/given-cards.ts';
import energy from '../../domains/energy/domain.ts';
import { metered } from '../../domains/space/plans/testing/metered.ts';
import space from '../../domains/space/domain.ts';
import vehicles from '../../domains/vehicles/domain.ts';

let at: House;
let behind: pg.Client;
let clerk: Person;
const day = '2026-03-05';

beforeAll(async () => {
  at = await house({ rooms: [assets, vehicles, space, energy], clock });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  clerk = cityClerk(at);
}, 120_000);
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

interface Sign {
  readonly number: string;
  readonly kind: string;
  readonly last_at: string | null;
  readonly watched_from: string | null;
  readonly source: string;
  readonly weak: boolean;
}
const take = (on = day) =>
  at
    .with([{ role: 'job', unit: at.ids.province, below: true }], { unit: at.ids.province })
    .does('assets.take-signs', { unit: at.ids.province, day: on });
const rows = async (list: string, filter: Record<string, string> = {}) =>
  ((await clerk.list(list, filter)) as unknown as { rows: Sign[] }).rows;
const signs = async (card: string) => rows('assets.use-signs', { 'f.card_id': card });
const idle = async () => (await rows('assets.idle')).map(({ number }) => number);
const dayOf = (instant: string | null) =>
  instant === null ? null : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const told = async (card: string) =>
  (await signs(card)).map(({ kind, last_at: last, watched_from: from }) => [kind, dayOf(last), dayOf(from)]);
/** A card of something that another office keeps, as its follower makes it. */
const byFacet = async (unit: string, kind: string, id: string, number: string) => {
  const card = randomUUID();
  await behind.query(
    `insert into assets.card (node_id, id, unit_id, number, name, class, value_fen, acquired_by, acquired_on, state, facet_kind, facet_id)
     values (1, $1, $2, $3, '物', 'A0203', 0, 'other', '2020-01-01', 'in-use', $4, $5)`,
    [card, unit, number, kind, id],
  );
  return card;
};

const aVehicle = async (unit: string, plate: string, trips: readonly string[]) => {
  const id = randomUUID();
  await behind.query(
    `insert into vehicles.vehicle (node_id, id, unit_id, serves_id, plate, make, model, category, body, power, condition, seats, state, odometer_km)
     values (1, $1, $2, $2, $3, '红旗', 'H5', 'other', 'sedan', 'petrol', 'ordinary', 5, 'in-use', 0)`,
    [id, unit, plate],
  );
  for (const on of trips)
    await behind.query(
      `insert into vehicles.trip (node_id, id, unit_id, asker_id, asker_name, number, state, purpose, use, from_place, to_place, starts_at, ends_at, people,
                                  distance_km, cross_city, requested_at, vehicle_id, plate, departed_at, returned_at)
       values (1, $1, $2, $1, '甲', $3, 'returned', '调研', 'official', '甲地', '乙地', $4, $4::timestamptz + interval '2 hours', 1, 10, false, $4, $5, $6,
               $4, $4::timestamptz + interval '2 hours')`,
      [randomUUID(), unit, `${plate}${on}`, `${on}T09:00:00+08:00`, id, plate],
    );
  return byFacet(unit, 'vehicles.vehicle', id, `CL-${plate}`);
};

test('trips: a vehicle is judged by the register of trips since its unit drives by it; a unit without trips says nothing', async () => {
  const driven = await aVehicle(at.ids.finance, '青A1', ['2025-02-01', '2026-03-01']);
  const standing = await aVehicle(at.ids.finance, '青A2', ['2025-06-01']);
  const never = await aVehicle(at.ids.finance, '青A3', []);
  const elsewhere = await aVehicle(at.ids.bureau, '青A4', []);
  await take();
  expect(await told(driven)).toEqual([['trip', '2026-03-01', '2025-02-01']]);
  expect(await told(standing)).toEqual([['trip', '2025-06-01', '2025-02-01']]);
  expect(await told(never)).toEqual([['trip', null, '2025-02-01']]);
  expect(await told(elsewhere)).toEqual([]);
  expect(await idle()).toEqual(['CL-青A2', 'CL-青A3']);
  // What another office keeps is not marked here, and nobody looks for it in a stocktake.
  expect((await rows('assets.not-seen-since')).map(({ number }) => number)).not.toContain('CL-青A3');
  expect(await clerk.run('assets.mark-idle', { card: standing })).toMatchObject({ code: 'not-to-be-idle' });

  // As of an earlier day the later trip is not known; twice is one, and a later sign stays.
  await behind.query(`delete from assets.use_sign`);
  await take('2025-12-01');
  expect(await told(driven)).toEqual([['trip', '2025-02-01', '2025-02-01']]);
  await take();
  const before = await rows('assets.use-signs');
  await take();
  await take('2025-12-01');
  expect(await rows('assets.use-signs')).toEqual(before);
});

test('seats: a building is used while somebody sits in it; whoever left does not count; without seats there is no source', async () => {
  const buildings: string[] = [];
  for (const [name, seats] of [
    ['在用楼', [['ordinary', '2023-01-10', null]]],
    [
      '空楼',
      [
        ['ordinary', '2023-01-10', '2025-03-01'],
        ['left', '2023-02-01', null],
      ],
    ],
    ['未登记楼', []],
  ] as const) {
    const { floor, rooms } = await aFloor(behind, at.ids.finance, { word: name, rooms: 1, perRoom: 0 });
    const building = (await behind.query('select building_id from space.floor where id = $1', [floor])).rows[0]
      .building_id as string;
    for (const [standing, from, to] of seats)
      await behind.query(
        `insert into space.seating (node_id, id, unit_id, room_id, person_id, standing, from_day, to_day, set_at) values (1, $1, $2, $3, $1, $4, $5, $6, now())`,
        [randomUUID(), at.ids.finance, rooms[0], standing, from, to],
      );
    buildings.push(await byFacet(at.ids.finance, 'space.building', building, `FW-${name}`));
  }
  await take();
  await take();
  expect(await told(buildings[0]!)).toEqual([['seated', day, '2023-01-10']]);
  expect(await told(buildings[1]!)).toEqual([['seated', '2025-03-01', '2023-01-10']]);
  expect(await told(buildings[2]!)).toEqual([]);
  expect(await idle()).toEqual(expect.arrayContaining(['FW-空楼']));
  expect(await idle()).not.toContain('FW-未登记楼');
});

/** A room with so many devices, and a meter in it that read so many Wh on days. */
const meteredRoom = async (word: string, perRoom: number, from: string, days: Readonly<Record<string, number>>) => {
  const { floor, rooms, cards } = await aFloor(behind, at.ids.finance, { word, rooms: 1, perRoom });
  await behind.query(`update assets.card set class = 'A02010104' where id = any ($1)`, [cards.map(({ id }) => id)]);
  const { meter } = await metered(at, at.ids.finance, {}, `${word}表`);
  await behind.query(
    `insert into space.meter_place (node_id, id, unit_id, meter_id, floor_id, room_id, from_day) values (1, $1, $2, $3, $4, $5, $6)`,
    [randomUUID(), at.ids.finance, meter, floor, rooms[0], from],
  );
  const read = (on: string, wh: number) =>
    behind.query(
      `insert into energy.day (node_id, meter_id, day, unit_id, total, hours, count, estimated, suspect) values (1, $1, $2, $3, $4, '{}', 24, 0, 0)`,
      [meter, on, at.ids.finance, wh],
    );
  for (const [on, wh] of Object.entries(days)) await read(on, wh);
  return { cards, meter, read };
};
/** Each day from one to another. */
const each = (from: string, to: string, wh: number) => {
  const days: Record<string, number> = {};
  for (let at_ = Date.parse(from); at_ <= Date.parse(to); at_ += 86_400_000)
    days[new Date(at_).toISOString().slice(0, 10)] = wh;
  return days;
};

test('meters: above standby is use; one device alone is told of itself, several only of the room; a gap breaks the watch', async () => {
  const alone = await meteredRoom('独', 1, '2025-05-01', {
    ...each('2025-04-01', '2026-03-04', 300),
    '2025-07-01': 4_000,
  });
  const shared = await meteredRoom('合', 2, '2025-05-01', {
    ...each('2025-05-01', '2026-03-04', 100),
    '2026-03-03': 9_000,
  });
  const broken = await meteredRoom('断', 1, '2025-01-01', {
    ...each('2025-01-01', '2025-11-30', 100),
    ...each('2026-02-01', '2026-03-04', 100),
  });
  const silent = await meteredRoom('哑', 1, '2025-01-01', each('2025-01-01', '2025-12-31', 100));
  const furniture = await aFloor(behind, at.ids.finance, { word: '桌', rooms: 1, perRoom: 1 });
  await take();
  const ofOne = async ({ cards }: { cards: readonly { id: string }[] }) => (await signs(cards[0]!.id))[0];
  expect(await told(alone.cards[0]!.id)).toEqual([['meter', '2025-07-01', '2025-05-01']]);
  expect(await ofOne(alone)).toMatchObject({ weak: false, source: expect.stringContaining('只有这一件设备') });
  expect(await told(shared.cards[0]!.id)).toEqual([['meter', '2026-03-03', '2025-05-01']]);
  expect(await ofOne(shared)).toMatchObject({
    weak: true,
    source: expect.stringContaining('2 件设备共用，只说明房间用了电'),
  });
  expect(await told(broken.cards[0]!.id)).toEqual([['meter', null, '2026-02-01']]);
  expect(await told(silent.cards[0]!.id)).toEqual([]);
  expect(await told(furniture.cards[0]!.id)).toEqual([]);
  const found = async () => (await idle()).filter((number) => /^[独合断哑桌]/.test(number));
  expect(await found()).toEqual(['独-1-1']);

  // The room used power, and the computer itself has not been logged in to: what watches the thing itself is believed.
  await clerk.does('assets.report-signs', {
    unit: at.ids.finance,
    source: '域登录',
    since: '2025-01-01T00:00:00+08:00',
    signs: [[shared.cards[1]!.number, 'log-in', '2025-06-01T09:00:00+08:00']],
  });
  expect(await found()).toEqual(['合-1-2', '独-1-1']);
  // Nor does the room's power keep a clerk from marking it.
  expect(await clerk.run('assets.mark-idle', { card: shared.cards[0]!.id })).not.toMatchObject({ refused: true });

  // Twice is one.
  const before = await rows('assets.use-signs');
  await take();
  expect(await rows('assets.use-signs')).toEqual(before);

  // Carried out of the room it keeps what was seen, and nobody watches it; back again the watch begins anew.
  const room = (await behind.query('select room_id from assets.card where id = $1', [alone.cards[0]!.id])).rows[0]
    .room_id;
  await behind.query('update assets.card set room_id = null where id = $1', [alone.cards[0]!.id]);
  await take();
  expect(await told(alone.cards[0]!.id)).toEqual([['meter', '2025-07-01', null]]);
  expect(await found()).not.toContain('独-1-1');
  await behind.query('update assets.card set room_id = $2 where id = $1', [alone.cards[0]!.id, room]);
  await take();
  await take();
  expect(await told(alone.cards[0]!.id)).toEqual([['meter', '2025-07-01', day]]);
});

test('papers and orders are signs of their day and go on watching nothing', async () => {
  const { cards } = await aFloor(behind, at.ids.finance, { word: '单', rooms: 1, perRoom: 3 });
  const [issued, kept, none] = cards;
  await clerk.does('assets.order-upkeep', { card: kept!.id, what: '除尘', dueDay: '2026-03-20' });
  const paper = randomUUID();
  await behind.query(
    `insert into assets.paper (node_id, id, unit_id, number, kind, state, day, made_name, made_at) values (1, $1, $2, 'LY-1', 'issue', 'signed', '2026-02-01', '甲', now())`,
    [paper, at.ids.finance],
  );
  await behind.query(
    `insert into assets.paper_line (node_id, id, unit_id, paper_id, card_id) values (1, $1, $2, $3, $4)`,
    [randomUUID(), at.ids.finance, paper, issued!.id],
  );
  await take();
  await take();
  expect(await told(issued!.id)).toEqual([['paper', '2026-02-01', null]]);
  expect((await signs(issued!.id))[0]!.source).toBe('领用单 LY-1');
  expect(await told(kept!.id)).toEqual([['booking', day, null]]);
  expect(await told(none!.id)).toEqual([]);
  expect((await idle()).filter((number) => number.startsWith('单'))).toEqual([]);
});

test('only the house itself takes signs', async () => {
  expect(await clerk.run('assets.take-signs', { unit: at.ids.finance, day })).toMatchObject({ refused: true });
});
