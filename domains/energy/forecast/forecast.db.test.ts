import { runJob } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, aMeterAt, code } from '../testing/given.ts';
import type { DayAheadAnswer } from './contract.ts';

let at: House;
let now = new Date('2024-06-05T19:00:00+08:00');
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => now });
});
afterAll(() => at?.close());

const clerk = () => at.as('钱能耗');
const hoursFrom = (day: string, days: number) =>
  Array.from({ length: days * 24 }, (_, n) => {
    const begins = Date.parse(`${day}T00:00:00+08:00`) + n * 3_600_000;
    const weekday = new Date(begins + 8 * 3_600_000).getUTCDay();
    const busy = weekday > 0 && weekday < 6 && n % 24 >= 8 && n % 24 < 18;
    return { at: new Date(begins).toISOString(), value: 10 + (busy ? 40 : 0) + ((n * 7919) % 13) / 10 };
  });
const ahead = async (query: object) => (await clerk().read('energy.day-ahead', query)) as DayAheadAnswer;

test('tomorrow is forecast once, kept, shown, and held against what was read', async () => {
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-01-01' });
  await clerk().does('energy.receive-readings', { meters: [{ meter, readings: hoursFrom('2024-01-15', 143) }] });
  const answer = await clerk().does('energy.forecast-day', { meter, day: '2024-06-06' });
  const result = answer.result as { method: string; nrmsePercent: number; floorNrmsePercent: number; knownTo: string };
  expect(result.knownTo).toBe('2024-06-04');
  expect(result.method).not.toBe('ensemble');
  expect(result.nrmsePercent).toBeLessThan(result.floorNrmsePercent);
  expect(code(await clerk().run('energy.forecast-day', { meter, day: '2024-06-06' }))).toBe('forecast-there');
  expect(code(await clerk().run('energy.forecast-day', { meter, day: '2024-06-05' }))).toBe('day-begun');
  const told = await ahead({ meter });
  expect(told).toMatchObject({ day: '2024-06-06', made: 'kept', knownTo: '2024-06-04', readFrom: '2024-06-03' });
  expect(told.expected[12]).toBeGreaterThan(45);
  expect(told.low[12]!).toBeLessThan(told.expected[12]!);
  expect(told.read).toHaveLength(4 * 24);
  expect(told.kept).toMatchObject([{ day: '2024-06-06', read: null, nrmsePercent: null, hours: 0 }]);
  // Two days on it is known what became of it.
  now = new Date('2024-06-07T20:00:00+08:00');
  await clerk().does('energy.receive-readings', { meters: [{ meter, readings: hoursFrom('2024-06-06', 1) }] });
  const after = await ahead({ meter, day: '2024-06-06' });
  expect(after.expected).toEqual(told.expected);
  const [kept] = after.kept;
  expect(kept!.hours).toBe(24);
  expect(kept!.read).toBeCloseTo(
    hoursFrom('2024-06-06', 1).reduce((sum, { value }) => sum + value, 0),
    6,
  );
  expect(kept!.nrmsePercent).toBeLessThan(10);
  expect(kept!.within).toBeGreaterThanOrEqual(15);
  // A day that was not forecast is replayed from the days before, and says so.
  expect(await ahead({ meter, day: '2024-05-20' })).toMatchObject({ made: 'replayed', knownTo: '2024-05-18' });
  now = new Date('2024-06-05T19:00:00+08:00');
});

test('the evening’s job forecasts every meter that still reports; again it changes nothing', async () => {
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-01-01' });
  const silent = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-01-01' });
  await clerk().does('energy.receive-readings', {
    meters: [
      { meter, readings: hoursFrom('2024-02-15', 111) },
      { meter: silent, readings: hoursFrom('2024-02-15', 90) },
    ],
  });
  const job = () => runJob(at.kernel, 'energy.forecast-tomorrow', { signal: new AbortController().signal });
  await job();
  const told = await ahead({ meter });
  expect(told).toMatchObject({ made: 'kept', day: '2024-06-06' });
  await job();
  expect(await ahead({ meter })).toEqual(told);
  const gone = await ahead({ meter: silent, day: '2024-06-06' });
  expect(gone).toMatchObject({ made: 'none', why: { zh: '读数只到 2024-05-14' } });
  expect(code(await clerk().run('energy.forecast-day', { meter: silent, day: '2024-06-06' }))).toBe('no-forecast');
});

test('a register has no hours, and another office’s meter is not found', async () => {
  const register = await aMeter(clerk(), await aBuilding(clerk(), at.ids.bureau), {
    reads: 'register',
    intervalMinutes: null,
  });
  expect(code(await clerk().run('energy.forecast-day', { meter: register, day: '2024-06-06' }))).toBe(
    'no-interval-meter',
  );
  const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(code(await county.run('energy.forecast-day', { meter: register, day: '2024-06-06' }))).toBe('not-found');
  expect(code(await county.read('energy.day-ahead', { meter: register }))).toBe('not-found');
});
