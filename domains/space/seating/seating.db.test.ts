import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, jobActor } from '@opengoa/kernel';
import { dryRunFile, importFile } from '@opengoa/kernel/exchange';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom, code } from '../testing/given.ts';

let at: House;
let clerk: Person;
let building = '';
const folder = mkdtempSync(join(tmpdir(), 'opengoa-seats-'));
beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.with([{ role: 'space-clerk', unit: at.ids.city, below: true }], { unit: at.ids.bureau });
  building = await aBuilding(clerk, at.ids.bureau, { name: '主楼' });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await at?.close();
});

const ofFinance = (more: object = {}) =>
  aRoom(clerk, building, { allot: { unit: at.ids.finance, from: '2020-01-01', paper: '分配通知' }, ...more });
const person = (name: keyof House['ids']['persons']) => at.ids.persons[name].person;
const seat = (room: string, who: string, more: object = {}) =>
  clerk.run('space.seat-person', { room, person: who, from: '2024-01-01', ...more });
const seated = async (room: string, who: string, more: object = {}) => {
  const answer = await seat(room, who, more);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.facts[0]!.object.id;
};
interface People {
  readonly people: {
    seating: string;
    name: string;
    capM2: number | null;
    marks: string[];
    lacks: string | null;
    version: number;
  }[];
  readonly capM2: number | null;
  readonly excessM2: number | null;
  readonly status: string;
}
const people = async (room: string, day?: string, by: Person = clerk) =>
  (await by.read('space.room-people', { room, ...(day ? { day } : {}) })) as never as People;
const occupants = async (query: Record<string, string>) =>
  ((await clerk.list('space.occupants', query)) as never as { rows: Record<string, unknown>[] }).rows;

test('a room is told beside the standards of its people; the list says the same', async () => {
  const room = await ofFinance({ areaM2: 27.5 });
  await seated(room, person('陈局'));
  expect(await people(room)).toMatchObject({
    capM2: 24,
    excessM2: 3.5,
    status: 'over',
    people: [{ name: '陈局', capM2: 24 }],
  });
  await seated(room, person('周敏'), { from: '2025-01-01' });
  expect(await people(room)).toMatchObject({ capM2: 33, excessM2: -5.5, status: 'within' });
  expect((await people(room)).people.map(({ marks }) => marks)).toEqual([['shared-room'], ['shared-room']]);
  // On a day before the second came, and before anybody did.
  expect(await people(room, '2024-06-01')).toMatchObject({ excessM2: 3.5, status: 'over' });
  expect(await people(room, '2023-06-01')).toMatchObject({ people: [], status: 'empty' });
  const rows = await occupants({ 'f.room_id': room });
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    excess_m2: -5.5,
    status: 'within',
    standard_day: '2014-11-27',
    standing: 'ordinary',
  });
});

test('one office for one person; a second one with its paper, or as a count found it, and then its standard does not count twice', async () => {
  const [first, second, third] = [await ofFinance(), await ofFinance(), await ofFinance()];
  const who = person('何涛');
  await seated(first, who);
  expect(code(await seat(first, who))).toBe('sits-here-already');
  expect(code(await seat(second, who))).toBe('sits-elsewhere');
  expect(code(await seat(second, who, { standing: 'second-office' }))).toBe('second-needs-paper');
  expect(code(await seat(second, who, { from: '2026-04-01' }))).toBe('time-not-yet');
  expect(code(await seat(second, at.ids.bureau))).toBe('person-unknown');
  await seated(second, who, { standing: 'second-office', paper: '批复' });
  expect((await people(second)).people[0]).toMatchObject({ capM2: 9, marks: ['several-rooms'] });
  await seated(third, who, { asFound: true });
  expect((await people(third)).people[0]).toMatchObject({ capM2: 0 });
  expect(await people(third)).toMatchObject({ status: 'over', excessM2: 20 });
});

test('rooms of one person are reckoned one after another, however many acts come at once', async () => {
  const rooms = [await ofFinance(), await ofFinance(), await ofFinance(), await ofFinance(), await ofFinance()];
  const answers = await Promise.all(rooms.map((room) => seat(room, person('冯局长'), { asFound: true })));
  expect(answers.map(code)).toEqual(rooms.map(() => 'done'));
});

