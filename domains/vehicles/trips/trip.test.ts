import { expect, test } from 'vitest';
import { aTrip } from '../testing/given.ts';
import { offersFor, summaryOf, tripMoves, tripNumber } from './trip.ts';

test('a sentence complete enough to decide by', () => {
  expect(summaryOf(aTrip().plan)).toBe('4 人 2026-03-06 08:00 去石桥县，往返 86 km：预算执行调研');
});

test('numbers of a year stand in order', () => {
  expect(tripNumber(2026, 418)).toBe('TR-2026-00418');
});

test('the driver’s acts are judged at the driver, the asker’s at the asker', () => {
  const trip = aTrip({ state: 'dispatched', driverPerson: 'sun' });
  expect(offersFor(trip)).toEqual([
    {
      verbs: ['vehicles.dispatch-trip', 'vehicles.cancel-trip'],
      place: { unit: trip.unit, person: trip.asker, object: trip.id },
    },
    { verbs: ['vehicles.depart-trip'], place: { unit: trip.unit, person: 'sun', object: trip.id } },
  ]);
});

test('only what the case leaves open to the reader is offered, and a rating once', () => {
  expect(offersFor(aTrip({ state: 'requested' }), ['urge', 'withdraw'])[0]?.verbs).toEqual([
    'vehicles.urge-trip',
    'vehicles.withdraw-trip',
  ]);
  expect(offersFor(aTrip({ state: 'settled' }))[0]?.verbs).toEqual(['vehicles.rate-trip']);
  expect(offersFor(aTrip({ state: 'settled', stars: 4 }))[0]?.verbs).toEqual([]);
});

test('a trip that is over has no move left', () => {
  expect(tripMoves.states.filter((state) => tripMoves.from(state).length === 0)).toEqual([
    'refused',
    'withdrawn',
    'cancelled',
  ]);
});
