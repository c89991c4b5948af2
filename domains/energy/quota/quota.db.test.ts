import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';
import type { QuotaAnswer } from './contract.ts';

let at: House;
let clerk: Person;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2025-02-01T09:00:00+08:00') });
  clerk = at.as('钱能耗');
});
afterAll(() => at?.close());

const days = (meter: string, from: string, count: number, value: number) => ({
  meter,
  pairs: Array.from({ length: count }, (_, n) => [
    new Date(Date.parse(`${from}T00:00:00+08:00`) + n * 86_400_000).toISOString(),
    value,
  ]),
});
const quota = async (query: Record<string, string>) => (await clerk.read('energy.quota', query)) as QuotaAnswer;
const electricity = ({ indicators }: QuotaAnswer) => indicators.find(({ indicator }) => indicator === 'electricity')!;

test('365 days of a building by its mean area, of a unit by its offices together; a year with holes is compared with nothing', async () => {
  const { finance } = at.ids;
  const daily = { intervalMinutes: 1440 };
  const office = await aBuilding(clerk, finance, { use: 'office', areaM2: 1_000, people: 10 });
  const second = await aBuilding(clerk, finance, { use: 'office', areaM2: 3_000, people: 10 });
  const school = await aBuilding(clerk, finance, { use: 'school', areaM2: 9_000 });
  const [a, b, c] = [
    await aMeter(clerk, office, daily),
    await aMeter(clerk, second, daily),
    await aMeter(clerk, school, daily),
  ];
  await clerk.does('energy.receive-readings', {
    // The 1st of January 2024 lies before the year that ends on the last day read.
    meters: [days(a, '2024-01-01', 366, 200), days(b, '2024-01-02', 365, 200), days(c, '2024-01-02', 365, 900)],
  });
  const one = await quota({ building: office, climate: 'cold' });
  expect([one.from, one.to, one.areaM2]).toEqual(['2024-01-02', '2024-12-31', 1_000]);
  expect(electricity(one)).toMatchObject({ amount: 73_000, value: 73, missing: null });
  expect(electricity(one).levels.map(({ level, outcome }) => [level, outcome])).toEqual([
    ['constraint', 'inform'],
    ['guide', 'inform'],
  ]);
  const all = await quota({ unit: finance, climate: 'cold' });
  expect(all).toMatchObject({ buildings: 2, leftOut: 1, areaM2: 4_000 });
  expect(electricity(all).value).toBeCloseTo(36.5, 9);
  expect(electricity(await quota({ building: office, to: '2024-06-30' }))).toMatchObject({ missing: 'few-days' });
  expect(all.indicators.find(({ indicator }) => indicator === 'water')!.missing).toBe('not-read');
});

test('a building or a unit, one of them; neither is told to a stranger', async () => {
  expect(code(await clerk.read('energy.quota', {}))).toBe('input-not-fitting');
  const { finance, county } = at.ids;
  const building = await aBuilding(clerk, finance);
  expect(code(await clerk.read('energy.quota', { building, unit: finance }))).toBe('input-not-fitting');
  const other = at.with([{ role: 'energy-clerk', unit: county, below: true }], { unit: county });
  expect(isRefusal(await other.read('energy.quota', { unit: finance }))).toBe(true);
  expect(isRefusal(await other.read('energy.quota', { building }))).toBe(true);
});
