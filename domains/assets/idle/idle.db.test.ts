import pg from 'pg';
import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aFloor } from '../stocktake/a-floor.ts';

let at: House;
let behind: pg.Client;
let clerk: Person;
const code = (answer: unknown): string => (isRefusal(answer) ? answer.code : 'done');
const numbers = async (list: string) =>
  ((await clerk.list(list, {})) as unknown as { rows: { number: string }[] }).rows.map(({ number }) => number);

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T10:00:00+08:00') });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  clerk = at.with([{ role: 'assets-clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
}, 120_000);
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

test('signs of use decide what looks idle; an answer comes before a mark; what nobody watches is not called idle', async () => {
  const { cards } = await aFloor(behind, at.ids.finance, { word: '闲', rooms: 1, perRoom: 3 });
  const [old, fresh, unwatched] = cards;
  const report = (signs: unknown[], more: object = {}) =>
    clerk.run('assets.report-signs', {
      unit: at.ids.finance,
      source: '域登录',
      since: '2025-01-01T00:00:00+08:00',
      signs,
      ...more,
    });
  const signs = [
    [old!.number, 'log-in', '2025-06-01T09:00:00+08:00'],
    [fresh!.number, 'log-in', '2026-03-01T09:00:00+08:00'],
  ];
  expect(code(await report(signs))).toBe('done');
  // The same again changes nothing.
  expect(code(await report(signs))).toBe('done');
  expect(code(await report([['没有', 'log-in', '2025-06-01T09:00:00+08:00']]))).toBe('signs-unknown');
  expect(code(await report([[old!.number, 'log-in', '2027-06-01T09:00:00+08:00']]))).toBe('sign-not-yet');
  expect(await numbers('assets.idle')).toEqual([old!.number]);
  expect(await numbers('assets.not-seen-since')).toEqual([old!.number, unwatched!.number]);

  expect(code(await clerk.run('assets.mark-idle', { card: fresh!.id }))).toBe('in-use-after-all');
  expect(code(await clerk.run('assets.answer-idle', { card: old!.id, why: '备用机，每月开一次' }))).toBe('done');
  expect(await numbers('assets.idle')).toEqual([]);
  expect(code(await clerk.run('assets.mark-idle', { card: old!.id }))).toBe('in-use-after-all');
  expect(code(await clerk.run('assets.mark-idle', { card: unwatched!.id }))).toBe('done');
  expect(code(await clerk.run('assets.mark-idle', { card: unwatched!.id }))).toBe('not-to-be-idle');
  const other = at.as('石会计');
  expect(code(await other.run('assets.answer-idle', { card: old!.id, why: '外' }))).not.toBe('done');
});
