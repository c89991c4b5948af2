import { onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { aVehicle, morning, outcome } from '../testing/given.ts';
import { strikeVehicle } from './strike-vehicle.ts';

const strike = (vehicle = aVehicle(), used = false) =>
  outcome(
    strikeVehicle.decide({ vehicle, used }, { vehicle: vehicle.id, why: '重复登记' }, onPaper('郑科长', morning)),
  );

test('注销误登, as long as nothing hangs on it', () => {
  expect(strike()).toMatchObject({ facts: ['vehicles.VehicleStruck'], facets: { asset: { state: 'struck' } } });
  expect(strike(aVehicle(), true)).toMatchObject({
    refused: 'vehicle-has-history',
    possible: ['vehicles.retire-vehicle'],
  });
  expect(strike(aVehicle({ state: 'retired' }))).toMatchObject({ refused: 'vehicle-not-in-use' });
});
