import pg from 'pg';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, aMeterAt, code, hour } from '../testing/given.ts';

let at: House;
let behind: pg.Client;
beforeAll(async () => {
  at = await house({ rooms: [energy] });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

const month = async (meter: string) =>
  (
    await behind.query(
      'select total::float8 as total, count, estimated from energy.month where meter_id = $1 order by month',
      [meter],
    )
  ).rows as { total: number; count: number; estimated: number }[];
const march = async (meter: string) =>
  (
    (await at.as('钱能耗').read('energy.completeness', { meter, year: '2024' })) as {
      meters: { months: { month: string; expected: number; received: number; estimated: number; share: number }[] }[];
    }
  ).meters[0]!.months[2]!;
const gapsOf = async (meter: string) =>
  (
    (await at.as('钱能耗').read('energy.gaps', { meter, year: '2024' })) as {
      gaps: { from: string; to: string; readings: number; estimated: number }[];
    }
  ).gaps;
const estimate = (meter: string, more: object = {}) =>
  at
    .as('钱能耗')
    .run('energy.estimate-gaps', { meter, from: '2024-03-01', toExclusive: '2024-04-01', why: '网关故障', ...more });

test('a gap is seen, estimated with its label, never counts as read, and gives way to what was really read', async () => {
  const clerk = at.as('钱能耗');
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01', multiplier: 10 });
  const all = Array.from({ length: 31 * 24 }, (_, n) => ({ at: hour(n), value: 5 + (n % 24) }));
  const missing = (n: number) => (n >= 100 && n < 103) || (n >= 300 && n < 340);
  await clerk.does('energy.receive-readings', { meters: [{ meter, readings: all.filter((_, n) => !missing(n)) }] });
  expect((await gapsOf(meter)).slice(-2)).toEqual([
    { from: hour(300), to: hour(340), readings: 40, estimated: 0 },
    { from: hour(100), to: hour(103), readings: 3, estimated: 0 },
  ]);
  const answer = await clerk.does('energy.estimate-gaps', {
    meter,
    from: '2024-03-01',
    toExclusive: '2024-04-01',
    why: '网关故障',
  });
  const { rows } = await behind.query('select body::text as body from kernel.fact where id = $1', [
    answer.facts[0]!.id,
  ]);
  expect(JSON.parse(rows[0].body)).toMatchObject({ readings: 43, between: 3, like: 40, left: 0 });
  expect(await march(meter)).toMatchObject({ expected: 744, received: 701, estimated: 43, share: 701 / 744 });
  expect((await month(meter))[0]).toMatchObject({ count: 744, estimated: 43 });
  expect((await gapsOf(meter)).slice(-2).map(({ estimated }) => estimated)).toEqual([40, 3]);
  // Nothing more to do, and estimates are not estimated from.
  expect(code(await estimate(meter))).toBe('no-gap');
  // What was really read comes late, in two parts and twice.
  const late = all.filter((_, n) => missing(n)).map((each) => ({ ...each, value: each.value + 1 }));
  await clerk.does('energy.receive-readings', { meters: [{ meter, readings: late.slice(0, 20) }] });
  expect(await march(meter)).toMatchObject({ received: 721, estimated: 23 });
  await clerk.does('energy.receive-readings', { meters: [{ meter, readings: late.slice(10) }] });
  await clerk.does('energy.receive-readings', { meters: [{ meter, readings: late.toReversed() }] });
  expect(await march(meter)).toMatchObject({ received: 744, estimated: 0, share: 1 });
  const truth = all.reduce((sum, { value }) => sum + value, 0) + 43;
  expect((await month(meter))[0]).toEqual({ total: truth * 10_000, count: 744, estimated: 0 });
});

test('what cannot be estimated is refused with its reason', async () => {
  const clerk = at.as('钱能耗');
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01' });
  expect(code(await estimate(meter))).toBe('too-little-around');
  expect(code(await estimate(meter, { toExclusive: '2024-03-01' }))).toBe('period-backwards');
  expect(code(await estimate(meter, { toExclusive: '2024-09-01' }))).toBe('period-too-long');
  const register = await aMeter(clerk, await aBuilding(clerk, at.ids.bureau), {
    reads: 'register',
    intervalMinutes: null,
  });
  expect(code(await estimate(register))).toBe('no-interval-meter');
  const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(
    code(await county.run('energy.estimate-gaps', { meter, from: '2024-03-01', toExclusive: '2024-03-02', why: 'x' })),
  ).toBe('not-found');
});

test('a reading kept apart is no gap: it waits for somebody’s decision', async () => {
  const clerk = at.as('钱能耗');
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01' });
  const readings = Array.from({ length: 31 * 24 }, (_, n) => ({ at: hour(n), value: n === 50 ? -1 : 5 }));
  await clerk.does('energy.receive-readings', { meters: [{ meter, readings }] });
  expect(code(await estimate(meter))).toBe('no-gap');
  expect((await gapsOf(meter)).filter(({ from }) => from < hour(31 * 24))).toEqual([]);
});

test('estimates are taken back: what they stood for is missing again, and what was read is not touched', async () => {
  const clerk = at.as('钱能耗');
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01' });
  const all = Array.from({ length: 31 * 24 }, (_, n) => ({ at: hour(n), value: 5 + (n % 24) }));
  await clerk.does('energy.receive-readings', {
    meters: [{ meter, readings: all.filter((_, n) => n < 100 || n >= 150) }],
  });
  const before = await month(meter);
  await estimate(meter);
  expect(await march(meter)).toMatchObject({ received: 694, estimated: 50 });
  const withdraw = (from: string, toExclusive: string) =>
    clerk.run('energy.withdraw-estimates', { meter, from, toExclusive, why: '估补有误' });
  expect(code(await withdraw('2024-03-20', '2024-03-25'))).toBe('no-estimate');
  expect(code(await withdraw('2024-03-20', '2024-03-20'))).toBe('period-backwards');
  expect(code(await withdraw('2024-01-01', '2024-12-31'))).toBe('period-too-long');
  // In part, then the rest.
  expect(code(await withdraw('2024-03-01', '2024-03-06'))).toBe('done');
  const left = (await march(meter)).estimated;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(50);
  expect(code(await withdraw('2024-03-01', '2024-04-01'))).toBe('done');
  expect(await march(meter)).toMatchObject({ received: 694, estimated: 0 });
  expect(await month(meter)).toEqual(before);
  expect(code(await withdraw('2024-03-01', '2024-04-01'))).toBe('no-estimate');
  expect(code(await estimate(meter))).toBe('done');
});
