import { isRefusal, newId } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { behind, premises, type Premises } from '../plans/testing/premises.ts';

let at: House;
let clerk: Person;
let here: Premises;
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const { finance } = at.ids;
  clerk = at.with([{ role: 'space-clerk', unit: finance, below: true }], { unit: finance, name: '房管员' });
  here = await premises(at, finance, [{ number: '101', areaM2: 20 }]);
});
afterAll(() => at?.close());

/** A photo as the upload point leaves it. */
const photo = () =>
  behind(at, async (client) => {
    const id = newId();
    await client.query(
      `insert into kernel.file (node_id, id, unit_id, person_id, point, name, media_type, bytes, sha256, scan, stored_at)
       values (1, $1, $2, $3, 'space.patrol-photo', '现场.jpg', 'image/jpeg', 10, repeat('a', 64), 'clean', now())`,
      [id, at.ids.financeOffice, at.as('周敏').actor.person],
    );
    return id;
  });
const planned = async () =>
  (
    await clerk.does('space.plan-patrol', {
      building: here.building,
      day: '2026-03-05',
      person: at.as('何涛').actor.person,
    })
  ).facts[0]!.object.id;
const report = (patrol: string, by: Person, more: object = {}) =>
  by.run('space.report-defect', { patrol, place: '101', kind: 'damage', what: '窗边渗水', ...more });
const rows = async (by: Person, list: string) =>
  ((await by.list(list, {})) as unknown as { rows: Record<string, unknown>[] }).rows;

test('from the round to the closed defect: found by who walks, assigned, put right with a photo, verified by somebody else', async () => {
  const walker = at.as('何涛');
  const fixer = at.as('周敏');
  const patrol = await planned();
  expect(code(await report(patrol, at.as('孙师傅')))).toMatch(/not-found|not-your-right/);
  const elsewhere = await premises(at, at.ids.finance, [{ number: '9', areaM2: 5 }]);
  // Whoever only walks sees no ledger of rooms, and says in words where it is.
  expect(code(await report(patrol, walker, { room: here.rooms['101'] }))).toBe('room-not-in-building');
  expect(code(await report(patrol, clerk, { room: elsewhere.rooms['9'] }))).toBe('room-not-in-building');
  expect(code(await report(patrol, walker))).toBe('done');
  const [found] = await rows(clerk, 'space.defects');
  const defect = found!['id'] as string;
  expect(found).toMatchObject({ place: '101', state: 'open', what: '窗边渗水' });
  const assign = (more: object = {}) =>
    clerk.run('space.assign-defect', { defect, version: 1, person: fixer.actor.person, due: '2026-03-10', ...more });
  expect(code(await assign({ due: '2026-03-04' }))).toBe('due-day-past');
  expect(code(await assign({ version: 7 }))).toBe('stale-version');
  expect(code(await assign())).toBe('done');
  const onTheDesk = async () =>
    JSON.stringify(await fixer.list('kernel.my-tasks', { 'f.box': 'waiting' })).includes(defect);
  expect(await onTheDesk()).toBe(true);
  // The case on that desk, for whoever it is assigned to and nobody else of the house.
  expect(await fixer.read('space.defect', { id: defect })).toMatchObject({
    place: '101',
    what: '窗边渗水',
    due: '2026-03-10',
    may: ['space.rectify-defect'],
  });
  expect(code(await at.as('孙师傅').read('space.defect', { id: defect }))).toBe('not-found');
  const rectify = (by: Person, version: number, photos: string[]) =>
    by.run('space.rectify-defect', { defect, version, said: '已补胶', photos });
  expect(code(await rectify(fixer, 2, []))).toBe('photo-needed');
  expect(code(await rectify(at.as('孙师傅'), 2, []))).toMatch(/not-found|not-your-right/);
  expect(code(await rectify(fixer, 2, [await photo()]))).toBe('done');
  expect(await onTheDesk()).toBe(false);
  const verify = (version: number, good: boolean, by = clerk) =>
    by.run('space.verify-defect', { defect, version, good, said: '仍有渗水' });
  const same = at.with([{ role: 'space-clerk', unit: at.ids.finance, below: true }], {
    unit: at.ids.finance,
    person: fixer.actor.person,
  });
  expect(code(await verify(3, true, same))).toBe('rectified-by-yourself');
  expect(code(await verify(3, false))).toBe('done');
  expect(await onTheDesk()).toBe(true);
  expect(code(await rectify(fixer, 4, [await photo()]))).toBe('done');
  expect(code(await verify(5, true))).toBe('done');
  expect((await rows(clerk, 'space.defects'))[0]).toMatchObject({ state: 'closed', photos: 2, closed_name: '房管员' });
  expect(code(await assign({ version: 6 }))).toBe('not-now');
  expect(code(await walker.run('space.finish-patrol', { patrol, version: 1 }))).toBe('done');
  expect(code(await report(patrol, walker))).toBe('not-now');
});

test('who walks sees their rounds, a stranger none; a round is cancelled by who planned it', async () => {
  const patrol = await planned();
  expect((await rows(at.as('何涛'), 'space.patrols')).map(({ id }) => id)).toContain(patrol);
  const stranger = at.with([{ role: 'space-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(await rows(stranger, 'space.patrols')).toEqual([]);
  const cancel = (by: Person, version = 1) => by.run('space.cancel-patrol', { patrol, version, why: '改期' });
  expect(code(await cancel(stranger))).toBe('not-found');
  expect(code(await cancel(at.as('何涛')))).toMatch(/not-found|not-your-right/);
  expect(code(await cancel(clerk, 3))).toBe('stale-version');
  expect(code(await cancel(clerk))).toBe('done');
  expect(code(await cancel(clerk))).toBe('not-now');
});
