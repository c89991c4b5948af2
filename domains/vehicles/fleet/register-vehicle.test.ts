import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { describe, expect, test } from 'vitest';
import { RegisterVehicle } from '../contract.ts';
import { morning, outcome } from '../testing/given.ts';
import { registerVehicle } from './register-vehicle.ts';

const context = onPaper('郑科长', morning);
const register = (more: object = {}, taken = false) => {
  const input = RegisterVehicle.parse({
    unit: ids.bureauFleet,
    plate: '青A·10001',
    make: '红旗',
    model: 'H5',
    category: 'other',
    body: 'sedan',
    power: 'petrol',
    ...more,
  });
  return outcome(
    registerVehicle.decide({ id: '0198f000-0000-7000-8000-000000000001', bought: undefined, taken }, input, context),
  );
};

describe('登记车辆', () => {
  test('an asset enters the ledger; it serves its institution unless another is named', () => {
    expect(register()).toMatchObject({
      facts: ['vehicles.VehicleRegistered'],
      body: { serves: ids.bureau, warnings: [] },
      facets: { asset: { kind: 'vehicle', state: 'in-use' } },
    });
    expect(register({ serves: ids.city })).toMatchObject({ body: { serves: ids.city } });
  });

  test('a plate twice', () => {
    expect(register({}, true)).toMatchObject({ refused: 'plate-taken' });
  });

  test('第七条 price: the limit itself, and one fen above', () => {
    expect(register({ priceFen: 18_000_000 })).toHaveProperty('facts');
    expect(register({ priceFen: 18_000_001 })).toMatchObject({
      refused: 'over-standard',
      data: {
        standard: 'vehicles.purchase-price',
        version: '2017-12-05',
        article: '第七条（二）',
        observed: 18_000_001,
        allowed: 18_000_000,
      },
    });
    expect(register({ category: 'confidential-courier', priceFen: 12_000_001 })).toMatchObject({
      refused: 'over-standard',
      data: { allowed: 12_000_000 },
    });
    expect(
      register({ category: 'confidential-courier', priceFen: 18_000_000, power: 'battery-electric' }),
    ).toHaveProperty('facts');
  });

  test('第七条 displacement: the limit itself, and above; a battery has none', () => {
    expect(register({ displacementL: 1.8 })).toHaveProperty('facts');
    expect(register({ displacementL: 2.0 })).toMatchObject({
      refused: 'over-standard',
      data: { standard: 'vehicles.displacement', allowed: 1.8 },
    });
    expect(register({ displacementL: 2.0, power: 'battery-electric' })).toHaveProperty('facts');
  });

  test('确因情况特殊 allows more, and a vehicle is judged by the day it went into service', () => {
    expect(
      register({ body: 'medium-passenger', condition: 'special-case', priceFen: 25_000_000, displacementL: 3 }),
    ).toHaveProperty('facts');
    expect(register({ priceFen: 23_000_000, inServiceDay: '2016-08-01' })).toHaveProperty('facts');
  });
});
