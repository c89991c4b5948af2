import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import energy from '../domain.ts';
import { aBuilding, aMeter } from '../testing/given.ts';
import type { TreeAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let now = new Date('2024-03-10T09:00:00+08:00');
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => now });
  clerk = at.as('钱能耗');
});
afterAll(() => at?.close());

const tree = async (building: string, day: string) =>
  ((await clerk.read('energy.meter-tree', { building, day })) as z.infer<typeof TreeAnswer>).meters;

test('the tree as it stood before a change, after it, and which instrument stood there', async () => {
  const building = await aBuilding(clerk, at.ids.finance);
  const daily = { intervalMinutes: 1440, validFrom: '2024-01-01' };
  const main = await aMeter(clerk, building, { ...daily, name: '总表', key: 'OLD-1' });
  const sub = await aMeter(clerk, building, { ...daily, name: '一层', kind: 'sub', parent: main });
  const late = await aMeter(clerk, building, { ...daily, name: '二层', kind: 'sub', validFrom: '2024-02-01' });
  await clerk.does('energy.receive-readings', {
    meters: [{ meter: main, readings: [{ at: '2024-01-15T00:00:00+08:00', value: 120 }] }],
  });
  await clerk.does('energy.change-meter', { meter: sub, version: 1, name: '一层照明', parent: null });
  await clerk.does('energy.replace-meter', {
    meter: main,
    at: '2024-03-01T10:00:00+08:00',
    key: 'NEW-1',
    why: '到期更换',
  });

  const before = await tree(building, '2024-01-15');
  expect(before.map(({ id, name, parent, key, amount, changed }) => [id, name, parent, key, amount, changed])).toEqual([
    [sub, '一层', main, null, null, true],
    [main, '总表', null, 'OLD-1', 120, false],
  ]);
  const after = await tree(building, '2024-03-10');
  expect(after.map(({ id, name, parent, key, changed }) => [id, name, parent, key, changed])).toEqual([
    [sub, '一层照明', null, null, false],
    [late, '二层', null, null, false],
    [main, '总表', null, 'NEW-1', false],
  ]);
  // Changed again later: the day between is told by the change before it.
  now = new Date('2024-04-10T09:00:00+08:00');
  await clerk.does('energy.change-meter', { meter: sub, version: 2, parent: main, validTo: '2024-05-01' });
  expect((await tree(building, '2024-03-20')).find(({ id }) => id === sub)).toMatchObject({
    parent: null,
    changed: true,
  });
  expect((await tree(building, '2024-05-02')).map(({ id }) => id)).toEqual([late, main]);
});

test('a building of another unit is told to nobody else', async () => {
  const building = await aBuilding(clerk, at.ids.finance);
  const other = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(isRefusal(await other.read('energy.meter-tree', { building, day: '2024-03-10' }))).toBe(true);
});
