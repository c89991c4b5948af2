import { caseRefusals, verb } from '@opengoa/kernel';
import { ApproveTrip, TripApproved } from '../contract.ts';
import { inApproval, moveCase } from './trip-case.ts';

/** 同意: the holder of the step agrees; after the last step the trip is approved and waits for a vehicle. */
export const approveTrip = verb('vehicles.approve-trip', {
  title: { zh: '同意', en: 'Approve' },
  input: ApproveTrip,
  who: ['holder'],
  facts: [TripApproved],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { opinion }, context) =>
    moveCase(known, 'vehicles.approve-trip', { kind: 'approve', opinion }, context),
});
