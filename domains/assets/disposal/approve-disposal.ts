import { caseRefusals, verb } from '@opengoa/kernel';
import { ApproveDisposal, DisposalApproved } from './contract.ts';
import { moveDisposal, onDisposal } from './on-disposal.ts';

/** 同意处置: the holder of the step agrees; after the last step it may be carried out. */
export const approveDisposal = verb('assets.approve-disposal', {
  ...onDisposal,
  title: { zh: '同意处置', en: 'Approve' },
  input: ApproveDisposal,
  who: ['holder'],
  facts: [DisposalApproved],
  refusals: ['not-now', ...caseRefusals],
  decide: (known, { opinion }, context) =>
    moveDisposal(known, 'assets.approve-disposal', { kind: 'approve', opinion }, context),
});
