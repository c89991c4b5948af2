import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '@opengoa/kernel';
import { dryRunFile, importFile } from '@opengoa/kernel/exchange';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom, code } from '../testing/given.ts';

let at: House;
let clerk: Person;
const folder = mkdtempSync(join(tmpdir(), 'opengoa-space-'));

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.with([{ role: 'space-clerk', unit: at.ids.city, below: true }], { unit: at.ids.bureau });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await at?.close();
});

const room = async (id: string, by: Person = clerk, day?: string) =>
  (await by.read('space.room', { id, ...(day ? { day } : {}) })) as { [key: string]: never } & { version: number };

test('a site, a building, its floors and rooms; totals of the building are those of the list', async () => {
  const { bureau } = at.ids;
  const site = (
    await clerk.does('space.register-site', { unit: bureau, name: '一号院', held: 'allocated', areaM2: 12_000 })
  ).facts[0]!.object.id;
  expect(code(await clerk.run('space.register-site', { unit: bureau, name: '一号院', held: 'leased' }))).toBe(
    'name-taken',
  );
  expect(code(await clerk.run('space.change-site', { site, version: 2, note: '北' }))).toBe('stale-version');
  expect(code(await clerk.run('space.change-site', { site, version: 1, note: '北' }))).toBe('done');
  const other = (await clerk.does('space.register-site', { unit: bureau, name: '二号院', held: 'other' })).facts[0]!
    .object.id;
  expect(code(await clerk.run('space.change-site', { site: other, version: 1, name: '一号院' }))).toBe('name-taken');

  const building = await aBuilding(clerk, bureau, { site, name: '主楼' });
  expect(code(await clerk.run('space.register-building', { unit: bureau, name: '主楼', form: 'high-rise' }))).toBe(
    'name-taken',
  );
  expect(code(await clerk.run('space.register-floor', { building, number: 3 }))).toBe('done');
  expect(code(await clerk.run('space.register-floor', { building, number: 3 }))).toBe('floor-registered');
  await aRoom(clerk, building, { number: '301', areaM2: 18.55 });
  await aRoom(clerk, building, { number: '302', areaM2: 36.1, use: 'service-meeting' });
  await aRoom(clerk, building, { floor: -1, number: 'B01', areaM2: 80, use: 'equipment-power' });
  expect(code(await clerk.run('space.register-room', { building, floor: 3, number: '301', areaM2: 9 }))).toBe(
    'room-number-taken',
  );
  expect(
    code(
      await clerk.run('space.register-room', { building, floor: 4, number: '401', areaM2: 9, toiletM2: 5, restM2: 5 }),
    ),
  ).toBe('inside-more-than-room');
  const elsewhere = { unit: '0199a000-0000-7000-8000-000000000000', from: '2026-01-01' };
  expect(
    code(await clerk.run('space.register-room', { building, floor: 3, number: '303', areaM2: 9, allot: elsewhere })),
  ).toBe('not-found');
  const it = (await clerk.read('space.building', { id: building })) as never as {
    rooms: number;
    usableM2: number;
    floors: { number: number; rooms: number; areaM2: number }[];
    groups: { group: string; areaM2: number }[];
    may: string[];
  };
  expect(it).toMatchObject({ rooms: 3, usableM2: 134.65, vacant: 2, siteName: '一号院' });
  expect(it.floors.map(({ number, rooms, areaM2 }) => [number, rooms, areaM2])).toEqual([
    [3, 2, 54.65],
    [-1, 1, 80],
  ]);
  expect(it.groups.map(({ group, areaM2 }) => [group, areaM2])).toEqual([
    ['equipment', 80],
    ['service', 36.1],
    ['office', 18.55],
  ]);
  expect(it.may).toContain('space.register-room');
  const list = (await clerk.list('space.rooms', { 'f.building_id': building, sums: '1' })) as never as {
    sums: { area_m2: number };
  };
  expect(list.sums.area_m2).toBe(it.usableM2);
});

