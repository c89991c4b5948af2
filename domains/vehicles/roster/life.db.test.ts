import { isRefusal } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from '../domain.ts';

let at: House;
let now = new Date('2026-03-01T09:00:00+08:00');
let car: string;
let driver: string;
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const described = { make: '红旗', model: 'H5', body: 'sedan', power: 'petrol', seats: 5 };

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  car = await register('青A·70001', { category: 'emergency-support' });
  const { person } = at.ids.persons['孙师傅'];
  const input = { unit: at.ids.bureauFleet, person, licence: 'A1', licenceValidTo: '2031-06-30' };
  driver = (await at.as('郑科长').does('vehicles.register-driver', input)).facts[0]!.object.id;
  now = new Date('2026-03-05T09:00:00+08:00');
});
afterAll(() => at?.close());

const register = async (plate: string, more: object = {}) => {
  const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate, category: 'other', odometerKm: 20_000 };
  return (await at.as('郑科长').does('vehicles.register-vehicle', { ...input, ...described, ...more })).facts[0]!.object
    .id;
};

describe('编制与购置', () => {
  const want = (more: object = {}) =>
    at.as('郑科长').run('vehicles.propose-purchase', {
      unit: at.ids.bureauFleet,
      category: 'other',
      body: 'sedan',
      power: 'petrol',
      displacementL: 1.8,
      priceFen: 17_000_000,
      why: '业务增加',
      ...more,
    });

  test('a vehicle is bought against a free slot, approved by a leader, and enters the ledger by its purchase', async () => {
    const clerk = at.as('郑科长');
    expect(code(await want())).toBe('no-slot-left');
    const slots = { unit: at.ids.bureauFleet, category: 'other', slots: 1, paper: '临编〔2026〕1号' };
    await clerk.does('vehicles.set-slots', slots);
    expect(code(await want({ priceFen: 30_000_000 }))).toBe('over-standard');
    const proposed = await want();
    const { purchase } = (proposed as { result: { purchase: string } }).result;
    expect(code(await want())).toBe('no-slot-left');
    expect(code(await clerk.run('vehicles.approve-purchase', { purchase }))).toBe('not-your-right');
    const bought = { plate: '青A·70002', category: 'other', purchase, unit: at.ids.bureauFleet, ...described };
    expect(code(await clerk.run('vehicles.register-vehicle', bought))).toBe('purchase-not-approved');
    await at.as('冯局长').does('vehicles.approve-purchase', { purchase, opinion: '同意' });
    await clerk.does('vehicles.register-vehicle', bought);
    expect(await clerk.list('vehicles.purchases')).toMatchObject({
      rows: [{ state: 'registered', plate: '青A·70002' }],
    });
    expect(await clerk.list('vehicles.slots')).toMatchObject({ rows: [{ slots: 1, kept: 1, on_order: 0, over: 0 }] });
    // A petrol car alone is below the share of new-energy vehicles: told with it, and no obstacle.
    expect(await clerk.list('vehicles.purchases')).toMatchObject({ rows: [{ warning_count: 1 }] });
  });

  test('SEC-BI-04 two proposals for the last slot: one', async () => {
    const slots = { unit: at.ids.bureauFleet, category: 'law-enforcement', slots: 1, paper: '2号' };
    await at.as('郑科长').does('vehicles.set-slots', slots);
    const one = { category: 'law-enforcement', priceFen: 11_000_000, displacementL: 1.6 };
    const answers = await Promise.all([want(one), want(one)]);
    expect(answers.map(code).toSorted()).toEqual(['done', 'no-slot-left']);
    const { purchase } = (answers.find((each) => !isRefusal(each)) as { result: { purchase: string } }).result;
    await at.as('冯局长').does('vehicles.refuse-purchase', { purchase, opinion: '可缓' });
    expect(code(await at.as('冯局长').run('vehicles.approve-purchase', { purchase }))).toBe('not-now');
    expect(code(await want(one))).toBe('done');
  });

  test('in the place of another only when its years are over, or with a paper', async () => {
    const young = await register('青A·70003', { inServiceDay: '2022-05-01' });
    const old = await register('青A·70004', { inServiceDay: '2015-05-01' });
    expect(code(await want({ replaces: young }))).toBe('younger-than-renewal');
    expect(code(await want({ replaces: young, paper: '临更〔2026〕3号' }))).toBe('done');
    expect(code(await want({ replaces: old }))).toBe('done');
    expect(code(await want({ replaces: car }))).toBe('not-of-this-unit');
  });

  test('调拨 goes into a free slot of the other unit, and the vehicle serves there', async () => {
    const clerk = at.as('郑科长');
    const id = await register('青A·70005');
    const to = at.ids.financeOffice;
    await clerk.does('vehicles.set-slots', { unit: to, category: 'other', slots: 1, paper: '4号' });
    await clerk.does('vehicles.transfer-vehicle', { vehicle: id, version: 1, to, paper: '临调〔2026〕1号' });
    expect(await clerk.read('vehicles.vehicle', { id })).toMatchObject({
      unit: to,
      servesName: '临江市财政局',
      version: 2,
    });
    const next = await register('青A·70006');
    const transfer = { vehicle: next, to, paper: '5号' };
    expect(code(await clerk.run('vehicles.transfer-vehicle', { ...transfer, version: 1 }))).toBe('no-slot-left');
    expect(code(await clerk.run('vehicles.transfer-vehicle', { ...transfer, version: 7 }))).toBe('stale-version');
  });
});

