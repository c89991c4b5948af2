import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import type { DayPlanAnswer } from './answers.ts';

let at: House;
let superuser: Pool;
let now = new Date('2026-03-05T09:00:00+08:00');
const cars: string[] = [];
const drivers: string[] = [];

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const rows = async (text: string, values: unknown[] = []) =>
  (await superuser.query(text, values)).rows as Record<string, unknown>[];

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  superuser = new Pool({ connectionString: at.urls.superuser, max: 2 });
  const clerk = at.as('郑科长');
  for (const [plate, seats] of [
    ['青A·50001', 5],
    ['青A·50002', 5],
    ['青A·50003', 8],
  ] as const) {
    const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats };
    const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate, odometerKm: 20_000, ...described };
    cars.push((await clerk.does('vehicles.register-vehicle', input)).facts[0]!.object.id);
  }
  for (const name of ['孙师傅', '林芳'] as const) {
    const { person } = at.ids.persons[name];
    const input = { unit: at.ids.bureauFleet, person, licence: 'A1', licenceValidTo: '2031-06-30' };
    drivers.push((await clerk.does('vehicles.register-driver', input)).facts[0]!.object.id);
  }
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

const approved = async (day: string, from: string, to: string, more: object = {}) => {
  const plan = {
    purpose: '预算执行调研',
    use: 'general-affairs',
    from: '行政中心',
    to: '石桥县',
    startsAt: `${day}T${from}:00+08:00`,
    endsAt: `${day}T${to}:00+08:00`,
    people: 2,
    distanceKm: 86,
    crossCity: false,
    ...more,
  };
  const { trip } = (await at.as('周敏').does('vehicles.request-trip', plan)).result as { trip: string };
  await at.as('何涛').does('vehicles.approve-trip', { trip });
  return trip;
};
const dispatch = (trip: string, more: object = {}) =>
  at.as('吴调度').run('vehicles.dispatch-trip', { trip, vehicle: cars[0], driver: drivers[0], ...more });

describe('同车', () => {
  test('two trips share one booking; they leave and come back together, and the kilometres are counted once', async () => {
    now = new Date('2026-03-05T09:00:00+08:00');
    const first = await approved('2026-03-06', '08:00', '12:00');
    const second = await approved('2026-03-06', '08:15', '12:15');
    expect(code(await dispatch(first))).toBe('done');
    expect(code(await dispatch(second))).toBe('vehicle-already-booked');
    expect(code(await dispatch(second, { with: first }))).toBe('done');
    expect(
      await rows('select starts_at, ends_at, riders from vehicles.booking where trip_id = $1 and thing_id = $2', [
        first,
        cars[0],
      ]),
    ).toEqual([
      {
        starts_at: new Date('2026-03-06T08:00:00+08:00'),
        ends_at: new Date('2026-03-06T12:15:00+08:00'),
        riders: [second],
      },
    ]);

    now = new Date('2026-03-06T08:05:00+08:00');
    const sun = at.as('孙师傅');
    await sun.does('vehicles.depart-trip', { trip: second, odometerKm: 20_000 });
    now = new Date('2026-03-06T11:50:00+08:00');
    await sun.does('vehicles.return-trip', { trip: second, odometerKm: 20_090 });
    expect(
      await rows(
        'select state, driven_km, odometer_in_km, rides_with from vehicles.trip where id = any ($1) order by number',
        [[first, second]],
      ),
    ).toEqual([
      { state: 'returned', driven_km: 0, odometer_in_km: 20_090, rides_with: second },
      { state: 'returned', driven_km: 90, odometer_in_km: 20_090, rides_with: null },
    ]);
    expect(
      await rows("select count(*)::int as count from vehicles.odometer where vehicle_id = $1 and source = 'returned'", [
        cars[0],
      ]),
    ).toEqual([{ count: 1 }]);
    expect((await rows('select out_on from vehicles.vehicle where id = $1', [cars[0]]))[0]).toEqual({ out_on: null });
  });

  test('who gives up the first trip leaves the vehicle to the others, and no gap for a third', async () => {
    now = new Date('2026-03-05T09:00:00+08:00');
    const first = await approved('2026-03-09', '08:00', '12:00');
    const second = await approved('2026-03-09', '08:00', '12:00');
    await dispatch(first);
    await dispatch(second, { with: first });
    await at.as('周敏').does('vehicles.cancel-trip', { trip: first, why: '改期' });
    const third = await approved('2026-03-09', '09:00', '10:00');
    expect(code(await dispatch(third))).toBe('vehicle-already-booked');
    await at.as('周敏').does('vehicles.cancel-trip', { trip: second, why: '改期' });
    expect(code(await dispatch(third))).toBe('done');
  });

  test('not with another place, another hour, papers, too many people, or a ride that is no more', async () => {
    now = new Date('2026-03-05T09:00:00+08:00');
    const first = await approved('2026-03-10', '08:00', '12:00');
    await dispatch(first);
    const joined = async (from: string, to: string, more: object = {}) =>
      code(await dispatch(await approved('2026-03-10', from, to, more), { with: first }));
    expect(await joined('08:00', '12:00', { to: '云河县' })).toBe('not-one-way');
    expect(await joined('09:00', '12:00')).toBe('too-far-apart');
    expect(await joined('08:00', '12:00', { use: 'confidential-courier' })).toBe('may-not-share');
    expect(await joined('08:00', '12:00', { people: 3 })).toBe('too-few-seats');
    const other = await approved('2026-03-10', '08:00', '12:00');
    expect(code(await dispatch(other, { with: first, driver: drivers[1] }))).toBe('not-one-ride');
    await at.as('吴调度').does('vehicles.cancel-trip', { trip: first, why: '取消' });
    expect(code(await dispatch(other, { with: first }))).toBe('not-one-ride');
  });

  test('SEC-BI-04 two dispatchers join one ride at once: seats are counted for both', async () => {
    now = new Date('2026-03-05T09:00:00+08:00');
    const first = await approved('2026-03-11', '08:00', '12:00');
    await dispatch(first);
    const two = await Promise.all([approved('2026-03-11', '08:00', '12:00'), approved('2026-03-11', '08:00', '12:00')]);
    const answers = await Promise.all(two.map((trip) => dispatch(trip, { with: first })));
    expect(answers.map(code).toSorted()).toEqual(['done', 'too-few-seats']);
  });
});

