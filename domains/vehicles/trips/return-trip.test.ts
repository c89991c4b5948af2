import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import type { OdometerReading } from '../fleet/odometer.ts';
import { aTrip, aVehicle, outcome } from '../testing/given.ts';
import { returnTrip } from './return-trip.ts';

const context = onPaper('孙师傅', '2026-03-06T18:00:00+08:00');
const departedAt = new Date('2026-03-06T08:00:00+08:00');
const vehicle = aVehicle();
const trip = aTrip({
  state: 'departed',
  vehicle: vehicle.id,
  driverPerson: ids.persons['孙师傅'].person,
  departedAt,
  odometerOutKm: 20_000,
});
const given = {
  trip,
  vehicle,
  at: new Date('2026-03-06T12:00:00+08:00'),
  riders: [],
  around: { before: { at: departedAt, km: 20_000, source: 'departed' as OdometerReading['source'] }, after: null },
  hiddenKm: 0,
  task: { id: trip.id },
};
const back = (odometerKm: number, more: Partial<typeof given> = {}, why?: string) =>
  outcome(
    returnTrip.decide(
      { ...given, ...more },
      { trip: trip.id, odometerKm, ...(why === undefined ? {} : { why }) },
      context,
    ),
  );

test('返回: the kilometres are the difference, and the driver’s task is done', () => {
  expect(back(20_091)).toMatchObject({
    facts: ['vehicles.TripReturned', 'kernel.TaskEnded'],
    body: { drivenKm: 91, plannedKm: 86 },
  });
  expect(back(20_000)).toMatchObject({ body: { drivenKm: 0 } });
});

test('only from the road, not in the future, not before departure', () => {
  expect(back(20_091, { trip: { ...trip, state: 'returned' } })).toMatchObject({ refused: 'not-now' });
  expect(back(20_091, { at: new Date('2026-03-06T18:01:00+08:00') })).toMatchObject({ refused: 'time-not-yet' });
  expect(back(20_091, { at: new Date('2026-03-06T07:59:00+08:00') })).toMatchObject({
    refused: 'returned-before-departure',
    data: { departedAt: '2026-03-06 08:00' },
  });
});

test('the odometer never falls, and rises no faster than a vehicle drives', () => {
  expect(back(19_999)).toMatchObject({ refused: 'odometer-goes-back' });
  expect(back(20_400, {}, '绕行')).toHaveProperty('facts');
  expect(back(20_401, {}, '绕行')).toMatchObject({
    refused: 'farther-than-possible',
    data: { drivenKm: 401, possibleKm: 400, hours: 4 },
  });
});

test('far from the plan it asks why: beyond the ratio and beyond the extra kilometres, both', () => {
  expect(back(20_120)).toHaveProperty('facts'); // 120 km of 86 planned: 1.395 times
  expect(back(20_121)).toMatchObject({
    refused: 'far-from-plan',
    data: { drivenKm: 121, plannedKm: 86 },
  });
  expect(back(20_121, {}, '省道封闭绕行')).toMatchObject({ body: { why: '省道封闭绕行' } });
  expect(back(20_015, { trip: aTrip({ ...trip, plan: { distanceKm: 5 } }) })).toHaveProperty('facts'); // thrice the plan, ten kilometres
});

test('an odometer replaced on the way: both stretches count', () => {
  const before = { at: new Date('2026-03-06T10:00:00+08:00'), km: 3, source: 'replaced' as const };
  expect(back(60, { around: { before, after: null }, hiddenKm: 20_037 })).toMatchObject({ body: { drivenKm: 97 } });
});
