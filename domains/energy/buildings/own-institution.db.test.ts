import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [energy] });
});
afterAll(() => at?.close());

test('a clerk’s own institution, or the only one below; of several none, and none beyond one’s right', async () => {
  const { bureau, bureauFleet, finance, county, countyFinance, city } = at.ids;
  const own = async (unit: string, actorUnit: string, below = true) =>
    (
      (await at.with([{ role: 'energy-clerk', unit, below }], { unit: actorUnit }).read('energy.own-institution')) as {
        institution: string | null;
      }
    ).institution;
  expect(await own(bureau, bureau)).toBe(bureau);
  expect(await own(bureau, bureauFleet)).toBe(bureau);
  expect(await own(county, county)).toBe(countyFinance);
  expect(await own(city, city)).toBeNull();
  expect(await own(finance, bureau)).toBe(finance);
  expect(await own(city, bureau)).toBe(bureau);
  expect(await own(city, bureau, false)).toBeNull();
});
