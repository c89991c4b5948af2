import { onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { aVehicle, outcome } from '../testing/given.ts';
import { retireVehicle } from './retire-vehicle.ts';
import { yearsInService } from './vehicle.ts';

const context = onPaper('郑科长', '2026-11-20T09:00:00+08:00');
const old = aVehicle({ inServiceDay: '2018-05-01' });
const retire = (more: { day?: string; paper?: string; version?: number } = {}, vehicle = old, booked = false) =>
  outcome(
    retireVehicle.decide(
      { vehicle, booked },
      { vehicle: vehicle.id, version: 1, disposal: 'auction', day: '2026-11-20', ...more },
      context,
    ),
  );

test('处置: after more than eight years', () => {
  expect(retire()).toMatchObject({ facts: ['vehicles.VehicleRetired'], facets: { asset: { state: 'retired' } } });
  expect(retire({ day: '2026-05-01' })).toMatchObject({
    refused: 'younger-than-renewal',
    data: { article: '第二十二条', allowed: 8 },
  });
});

test('earlier for safety, with the paper that allows it', () => {
  expect(retire({ paper: '临机管〔2026〕3号' }, aVehicle())).toMatchObject({ body: { paper: '临机管〔2026〕3号' } });
});

test('an old version, one already retired, one that is out or booked', () => {
  expect(retire({ version: 2 })).toMatchObject({ refused: 'stale-version' });
  expect(retire({}, aVehicle({ state: 'retired' }))).toMatchObject({ refused: 'vehicle-not-in-use' });
  expect(retire({}, { ...old, outOn: 'trip' })).toMatchObject({ refused: 'vehicle-is-out' });
  expect(retire({}, old, true)).toMatchObject({
    refused: 'vehicle-is-out',
    possible: ['vehicles.return-trip', 'vehicles.dispatch-trip'],
  });
});

test('years are counted to the day', () => {
  expect(yearsInService('2018-05-01', '2026-05-01')).toBe(8);
  expect(yearsInService('2018-05-01', '2026-04-30')).toBeLessThan(8);
  expect(yearsInService('2018-05-01', '2026-05-02')).toBeGreaterThan(8);
});
