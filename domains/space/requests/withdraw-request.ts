import { caseRefusals, verb } from '@opengoa/kernel';
import { RequestWithdrawn, WithdrawRequest } from './contract.ts';
import { inApproval, moveCase } from './request-case.ts';

/** 撤回: whoever asked takes back what is not decided yet. */
export const withdrawRequest = verb('space.withdraw-request', {
  title: { zh: '撤回', en: 'Withdraw' },
  input: WithdrawRequest,
  who: ['self'],
  facts: [RequestWithdrawn],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { why }, context) =>
    moveCase(known, 'space.withdraw-request', { kind: 'withdraw', opinion: why }, context),
});
