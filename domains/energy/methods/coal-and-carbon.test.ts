import { expect, test } from 'vitest';
import { type FactorSet, coalAndCarbon } from './coal-and-carbon.ts';
import { examples, near, found } from './worked-examples.ts';

const { input, expected } = examples['energy.carbon'];
const set = (kgCo2PerKwh: number): FactorSet => ({
  coalBasis: 'calorific',
  coal: [
    {
      carrier: 'electricity',
      unit: 'kWh',
      kgPerUnit: input.factors.kgce_per_kWh,
      source: 'coal-factor-electricity-calorific',
    },
    { carrier: 'natural-gas', unit: 'm3', kgPerUnit: input.factors.kgce_per_m3, source: 'coal-factor-natural-gas' },
    { carrier: 'heat', unit: 'GJ', kgPerUnit: input.factors.kgce_per_GJ, source: 'coal-factor-heat' },
  ],
  carbon: [
    { carrier: 'electricity', unit: 'kWh', kgPerUnit: kgCo2PerKwh, source: 'grid-factor' },
    { carrier: 'natural-gas', unit: 'm3', kgPerUnit: input.factors.kgCO2_per_m3, source: 'co2-natural-gas' },
    { carrier: 'heat', unit: 'GJ', kgPerUnit: input.factors.kgCO2_per_GJ, source: 'co2-heat' },
  ],
});
const uses = [
  { carrier: 'electricity', quantity: input.kWh, unit: 'kWh' },
  { carrier: 'natural-gas', quantity: input.gas_m3, unit: 'm3' },
  { carrier: 'heat', quantity: input.heat_GJ, unit: 'GJ' },
];

test('coal and carbon are those of the worked example, with either year’s grid factor', () => {
  const found2023 = found(coalAndCarbon(uses, set(input.factors.kgCO2_per_kWh)));
  expect(found2023.coalTce).toSatisfy(near(expected.tce));
  expect(found2023.carbonTco2).toSatisfy(near(expected.tCO2));
  expect(found(coalAndCarbon(uses, set(0.5366))).carbonTco2).toSatisfy(near(expected['tCO2_if_2022_factor_0.5366']));
  expect(found2023.carriers.map((carrier) => carrier.carbonSource)).toEqual([
    'grid-factor',
    'co2-natural-gas',
    'co2-heat',
  ]);
});

test('a carrier without a factor in its unit is named, not left out', () => {
  const result = coalAndCarbon([{ carrier: 'heat', quantity: 5, unit: 'MJ' }, ...uses], set(0.5));
  expect(result).toMatchObject({ status: 'insufficient_data', reasons: [{ code: 'factor-missing' }] });
});
