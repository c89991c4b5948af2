import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import type { UseRate } from './answers.ts';

let at: House;
let now = new Date('2026-01-05T08:00:00+08:00');
const cars: string[] = [];

async function rate(who = at.as('郑科长')): Promise<UseRate> {
  const answer = await who.read('vehicles.use-rate', { from: '2026-01-05', to: '2026-02-13' });
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as UseRate;
}
const of = (it: UseRate, plate: string) => it.vehicles.find((each) => each.plate === plate);

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  const clerk = at.as('郑科长');
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  for (const plate of ['青A·61001', '青A·61002', '青A·61003']) {
    const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate, odometerKm: 20_000, ...described };
    cars.push((await clerk.does('vehicles.register-vehicle', input)).facts[0]!.object.id);
  }
  const { person } = at.ids.persons['孙师傅'];
  const driver = (
    await clerk.does('vehicles.register-driver', {
      unit: at.ids.bureauFleet,
      person,
      licence: 'A1',
      licenceValidTo: '2031-06-30',
    })
  ).facts[0]!.object.id;
  // 周敏’s unit is another one than the vehicle’s.
  for (const [day, km] of [
    ['2026-01-06', 40],
    ['2026-01-07', 80],
  ] as const) {
    now = new Date(`${day}T08:00:00+08:00`);
    const { trip } = (
      await at.as('周敏').does('vehicles.request-trip', {
        purpose: '调研',
        use: 'general-affairs',
        from: '行政中心',
        to: '石桥县',
        startsAt: `${day}T09:00:00+08:00`,
        endsAt: `${day}T12:00:00+08:00`,
        people: 2,
        distanceKm: 40,
        crossCity: false,
      })
    ).result as { trip: string };
    await at.as('何涛').does('vehicles.approve-trip', { trip });
    await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle: cars[0], driver });
    now = new Date(`${day}T09:00:00+08:00`);
    await at.as('孙师傅').does('vehicles.depart-trip', { trip, odometerKm: 20_000 + km - 40 });
    now = new Date(`${day}T12:00:00+08:00`);
    await at.as('孙师傅').does('vehicles.return-trip', { trip, odometerKm: 20_000 + km });
  }
  // The second vehicle lies in the workshop for five working days.
  now = new Date('2026-01-12T09:00:00+08:00');
  const { repair } = (
    await clerk.does('vehicles.order-repair', { vehicle: cars[1], what: '变速箱', garage: '定点一厂' })
  ).result as { repair: string };
  await clerk.does('vehicles.quote-repair', { repair, quoteFen: 50_000, quote: '工时' });
  await at.as('冯局长').does('vehicles.approve-repair', { repair });
  now = new Date('2026-01-16T17:00:00+08:00');
  await clerk.does('vehicles.finish-repair', { repair, day: '2026-01-16' });
  now = new Date('2026-02-13T18:00:00+08:00');
});
afterAll(() => at?.close());

test('F13 by vehicle: days out over those available, without the workshop; another unit’s trips count with days and hours', async () => {
  const own = await rate();
  expect(own.workdays).toBe(30);
  expect(of(own, '青A·61001')).toMatchObject({ usedWorkdays: 2, availableWorkdays: 30, hours: 6, status: 'ok' });
  expect(of(own, '青A·61002')).toMatchObject({ usedWorkdays: 0, availableWorkdays: 25, repairWorkdays: 5, share: 0 });
  const city = await rate(at.with([{ role: 'dispatcher', unit: at.ids.city, below: true }]));
  expect(of(city, '青A·61001')).toMatchObject({
    trips: 2,
    usesElsewhere: 0,
    km: 80,
    share: 0.0667,
    idle: true,
    peers: 2,
  });
  const fleet = await rate(at.with([{ role: 'fleet-clerk', unit: at.ids.bureauFleet, below: true }]));
  expect(of(fleet, '青A·61001')).toMatchObject({ trips: 0, usesElsewhere: 2, km: 0, usedWorkdays: 2, hours: 6 });
});

test('F13 stretches, units and what to look at; nothing of another unit', async () => {
  const it = await rate();
  expect(of(it, '青A·61003')!.idleStretches).toEqual([{ from: '2026-01-05', to: '2026-02-13', workdays: 30 }]);
  expect(it.units).toMatchObject([{ vehicles: 3, usedWorkdays: 2, availableWorkdays: 85, idle: 3, insufficient: 0 }]);
  expect(of(it, '青A·61003')!.suggestion).toBe('establishment');
  const county = await rate(at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]));
  expect(county).toMatchObject({ vehicles: [], units: [], trips: 0 });
  // A right of another role over our vehicles opens nothing here.
  const drives = await rate(
    at.with([
      { role: 'fleet-clerk', unit: at.ids.county, below: true },
      { role: 'driver', unit: at.ids.bureauFleet, below: true },
    ]),
  );
  expect(drives).toMatchObject({ vehicles: [], units: [], trips: 0, hired: 0, refused: 0 });
});