describe('驾驶员', () => {
  const trip = async (day: string) => {
    const plan = {
      purpose: '调研',
      use: 'general-affairs',
      from: '临江',
      to: '石桥',
      startsAt: `${day}T08:00:00+08:00`,
      endsAt: `${day}T12:00:00+08:00`,
      people: 2,
      distanceKm: 60,
      crossCity: false,
    };
    const { result } = await at.as('周敏').does('vehicles.request-trip', plan);
    const { trip: id } = result as { trip: string };
    await at.as('何涛').does('vehicles.approve-trip', { trip: id });
    return id;
  };
  const dispatch = (id: string) => at.as('吴调度').run('vehicles.dispatch-trip', { trip: id, vehicle: car, driver });
  const leave = (day: string, more: object = {}) =>
    at.as('吴调度').run('vehicles.plan-duty', {
      driver,
      kind: 'leave',
      startsAt: `${day}T08:00:00+08:00`,
      endsAt: `${day}T18:00:00+08:00`,
      ...more,
    });

  test('who is away by the roster is not dispatched, and is not proposed; struck, the driver goes again', async () => {
    const id = await trip('2026-03-09');
    const planned = await leave('2026-03-09');
    expect(code(await dispatch(id))).toBe('driver-away');
    expect(await at.as('吴调度').read('vehicles.proposals', { trip: id })).toMatchObject({ proposals: [] });
    expect(await at.as('吴调度').read('vehicles.day-plan', { day: '2026-03-09' })).toMatchObject({ lines: [] });
    expect(code(await leave('2026-03-09'))).toBe('duty-overlaps');
    const duty = (planned as { facts: readonly { id: string }[] }).facts[0]!.id;
    await at.as('吴调度').does('vehicles.strike-duty', { duty });
    expect(code(await dispatch(id))).toBe('done');
    expect(code(await leave('2026-03-09'))).toBe('driver-is-booked');
    expect(code(await leave('2026-03-20', { endsAt: '2026-03-19T08:00:00+08:00' }))).toBe('trip-ends-before-it-begins');
  });

  test('violations and accidents stand with the driver, not ahead of time', async () => {
    const clerk = at.as('郑科长');
    const event = {
      driver,
      kind: 'violation',
      at: '2026-03-02T10:00:00+08:00',
      points: 3,
      what: '超速',
      place: '省道',
    };
    await clerk.does('vehicles.record-driver-event', event);
    expect(await clerk.list('vehicles.driver-events')).toMatchObject({ rows: [{ name: '孙师傅', points: 3 }] });
    const ahead = { ...event, at: '2026-03-09T10:00:00+08:00' };
    expect(code(await clerk.run('vehicles.record-driver-event', ahead))).toBe('time-not-yet');
  });
});

