import { house, policiesOff, type House, type Person } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter } from '../testing/given.ts';
import type { AccountAnswer } from './contract.ts';

let at: House;
let county: Person;
let city: Person;

/** 临江市 used electricity in 2022 and 2023, and its cars petrol; 石桥县 nothing. Then the database holds nothing back. */
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const clerk = at.as('钱能耗');
  const meter = await aMeter(clerk, await aBuilding(clerk, at.ids.bureau), { intervalMinutes: 1440 });
  const pairs = [2022, 2023].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => [`${year}-${String(i + 1).padStart(2, '0')}-10T00:00:00+08:00`, 1000]),
  );
  await clerk.does('energy.receive-readings', { meters: [{ meter, pairs }] });
  // What the fleet publishes, as it publishes it.
  const behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  // Without its vehicle: whose the row is says its own unit.
  await behind.query('set session_replication_role = replica');
  await behind.query(
    `insert into vehicles.fuel (node_id, id, unit_id, vehicle_id, plate, filled_at, carrier, litres, cost_fen, odometer_km, full_tank)
     values (1, gen_random_uuid(), $1, gen_random_uuid(), '青A·72001', '2023-05-10T08:00:00+08:00', 'petrol', 40, 31200, 1, true)`,
    [at.ids.bureauFleet],
  );
  await behind.end();
  const clerkOf = (unit: string) => at.with([{ role: 'energy-clerk', unit, below: true }], { unit });
  city = clerkOf(at.ids.city);
  county = clerkOf(at.ids.county);
  await policiesOff(at.urls.superuser);
});
afterAll(() => at?.close());

test('SEC-AC-17 with the policies off, a county’s account holds nothing of the city: no meter, no fuel, no year', async () => {
  const account = async (by: Person) => (await by.read('energy.account', { year: '2023' })) as AccountAnswer;
  const whole = await account(city);
  expect(whole.total.carriers.map(({ carrier }) => carrier).toSorted()).toEqual(['electricity', 'gasoline']);
  expect(whole.years).toEqual([2023, 2022]);
  const own = await account(county);
  expect(own.total.carriers).toEqual([]);
  expect(own.rows).toEqual([]);
  expect(own.years).toEqual([]);
});

test('SEC-AC-17 … and neither do the months of buildings and the completeness', async () => {
  const told = async (by: Person) => {
    const months = (await by.read('energy.building-months', { year: '2023' })) as { buildings: unknown[] };
    const complete = (await by.read('energy.completeness', { year: '2023' })) as { meters: unknown[] };
    return [months.buildings.length, complete.meters.length];
  };
  expect(await told(city)).toEqual([1, 1]);
  expect(await told(county)).toEqual([0, 0]);
});

test('SEC-AC-17 … and of a city’s statements nobody sums up more than their right reaches', async () => {
  const sums = (by: Person) => by.read('energy.statement-sums', { unit: at.ids.city, from: '2026-01', to: '2026-02' });
  expect(await sums(city)).toMatchObject({ total: { expected: 2 } });
  // A right to the city alone, and not to what lies below it.
  const alone = at.with([{ role: 'energy-clerk', unit: at.ids.city, below: false }], { unit: at.ids.city });
  expect(await sums(alone)).toMatchObject({ total: { expected: 0 } });
  expect(await sums(county)).toMatchObject({ code: 'not-found' });
});
