import { isRefusal, jobActor } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom, code } from '../testing/given.ts';
import { followMergers, followMergersJob } from './follow-mergers.ts';
import { followSplits, waitingReminder } from './remind-waiting.ts';

let at: House;
let clerk: Person;
let system: Person;
beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.with([{ role: 'space-clerk', unit: at.ids.city, below: true }], { unit: at.ids.bureau });
  system = at.as('系统员');
});
afterAll(() => at?.close());

let count = 0;
const found = async () => {
  const { facts } = await system.does('kernel.found-unit', {
    name: `新设局${(count += 1)}`,
    kind: 'institution',
    level: 'city',
    parent: at.ids.city,
    from: '2020-01-01',
  });
  await at.kernel.registers.refresh();
  return facts[0]!.object.id;
};
const told = async (room: string, day?: string) =>
  (await clerk.read('space.room', { id: room, ...(day ? { day } : {}) })) as never as {
    unit: string;
    state: string;
    heldBy: { unit: string };
  };
const seated = async (room: string, day?: string) =>
  (
    (await clerk.read('space.room-people', { room, ...(day ? { day } : {}) })) as never as {
      people: { name: string }[];
    }
  ).people.length;
/** The unit’s own building with a room of its own and a room elsewhere, somebody in the latter. */
async function premises(unit: string) {
  const own = await aBuilding(clerk, unit, { name: '旧址' });
  const kept = await aRoom(clerk, own);
  const other = await aBuilding(clerk, at.ids.bureau);
  const allotted = await aRoom(clerk, other, { allot: { unit, from: '2024-01-01', paper: '通知' } });
  await clerk.does('space.seat-person', {
    room: allotted,
    person: at.ids.persons.周敏.person,
    from: '2024-02-01',
    asFound: true,
  });
  return { own, kept, allotted };
}
const due = () =>
  reading(at.kernel, { actor: clerk.actor, who: ['space-clerk'], room: 'space' }, (tx, context) =>
    waitingReminder.due(tx, context),
  );
const follow = (unit: string, to: string, rooms?: string[], by: Person = clerk) =>
  by.run('space.follow-succession', { unit, to, ...(rooms ? { rooms } : {}) });

test('after a merger rooms, seats and buildings are the heir’s from its day on, and days before stay true', async () => {
  const [unit, heir] = [await found(), await found()];
  const { own, kept, allotted } = await premises(unit);
  await aBuilding(clerk, heir, { name: '旧址' });
  expect(code(await follow(unit, heir))).toBe('no-succession');
  await system.does('kernel.merge-units', { units: [unit], into: heir, day: '2026-03-01', paper: '机构改革方案' });
  await at.kernel.registers.refresh();
  const waiting = (await clerk.list('space.waiting-rooms', { 'f.unit_id': unit })) as never as {
    rows: { id: string; may: string[] }[];
  };
  expect(waiting.rows).toHaveLength(2);
  expect(waiting.rows[0]!.may).toEqual(['space.follow-succession']);

  const job = at.with(
    [],
    jobActor('follow-mergers', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province),
  );
  const run = {
    reading: async () => [{ unit, to: heir }],
    verb: job.run,
    context: { today: '2026-03-05' },
    signal: new AbortController().signal,
  };
  await followMergersJob.run(run as never, {});
  expect(await told(allotted)).toMatchObject({ unit: heir, state: 'in-use', heldBy: { unit: heir } });
  expect(await told(allotted, '2026-02-28')).toMatchObject({ heldBy: { unit } });
  expect(await told(allotted, '2023-06-01')).toMatchObject({ heldBy: { unit: at.ids.bureau } });
  expect(await told(kept)).toMatchObject({ unit: heir, state: 'vacant' });
  expect(await told(kept, '2025-01-01')).toMatchObject({ heldBy: { unit } });
  expect([await seated(allotted), await seated(allotted, '2026-02-28'), await seated(allotted, '2024-01-15')]).toEqual([
    1, 1, 0,
  ]);
  expect(await clerk.read('space.building', { id: own })).toMatchObject({
    unit: heir,
    name: expect.stringMatching(/^旧址（原/) as string,
  });
  expect(code(await follow(unit, heir))).toBe('nothing-to-follow');
});

test('after a split rooms wait until somebody says whose each becomes', async () => {
  const [unit, left, right] = [await found(), await found(), await found()];
  const { kept, allotted } = await premises(unit);
  await system.does('kernel.split-unit', { unit, into: [left, right], day: '2026-03-01' });
  await at.kernel.registers.refresh();
  expect(await due()).toMatchObject([
    { object: { id: unit }, summary: expect.stringMatching(/分设为.*、.*，尚有 2 间房/) as string },
  ]);
  expect(code(await follow(unit, left))).toBe('choose-rooms');
  expect(code(await follow(unit, at.ids.finance, [kept]))).toBe('no-succession');
  expect(code(await follow(unit, left, [allotted]))).toBe('done');
  expect(await told(allotted)).toMatchObject({ unit: left });
  expect(await told(kept)).toMatchObject({ unit });
  expect(await due()).toHaveLength(1);
  expect(code(await follow(unit, right, [kept]))).toBe('done');
  expect(await due()).toEqual([]);
  expect(await told(kept, '2026-02-01')).toMatchObject({ heldBy: { unit } });
});

test('what a merger or a split asks of jobs is asked of jobs that there are', () => {
  for (const { queues } of [followMergers, followSplits])
    expect([...at.kernel.jobs.keys()]).toContain(queues!([], {} as never)!.job);
});

test('the right is needed at both', async () => {
  const [unit, heir] = [await found(), await found()];
  await premises(unit);
  await system.does('kernel.merge-units', { units: [unit], into: heir, day: '2026-03-01' });
  await at.kernel.registers.refresh();
  const stranger = at.with([{ role: 'space-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(isRefusal(await follow(unit, heir, undefined, stranger))).toBe(true);
});