test('a room changes by its version; it is given from a day on, and every day keeps whose it was', async () => {
  const { bureau, finance } = at.ids;
  const building = await aBuilding(clerk, bureau);
  const id = await aRoom(clerk, building, { number: '101', areaM2: 20, name: '值班室', note: '临街' });
  const change = (more: object, version = 1) => clerk.run('space.change-room', { room: id, version, ...more });
  expect(code(await change({ note: '朝南' }, 9))).toBe('stale-version');
  await aRoom(clerk, building, { number: '102' });
  expect(code(await change({ number: '102' }))).toBe('room-number-taken');
  expect(code(await change({ toiletM2: 30 }))).toBe('inside-more-than-room');
  expect(code(await change({ toiletM2: 3 }))).toBe('done');
  // What a change leaves out stays as it was.
  expect(await clerk.read('space.room', { id })).toMatchObject({ name: '值班室', note: '临街', toiletM2: 3 });
  const away = await aBuilding(clerk, bureau, { address: '人民路8号', note: '老楼' });
  expect(code(await clerk.run('space.change-building', { building: away, version: 1, builtYear: 1998 }))).toBe('done');
  expect(await clerk.read('space.building', { id: away })).toMatchObject({
    address: '人民路8号',
    note: '老楼',
    builtYear: 1998,
  });

  const allot = (more: object, version: number) =>
    clerk.run('space.allot-room', { room: id, version, unit: finance, from: '2025-01-01', paper: '分配通知', ...more });
  expect(code(await allot({}, 1))).toBe('stale-version');
  expect(code(await allot({ unit: id }, 2))).not.toBe('done');
  expect(code(await allot({ from: '2027-01-01' }, 2))).toBe('time-not-yet');
  expect(code(await allot({ kind: 'kept' }, 2))).toBe('kept-by-keeper');
  expect(code(await allot({}, 2))).toBe('done');
  expect(code(await allot({ from: '2026-01-01' }, 3))).toBe('allotted-already');
  expect(code(await allot({ unit: bureau, from: '2024-01-01' }, 3))).toBe('allot-before-last');
  expect(await room(id)).toMatchObject({ unit: finance, state: 'in-use', heldBy: { unit: finance } });
  expect(await room(id, clerk, '2024-12-31')).toMatchObject({ heldBy: { unit: bureau } });
  expect(code(await allot({ unit: bureau, kind: 'kept', from: '2026-02-01' }, 3))).toBe('done');
  expect(await room(id)).toMatchObject({ unit: bureau, state: 'vacant' });
  expect(await room(id, clerk, '2025-06-01')).toMatchObject({ heldBy: { unit: finance } });

  // The right is needed at both; a neighbour sees nothing, whoever has a room in it sees the building by that room.
  const ofBureau = at.with([{ role: 'space-clerk', unit: bureau, below: true }], { unit: bureau });
  expect(
    isRefusal(
      await ofBureau.run('space.allot-room', { room: id, version: 4, unit: finance, from: '2026-03-01', paper: '无' }),
    ),
  ).toBe(true);
  const ofFinance = at.with([{ role: 'clerk', unit: finance, below: true }], { unit: finance });
  expect(isRefusal(await ofFinance.read('space.room', { id }))).toBe(true);
  expect(isRefusal(await ofFinance.read('space.building', { id: building }))).toBe(true);
  expect(code(await allot({ from: '2026-03-01' }, 4))).toBe('done');
  expect(await ofFinance.read('space.building', { id: building })).toMatchObject({ rooms: 1, usableM2: 20 });
  expect(await ofFinance.read('space.room', { id })).toMatchObject({ number: '101', may: [] });
});

