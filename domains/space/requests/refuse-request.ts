import { caseRefusals, verb } from '@opengoa/kernel';
import { RefuseRequest, RequestRefused } from './contract.ts';
import { inApproval, moveCase } from './request-case.ts';

/** 不同意: the holder of the step says no, and why. */
export const refuseRequest = verb('space.refuse-request', {
  title: { zh: '不同意', en: 'Refuse' },
  input: RefuseRequest,
  who: ['holder'],
  facts: [RequestRefused],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { opinion }, context) =>
    moveCase(known, 'space.refuse-request', { kind: 'refuse', opinion }, context),
});
