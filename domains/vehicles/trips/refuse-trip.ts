import { caseRefusals, verb } from '@opengoa/kernel';
import { RefuseTrip, TripRefused } from '../contract.ts';
import { inApproval, moveCase } from './trip-case.ts';

/** 不同意: the holder of the step says no, and why. */
export const refuseTrip = verb('vehicles.refuse-trip', {
  title: { zh: '不同意', en: 'Refuse' },
  input: RefuseTrip,
  who: ['holder'],
  facts: [TripRefused],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { opinion }, context) =>
    moveCase(known, 'vehicles.refuse-trip', { kind: 'refuse', opinion }, context),
});