test('what serves the house is in use while nobody has it: registered, given back, changed in its use, split', async () => {
  const { bureau, finance } = at.ids;
  const building = await aBuilding(clerk, bureau);
  const id = await aRoom(clerk, building, { number: '001', use: 'equipment-air', areaM2: 40 });
  const stands = (which: string) => clerk.read('space.room', { id: which });
  const allot = (more: object, version: number) =>
    clerk.does('space.allot-room', { room: id, version, unit: bureau, kind: 'kept', paper: '通知', ...more });
  const change = (version: number, more: object) => clerk.run('space.change-room', { room: id, version, ...more });
  expect(await stands(id)).toMatchObject({ state: 'in-use' });
  await allot({ unit: finance, kind: 'allotted', from: '2025-01-01' }, 1);
  await allot({ from: '2026-01-01' }, 2);
  expect(await stands(id)).toMatchObject({ state: 'in-use' });
  expect(await clerk.read('space.building', { id: building })).toMatchObject({ rooms: 1, vacant: 0, vacantM2: 0 });
  expect(code(await change(3, { state: 'vacant' }))).toBe('room-serves-house');
  // The keeper's office stands vacant, the keeper's plant does not.
  expect(code(await change(3, { use: 'office' }))).toBe('done');
  expect(await stands(id)).toMatchObject({ state: 'vacant' });
  expect(code(await change(4, { use: 'ancillary-guard' }))).toBe('done');
  expect(await stands(id)).toMatchObject({ state: 'in-use' });
  await clerk.does('space.split-room', {
    room: id,
    version: 5,
    parts: [
      { number: '001', areaM2: 25, use: 'office' },
      { number: '002', areaM2: 15, use: 'ancillary-guard' },
    ],
    why: '加隔断',
  });
  const { rows } = (await clerk.list('space.rooms', { 'f.building_id': building })) as never as {
    rows: { number: string; state: string }[];
  };
  expect(rows.map(({ number, state }) => [number, state])).toEqual([
    ['001', 'vacant'],
    ['002', 'in-use'],
  ]);
  // A room that somebody has stays in use, whatever it is used for.
  await allot({ unit: finance, kind: 'allotted', from: '2026-02-01' }, 6);
  expect(code(await change(7, { use: 'equipment-air' }))).toBe('done');
  expect(code(await change(8, { use: 'office' }))).toBe('done');
  expect(await stands(id)).toMatchObject({ state: 'in-use' });
});

test('rooms are split and merged within their area; a building goes when nobody is in it', async () => {
  const building = await aBuilding(clerk, at.ids.bureau);
  const id = await aRoom(clerk, building, { number: '201', areaM2: 40 });
  const split = (parts: object[], version = 1) =>
    clerk.run('space.split-room', { room: id, version, parts, why: '加隔断' });
  const halves = [
    { number: '201', areaM2: 25, use: 'office' },
    { number: '201-1', areaM2: 15, use: 'office' },
  ];
  expect(code(await split(halves, 3))).toBe('stale-version');
  expect(code(await split([halves[0]!, { ...halves[1], areaM2: 10 }]))).toBe('parts-not-the-room');
  expect(code(await split([halves[0]!, { ...halves[1], number: '201' }]))).toBe('room-number-taken');
  expect(code(await split(halves))).toBe('done');
  const rows = async () =>
    (
      (await clerk.list('space.rooms', { 'f.building_id': building })) as never as {
        rows: { id: string; number: string; area_m2: number }[];
      }
    ).rows;
  expect((await rows()).map(({ number, area_m2 }) => [number, area_m2])).toEqual([
    ['201', 25],
    ['201-1', 15],
  ]);
  const part = (await rows())[1]!.id;
  const elsewhere = await aRoom(clerk, building, { floor: 5, number: '501' });
  const merge = (others: string[], version: number) =>
    clerk.run('space.merge-rooms', { room: id, version, others, why: '拆隔断' });
  expect(code(await merge([elsewhere], 2))).toBe('rooms-not-beside');
  expect(code(await merge([part], 1))).toBe('stale-version');
  expect(code(await merge([part], 2))).toBe('done');
  expect(code(await clerk.run('space.change-room', { room: part, version: 2, note: '并' }))).toBe('room-disposed');
  expect((await rows()).map(({ number, area_m2 }) => [number, area_m2])).toEqual([
    ['201', 40],
    ['501', 20],
  ]);

  const dispose = (version: number, day = '2026-03-01') =>
    clerk.run('space.dispose-building', { building, version, day, paper: '处置批复', why: '置换' });
  await clerk.does('space.allot-room', {
    room: id,
    version: 3,
    unit: at.ids.finance,
    from: '2026-01-01',
    paper: '通知',
  });
  expect(code(await dispose(2))).toBe('stale-version');
  expect(code(await dispose(1, '2027-01-01'))).toBe('time-not-yet');
  expect(code(await dispose(1))).toBe('rooms-still-used');
  await clerk.does('space.allot-room', {
    room: id,
    version: 4,
    unit: at.ids.bureau,
    kind: 'kept',
    from: '2026-02-01',
    paper: '收回',
  });
  expect(code(await dispose(1))).toBe('done');
  expect(code(await dispose(2))).toBe('building-disposed');
  expect(code(await clerk.run('space.register-floor', { building, number: 9 }))).toBe('building-disposed');
  expect(code(await clerk.run('space.change-building', { building, version: 2, note: '无' }))).toBe(
    'building-disposed',
  );
});

