import { caseRefusals, verb } from '@opengoa/kernel';
import { ApproveRequest, RequestApproved } from './contract.ts';
import { inApproval, moveCase } from './request-case.ts';

/** 同意: the holder of the step agrees; after the last step the keeper looks for rooms. */
export const approveRequest = verb('space.approve-request', {
  title: { zh: '同意', en: 'Approve' },
  input: ApproveRequest,
  who: ['holder'],
  facts: [RequestApproved],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { opinion }, context) =>
    moveCase(known, 'space.approve-request', { kind: 'approve', opinion }, context),
});
