import { jobActor, sql } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { metersWhere } from '../meters/meter-store.ts';
import { aMeterAt, hour } from '../testing/given.ts';
import { hoursToldBefore } from '../weather/weather-before.ts';
import { temperaturesOf } from '../weather/weather-store.ts';
import { daysBefore } from './days-before.ts';
import { daysOf, hoursOf } from './hours-of.ts';

let at: House;
let clerk: Person;
let behind: pg.Client;
beforeAll(async () => {
  at = await house({ rooms: [energy] });
  clerk = at.as('钱能耗');
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

const march = ['2024-03-01', '2024-04-01'] as const;
const looking = <Answer>(work: Parameters<typeof reading<Answer>>[2]) =>
  reading(
    at.kernel,
    {
      actor: jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province),
      who: ['job'],
      room: 'energy',
    },
    work,
  );
/** Hours of March as they were known. */
const hoursAt = (meter: string, knownBefore: Date) =>
  looking(async (tx) =>
    hoursOf(await daysBefore(tx, await metersWhere(tx, sql`id = ${meter}`), march, knownBefore), ...march),
  );
const hoursNow = (meter: string) => looking(async (tx) => hoursOf(await daysOf(tx, [meter], ...march), ...march));
const send = (meter: string, first: number, count: number, value: number) =>
  clerk.does('energy.receive-readings', {
    meters: [{ meter, readings: Array.from({ length: count }, (_, n) => ({ at: hour(first + n), value })) }],
  });
/** A moment with nothing entered close to it. */
async function moment(): Promise<Date> {
  await new Promise((done) => setTimeout(done, 12));
  const now = new Date();
  await new Promise((done) => setTimeout(done, 12));
  return now;
}

test('an estimate counts from the day it was made, and once it gave way to what was read neither of them is told of the day before', async () => {
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01' });
  await send(meter, 0, 100, 5);
  await send(meter, 102, 642, 5);
  const before = await moment();
  await clerk.does('energy.estimate-gaps', { meter, from: '2024-03-01', toExclusive: '2024-04-01', why: '网关故障' });
  const estimated = await moment();
  expect((await hoursAt(meter, before)).slice(99, 103)).toEqual([5, null, null, 5]);
  expect((await hoursAt(meter, estimated)).slice(99, 103)).toEqual([5, 5, 5, 5]);
  await send(meter, 100, 1, 9);
  const read = await moment();
  expect((await hoursAt(meter, before)).slice(99, 103)).toEqual([5, null, null, 5]);
  expect((await hoursAt(meter, estimated)).slice(99, 103)).toEqual([5, null, 5, 5]);
  expect((await hoursAt(meter, read)).slice(99, 103)).toEqual([5, 9, 5, 5]);
  await clerk.does('energy.withdraw-estimates', {
    meter,
    from: '2024-03-01',
    toExclusive: '2024-04-01',
    why: '改由人工',
  });
  expect((await hoursAt(meter, estimated)).slice(99, 103)).toEqual([5, null, null, 5]);
});

test('a stretch counts until it is questioned, stands apart until somebody decides, and a reading sent again in doubt changes nothing', async () => {
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01' });
  const value = (n: number) => (n >= 100 && n < 140 ? 7 : 10 + ((n * 7919) % 97) / 10);
  const receive = (from: number, to: number, as = value) =>
    clerk.does('energy.receive-readings', {
      meters: [
        { meter, readings: Array.from({ length: to - from }, (_, n) => ({ at: hour(from + n), value: as(from + n) })) },
      ],
    });
  const moments: { at: Date; hours: (number | null)[] }[] = [];
  const remember = async () => {
    const now = await moment();
    moments.push({ at: now, hours: await hoursNow(meter) });
  };
  const doubt = async (rule: string) =>
    (await behind.query('select id from energy.doubt where meter_id = $1 and rule = $2', [meter, rule])).rows[0]
      .id as string;
  await receive(0, 400);
  await remember();
  // Below zero: one that is there already, and one that is not.
  await receive(399, 401, () => -1);
  await remember();
  await clerk.does('energy.question-readings', { meter, from: '2024-03-01', toExclusive: '2024-04-01' });
  await remember();
  await clerk.does('energy.correct-reading', { meter, at: hour(110), value: 8, why: '抄错' });
  await remember();
  await clerk.does('energy.decide-doubt', { doubt: await doubt('stuck'), outcome: 'counted', why: '设备确实恒定' });
  await remember();
  await clerk.does('energy.replace-meter', { meter, at: hour(50), multiplier: 3, why: '轮换' });
  await remember();
  await clerk.does('energy.correct-reading', { meter, at: hour(110), value: 9, why: '抄错' });
  await clerk.does('energy.correct-reading', { meter, at: hour(10), value: 1, why: '抄错' });
  await remember();
  await clerk.does('energy.decide-doubt', { doubt: await doubt('negative'), outcome: 'counted', why: '反送电' });
  await remember();
  const told = moments.map(({ hours }) => [10, 60, 99, 105, 110, 399, 400].map((n) => hours[n]));
  expect(told.map(([, , , stuck]) => stuck)).toEqual([7, 7, null, null, 7, 21, 21, 21]);
  expect(told.map(([, , , , corrected]) => corrected)).toEqual([7, 7, null, 8, 8, 24, 27, 27]);
  expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(7);
  for (const { at: then, hours } of moments) expect(await hoursAt(meter, then)).toEqual(hours);
});

test('a batch that kept no more than its stretch tells its readings until another that came later reaches into it', async () => {
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01' });
  await send(meter, 0, 10, 5);
  await behind.query('update energy.batch_meter set held = null where meter_id = $1', [meter]);
  const known = await moment();
  await behind.query('update energy.day set changed_at = now() where meter_id = $1', [meter]);
  expect((await hoursAt(meter, known)).slice(8, 12)).toEqual([5, 5, null, null]);
  await send(meter, 9, 2, 7);
  expect((await hoursAt(meter, known)).slice(8, 12)).toEqual([null, null, null, null]);
  expect((await hoursAt(meter, await moment())).slice(8, 12)).toEqual([5, 5, 7, null]);
});

test('an hour of quarters is known once all four are; an interval off the meter’s rhythm is not taken for one within it', async () => {
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01', intervalMinutes: 15 });
  const quarter = (n: number, value: number, minutes = 0) => ({
    at: new Date(Date.parse(hour(0)) + (15 * n + minutes) * 60_000).toISOString(),
    value,
  });
  const receive = (readings: readonly object[]) =>
    clerk.does('energy.receive-readings', { meters: [{ meter, readings }] });
  await receive([0, 1, 2, 3, 4, 5, 6].map((n) => quarter(n, 2)));
  const three = await moment();
  await receive([quarter(7, 2), quarter(1, 40, 7)]);
  expect((await hoursAt(meter, three)).slice(0, 3)).toEqual([8, null, null]);
  expect((await hoursAt(meter, await moment())).slice(0, 3)).toEqual([48, 8, null]);
});

test('a temperature is known from the batch that surely told it; told again it is the newer word', async () => {
  const told = (hours: readonly number[], temperatureC: number) =>
    clerk.does('energy.receive-weather', {
      station: '甲站',
      readings: hours.map((n) => ({ at: hour(n), temperatureC })),
    });
  const known = async (knownBefore: Date) =>
    looking(async (tx) =>
      (await temperaturesOf(tx, '甲站', ...march, await hoursToldBefore(tx, march[0], knownBefore))).slice(0, 7),
    );
  const none = await moment();
  await told([0, 1, 2], 4);
  await told([4, 6], 5);
  const first = await moment();
  expect(await known(none)).toEqual([null, null, null, null, null, null, null]);
  expect(await known(first)).toEqual([4, 4, 4, null, 5, null, 5]);
  await told([2, 3, 4, 5], 9);
  // Whether hour 4 was told before is no longer sure; hour 2 surely was, and its old value is gone.
  expect(await known(first)).toEqual([4, 4, 9, null, null, null, 5]);
  expect(await known(none)).toEqual([null, null, null, null, null, null, null]);
  expect(await known(await moment())).toEqual([4, 4, 9, 9, 9, 9, 5]);
});