test('ledgers come in by sheet, floors with their rooms, and what went out comes back the same', async () => {
  const bring = (name: string, kind: string, lines: string) => {
    const path = join(folder, name);
    writeFileSync(path, lines);
    return { actor: clerk.actor, kind, path, accept: 'good-rows' as const };
  };
  const done = (report: unknown) => {
    if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
    return (report as { counts: unknown }).counts;
  };
  const ofBuildings = bring(
    '房屋.csv',
    'space.building',
    `房屋,管理单位,层数类型,建筑面积
西楼,临江市机关事务局,多层,8600
东楼,临江市机关事务局,塔楼,100
`,
  );
  expect(done(await importFile(at.kernel, ofBuildings))).toEqual({ new: 1, changed: 0, same: 0, refused: 1 });
  const ofRooms = bring(
    '房间.csv',
    'space.room',
    `房屋管理单位,房屋,楼层,房号,用途,使用面积,使用单位,使用起始日,分配依据
临江市机关事务局,西楼,1,101,办公室,18.5,临江市财政局,2024-01-01,分配通知
临江市机关事务局,西楼,2,201,会议室,60,,,
临江市机关事务局,南楼,2,201,会议室,60,,,
临江市机关事务局,西楼,0,001,办公室,10,,,
临江市机关事务局,西楼,1,102,办公室,10,临江市财政局,,
`,
  );
  expect(done(await importFile(at.kernel, ofRooms))).toEqual({ new: 2, changed: 0, same: 0, refused: 3 });
  expect(done(await dryRunFile(at.kernel, ofRooms))).toMatchObject({ changed: 0, same: 2 });
  const wider = bring(
    '房间2.csv',
    'space.room',
    `房屋管理单位,房屋,楼层,房号,使用面积
临江市机关事务局,西楼,2,201,61
`,
  );
  expect(done(await importFile(at.kernel, wider))).toMatchObject({ changed: 1, refused: 0 });
});

test('the same request twice is one room', async () => {
  const building = await aBuilding(clerk, at.ids.bureau);
  const input = { building, floor: 1, number: '101', areaM2: 12 };
  const request = '018f0000-0000-7000-8000-00000000aa01';
  expect(await clerk.run('space.register-room', input, request)).toEqual(
    await clerk.run('space.register-room', input, request),
  );
});

test('who keeps the assets picks buildings, floors and rooms of the own units, and opens none of them', async () => {
  const { bureau, finance } = at.ids;
  const building = await aBuilding(clerk, bureau, { name: '选点楼' });
  const id = await aRoom(clerk, building, { number: '601', areaM2: 18 });
  const named = async (unit: string, name: string) => {
    const by = at.with([{ role: 'assets-clerk', unit, below: true }], { unit });
    const { rows } = (await by.list(
      name,
      name === 'space.buildings' ? { 'f.name': '选点楼' } : { 'f.building_id': building },
    )) as never as {
      rows: { id: string }[];
    };
    return rows.length;
  };
  for (const name of ['space.buildings', 'space.floors', 'space.rooms']) {
    expect([name, await named(bureau, name)]).toEqual([name, 1]);
    expect([name, await named(finance, name)]).toEqual([name, 0]);
  }
  const assetsClerk = at.with([{ role: 'assets-clerk', unit: bureau, below: true }], { unit: bureau });
  expect(code(await assetsClerk.read('space.room', { id }))).toBe('not-your-right');
  // What cannot be opened is not found by the search over everything either.
  const found = async (by: Person) =>
    ((await by.read('kernel.search', { q: '选点楼' })) as { hits: unknown[] }).hits.length;
  expect(await found(assetsClerk)).toBe(0);
  expect(await found(clerk)).toBeGreaterThan(0);
});
