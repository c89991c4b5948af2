import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { code } from '../testing/given.ts';
import type { KitchenWasteAnswer } from './contract.ts';

let at: House;
let clerk: Person;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.as('钱能耗');
});
afterAll(() => at?.close());

const said = (more: object = {}) => ({
  unit: at.ids.finance,
  canteen: '机关食堂',
  month: '2026-01',
  wasteKg: 300.5,
  meals: 2_000,
  people: 100,
  document: '清运单 2026-01',
  ...more,
});
const shown = async () =>
  (await clerk.read('energy.kitchen-waste', { unit: at.ids.finance, year: '2026' })) as KitchenWasteAnswer;

test('a month is recorded, said again it replaces; the same again, and a month that is not over, are refused', async () => {
  expect((await shown()).total).toBeNull();
  await clerk.does('energy.record-kitchen-waste', said());
  expect(code(await clerk.run('energy.record-kitchen-waste', said()))).toBe('waste-as-before');
  expect(code(await clerk.run('energy.record-kitchen-waste', said({ month: '2026-03' })))).toBe('month-not-over');
  await clerk.does('energy.record-kitchen-waste', said({ wasteKg: 300 }));
  await clerk.does('energy.record-kitchen-waste', said({ month: '2025-01', wasteKg: 400 }));
  const it = await shown();
  expect(it.canteens).toHaveLength(1);
  expect(it.canteens[0]).toMatchObject({
    name: '机关食堂',
    months: [{ month: 1, wasteKg: 300, gPerMeal: 150, kgPerPerson: 3 }],
  });
  expect([it.total!.gPerMeal, it.before!.gPerMeal]).toEqual([150, 200]);
});

test('wrong person: staff records nothing, and nobody of another unit records or looks', async () => {
  expect(code(await at.as('周敏').run('energy.record-kitchen-waste', said()))).toBe('not-your-right');
  const other = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(isRefusal(await other.run('energy.record-kitchen-waste', said({ wasteKg: 1 })))).toBe(true);
  expect(isRefusal(await other.read('energy.kitchen-waste', { unit: at.ids.finance, year: '2026' }))).toBe(true);
});
