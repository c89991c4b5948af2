import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => new Date('2026-03-05T09:00:00+08:00'), applicationWall: false });
});
afterAll(() => at?.close());

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

test('SEC-AC-17 with the program’s own check off, the database lets nobody elsewhere see or touch a trip, a vehicle or a driver', async () => {
  const clerk = at.as('郑科长');
  const car = {
    unit: at.ids.bureauFleet,
    serves: at.ids.city,
    plate: '青A·40001',
    make: '红旗',
    model: 'H5',
    category: 'other',
    body: 'sedan',
    power: 'petrol',
    seats: 5,
  };
  const { id: vehicle } = (await clerk.does('vehicles.register-vehicle', car)).facts[0]!.object;
  const sun = {
    unit: at.ids.bureauFleet,
    person: at.ids.persons['孙师傅'].person,
    licence: 'A1',
    licenceValidTo: '2031-06-30',
  };
  const { id: driver } = (await clerk.does('vehicles.register-driver', sun)).facts[0]!.object;
  const plan = {
    purpose: '调研',
    use: 'general-affairs',
    from: '临江',
    to: '石桥',
    startsAt: '2026-03-06T08:00:00+08:00',
    endsAt: '2026-03-06T17:00:00+08:00',
    people: 2,
    distanceKm: 60,
    crossCity: false,
  };
  const { trip } = (await at.as('周敏').does('vehicles.request-trip', plan)).result as { trip: string };
  await at.as('何涛').does('vehicles.approve-trip', { trip });

  const roles = ['dispatcher', 'fleet-clerk', 'driver', 'head', 'leader', 'staff', 'superior'].map((role) => ({
    role,
    unit: at.ids.county,
    below: true,
  }));
  const elsewhere = at.with(roles, { unit: at.ids.countyFinance });
  const tried = [
    elsewhere.read('vehicles.trip', { id: trip }),
    elsewhere.read('vehicles.vehicle', { id: vehicle }),
    elsewhere.read('vehicles.proposals', { trip }),
    elsewhere.run('vehicles.dispatch-trip', { trip, vehicle, driver }),
    elsewhere.run('vehicles.cancel-trip', { trip, why: '越权' }),
    elsewhere.run('vehicles.approve-trip', { trip }),
    elsewhere.run('vehicles.depart-trip', { trip, odometerKm: 1 }),
    elsewhere.run('vehicles.settle-trip', { trip, fuelFen: 0, tollFen: 0, parkingFen: 0 }),
    elsewhere.run('vehicles.change-vehicle', { vehicle, version: 1, seats: 9 }),
    elsewhere.run('vehicles.change-driver', { driver, version: 1, state: 'released' }),
  ];
  expect(new Set((await Promise.all(tried)).map(code))).toEqual(new Set(['not-found']));
  for (const list of ['vehicles.trips', 'vehicles.drives', 'vehicles.vehicles', 'vehicles.drivers', 'vehicles.fuel']) {
    expect(await elsewhere.list(list)).toMatchObject({ rows: [], total: { count: 0 } });
  }
  expect(await elsewhere.read('vehicles.figures', { year: '2026' })).toMatchObject({ vehicles: 0, trips: {} });
});

test('SEC-AC-17 … nor book a past trip of another unit, on a vehicle of one’s own', async () => {
  const { county, financeOffice } = at.ids;
  const rights = ['fleet-clerk', 'dispatcher'].map((role) => ({ role, unit: county, below: true }));
  const elsewhere = at.with(rights, { unit: county });
  const car = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  await elsewhere.does('vehicles.register-vehicle', { unit: county, serves: county, plate: '青A·40009', ...car });
  const past = (unit: string) => ({
    source: '登记本',
    trips: [
      {
        unit,
        plate: '青A·40009',
        departedAt: '2025-03-04T08:00:00+08:00',
        returnedAt: '2025-03-04T12:00:00+08:00',
        purpose: '核查',
        fromPlace: '石桥',
        toPlace: '临江',
        askerName: '周敏',
        people: 2,
        drivenKm: 60,
      },
    ],
  });
  expect(code(await elsewhere.run('vehicles.book-trips', past(financeOffice)))).toBe('not-found');
  expect(code(await elsewhere.run('vehicles.book-trips', past(county)))).toBe('done');
});
