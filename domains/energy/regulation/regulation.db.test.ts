import { isRefusal, jobActor } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';
import type { ControlPointAnswer, RegulationAnswer, SwitchAnswer, TrialAnswer } from './contract.ts';

let now = new Date('2024-07-01T20:00:00+08:00');
let at: House;
let behind: pg.Client;
let clerk: Person;
let head: Person;
let leader: Person;
let job: Person;
let device: Person;
let building: string;
let meter: string;
let count = 0;
/** Somebody of the cast without the rights of the post. */
const who = (name: '何涛' | '石会计') => {
  const { grants: _grants, ...actor } = at.as(name).actor;
  return actor;
};
const minutes = (n: number) => (now = new Date(now.getTime() + n * 60_000));
const longAgo = '2024-01-01T00:00:00Z';

beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  const { finance, province } = at.ids;
  clerk = at.as('钱能耗');
  leader = at.as('陈局');
  head = at.with([{ role: 'head', unit: finance, below: true }], who('何涛'));
  const everywhere = [{ role: 'job', unit: province, below: true }];
  job = at.with(everywhere, { ...jobActor('regulate', everywhere, province) });
  device = at.with([{ role: 'energy-clerk', unit: finance, below: true }], {
    kind: 'device',
    name: 'gw-r',
    person: null,
  });
  building = await aBuilding(clerk, finance);
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});
beforeEach(async () => {
  minutes(24 * 60 - 1);
  now = new Date(`${now.toISOString().slice(0, 10)}T12:00:00Z`);
  meter = await aMeter(clerk, building, { intervalMinutes: 15 });
});

const read15 = (minutesAgo = 15, more: object = {}) =>
  clerk.does('energy.receive-readings', {
    meters: [{ meter, readings: [{ at: quarter(minutesAgo), value: 5, ...more }] }],
  });
const quarter = (minutesAgo: number) =>
  new Date(Math.floor((now.getTime() - minutesAgo * 60_000) / 900_000) * 900_000).toISOString();
const described = () => ({
  building,
  name: `冷机${(count += 1)}`,
  device: 'gw-r',
  address: `AHU-${count}/cooling`,
  sets: 'cooling',
  least: 26,
  most: 32,
  step: 2,
  safe: 26,
  meter,
});
const made = async (by: Person, verb: string, input: object) => (await by.does(verb, input)).facts[0]!.object.id;
const aPoint = (more: object = {}) => made(clerk, 'energy.register-control-point', { ...described(), ...more });
const setBack = (points: string[], more: object = {}) => ({
  name: '下班回调',
  points,
  rules: [{ when: 'off-hours', value: 28 }],
  from: '2024-06-01',
  to: '2030-12-31',
  ...more,
});
const plan = async (id: string) =>
  (await clerk.read('energy.regulation-plan', { id })) as RegulationAnswer & { may: string[] };
const switchTo = async (running: boolean) => {
  const was = (await leader.read('energy.regulation-switch', { unit: at.ids.finance })) as SwitchAnswer;
  if (was.running !== running)
    await leader.does('energy.switch-regulation', { unit: at.ids.finance, running, document: '局务会' });
};
/** A plan that acts, on a fresh point. */
async function acting(more: object = {}, pointMore: object = {}) {
  await switchTo(true);
  const point = await aPoint(pointMore);
  const id = await made(clerk, 'energy.propose-regulation', setBack([point], more));
  minutes(3 * 24 * 60);
  await head.does('energy.approve-regulation', { plan: id, version: 1, opinion: '同意' });
  return { point, plan: id };
}
const round = (since = longAgo) => job.does('energy.regulate', { since });
const log = async (point: string) =>
  (
    await behind.query(
      `select id, kind, state, value::float8 as value, reason, tries from energy.regulation_entry where point_id = $1 and kind <> 'shadow' order by decided_at, id`,
      [point],
    )
  ).rows as { id: string; kind: string; state: string; value: number; reason: string; tries: number }[];
const told = async (point: string) => (await log(point)).map(({ kind, state, reason }) => [kind, state, reason]);
const handOver = async (point: string) => {
  const ids = (await log(point)).filter(({ state }) => state === 'to-send').map(({ id }) => id);
  await job.does('energy.note-sent', { ids });
  return ids.at(-1)!;
};
const answer = (command: string, outcome: string, value: number | null, by: Person = device) =>
  by.run('energy.answer-command', { command, device: 'gw-r', outcome, value });
const tasks = async (id: string) =>
  (await behind.query('select state, summary from kernel.task where object_id = $1 order by raised_at', [id])).rows as {
    state: string;
    summary: string;
  }[];

