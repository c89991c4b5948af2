import { onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { aVehicle, morning, outcome } from '../testing/given.ts';
import { changeVehicle } from './change-vehicle.ts';

const context = onPaper('郑科长', morning);
const change = (changes: object, vehicle = aVehicle()) =>
  outcome(changeVehicle.decide({ vehicle }, { vehicle: vehicle.id, version: 1, ...changes }, context));

test('变更: what is left out stays, what is said changes', () => {
  expect(change({ seats: 7, state: 'sealed' })).toMatchObject({
    facts: ['vehicles.VehicleChanged'],
    body: { seats: 7, state: 'sealed', make: '红旗', priceFen: 17_800_000 },
    facets: { asset: { state: 'sealed' } },
  });
  expect(change({ priceFen: null })).toMatchObject({ body: { priceFen: null } });
});

test('an old version, a retired vehicle, a change over the standard', () => {
  expect(change({}, aVehicle({ version: 3 }))).toEqual({ refused: 'stale-version', data: { version: 3 } });
  expect(change({}, aVehicle({ state: 'retired' }))).toMatchObject({ refused: 'vehicle-not-in-use' });
  expect(change({ category: 'law-enforcement' })).toMatchObject({
    refused: 'over-standard',
    data: { allowed: 12_000_000 },
  });
});
