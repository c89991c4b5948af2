import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter } from '../testing/given.ts';
import type { BudgetAnswer } from './contract.ts';

let at: House;
let clerk: Person;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2024-05-01T09:00:00+08:00') });
  clerk = at.as('钱能耗');
});
afterAll(() => at?.close());

const hourMs = 3_600_000;
const first = Date.parse('2023-01-01T00:00:00+08:00');
/** Warmest in July, and in the afternoon. */
const outdoorC = (n: number) =>
  15 - 12 * Math.cos((2 * Math.PI * (n / 24 - 15)) / 365.25) - 4 * Math.cos((2 * Math.PI * (n - 3)) / 24);
/** Office hours, cooling above 22 degrees, and a little that nothing explains. */
const kwh = (n: number) => {
  const local = new Date(first + n * hourMs + 8 * hourMs);
  const busy = local.getUTCDay() % 6 !== 0 && local.getUTCHours() >= 8 && local.getUTCHours() < 18;
  return 10 + (busy ? 30 : 0) + Math.max(0, outdoorC(n) - 22) * 2 + ((n * 7919) % 13) / 5;
};
const between = (from: number, to: number, of: (n: number) => number) =>
  Array.from(
    { length: to - from },
    (_, i) => [new Date(first + (from + i) * hourMs).toISOString(), of(from + i)] as const,
  );

test('where every main meter has a baseline the rest of the year goes by it and by this year’s level, with its error; else by last year’s months', async () => {
  const { bureau } = at.ids;
  const year = 365 * 24;
  const until = year + 121 * 24;
  const building = await aBuilding(clerk, bureau, { station: 'town', calendar: 'plain' });
  const meter = await aMeter(clerk, building);
  for (let start = 0; start < until; start += 5_000)
    await clerk.does('energy.receive-weather', {
      station: 'town',
      readings: between(start, Math.min(until, start + 5_000), outdoorC).map(([when, temperatureC]) => ({
        at: when,
        temperatureC,
      })),
    });
  // A tenth more this year.
  const used = (n: number) => Math.round(kwh(n) * (n < year ? 1 : 1.1) * 1_000) / 1_000;
  for (let start = 0; start < until; start += 8_000)
    await clerk.does('energy.receive-readings', {
      meters: [{ meter, pairs: between(start, Math.min(until, start + 8_000), used) }],
    });
  const budget = async (saving?: string) =>
    (await clerk.read('energy.budget', { unit: bureau, year: '2024', ...(saving ? { saving } : {}) })) as BudgetAnswer;
  expect(await budget()).toMatchObject({ by: 'last-year', errorPercent: null });

  await clerk.does('energy.fit-baseline', { meter, from: '2023-01-01', toExclusive: '2024-01-01' });
  const it = await budget();
  expect(it.by).toBe('baseline');
  expect(it.errorPercent).toBeGreaterThan(0);
  expect(it.errorPercent).toBeLessThan(10);
  const rest = between(until, year + 366 * 24, (n) => kwh(n) * 1.1).reduce((sum, [, value]) => sum + value, 0);
  expect((it.projected! - it.used) / rest).toBeCloseTo(1, 1);
  expect(Math.abs((it.projected! - it.used) / rest - 1)).toBeLessThan(0.03);
  expect(it.low!).toBeLessThan(it.projected!);
  expect(it.high!).toBeGreaterThan(it.projected!);
  // Months that are over have nothing to come; July has more than November.
  expect(it.months.slice(0, 4).map(({ expected }) => expected)).toEqual([0, 0, 0, 0]);
  expect(it.months[6]!.expected!).toBeGreaterThan(it.months[10]!.expected!);
  expect((await budget('10')).projected! - it.used).toBeCloseTo(0.9 * (it.projected! - it.used), 3);

  // A second building that is read and has none: all go by last year again.
  const second = await aMeter(clerk, await aBuilding(clerk, bureau));
  await clerk.does('energy.receive-readings', {
    meters: [{ meter: second, pairs: between(until - 24, until, () => 1) }],
  });
  expect((await budget()).by).toBe('last-year');
}, 120_000);
