import { median, medianAbsoluteDeviation, robustZ } from '@opengoa/kernel/robust-statistics';
import { expect, test } from 'vitest';
import { type Fill, fullToFull, unexplainedLitres } from './full-to-full.ts';
import examples from './worked-examples.json' with { type: 'json' };

const fill = (id: string, litres: number, odometerKm: number, full = true): Fill => ({
  id,
  at: '2026-03-02T08:30:00+08:00',
  litres,
  full,
  odometerKm,
});

test('the worked fills give their consumption and their robust z', () => {
  const { input, expected } = examples['vehicle.fuel_robust_z'];
  let odometer = 10_000;
  const fills = [fill('start', 30, odometer)];
  input.litres.forEach((litres, i) => {
    odometer += input.km[i]!;
    fills.push(fill(`f${i}`, litres, odometer));
  });
  const rates = fullToFull(fills).map((stretch) => stretch.litresPer100Km);
  expected.L_per_100km.forEach((rate, i) => expect(rates[i]).toBeCloseTo(rate, 6));
  expect(median(rates)).toBeCloseTo(expected.median, 6);
  expect(medianAbsoluteDeviation(rates)).toBeCloseTo(expected.mad, 6);
  expected.robust_z.forEach((z, i) => expect(robustZ(rates[i]!, rates)).toBeCloseTo(z, 4));
});

test('the worked fill leaves its litres unexplained', () => {
  const { input, expected } = examples['vehicle.fuel_over_tank'];
  const left = unexplainedLitres({
    litres: input.litres,
    km: input.km_since_last_fill,
    litresPer100Km: input.L_per_100km,
  });
  expect(left.expectedLitres).toBeCloseTo(expected.expected_use_L, 6);
  expect(left.unexplainedLitres).toBeCloseTo(expected.unexplained_L, 6);
});

test('partial fills are added up until the tank is full again', () => {
  const stretches = fullToFull([
    fill('a', 40, 1000),
    fill('b', 10, 1200, false),
    fill('c', 15, 1300, false),
    fill('d', 20, 1500),
  ]);
  expect(stretches).toEqual([{ fillId: 'd', litres: 45, km: 500, litresPer100Km: 9, fills: 3 }]);
});

test('without a full tank to start from, or with an odometer that falls, there is no stretch', () => {
  expect(fullToFull([fill('a', 10, 1000, false), fill('b', 40, 1400)])).toEqual([]);
  expect(fullToFull([fill('a', 40, 1400), fill('b', 40, 1000)])).toEqual([]);
});