test('a point is held to its limits and to confirmed law; an exception names its paper', async () => {
  const point = (more: object) => clerk.run('energy.register-control-point', { ...described(), ...more });
  expect(code(await point({ safe: 33 }))).toBe('limits-crossed');
  const below = await point({ least: 24 });
  expect(below).toMatchObject({ code: 'limits-beyond-law', data: { allowed: '26' } });
  expect(code(await point({ sets: 'heating', least: 14, most: 22, safe: 18 }))).toBe('limits-beyond-law');
  expect(code(await point({ sets: 'heating', least: 14, most: 20, safe: 18 }))).toBe('done');
  expect(code(await point({ least: 24, exemptBy: '医院病房，空调温度通知第二条' }))).toBe('done');
  expect(code(await point({ sets: 'switch', least: 0, most: 2, step: 1, safe: 1 }))).toBe('switch-is-on-or-off');
  expect(code(await point({ sets: 'switch', least: 0, most: 1, step: 1, safe: 1 }))).toBe('done');
  expect(
    code(
      await point({
        meter: await aMeter(clerk, building, {
          reads: 'register',
          intervalMinutes: undefined,
          key: `K${count}`,
          firstRegister: 0,
        }),
      }),
    ),
  ).toBe('meter-not-of-intervals');
  const id = await aPoint({ address: 'AHU-same' });
  expect(code(await point({ address: 'AHU-same' }))).toBe('address-taken');
  const it = (await clerk.read('energy.control-point', { id })) as ControlPointAnswer;
  expect(it).toMatchObject({
    least: 26,
    fresh: false,
    readAt: null,
    heldUntil: null,
    plan: null,
    law: { outcome: 'ok', allowed: 26, confidence: 'confirmed' },
  });
  await read15();
  expect(((await clerk.read('energy.control-point', { id })) as ControlPointAnswer).fresh).toBe(true);
  expect(code(await clerk.run('energy.change-control-point', { point: id, version: 1, least: 25 }))).toBe(
    'limits-beyond-law',
  );
  expect(code(await clerk.run('energy.change-control-point', { point: id, version: 1, most: 30 }))).toBe('done');
  expect(code(await clerk.run('energy.change-control-point', { point: id, version: 1, most: 31 }))).toBe(
    'stale-version',
  );
});

test('a plan fits its points, runs beside first, and is approved by another person, with regulation switched on', async () => {
  await switchTo(false);
  const point = await aPoint();
  const propose = (more: object, points = [point]) => clerk.run('energy.propose-regulation', setBack(points, more));
  expect(code(await propose({ rules: [{ when: 'off-hours', value: 33 }] }))).toBe('value-outside-limits');
  expect(code(await propose({ rules: [{ when: 'hours', value: 28 }] }))).toBe('rule-incomplete');
  expect(code(await propose({ from: '2030-12-31', to: '2030-01-01' }))).toBe('period-backwards');
  expect(code(await propose({ from: '2020-01-01', to: '2020-12-31' }))).toBe('plan-is-over');
  const heating = await aPoint({ sets: 'heating', least: 14, most: 20, safe: 18 });
  expect(code(await propose({}, [point, heating]))).toBe('points-differ');
  const id = (await clerk.does('energy.propose-regulation', setBack([point]))).facts[0]!.object.id;
  const approve = (by: Person, version = 1) => by.run('energy.approve-regulation', { plan: id, version, opinion: '' });
  expect(code(await approve(clerk))).toBe('another-approves');
  expect(code(await approve(head))).toBe('regulation-off');
  await switchTo(true);
  expect(code(await approve(head))).toBe('shadow-too-short');
  minutes(3 * 24 * 60);
  // Limits that changed since are to be seen first.
  await clerk.does('energy.change-control-point', { point, version: 1, most: 31 });
  expect(code(await approve(head))).toBe('stale-version');
  expect(code(await approve(clerk, 2))).toBe('another-approves');
  expect(code(await approve(head, 2))).toBe('done');
  expect(await plan(id)).toMatchObject({ state: 'active', approvedName: '何涛', proposedName: '钱能耗' });
  expect(code(await clerk.run('energy.change-control-point', { point, version: 2, most: 32 }))).toBe('point-in-use');
  // Another plan cannot take the same point.
  const second = (await head.does('energy.propose-regulation', setBack([point]))).facts[0]!.object.id;
  minutes(3 * 24 * 60);
  expect(code(await clerk.run('energy.approve-regulation', { plan: second, version: 1 }))).toBe('point-held');
  // Changed, the first is to be approved anew, and not by whoever changed it.
  await head.does('energy.change-regulation', { plan: id, version: 3, rules: [{ when: 'off-hours', value: 30 }] });
  expect(await plan(id)).toMatchObject({ state: 'shadow', approvedName: null, proposedName: '何涛' });
  minutes(3 * 24 * 60);
  expect(code(await approve(head, 4))).toBe('another-approves');
  // The database alone keeps it so.
  await expect(
    behind.query(`update energy.regulation_plan set state = 'active', approved_by = proposed_by where id = $1`, [id]),
  ).rejects.toThrow(/check/);
});

