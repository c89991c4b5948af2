import { isRefusal } from '@opengoa/kernel';
import { house, type CastName, type House } from '@opengoa/kernel/testing';
import { runJob } from '@opengoa/kernel/host';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from '../../domains/vehicles/domain.ts';

let at: House;
let now = new Date('2026-03-05T09:00:00+08:00');
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const idOf = (name: CastName) => at.ids.persons[name].person;
const leave = (who: CastName, person: CastName, from: string, to: string) =>
  at.as(who).run('kernel.name-stand-in', { forPerson: idOf(who), person: idOf(person), from, to, reason: '年休假' });
const mine = async (name: CastName) =>
  (
    (await at.as(name).list('kernel.my-stand-ins')) as unknown as {
      rows: { id: string; side: string; may: string[] }[];
    }
  ).rows;
const ask = async (name: CastName, day: string, more: object = {}) => {
  const plan = {
    purpose: '预算执行调研',
    use: 'general-affairs',
    from: '临江市财政局',
    to: '石桥县',
    startsAt: `${day}T08:00:00+08:00`,
    endsAt: `${day}T17:30:00+08:00`,
    people: 4,
    distanceKm: 86,
    crossCity: false,
    ...more,
  };
  return ((await at.as(name).does('vehicles.request-trip', plan)).result as { trip: string }).trip;
};

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
});
afterAll(() => at?.close());

describe('请假与代理', () => {
  test('who is away as well stands in for nobody, not even for a day of it', async () => {
    expect(code(await leave('何涛', '陈局', '2026-03-05', '2026-03-20'))).toBe('done');
    // 何涛 is away: 周敏 cannot hand work to him, nor can two stand in for each other.
    expect(code(await leave('周敏', '何涛', '2026-03-19', '2026-03-25'))).toBe('stand-in-away');
    expect(code(await leave('陈局', '何涛', '2026-03-01', '2026-03-06'))).toBe('stand-in-away');
    expect(code(await leave('周敏', '何涛', '2026-03-20', '2026-03-25'))).toBe('done');
  });

  test('the stand-in acts in the other’s post, and both names are told; never on their own request', async () => {
    await at.kernel.registers.refresh();
    const trip = await ask('周敏', '2026-03-12');
    const chen = at.as('陈局', { standInFor: idOf('何涛'), grants: at.as('何涛').actor.grants });
    await chen.does('vehicles.approve-trip', { trip, opinion: '同意' });
    const told = (await at.as('周敏').read('kernel.timeline', { object: trip })) as {
      entries: { who: string | null; standInFor: string | null; type: string }[];
    };
    expect(told.entries.filter(({ type }) => type === 'kernel.CaseMoved')).toMatchObject([
      { who: '陈局', standInFor: '何涛' },
    ]);
    const own = await ask('陈局', '2026-03-13');
    expect(code(await chen.run('vehicles.approve-trip', { trip: own, opinion: '同意' }))).not.toBe('done');
  });

  test('it is ended by who is away, at once; not by who stands in', async () => {
    expect(code(await leave('沈风控', '钱能耗', '2099-01-01', '2099-02-01'))).toBe('done');
    const [ahead] = await mine('沈风控');
    expect(ahead).toMatchObject({ side: 'mine', may: ['kernel.end-stand-in'] });
    expect((await mine('钱能耗'))[0]).toMatchObject({ id: ahead!.id, side: 'for', may: [] });
    expect(code(await at.as('钱能耗').run('kernel.end-stand-in', { standIn: ahead!.id }))).toBe('not-found');
    // Given back before it began.
    await at.as('沈风控').does('kernel.end-stand-in', { standIn: ahead!.id });
    const [row] = (await mine('何涛')).filter(({ side }) => side === 'mine');
    expect(code(await at.as('陈局').run('kernel.end-stand-in', { standIn: row!.id }))).toBe('not-found');
    await at.as('何涛').does('kernel.end-stand-in', { standIn: row!.id });
    expect(code(await at.as('何涛').run('kernel.end-stand-in', { standIn: row!.id }))).toBe('stand-in-over');
    await at.kernel.registers.refresh();
    expect(at.kernel.registers.organisation('').standInsFor(idOf('何涛'))).toEqual([]);
  });
});

describe('overdue as a state', () => {
  const told = async (name: CastName) =>
    ((await at.as(name).list('kernel.my-messages')) as unknown as { rows: { title: string }[] }).rows
      .map(({ title }) => title)
      .filter((title) => title.includes('车辆返回') || title.includes('驾驶证'));
  const remind = () => runJob(at.kernel, 'kernel.remind', { signal: new AbortController().signal });

  test('a vehicle that is out too long: both sides are told before and after, and it clears itself with the return', async () => {
    const clerk = at.as('郑科长');
    const vehicle = {
      unit: at.ids.bureauFleet,
      serves: at.ids.city,
      plate: '青A·50001',
      make: '红旗',
      model: 'H5',
      category: 'other',
      body: 'sedan',
      power: 'petrol',
      odometerKm: 20_000,
      seats: 5,
    };
    const car = (await clerk.does('vehicles.register-vehicle', vehicle)).facts[0]!.object.id;
    const sun = { unit: at.ids.bureauFleet, person: idOf('孙师傅'), licence: 'A1', licenceValidTo: '2026-04-20' };
    const driver = (await clerk.does('vehicles.register-driver', sun)).facts[0]!.object.id;
    const trip = await ask('周敏', '2026-03-10');
    await at.as('何涛').does('vehicles.approve-trip', { trip, opinion: '同意' });
    await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle: car, driver });
    now = new Date('2026-03-10T08:00:00+08:00');
    await at.as('孙师傅').does('vehicles.depart-trip', { trip, odometerKm: 20_000 });
    await remind();
    expect(await told('周敏')).toEqual([]);
    now = new Date('2026-03-10T17:10:00+08:00');
    await remind();
    await remind();
    for (const name of ['孙师傅', '周敏', '吴调度'] as const)
      expect((await told(name)).filter((title) => title.includes('返回'))).toEqual([
        expect.stringContaining('即将到期'),
      ]);
    now = new Date('2026-03-10T18:00:00+08:00');
    await remind();
    await remind();
    // What was said before makes room for what is true now.
    for (const name of ['孙师傅', '周敏', '吴调度'] as const)
      expect((await told(name)).filter((title) => title.includes('返回'))).toEqual([expect.stringContaining('已逾期')]);
    await at.as('孙师傅').does('vehicles.return-trip', { trip, odometerKm: 20_090 });
    await remind();
    for (const name of ['孙师傅', '周敏', '吴调度'] as const)
      expect((await told(name)).filter((title) => title.includes('返回'))).toEqual([]);
  });

  test('a licence that ends is a task of the fleet clerk; it ends by itself when the new date is entered', async () => {
    type Task = { kind: string; object_id: string; state: string };
    const tasks = async () =>
      ((await at.as('郑科长').list('kernel.my-tasks')) as unknown as { rows: Task[] }).rows.filter(
        ({ kind }) => kind === 'vehicles.licence',
      );
    const [task, ...more] = await tasks();
    expect([task?.state, more.length]).toEqual(['open', 0]);
    expect(await told('孙师傅')).toEqual([expect.stringContaining('即将到期：驾驶证')]);
    await at
      .as('郑科长')
      .does('vehicles.change-driver', { driver: task!.object_id, version: 1, licenceValidTo: '2032-04-20' });
    await remind();
    expect((await tasks()).map(({ state }) => state)).toEqual(['done']);
    expect(await told('孙师傅')).toEqual([]);
  });
});
