import { isRefusal } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, code } from '../testing/given.ts';
import { certificateReminder, disputeReminder } from './remind-titles.ts';

let at: House;
let clerk: Person;
beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.with([{ role: 'space-clerk', unit: at.ids.city, below: true }], { unit: at.ids.bureau });
});
afterAll(() => at?.close());

const due = (which: typeof disputeReminder) =>
  reading(at.kernel, { actor: clerk.actor, who: ['space-clerk'], room: 'space' }, (tx, context) =>
    which.due(tx, context),
  );
const rows = async (list: string, building: string) =>
  ((await clerk.list(list, { 'f.building_id': building })) as never as { rows: Record<string, unknown>[] }).rows;

test('title, allotment and use stand beside each other with their days; a title without a certificate is reminded of', async () => {
  const building = await aBuilding(clerk, at.ids.bureau);
  const record = (more: object = {}) =>
    clerk.run('space.record-right', { building, kind: 'title', holder: '市机关事务局', from: '2018-01-01', ...more });
  expect(code(await record({ from: '2027-01-01' }))).toBe('time-not-yet');
  expect(code(await record())).toBe('done');
  expect(code(await record())).toBe('right-stands-already');
  expect(code(await record({ kind: 'use', holder: '市财政局', from: '2020-05-01', paper: '使用凭证' }))).toBe('done');
  expect(await due(certificateReminder)).toHaveLength(1);
  const [use, title] = await rows('space.rights', building);
  expect([use, title]).toMatchObject([
    { kind: 'use', lacks_certificate: false, may: ['space.end-right'] },
    { kind: 'title', lacks_certificate: true, state: 'standing' },
  ]);
  const end = (version: number, day = '2026-03-01') =>
    clerk.run('space.end-right', { right: title!['id'], version, day, paper: '换证' });
  expect(code(await end(2))).toBe('stale-version');
  expect(code(await end(1, '2027-01-01'))).toBe('time-not-yet');
  expect(code(await end(1, '2017-01-01'))).toBe('day-before-right');
  expect(code(await end(1))).toBe('done');
  expect(code(await end(2))).toBe('right-ended');
  expect(code(await record({ certificate: '不动产权第0001号', from: '2026-03-01' }))).toBe('done');
  expect(await due(certificateReminder)).toEqual([]);
});

test('a dispute is reminded of until it is settled; a stranger has no part in it', async () => {
  const building = await aBuilding(clerk, at.ids.bureau);
  const open = (day: string, by: Person = clerk) =>
    by.run('space.open-dispute', { building, day, against: '某公司', about: '地界' });
  const stranger = at.with([{ role: 'space-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(isRefusal(await open('2026-01-01', stranger))).toBe(true);
  expect(code(await open('2027-01-01'))).toBe('time-not-yet');
  expect(code(await open('2026-01-01'))).toBe('done');
  expect(await due(disputeReminder)).toHaveLength(1);
  const [dispute] = await rows('space.disputes', building);
  const settle = (version: number, day = '2026-03-01') =>
    clerk.run('space.settle-dispute', { dispute: dispute!['id'], version, day, outcome: '以证为准' });
  expect(code(await settle(3))).toBe('stale-version');
  expect(code(await settle(1, '2027-01-01'))).toBe('time-not-yet');
  expect(code(await settle(1, '2025-01-01'))).toBe('day-before-right');
  expect(code(await settle(1))).toBe('done');
  expect(code(await settle(2))).toBe('dispute-settled');
  expect(await due(disputeReminder)).toEqual([]);
});
