import { onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { aTrip, morning, outcome } from '../testing/given.ts';
import { cancelTrip } from './cancel-trip.ts';

const context = onPaper('周敏', morning);
const cancel = (trip = aTrip(), task?: { id: string }) =>
  outcome(cancelTrip.decide({ trip, task }, { trip: trip.id, why: '会议改期' }, context));

test('取消 takes the open task with it', () => {
  expect(cancel(aTrip({ state: 'dispatched' }), { id: 'task' })).toMatchObject({
    facts: ['vehicles.TripCancelled', 'kernel.TaskEnded'],
    body: { why: '会议改期' },
  });
  expect(cancel()).toMatchObject({ facts: ['vehicles.TripCancelled'] });
});

test('not before approval (withdraw), not on the road (return)', () => {
  expect(cancel(aTrip({ state: 'requested' }))).toMatchObject({
    refused: 'not-now',
    possible: expect.arrayContaining(['vehicles.withdraw-trip']),
  });
  expect(cancel(aTrip({ state: 'departed' }))).toMatchObject({
    refused: 'not-now',
    possible: ['vehicles.return-trip'],
  });
});
