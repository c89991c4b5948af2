import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';
import type { AccountAnswer } from './contract.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2026-03-05T09:00:00+08:00') });
});
afterAll(() => at?.close());

const clerk = () => at.as('钱能耗');
const account = async (query: object = {}) =>
  (await clerk().read('energy.account', { year: '2023', ...query })) as AccountAnswer;

/** One reading a month, of a meter that is read by the day. */
const monthly = (meter: string, years: readonly number[], amount: (month: number, year: number) => number) => ({
  meters: [
    {
      meter,
      pairs: years.flatMap((year) =>
        Array.from({ length: 12 }, (_, i) => [
          `${year}-${String(i + 1).padStart(2, '0')}-10T00:00:00+08:00`,
          amount(i + 1, year),
        ]),
      ),
    },
  ],
});

async function metered(unit: string, more: object, carrier: string, amount: (month: number, year: number) => number) {
  const building = await aBuilding(clerk(), unit, more);
  const meter = await aMeter(clerk(), building, { carrier, intervalMinutes: 1440 });
  await clerk().does('energy.receive-readings', monthly(meter, [2022, 2023], amount));
  return { building, meter };
}

test('units add up to the total, buildings to their unit, and both to the list of months', async () => {
  const first = await metered(at.ids.bureau, { areaM2: 4000, people: 100 }, 'electricity', (month) => 1000 * month);
  await metered(at.ids.bureau, { areaM2: 1000 }, 'gas', (month, year) => (year === 2023 ? 10 * month : 12 * month));
  await metered(at.ids.finance, { areaM2: null }, 'electricity', () => 500);
  await metered(at.ids.finance, {}, 'water', () => 30);
  const all = await account();
  expect(all.rows.map(({ id }) => id).toSorted()).toEqual([at.ids.bureau, at.ids.finance].toSorted());
  const sum = (of: (row: AccountAnswer['total']) => number | null, rows = all.rows) =>
    rows.reduce((whole, row) => whole + (of(row) ?? Number.NaN), 0);
  expect(sum(({ coalKg }) => coalKg)).toBeCloseTo(all.total.coalKg!, 6);
  expect(sum(({ carbonKg }) => carbonKg)).toBeCloseTo(all.total.carbonKg!, 6);
  expect(sum(({ scope1Kg }) => scope1Kg) + sum(({ scope2Kg }) => scope2Kg)).toBeCloseTo(all.total.carbonKg!, 6);
  // The months as the ledger lists them.
  const { rows: listed } = (await clerk().list('energy.months', {
    size: '500',
    'f.kind': 'main',
    'f.carrier': 'electricity',
    'f.month.from': '2023-01-01',
    'f.month.to': '2023-12-31',
  })) as unknown as { rows: { amount: number | string }[] };
  const electricity = all.total.carriers.find(({ carrier }) => carrier === 'electricity')!;
  expect(listed.reduce((whole, { amount }) => whole + Number(amount), 0)).toBeCloseTo(electricity.amount, 6);
  // Each number is made of its parts.
  for (const { carriers, carbonKg } of [...all.rows, all.total]) {
    const parts = carriers.flatMap(({ parts: own }) =>
      own.filter(({ factor }) => all.factors[factor]!.kind === 'carbon'),
    );
    expect(parts.reduce((whole, { kg }) => whole + kg, 0)).toBeCloseTo(carbonKg!, 6);
    for (const { factor, amount, kg } of parts) expect(amount * all.factors[factor]!.kgPerUnit).toBeCloseTo(kg, 6);
  }
  const own = await account({ unit: at.ids.bureau });
  const bureau = all.rows.find(({ id }) => id === at.ids.bureau)!;
  expect(sum(({ carbonKg }) => carbonKg, own.rows)).toBeCloseTo(bureau.carbonKg!, 6);
  expect(own.months.reduce((whole, { scope1Kg, scope2Kg }) => whole + scope1Kg! + scope2Kg!, 0)).toBeCloseTo(
    bureau.carbonKg!,
    6,
  );
  // The building's own page says the same.
  const page = (await clerk().read('energy.building', { id: first.building, year: '2023' })) as {
    carbon: { amount: number; perM2: number };
  };
  const row = own.rows.find(({ id }) => id === first.building)!;
  expect(page.carbon.amount).toBeCloseTo(row.carbonKg!, 6);
  expect(page.carbon.perM2).toBeCloseTo(row.perM2!.carbonKg!, 3);
  expect(row.carbonKg).toBeCloseTo(78_000 * 0.5306, 6);
  expect(row.carbonKgBefore).toBeCloseTo(78_000 * 0.5366, 6);
  // A building without an area is counted, and the quotient says over how many it stands.
  expect(all.total.perM2).toMatchObject({ buildings: 3, of: 4 });
});

test('why carbon changed adds up: the factor of the grid fell, and less gas was burnt', async () => {
  const { change } = await account({ unit: at.ids.bureau });
  const { beforeKg, nowKg, areaKg, intensityKg, mixKg, factorKg, comeOrGoneKg } = change!;
  expect(areaKg + intensityKg + mixKg + factorKg + comeOrGoneKg).toBeCloseTo(nowKg - beforeKg, 3);
  expect(areaKg).toBeCloseTo(0, 6);
  expect(factorKg).toBeLessThan(-400);
  expect(intensityKg).toBeLessThan(0);
});

test('an area that changes in the middle of the year is a mean of its days; the months before keep theirs', async () => {
  const { building } = await metered(at.ids.financeOffice, { areaM2: 1000, people: 10 }, 'electricity', () => 1000);
  const recorded = { building, day: '2023-07-02', areaM2: 2000, document: '不动产权证' };
  expect(code(await clerk().run('energy.record-size', recorded))).toBe('done');
  expect(code(await clerk().run('energy.record-size', recorded))).toBe('size-as-before');
  expect(code(await clerk().run('energy.record-size', { ...recorded, day: '2026-03-06', areaM2: 3000 }))).toBe(
    'time-not-yet',
  );
  const [row] = (await account({ unit: at.ids.financeOffice })).rows;
  expect(row!.perM2!.by).toBeCloseTo((182 * 1000 + 183 * 2000) / 365, 6);
  expect(row!.perM2!.kwh).toBeCloseTo(12_000 / ((182 * 1000 + 183 * 2000) / 365), 6);
  expect(row!.perHead!.by).toBe(10);
  const before = (await account({ unit: at.ids.financeOffice, year: '2022' })).rows[0]!;
  expect(before.perM2!.by).toBe(1000);
  // The register shows today's.
  // A division's building is counted at its institution.
  expect((await account()).rows.map(({ id }) => id)).not.toContain(at.ids.financeOffice);
  const page = (await clerk().read('energy.building', { id: building })) as { areaM2: number; sizes: object[] };
  expect(page).toMatchObject({ areaM2: 2000, sizes: [{ areaM2: 1000 }, { from: '2023-07-02', areaM2: 2000 }] });
  const { version } = (await clerk().read('energy.building', { id: building })) as unknown as { version: number };
  await clerk().does('energy.change-building', { building, version, people: 20 });
  expect((await account({ unit: at.ids.financeOffice })).rows[0]!.perHead!.by).toBe(10);
});

test('others see nothing of it', async () => {
  const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(((await county.read('energy.account', { year: '2023' })) as AccountAnswer).rows).toEqual([]);
  const { building } = await metered(at.ids.bureau, {}, 'electricity', () => 1);
  expect(code(await county.run('energy.record-size', { building, day: '2023-01-01', areaM2: 1, document: 'x' }))).toBe(
    'not-found',
  );
});
