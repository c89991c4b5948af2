import { caseRefusals, isRefusal, stale, verb } from '@opengoa/kernel';
import { ReviseTrip, TripRevised } from '../contract.ts';
import { unfitTimes } from './request-trip.ts';
import { inApproval, moveCase } from './trip-case.ts';
import { attributesOf, summaryOf, tripOf } from './trip.ts';

/** 修改后再次申请: what was sent back is mended by the asker and goes on under its number. */
export const reviseTrip = verb('vehicles.revise-trip', {
  title: { zh: '修改后再次申请', en: 'Revise and ask again' },
  input: ReviseTrip,
  who: ['self'],
  facts: [TripRevised],
  refusals: ['not-now', ...caseRefusals, 'stale-version', 'trip-ends-before-it-begins', 'trip-already-over'],
  ...inApproval,
  decide({ trip, row }, { trip: _id, version, ...plan }, context) {
    if (trip.version !== version) return stale({ version: trip.version });
    const unfit = unfitTimes(plan, context.now);
    if (unfit) return unfit;
    const summary = `${trip.number} ${summaryOf(plan)}`;
    const revised = TripRevised.of({ object: tripOf(trip), unit: trip.unit, body: plan });
    const moved = moveCase(
      { trip, row },
      'vehicles.revise-trip',
      { kind: 'resubmit', attributes: attributesOf(plan), summary },
      context,
    );
    return isRefusal(moved) ? moved : [revised, ...moved];
  },
});
