import { newId } from '@opengoa/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meets, type PlanDriver, type PlanQuestion, type PlanRequest, type PlanVehicle } from './day-plan.ts';
import { planDay } from './plan-day.ts';
import { solve, solveProgram } from '@opengoa/kernel/solve';

const ours = newId();
const theirs = newId();
let count = 0;
const request = (from: number, to: number, more: Partial<PlanRequest> = {}): PlanRequest => ({
  id: newId(),
  number: `TR-${(count += 1)}`,
  unit: ours,
  people: 3,
  from: '机关大院',
  to: `去处${count}`,
  start: null,
  use: 'general-affairs',
  at: [from * 60, to * 60],
  distanceKm: 40,
  ...more,
});
const vehicle = (more: Partial<PlanVehicle> = {}): PlanVehicle => ({
  id: newId(),
  plate: `青A·${(count += 1)}`,
  model: '红旗 H5',
  unit: ours,
  serves: ours,
  seats: 4,
  category: 'other',
  body: 'sedan',
  odometerKm: 20_000,
  idle: null,
  taken: [],
  parking: null,
  stands: [],
  ...more,
});
const driver = (more: Partial<PlanDriver> = {}): PlanDriver => ({
  id: newId(),
  name: `师傅${(count += 1)}`,
  licence: 'A1',
  licenceUntil: 1e9,
  away: [],
  taken: [],
  ...more,
});
const question = (
  requests: PlanRequest[],
  vehicles: PlanVehicle[],
  drivers: PlanDriver[] = vehicles.map(() => driver()),
): PlanQuestion => ({
  requests,
  vehicles,
  drivers,
  rules: { pauseMinutes: 30, driverHours: 10, sharedApartMinutes: 30, roadOverLine: 1.3 },
  serves: (each, unit) => each.serves === unit || each.serves === 'all',
});
const plan = (...args: Parameters<typeof question>) => planDay(question(...args), solveProgram, 5);

