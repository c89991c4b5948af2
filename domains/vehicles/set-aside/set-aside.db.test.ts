import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import type { Position } from '../positions/contract.ts';
import { positionAt, trackedVehicle } from '../testing/tracked-fleet.ts';

let at: House;
let behind: pg.Pool;
const morning = '2026-03-05T09:00:00+08:00';
const day = '2026-03-05';
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => new Date(morning) });
  behind = new pg.Pool({ connectionString: at.urls.superuser });
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

const send = (number: string, positions: readonly Position[]) =>
  at.as('郑科长').does('vehicles.receive-positions', { terminals: [{ number, positions }] });
const decide = (vehicle: string, more: object = {}) =>
  at.as('郑科长').run('vehicles.decide-fixes', {
    vehicle,
    day,
    cause: 'imprecise',
    outcome: 'accepted',
    why: '高架下精度低，位置属实',
    ...more,
  });
const judged = async (vehicle: string) =>
  (await behind.query('select quality, step_dm from vehicles.position where vehicle_id = $1 order by at', [vehicle]))
    .rows;
const driven = async (vehicle: string) =>
  (await behind.query('select dm::int, points from vehicles.track_day where vehicle_id = $1', [vehicle])).rows[0];
const listed = async (vehicle: string) => {
  const answer = await at.as('郑科长').list('vehicles.set-aside', { 'f.vehicle_id': vehicle });
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.rows;
};

/** Ten minutes north and an imprecise fix off to the side in between. */
async function withOneAside() {
  const it = await trackedVehicle(at);
  await send(it.number, [
    positionAt(morning, -30, 0),
    positionAt(morning, -25, 4, { longitude: 118.8, accuracyM: 300 }),
    positionAt(morning, -20, 9),
    positionAt(morning, -10, 18),
  ]);
  return it;
}

test('a fix that is taken goes into the track where it lies, and the distance follows; decided once', async () => {
  const { vehicle } = await withOneAside();
  expect(await listed(vehicle)).toMatchObject([{ cause: 'imprecise', fixes: 1 }]);
  const before = await driven(vehicle);
  const answer = await decide(vehicle);
  expect(code(answer)).toBe('done');
  const after = await driven(vehicle);
  expect(after.points).toBe(before.points + 1);
  // Out to the side and back: more than straight on.
  expect(after.dm).toBeGreaterThan(before.dm + 3_000);
  const rows = await judged(vehicle);
  expect(rows.map(({ quality }) => quality)).toEqual([0, 0, 0, 0]);
  expect(rows.reduce((sum, row) => sum + row.step_dm, 0)).toBe(after.dm);
  const fact = await behind.query(
    `select body::jsonb as body from kernel.fact where type = 'vehicles.FixesDecided' and object_id = $1`,
    [vehicle],
  );
  expect(fact.rows[0].body).toMatchObject({
    outcome: 'accepted',
    fixes: 1,
    jumps: 0,
    metres: Math.round((after.dm - before.dm) / 10),
  });
  expect(await listed(vehicle)).toEqual([]);
  expect(code(await decide(vehicle))).toBe('nothing-set-aside');
});

test('what is not taken stays out for good, and the distance as it is', async () => {
  const { vehicle, number } = await withOneAside();
  const before = await driven(vehicle);
  expect(code(await decide(vehicle, { outcome: 'rejected' }))).toBe('done');
  expect(await driven(vehicle)).toEqual(before);
  expect((await judged(vehicle)).map(({ quality }) => quality)).toEqual([0, 6, 0, 0]);
  // A late fix between has it judged again, and it stays out.
  await send(number, [positionAt(morning, -27, 2)]);
  expect((await judged(vehicle)).map(({ quality }) => quality)).toEqual([0, 0, 6, 0, 0]);
});

test('a fix without a place or with a clock ahead cannot count; one that nobody could have driven to is taken and stays a jump', async () => {
  const { vehicle, number } = await trackedVehicle(at);
  await send(number, [
    positionAt(morning, -30, 0),
    positionAt(morning, -29, 0, { fix: false }),
    positionAt(morning, -28, 900, { accuracyM: 500 }),
    positionAt(morning, -27, 1),
  ]);
  expect(code(await decide(vehicle, { cause: 'no-fix' }))).toBe('cannot-count');
  expect(code(await decide(vehicle, { cause: 'no-fix', outcome: 'rejected' }))).toBe('done');
  const before = await driven(vehicle);
  expect(code(await decide(vehicle))).toBe('done');
  expect((await judged(vehicle)).map(({ quality }) => quality)).toEqual([0, 6, 3, 0]);
  expect(await driven(vehicle)).toEqual(before);
});

test('too late to count by itself, and taken after all: its own day has its distance', async () => {
  const { vehicle, number } = await trackedVehicle(at);
  await send(number, [positionAt(morning, -30, 0)]);
  const long = '2026-01-05T09:00:00+08:00';
  await send(number, [positionAt(long, 0, 0), positionAt(long, 5, 9)]);
  expect(await listed(vehicle)).toMatchObject([{ cause: 'late', fixes: 2 }]);
  expect(code(await decide(vehicle, { cause: 'late', day: '2026-01-05' }))).toBe('done');
  const { rows } = await behind.query(
    `select day::text, points from vehicles.track_day where vehicle_id = $1 and points > 0 order by day`,
    [vehicle],
  );
  expect(rows).toEqual([
    { day: '2026-01-05', points: 2 },
    { day: '2026-03-05', points: 1 },
  ]);
});

test('a clerk of elsewhere decides nothing', async () => {
  const { vehicle } = await withOneAside();
  const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
  expect(
    code(
      await county.run('vehicles.decide-fixes', { vehicle, day, cause: 'imprecise', outcome: 'rejected', why: '不详' }),
    ),
  ).toBe('not-found');
});