test('a round sets, the device answers, what is held is renewed, and in the morning it goes back', async () => {
  const { point, plan: id } = await acting({ rules: [{ when: 'hours', fromHour: 20, toHour: 22, value: 28 }] });
  await round();
  expect(await told(point)).toEqual([['refused', 'noted', 'data-stale']]);
  await round();
  expect(await told(point)).toHaveLength(1);
  await read15();
  minutes(2);
  await round(now.toISOString());
  expect((await told(point)).at(-1)).toEqual(['refused', 'noted', 'data-before-start']);
  await round();
  expect((await told(point)).at(-1)).toEqual(['set', 'to-send', 'hours']);
  const first = await handOver(point);
  expect((await log(point)).at(-1)).toMatchObject({ state: 'sent', tries: 1, value: 28 });
  // Another device, and another's unit, answer for nothing.
  expect(
    code(await device.run('energy.answer-command', { command: first, device: 'gw-x', outcome: 'applied', value: 28 })),
  ).toBe('not-this-device');
  const stranger = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], {
    kind: 'device',
    name: 'gw-r',
    person: null,
  });
  expect(isRefusal(await answer(first, 'applied', 28, stranger))).toBe(true);
  expect(code(await answer(first, 'applied', 28))).toBe('done');
  expect(code(await answer(first, 'applied', 28))).toBe('done');
  const it = (await clerk.read('energy.control-point', { id: point })) as ControlPointAnswer;
  expect(it).toMatchObject({ value: 28, plan: { id, state: 'active' } });
  expect(it.heldUntil).not.toBeNull();
  await round();
  expect((await told(point)).at(-1)![0]).toBe('set');
  minutes(8);
  await round();
  expect((await told(point)).at(-1)).toEqual(['renew', 'to-send', 'hours']);
  await answer(await handOver(point), 'applied', 28);
  // 22:00: no rule holds any more.
  now = new Date(`${now.toISOString().slice(0, 10)}T14:00:00Z`);
  await read15();
  await round();
  // Nobody renewed it meanwhile, so it had gone back by itself.
  expect((await told(point)).at(-1)).toEqual(['lapsed', 'noted', 'time-over']);
  const facts = await behind.query(
    `select count(*)::int as n from kernel.fact where object_id = $1 and type = 'energy.CommandsDecided'`,
    [id],
  );
  expect(facts.rows[0].n).toBe((await log(point)).length);
  expect(await tasks(id)).toEqual([]);
});

test('stopped, changed, over, switched off: what is held goes back in the same act, once', async () => {
  const held = async () => {
    const it = await acting();
    await read15();
    await round();
    await answer(await handOver(it.point), 'applied', 28);
    return it;
  };
  const one = await held();
  await at.as('陈局').does('energy.stop-regulation', { plan: one.plan, why: '设备检修' });
  expect((await log(one.point)).at(-1)).toMatchObject({
    kind: 'return',
    state: 'to-send',
    value: 26,
    reason: 'plan-stopped',
  });
  await round();
  expect(await log(one.point)).toHaveLength(2);
  await answer(await handOver(one.point), 'applied', 26);
  expect((await log(one.point)).map(({ state }) => state)).toEqual(['returned', 'returned']);
  expect(code(await head.run('energy.stop-regulation', { plan: one.plan, why: '再停' }))).toBe('not-now');
  expect((await plan(one.plan)).may).not.toContain('energy.stop-regulation');

  const two = await held();
  await clerk.does('energy.change-regulation', { plan: two.plan, version: 2, name: '改名' });
  expect((await log(two.point)).at(-1)).toMatchObject({ kind: 'return', reason: 'plan-changed' });

  // Not yet gone out: it is taken back, and the device told to go back all the same.
  const three = await acting();
  await read15();
  await round();
  await switchTo(false);
  expect(await told(three.point)).toEqual([
    ['set', 'withdrawn', 'off-hours'],
    ['return', 'to-send', 'switched-off'],
  ]);
  await round();
  expect(await log(three.point)).toHaveLength(2);

  const four = await acting({ to: new Date(now.getTime() + 3 * 86_400_000).toISOString().slice(0, 10) });
  await read15();
  await round();
  await answer(await handOver(four.point), 'applied', 28);
  now = new Date(`${now.toISOString().slice(0, 10)}T15:55:00Z`);
  await read15();
  await round();
  await round();
  await behind.query(
    `update energy.regulation_entry set until = $2 where point_id = $1 and state in ('applied', 'to-send')`,
    [four.point, new Date(now.getTime() + 600_000)],
  );
  minutes(6);
  await round();
  expect((await plan(four.plan)).state).toBe('ended');
  expect((await log(four.point)).at(-1)).toMatchObject({ kind: 'return', reason: 'plan-over' });
});

