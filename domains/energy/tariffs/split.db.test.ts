import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code, hour } from '../testing/given.ts';
import type { SplitAnswer } from './contract.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2024-07-05T09:00:00+08:00') });
});
afterAll(() => at?.close());

const clerk = () => at.as('钱能耗');
const plain = (from: string, peak: number) => ({
  unit: at.ids.city,
  from,
  document: `公告 ${from}`,
  seasons: [
    {
      months: Array.from({ length: 12 }, (_, i) => i + 1),
      stretches: [
        { fromHour: 8, toHour: 22, band: 'peak' },
        { fromHour: 22, toHour: 8, band: 'valley' },
      ],
    },
  ],
  prices: [
    { band: 'peak', fenPerKwh: peak },
    { band: 'valley', fenPerKwh: 40 },
  ],
});

test('a tariff is set for all below; bands, months and money add up to the list of months', async () => {
  await clerk().does('energy.set-tariff', plain('2024-03-01', 100));
  await clerk().does('energy.set-tariff', plain('2024-03-16', 120));
  const building = await aBuilding(clerk(), at.ids.finance);
  const meter = await aMeter(clerk(), building, { multiplier: 3 });
  const below = async (use: string, parent: string) =>
    aMeter(clerk(), building, { kind: 'sub', use, parent, intervalMinutes: 60 });
  const cooling = await below('air-conditioning', meter);
  const fans = await below('power', cooling);
  const readings = Array.from({ length: 31 * 24 }, (_, n) => ({ at: hour(n), value: 1 + (n % 24) / 7 }));
  await clerk().does('energy.receive-readings', {
    meters: [
      { meter, readings: readings.map(({ at: when, value }) => ({ at: when, value: Number(value.toFixed(3)) })) },
      { meter: cooling, readings: readings.map(({ at: when }) => ({ at: when, value: 1 })) },
      { meter: fans, readings: readings.map(({ at: when }) => ({ at: when, value: 0.5 })) },
    ],
  });
  const told = (await clerk().read('energy.split', { building, year: '2024' })) as SplitAnswer;
  const { rows } = (await clerk().list('energy.months', {
    'f.building_id': building,
    'f.kind': 'main',
    'f.carrier': 'electricity',
    size: '50',
  })) as unknown as { rows: { amount: number | string }[] };
  const listed = rows.reduce((sum, { amount }) => sum + Number(amount), 0);
  expect(told.kwh).toBeCloseTo(listed, 6);
  expect(told.bands.reduce((sum, { kwh }) => sum + kwh, told.withoutBand.kwh)).toBeCloseTo(listed, 6);
  expect(told.months.reduce((sum, { kwh }) => sum + kwh, 0)).toBeCloseTo(listed, 6);
  expect(told.withoutBand).toEqual({ kwh: 0, fen: 0 });
  expect(told.bands.reduce((sum, { fen }) => sum + fen!, 0)).toBe(told.fen);
  // Half a month by the old price and half by the new one.
  const peak = told.bands.find(({ band }) => band === 'peak')!;
  expect(peak.fen).toBe(Math.round((peak.kwh * (15 * 100 + 16 * 120)) / 31));
  expect(told.tariffs).toHaveLength(2);
  // What lies below a category is in it already.
  expect(told.categories).toEqual([{ use: 'air-conditioning', kwh: 31 * 24, meters: 1 }]);
  expect(told.categories[0]!.kwh + told.restKwh!).toBeCloseTo(told.kwh, 6);
});

test('before any tariff, and for meters without hours, the mean price counts; without one there is no money', async () => {
  const building = await aBuilding(clerk(), at.ids.finance);
  const meter = await aMeter(clerk(), building, { validFrom: '2023-01-01' });
  await clerk().does('energy.receive-readings', {
    meters: [{ meter, readings: [{ at: '2023-05-01T10:00:00+08:00', value: 10 }] }],
  });
  const ask = async () => (await clerk().read('energy.split', { building, year: '2023' })) as SplitAnswer;
  expect(await ask()).toMatchObject({ kwh: 10, fen: null, bands: [], withoutBand: { kwh: 10, fen: null } });
  await clerk().does('energy.set-price', { building, from: '2023-01-01', fenPerUnit: 65, document: '电费单' });
  expect(await ask()).toMatchObject({ fen: 650, withoutBand: { kwh: 10, fen: 650 } });
});

test('periods that leave an hour out, or bands without a price, are refused; another city’s clerk sets none here', async () => {
  const whole = plain('2024-05-01', 100);
  const [season] = whole.seasons;
  const run = (input: object, by = clerk()) => by.run('energy.set-tariff', input);
  expect(
    code(await run({ ...whole, seasons: [{ ...season, stretches: [{ fromHour: 8, toHour: 22, band: 'peak' }] }] })),
  ).toBe('periods-not-whole');
  expect(code(await run({ ...whole, prices: [{ band: 'peak', fenPerKwh: 1 }] }))).toBe('band-without-price');
  const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(code(await run(whole, county))).not.toBe('done');
  const building = await aBuilding(clerk(), at.ids.finance);
  expect(code(await county.read('energy.split', { building, year: '2024' }))).toBe('not-found');
});
