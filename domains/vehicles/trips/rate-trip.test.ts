import { onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { aTrip, outcome } from '../testing/given.ts';
import { rateTrip } from './rate-trip.ts';

const context = onPaper('周敏', '2026-03-09T09:00:00+08:00');
const rate = (trip = aTrip({ state: 'returned' })) =>
  outcome(rateTrip.decide({ trip }, { trip: trip.id, stars: 5, words: '准时' }, context));

test('评价 before or after settlement, once', () => {
  expect(rate()).toMatchObject({ facts: ['vehicles.TripRated'], body: { stars: 5, words: '准时' } });
  expect(rate(aTrip({ state: 'settled' }))).toHaveProperty('facts');
  expect(rate(aTrip({ state: 'settled', stars: 3 }))).toMatchObject({ refused: 'already-rated' });
  expect(rate(aTrip({ state: 'departed' }))).toMatchObject({ refused: 'not-now' });
});