test('moved in one act, over both rooms; vacated; every day keeps who sat there', async () => {
  const [from, to] = [await ofFinance({ areaM2: 9 }), await ofFinance({ areaM2: 12 })];
  const seating = await seated(from, person('沈风控'));
  const move = (more: object, version = 1) =>
    clerk.run('space.move-person', { seating, version, to, from: '2025-06-01', ...more });
  expect(code(await move({}, 3))).toBe('stale-version');
  expect(code(await move({ to: from }))).toBe('same-room');
  expect(code(await move({ from: '2027-01-01' }))).toBe('time-not-yet');
  expect(code(await move({ from: '2020-01-01' }))).toBe('day-before-seating');
  expect(code(await move({ standing: 'second-office' }))).toBe('second-needs-paper');
  const moved = await move({});
  if (isRefusal(moved)) throw new Error(moved.code);
  expect(code(await move({}, 2))).toBe('seating-ended');
  expect((await people(from)).people).toEqual([]);
  expect((await people(from, '2025-05-31')).people).toHaveLength(1);
  expect((await people(to, '2025-06-01')).people[0]).toMatchObject({ name: '沈风控', marks: ['other-unit'] });
  const now = moved.facts[0]!.object.id;
  const end = (version: number, day = '2026-03-01') => clerk.run('space.end-seating', { seating: now, version, day });
  expect(code(await end(2))).toBe('stale-version');
  expect(code(await end(1, '2027-01-01'))).toBe('time-not-yet');
  expect(code(await end(1, '2024-01-01'))).toBe('day-before-seating');
  const standing = (more: object, version = 1) =>
    clerk.run('space.change-standing', { seating: now, version, standing: 'seconded', ...more });
  expect(code(await standing({}, 4))).toBe('stale-version');
  expect(code(await standing({ standing: 'second-office' }))).toBe('second-needs-paper');
  expect(code(await standing({}))).toBe('done');
  expect(code(await end(2))).toBe('done');
  expect(code(await end(3))).toBe('seating-ended');
  expect(code(await standing({}, 3))).toBe('seating-ended');
});

test('whoever holds no post any more is seen where they still sit', async () => {
  const room = await ofFinance({ areaM2: 10 });
  const seating = await seated(room, person('钱能耗'));
  expect((await people(room)).status).toBe('over');
  const system = at.as('系统员');
  const { rows } = (await system.list('kernel.posts', {})) as never as { rows: { id: string }[] };
  expect(rows.length).toBeGreaterThan(0);
  expect(code(await clerk.run('space.change-standing', { seating, version: 1, standing: 'retired' }))).toBe('done');
  expect((await people(room)).status).toBe('not-vacated');
  expect(await occupants({ 'f.room_id': room })).toMatchObject([{ status: 'not-vacated', standing: 'retired' }]);
});

test('by night every office is looked at anew; other uses are not judged', async () => {
  const meeting = await ofFinance({ use: 'service-meeting', areaM2: 60 });
  await seated(meeting, person('吴调度'));
  expect(await people(meeting)).toMatchObject({ judged: false, excessM2: null });
  const { ids } = at;
  const job = at.with([], jobActor('reckon', [{ role: 'job', unit: ids.province, below: true }], ids.province));
  const answer = await job.run('space.reckon-seats', { unit: ids.province });
  expect(code(answer)).toBe('done');
});

test('seats come in by sheet as a count found them', async () => {
  const room = await ofFinance({ number: '901', floor: 9 });
  const path = join(folder, '座位.csv');
  writeFileSync(
    path,
    `房屋管理单位,房屋,楼层,房号,任职单位,姓名,入座日期,使用情形
临江市机关事务局,主楼,9,901,临江市财政局,陈局,2025-01-01,在岗使用
临江市机关事务局,主楼,9,901,临江市财政局,无此人,2025-01-01,在岗使用
临江市机关事务局,主楼,9,999,临江市财政局,周敏,2025-01-01,在岗使用
`,
  );
  const bring = { actor: clerk.actor, kind: 'space.seating', path, accept: 'good-rows' as const };
  const report = await importFile(at.kernel, bring);
  if (isRefusal(report)) throw new Error(report.code);
  expect(report.counts).toEqual({ new: 1, changed: 0, same: 0, refused: 2 });
  expect((await people(room)).people[0]).toMatchObject({ name: '陈局', capM2: 0 });
  const again = await dryRunFile(at.kernel, bring);
  if (isRefusal(again)) throw new Error(again.code);
  expect(again.counts).toMatchObject({ same: 1 });
});

test('the wrong person seats nobody and reads nothing', async () => {
  const room = await ofFinance();
  const { county } = at.ids;
  const stranger = at.with([{ role: 'space-clerk', unit: county, below: true }], { unit: county });
  expect(isRefusal(await stranger.run('space.seat-person', { room, person: person('周敏'), from: '2024-01-01' }))).toBe(
    true,
  );
  expect(isRefusal(await stranger.read('space.room-people', { room }))).toBe(true);
});
