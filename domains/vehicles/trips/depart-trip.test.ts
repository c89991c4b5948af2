import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import type { OdometerReading } from '../fleet/odometer.ts';
import { aTrip, aVehicle, outcome } from '../testing/given.ts';
import { departTrip } from './depart-trip.ts';

const now = '2026-03-06T08:05:00+08:00';
const context = onPaper('孙师傅', now);
const vehicle = aVehicle();
const trip = aTrip({ state: 'dispatched', vehicle: vehicle.id, driverPerson: ids.persons['孙师傅'].person });
const last: OdometerReading = { at: new Date('2026-03-05T08:00:00Z'), km: 20_000, source: 'returned' };
const given = { trip, vehicle, at: new Date(now), riders: [], around: { before: last, after: null } };
const depart = (odometerKm: number, more: Partial<typeof given> | { around: object } = {}) =>
  outcome(departTrip.decide({ ...given, ...more } as typeof given, { trip: trip.id, odometerKm }, context));

test('出车 is the driver’s, read from the odometer', () => {
  expect(departTrip.at(given, { trip: trip.id, odometerKm: 0 }, context)).toMatchObject([
    { person: ids.persons['孙师傅'].person },
  ]);
  expect(depart(20_000)).toMatchObject({ facts: ['vehicles.TripDeparted'], body: { odometerKm: 20_000 } });
});

test('not before dispatch, not in the future, not while the vehicle is out', () => {
  expect(depart(20_000, { trip: { ...trip, state: 'approved' } })).toMatchObject({ refused: 'not-now' });
  expect(depart(20_000, { at: new Date('2026-03-06T08:06:00+08:00') })).toMatchObject({ refused: 'time-not-yet' });
  expect(depart(20_000, { vehicle: { ...vehicle, outOn: 'another' } })).toMatchObject({
    refused: 'vehicle-still-out',
    possible: ['vehicles.return-trip', 'vehicles.dispatch-trip'],
  });
});

test('the odometer: one kilometre less than before, and paper entered late that overtakes what was read since', () => {
  expect(depart(19_999)).toMatchObject({
    refused: 'odometer-goes-back',
    data: { now: 19_999, last: 20_000, at: '2026-03-05 16:00' },
  });
  const after = { at: new Date('2026-03-06T10:00:00Z'), km: 20_050, source: 'fuel' as const };
  expect(depart(20_051, { around: { before: last, after } })).toMatchObject({
    refused: 'odometer-beyond-next',
    data: { next: 20_050 },
  });
  expect(depart(20_051, { around: { before: last, after: { ...after, source: 'replaced' } } })).toHaveProperty('facts');
});
