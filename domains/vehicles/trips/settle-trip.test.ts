import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { aTrip, outcome } from '../testing/given.ts';
import { settleTrip } from './settle-trip.ts';

const context = onPaper('郑科长', '2026-03-09T09:00:00+08:00');
const trip = aTrip({ state: 'returned', vehicle: 'vehicle', returnedAt: new Date('2026-03-06T23:30:00+08:00') });
const settle = (costs: { fuelFen: number; tollFen: number; parkingFen: number }, of = trip) =>
  outcome(settleTrip.decide({ trip: of }, { trip: of.id, ...costs }, context));

test('结算: each cost is borne by the unit that asked, on the Shanghai day of the return', () => {
  const shared = { unit: ids.financeOffice, day: '2026-03-06' };
  expect(settle({ fuelFen: 8_000, tollFen: 4_500, parkingFen: 0 })).toEqual({
    facts: ['vehicles.TripSettled'],
    body: { vehicle: 'vehicle', fuelFen: 8_000, tollFen: 4_500, parkingFen: 0, costFen: 12_500 },
    facets: {
      cost: [
        { item: 'fuel', amountFen: 8_000, ...shared },
        { item: 'toll', amountFen: 4_500, ...shared },
      ],
    },
  });
});

test('a trip that cost nothing on the way carries no cost', () => {
  expect(settle({ fuelFen: 0, tollFen: 0, parkingFen: 0 })).toMatchObject({ body: { costFen: 0 }, facets: {} });
});

test('once, and only after the return', () => {
  const nothing = { fuelFen: 0, tollFen: 0, parkingFen: 0 };
  expect(settle(nothing, aTrip({ state: 'settled' }))).toMatchObject({
    refused: 'not-now',
    possible: ['vehicles.rate-trip'],
  });
  expect(settle(nothing, aTrip({ state: 'departed' }))).toMatchObject({ refused: 'not-now' });
});
