import { join } from 'node:path';
import { jobActor, newId } from '@opengoa/kernel';
import { contextFor, reading } from '@opengoa/kernel/host';
import { loadKit } from '@opengoa/kernel/risk-kit';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import { refuelDays } from './gather-refuel-days.ts';

let at: House;
let now = new Date('2026-02-01T09:00:00+08:00');
let car = '';

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const { facts } = await at.as('郑科长').does('vehicles.register-vehicle', {
    unit: at.ids.bureauFleet,
    serves: at.ids.city,
    plate: '青A·80001',
    odometerKm: 20_000,
    tankLitres: 55,
    ...described,
  });
  car = facts[0]!.object.id;
  now = new Date('2026-05-20T08:00:00+08:00');
});
afterAll(() => at?.close());

const fill = (when: string, litres: number, odometerKm: number) =>
  at.as('郑科长').does('vehicles.record-fuel', {
    vehicle: car,
    filledAt: `${when}+08:00`,
    carrier: 'petrol',
    litres,
    electricityKwh: null,
    costFen: Math.round(litres * 780),
    odometerKm,
    full: true,
    card: '',
  });

async function judged(period: readonly [string, string], only?: readonly string[]): Promise<string[]> {
  const kit = await loadKit(join(vehicles.folder, 'risks', 'refuel-days'));
  const actor = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const context = contextFor(at.kernel, actor, newId());
  const cases = await reading(at.kernel, { actor, who: ['job'], room: 'vehicles' }, (tx) =>
    refuelDays.gather(tx, period, context, only),
  );
  return cases.map(({ subject, inputs }) => {
    const { status, rule, value } = kit.judge(subject, inputs, {});
    return `${status} ${rule} ${value}`;
  });
}

test('a second full tank the same day and a fill on a day off are handed over by the day of China’s clock; other days are clear', async () => {
  // A Monday, twice; forty kilometres in between.
  await fill('2026-04-13T08:00:00', 40, 20_400);
  await fill('2026-04-13T16:00:00', 38, 20_440);
  // Late in the evening and early the next day are two days.
  await fill('2026-04-15T23:30:00', 30, 20_700);
  await fill('2026-04-16T00:30:00', 30, 20_701);
  // Labour Day.
  await fill('2026-05-01T10:00:00', 30, 20_900);
  expect(await judged(['2026-04-13', '2026-05-02'])).toEqual([
    'flag twice-a-day 2',
    'clear clear 1',
    'clear clear 1',
    'flag on-a-day-off 1',
  ]);
  expect(await judged(['2026-04-14', '2026-04-15'])).toEqual([]);
  expect(await judged(['2026-04-13', '2026-05-02'], [newId()])).toEqual([]);
});
