import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { RecordFuel } from '../contract.ts';
import { aVehicle, morning, outcome } from '../testing/given.ts';
import { recordFuel } from './record-fuel.ts';

const context = onPaper('孙师傅', morning);
const before = { at: new Date('2026-03-01T00:00:00Z'), km: 20_000, source: 'returned' as const };
const filling = {
  vehicle: aVehicle().id,
  filledAt: '2026-03-05T08:00:00+08:00',
  carrier: 'petrol',
  litres: 42.5,
  electricityKwh: null,
  costFen: 34_000,
  odometerKm: 20_400,
  full: true,
};
const fill = (more: object = {}, vehicle = aVehicle()) =>
  outcome(
    recordFuel.decide(
      { vehicle, old: null, around: { before, after: null } },
      RecordFuel.parse({ ...filling, ...more }),
      context,
    ),
  );

test('加油 is a cost of the vehicle’s unit and energy in litres', () => {
  expect(fill()).toMatchObject({
    facts: ['vehicles.FuelRecorded'],
    facets: {
      cost: [{ amountFen: 34_000, unit: ids.bureauFleet, day: '2026-03-05', item: 'fuel' }],
      energy: { carrier: 'petrol', amount: 42.5, unit: 'L' },
    },
  });
});

test('充电 is energy in kWh', () => {
  const charge = { carrier: 'electricity', litres: null, electricityKwh: 31.2 };
  expect(fill(charge, aVehicle({ power: 'battery-electric' }))).toMatchObject({
    facets: { cost: [{ item: 'electricity' }], energy: { amount: 31.2, unit: 'kWh' } },
  });
  expect(fill(charge)).toMatchObject({ refused: 'carrier-not-fitting' });
  expect(RecordFuel.safeParse({ ...filling, electricityKwh: 3 }).success).toBe(false);
});

test('each vehicle takes what it runs on', () => {
  const takes = (power: 'diesel' | 'hybrid' | 'plug-in-hybrid' | 'fuel-cell', carrier: string) =>
    'facts' in
    fill(
      { carrier, litres: carrier === 'electricity' ? null : 40, electricityKwh: carrier === 'electricity' ? 10 : null },
      aVehicle({ power }),
    );
  expect([
    takes('diesel', 'diesel'),
    takes('hybrid', 'petrol'),
    takes('plug-in-hybrid', 'petrol'),
    takes('plug-in-hybrid', 'electricity'),
  ]).toEqual([true, true, true, true]);
  expect([
    takes('diesel', 'petrol'),
    takes('hybrid', 'electricity'),
    takes('fuel-cell', 'petrol'),
    takes('hybrid', 'diesel'),
  ]).toEqual([false, false, false, false]);
});

test('more than the tank holds is kept as it was paid; the odometer still stands in order; no filling ahead of time', () => {
  expect(fill({ litres: 75 }, aVehicle({ tankLitres: 60 }))).toHaveProperty('facts');
  expect(fill({ odometerKm: 19_999 })).toMatchObject({ refused: 'odometer-goes-back' });
  expect(fill({ filledAt: '2026-03-05T09:00:01+08:00' })).toMatchObject({ refused: 'time-not-yet' });
});