test('a device that does not answer is told again so often, then somebody is told; one that declines too', async () => {
  const { point, plan: id } = await acting();
  await read15();
  await round();
  for (const tries of [1, 2, 3]) {
    await handOver(point);
    expect((await log(point)).at(-1)).toMatchObject({ state: 'sent', tries });
    minutes(1);
    await round();
  }
  expect((await log(point))[0]).toMatchObject({ kind: 'set', state: 'unanswered', tries: 3 });
  expect(await tasks(id)).toMatchObject([{ state: 'open', summary: expect.stringMatching(/无应答/) as string }]);
  // Whether it took it is not known: it is told to go back, and nothing new is begun.
  await round();
  expect((await told(point)).at(-1)).toEqual(['return', 'to-send', 'not-answered']);
  await answer(await handOver(point), 'returned', 26);
  expect(await tasks(id)).toMatchObject([{ state: 'withdrawn' }]);

  minutes(31);
  await read15();
  await round();
  expect((await told(point)).at(-1)![0]).toBe('set');
  await answer(await handOver(point), 'applied', 27);
  expect((await log(point)).at(-1)).toMatchObject({ state: 'declined' });
  expect((await tasks(id)).map(({ state }) => state)).toEqual(['withdrawn', 'open']);
  await clerk.does('energy.stop-regulation', { plan: id, why: '设备不执行' });
  expect((await tasks(id)).map(({ state }) => state)).toEqual(['withdrawn', 'done']);
});

test('beside: what would be commanded is noted when it changes, and nothing is sent; a trial says it of days gone by', async () => {
  await switchTo(true);
  const point = await aPoint();
  const id = await made(clerk, 'energy.propose-regulation', setBack([point]));
  await round();
  await read15(30);
  await round();
  await round();
  const rows = await behind.query(
    `select state, value::float8 as value, reason from energy.regulation_entry where point_id = $1 order by decided_at, id`,
    [point],
  );
  expect(rows.rows).toEqual([
    { state: 'noted', value: 28, reason: 'data-stale' },
    { state: 'noted', value: 28, reason: 'off-hours' },
  ]);
  const trial = (await clerk.read('energy.regulation-trial', { plan: id, days: '1' })) as TrialAnswer;
  expect(trial.points[0]).toMatchObject({ id: point, safe: 26, commands: 1, returns: 0 });
  expect(trial.points[0]!.refused).toEqual([{ reason: 'data-stale', times: 1 }]);
  expect(trial.points[0]!.values).toHaveLength(44 * 4);
  const lines = (await clerk.list('energy.regulation-log', { 'f.plan_id': id })) as unknown as { rows: unknown[] };
  expect(lines.rows).toHaveLength(2);
});

test('nobody of another unit sees, proposes, approves, stops or switches anything here', async () => {
  const { point, plan: id } = await acting();
  const { finance, county } = at.ids;
  const roles = ['energy-clerk', 'head', 'leader', 'system-admin', 'clerk'];
  const other = at.with(
    roles.map((role) => ({ role, unit: county, below: true })),
    who('石会计'),
  );
  for (const [name, query] of [
    ['energy.control-point', { id: point }],
    ['energy.regulation-plan', { id }],
    ['energy.regulation-trial', { plan: id, days: '1' }],
    ['energy.regulation-switch', { unit: finance }],
  ] as const)
    expect([name, isRefusal(await other.read(name, query))]).toEqual([name, true]);
  for (const [name, input] of [
    ['energy.register-control-point', described()],
    ['energy.change-control-point', { point, version: 1, most: 30 }],
    ['energy.propose-regulation', setBack([point])],
    ['energy.change-regulation', { plan: id, version: 2, name: 'x' }],
    ['energy.approve-regulation', { plan: id, version: 2 }],
    ['energy.stop-regulation', { plan: id, why: 'x' }],
    ['energy.switch-regulation', { unit: finance, running: false, document: 'x' }],
  ] as const)
    expect([name, isRefusal(await other.run(name, input))]).toEqual([name, true]);
  for (const name of ['energy.control-points', 'energy.regulation-plans', 'energy.regulation-log'])
    expect([name, ((await other.list(name)) as unknown as { rows: unknown[] }).rows]).toEqual([name, []]);
  expect((await plan(id)).state).toBe('active');
  expect(code(await leader.run('energy.switch-regulation', { unit: finance, running: true, document: 'x' }))).toBe(
    'regulation-as-before',
  );
});