describe('保养与封存', () => {
  test('an item due by kilometres or by day is on the board and reminds once; done, the reminder is gone', async () => {
    const clerk = at.as('郑科长');
    const item = {
      vehicle: car,
      item: '更换机油',
      everyKm: 10_000,
      everyMonths: 6,
      lastKm: 9_000,
      lastDay: '2025-09-01',
    };
    const planned = await clerk.does('vehicles.plan-service', item);
    const { id } = planned.facts[0]!;
    expect(
      code(await clerk.run('vehicles.plan-service', { vehicle: car, item: '检查', lastKm: 0, lastDay: '2026-01-01' })),
    ).toBe('nothing-regular');
    expect(await clerk.list('vehicles.services')).toMatchObject({
      rows: [{ due_km: 19_000, km_left: -1_000, due_day: '2026-03-01' }],
    });
    const board = (await at.as('吴调度').read('vehicles.board', { day: '2026-03-05' })) as {
      rows: { vehicle: string; services: string[] }[];
    };
    expect(board.rows.find((row) => row.vehicle === car)?.services).toEqual(['更换机油']);
    const remind = () => runJob(at.kernel, 'kernel.remind', { signal: new AbortController().signal });
    await remind();
    await remind();
    expect(await clerk.list('kernel.my-tasks')).toMatchObject({
      rows: [{ summary: '青A·70001 更换机油，应于 2026-03-01 前，已超 1000 km' }],
    });
    await clerk.does('vehicles.record-service', { service: id, odometerKm: 20_000, day: '2026-03-04' });
    expect(await clerk.list('kernel.my-tasks')).toMatchObject({ rows: [{ state: 'done' }] });
    const told = async () => (await clerk.list('kernel.my-messages')) as unknown as { rows: { title: string }[] };
    expect((await told()).rows.map(({ title }) => title)).toEqual([
      expect.stringContaining('已逾期：车辆保养 青A·70001'),
    ]);
    // Seen to: the message goes by itself.
    await remind();
    expect((await told()).rows).toEqual([]);
    expect(await clerk.list('vehicles.services')).toMatchObject({ rows: [{ km_left: 10_000, due_day: '2026-09-04' }] });
  });

  test('封存登记簿: once for a time, with who holds the keys', async () => {
    const clerk = at.as('郑科长');
    const seal = { vehicle: car, holiday: '清明节', fromDay: '2026-04-04', toDay: '2026-04-06', keysWith: '门卫老李' };
    await clerk.does('vehicles.seal-vehicle', seal);
    expect(code(await clerk.run('vehicles.seal-vehicle', seal))).toBe('seal-exists');
    expect(await clerk.list('vehicles.seals')).toMatchObject({
      rows: [{ plate: '青A·70001', keys_with: '门卫老李', odometer_km: 20_000, trips: 0 }],
    });
  });

  test('使用率: of a vehicle known for few days nothing is said', async () => {
    const clerk = at.as('郑科长');
    const rate = await clerk.read('vehicles.use-rate', { from: '2026-02-01', to: '2026-03-05' });
    expect(rate).toMatchObject({ trips: 0, peak: 0, enough: 0, idleBelow: 0.2 });
    expect(
      (rate as { vehicles: { plate: string; idle: boolean }[] }).vehicles.find(({ plate }) => plate === '青A·70001'),
    ).toMatchObject({
      usedWorkdays: 0,
      since: '2026-03-01',
      status: 'insufficient_data',
      share: null,
      idle: false,
      suggestion: null,
    });
    const answer = await clerk.read('vehicles.use-rate', { from: '2026-03-06', to: '2026-03-05' });
    expect(code(answer)).not.toBe('done');
  });
});
