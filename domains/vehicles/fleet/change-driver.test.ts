import { onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { aDriver, morning, outcome } from '../testing/given.ts';
import { changeDriver } from './change-driver.ts';

const change = (changes: object, booked = false, driver = aDriver()) =>
  outcome(
    changeDriver.decide({ driver, booked }, { driver: driver.id, version: 1, ...changes }, onPaper('郑科长', morning)),
  );

test('变更驾驶员: a renewed licence; leaving only without trips ahead', () => {
  expect(change({ licenceValidTo: '2037-06-30' })).toMatchObject({
    facts: ['vehicles.DriverChanged'],
    body: { licence: 'A1', licenceValidTo: '2037-06-30', state: 'active' },
  });
  expect(change({ state: 'released' }, true)).toMatchObject({ refused: 'driver-is-booked' });
  expect(change({ state: 'released' })).toMatchObject({ body: { state: 'released' } });
  expect(change({}, false, aDriver({ version: 2 }))).toMatchObject({ refused: 'stale-version' });
});