describe('全天方案', () => {
  test('what waits on a day is proposed whole; taken line by line through dispatch-trip, nothing is booked twice', async () => {
    now = new Date('2026-03-05T09:00:00+08:00');
    const day = '2026-03-12';
    const [a, b, c] = [
      await approved(day, '08:00', '11:00'),
      await approved(day, '08:10', '11:10'),
      await approved(day, '13:00', '15:00', { to: '云河县', people: 4 }),
    ];
    const plan = (await at.as('吴调度').read('vehicles.day-plan', { day })) as DayPlanAnswer;
    expect(plan).toMatchObject({ vehiclesUsed: 1, savedKm: 86, gap: 0, cutShort: false, unassigned: [] });
    expect(plan.lines.map(({ trips }) => trips.map(({ trip }) => trip).toSorted())).toEqual([[a, b].toSorted(), [c]]);
    for (const { trips, vehicle, driver } of plan.lines)
      for (const [i, { trip }] of trips.entries())
        expect(code(await dispatch(trip, { vehicle, driver, ...(i > 0 ? { with: trips[0]!.trip } : {}) }))).toBe(
          'done',
        );
    expect(await at.as('吴调度').read('vehicles.day-plan', { day })).toMatchObject({ lines: [], unassigned: [] });
  });

  test('on a holiday the vehicles are sealed and the proposal says so; it is for dispatchers, each in their scope', async () => {
    now = new Date('2026-03-05T09:00:00+08:00');
    await approved('2026-05-01', '08:00', '11:00');
    const plan = (await at.as('吴调度').read('vehicles.day-plan', { day: '2026-05-01' })) as DayPlanAnswer;
    expect(plan.unassigned.map(({ why }) => why.zh)).toEqual(['服务该单位的 3 辆车当日均不能出车：节假日封存']);
    expect(code(await at.as('周敏').read('vehicles.day-plan', { day: '2026-05-01' }))).toBe('not-your-right');
    const county = at.with([{ role: 'dispatcher', unit: at.ids.county, below: true }]);
    expect(await county.read('vehicles.day-plan', { day: '2026-05-01' })).toMatchObject({ lines: [], unassigned: [] });
  });
});