describe('派车方案', () => {
  test('one vehicle does what one vehicle can: trips after each other take no second one, and the driver stays with it', async () => {
    const found = await plan([request(8, 10), request(11, 12), request(13, 15)], [vehicle(), vehicle(), vehicle()]);
    expect(found).toMatchObject({ vehiclesUsed: 1, unassigned: [], gap: 0, cutShort: false });
    expect(new Set(found.lines.map((line) => line.driver.name)).size).toBe(1);
    expect(found.lines[1]!.reasons.map(({ zh }) => zh)).toContain('接上一趟，不另出车');
  });

  test('between two trips of a vehicle lies the pause', async () => {
    expect(await plan([request(8, 10), request(10.25, 12)], [vehicle(), vehicle()])).toMatchObject({ vehiclesUsed: 2 });
    expect(await plan([request(8, 10), request(10.5, 12)], [vehicle(), vehicle()])).toMatchObject({ vehiclesUsed: 1 });
  });

  test('trips of two units to one place share a vehicle that serves both, and the line says what that saves', async () => {
    const to = '石桥县';
    const both = [request(8, 12, { to, people: 2 }), request(8.25, 12, { to, people: 2, unit: theirs })];
    const shared = await plan(both, [vehicle({ serves: 'all' }), vehicle({ serves: 'all' })]);
    expect(shared).toMatchObject({ vehiclesUsed: 1, savedKm: 40 });
    expect(shared.lines[0]!.reasons[0]!.zh).toMatch(/TR-\d+ 同去石桥县，同车少跑 40 km/);
    const each = await plan(both, [vehicle({ serves: ours }), vehicle({ serves: theirs })]);
    expect(each).toMatchObject({ vehiclesUsed: 2, savedKm: 0, unassigned: [] });
  });

  test('papers and emergencies share with nobody', async () => {
    const to = '石桥县';
    const two = [request(8, 12, { to, people: 1, use: 'confidential-courier' }), request(8, 12, { to, people: 1 })];
    expect(await plan(two, [vehicle(), vehicle()])).toMatchObject({ vehiclesUsed: 2, savedKm: 0 });
  });

  test('the category kept for the use goes before a smaller vehicle', async () => {
    const found = await plan(
      [request(8, 10, { use: 'confidential-courier', people: 1 })],
      [vehicle({ seats: 2 }), vehicle({ seats: 4, category: 'confidential-courier', plate: '机要' })],
    );
    expect(found.lines[0]!.vehicle.plate).toBe('机要');
  });

  test('who is left has the reason in words', async () => {
    const why = async (...args: Parameters<typeof question>) =>
      (await plan(...args)).unassigned.map((left) => left.why.zh);
    expect(await why([request(8, 10, { unit: theirs })], [vehicle()])).toEqual(['没有服务该单位的车辆']);
    expect(await why([request(8, 10)], [vehicle({ idle: { zh: '封存', en: 'Sealed' } })])).toEqual([
      '服务该单位的 1 辆车当日均不能出车：封存',
    ]);
    expect(await why([request(8, 10, { people: 6 })], [vehicle()])).toEqual([
      '能出的车最多可乘 4 人，本次 6 人；可分两单申请',
    ]);
    expect(await why([request(8, 10)], [vehicle({ taken: [[540, 600]] })])).toEqual(['合适的 1 辆车该时段均已派出']);
    expect(await why([request(8, 10)], [vehicle()], [])).toEqual(['该时段没有可派的驾驶员（证件、排班或当日时长）']);
    expect(await why([request(8, 10)], [vehicle()], [driver({ licenceUntil: 500 })])).toHaveLength(1);
    expect((await why([request(8, 10), request(9, 11)], [vehicle()]))[0]).toMatch(
      /^合适的 1 辆车该时段给了 TR-\d+ 等申请/,
    );
  });

  test('empty kilometres go into the choice and into the reasons: the vehicle parked nearer goes, and the one that is nearer goes on', async () => {
    const place = (latitude: number) => ({ latitude, longitude: 117 });
    const near = vehicle({ plate: '近', parking: place(30.01), odometerKm: 90_000 });
    const far = vehicle({ plate: '远', parking: place(30.3), odometerKm: 10 });
    const found = await plan([request(8, 10, { start: place(30) })], [far, near]);
    expect(found.lines[0]!.vehicle.plate).toBe('近');
    // A hundredth of a degree of latitude is 1.112 km; by road 1.3 times as far.
    expect(found.lines[0]!.empty).toEqual({ beforeKm: 1, from: 'parking', afterKm: 1 });
    expect(found.lines[0]!.reasons.map(({ zh }) => zh)).toEqual(
      expect.arrayContaining(['自停放地空驶 1 km', '收车空驶 1 km']),
    );
    expect(found).toMatchObject({ emptyKm: 2, emptyUnknown: 0 });
    const two = [vehicle({ parking: place(30) }), vehicle({ parking: place(30) })];
    const [north, south] = [place(30.2), place(29.8)];
    const day = await plan(
      [
        request(8, 10, { start: north }),
        request(8, 10, { start: south }),
        request(11, 12, { start: north, to: '北一' }),
        request(11, 12, { start: south, to: '南一' }),
      ],
      two,
    );
    const after = day.lines.filter(({ at }) => at[0] === 660);
    expect(after.map(({ empty }) => empty)).toEqual([
      { beforeKm: 0, from: 'trip', afterKm: 29 },
      { beforeKm: 0, from: 'trip', afterKm: 29 },
    ]);
    expect(day.emptyKm).toBe(4 * 29);
  });

  test('a trip dispatched already is where a vehicle comes from', async () => {
    const [here, there] = [
      { latitude: 30, longitude: 117 },
      { latitude: 30.1, longitude: 117 },
    ];
    const out = vehicle({ parking: here, taken: [[480, 540]], stands: [{ at: [480, 540], start: there }] });
    const found = await plan([request(10, 11, { start: there })], [out]);
    expect(found.lines[0]!.empty).toEqual({ beforeKm: 0, from: 'trip', afterKm: 14 });
    const before = await plan(
      [request(10, 11, { start: there })],
      [{ ...out, taken: [[720, 780]], stands: [{ at: [720, 780], start: here }] }],
    );
    expect(before.lines[0]!.empty).toEqual({ beforeKm: 14, from: 'parking' });
  });

  test('without coordinates the empty kilometres are not known, which is never 0 and no advantage', async () => {
    const here = { latitude: 30, longitude: 117 };
    const unknown = await plan([request(8, 10, { from: '老干部局' })], [vehicle({ parking: here })]);
    expect(unknown.lines[0]!.empty).toEqual({ beforeKm: null, from: 'parking', afterKm: null });
    expect(unknown.lines[0]!.reasons.map(({ zh }) => zh)).toContain('空驶不详：“老干部局”没有坐标');
    expect(unknown).toMatchObject({ emptyKm: 0, emptyUnknown: 2 });
    const noYard = await plan([request(8, 10, { start: here })], [vehicle()]);
    expect(noYard.lines[0]!.reasons.map(({ zh }) => zh)).toContain('空驶不详：停放地没有坐标');
    const cars = [
      vehicle({ plate: '不详' }),
      vehicle({ plate: '已知', parking: { latitude: 30.2, longitude: 117 }, odometerKm: 1 }),
    ];
    expect((await plan([request(8, 10, { start: here })], cars)).lines[0]!.vehicle.plate).toBe('已知');
    const comes = await plan([request(8, 9), request(10, 11, { start: here })], [vehicle({ parking: here })]);
    expect(comes.lines[1]!.reasons.map(({ zh }) => zh)).toContain('来程空驶不详：上一趟的地点没有坐标');
  });

  test('a driver away, or with a full day, does not drive', async () => {
    const two = [request(8, 13), request(14, 20)];
    expect((await plan(two, [vehicle()], [driver()])).lines).toHaveLength(1);
    expect((await plan(two, [vehicle()], [driver(), driver()])).lines).toHaveLength(2);
    expect((await plan(two, [vehicle()], [driver({ away: [[0, 3000]] })])).lines).toHaveLength(0);
  });

  test('the thread gives the same answer, and a day without requests has an empty proposal', async () => {
    const asked = question([request(8, 10), request(9, 11)], [vehicle(), vehicle()]);
    const [here, there] = [await planDay(asked, solveProgram, 5), await planDay(asked, solve, 5)];
    expect(there.lines).toEqual(here.lines);
    expect(await planDay(question([], [vehicle()]), solve, 5)).toMatchObject({ lines: [], unassigned: [], gap: 0 });
  });

  test('without any time there is an answer as well: trip after trip, each in the cheapest way', async () => {
    const asked = question([request(8, 10), request(9, 11), request(12, 13)], [vehicle(), vehicle({ seats: 6 })]);
    const found = await planDay(
      asked,
      async (_program, start) => ({ values: [...start!], gap: null, bound: null, cutShort: true, infeasible: false }),
      0,
    );
    expect(found).toMatchObject({ vehiclesUsed: 2, unassigned: [], gap: null, cutShort: true });
  });

  test('whatever is asked: nobody twice, no vehicle and no driver in two places, seats enough, all accounted for', async () => {
    const hour = fc.integer({ min: 0, max: 40 }).map((quarter) => 8 + quarter / 4);
    const asked = fc.record({
      requests: fc.array(
        fc
          .tuple(hour, fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 3 }))
          .map(([from, quarters, people, to]) => request(from, from + quarters / 4, { people, to: `县${to}` })),
        { maxLength: 14 },
      ),
      vehicles: fc.array(
        fc
          .tuple(fc.constantFrom(4, 6), fc.boolean(), hour)
          .map(([seats, taken, from]) => vehicle({ seats, taken: taken ? [[from * 60, from * 60 + 90]] : [] })),
        { maxLength: 6 },
      ),
      drivers: fc.array(
        fc.constantFrom('A1' as const, 'C1' as const).map((licence) => driver({ licence })),
        {
          maxLength: 6,
        },
      ),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ requests, vehicles, drivers }) => {
        const { lines, unassigned, vehiclesUsed } = await plan(requests, vehicles, drivers);
        const all = [...lines.flatMap(({ trips }) => trips), ...unassigned.map((left) => left.request)];
        expect(all.map(({ id }) => id).toSorted()).toEqual(requests.map(({ id }) => id).toSorted());
        expect(vehiclesUsed).toBeLessThanOrEqual(vehicles.length);
        for (const line of lines) {
          const people = line.trips.reduce((sum, trip) => sum + trip.people, 0);
          expect(people).toBeLessThanOrEqual(line.vehicle.seats);
          expect(line.vehicle.taken.some((stretch) => meets(stretch, line.at, 30))).toBe(false);
          for (const other of lines) {
            if (other === line) continue;
            if (other.vehicle === line.vehicle) expect(meets(other.at, line.at, 30)).toBe(false);
            if (other.driver === line.driver) expect(meets(other.at, line.at)).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
