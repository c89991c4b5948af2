import { caseRefusals, verb } from '@opengoa/kernel';
import { RequestSentBack, SendRequestBack } from './contract.ts';
import { inApproval, moveCase } from './request-case.ts';

/** 退回: to whoever asked, with what is to be mended. */
export const sendRequestBack = verb('space.send-request-back', {
  title: { zh: '退回', en: 'Send back' },
  input: SendRequestBack,
  who: ['holder'],
  facts: [RequestSentBack],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { opinion }, context) =>
    moveCase(known, 'space.send-request-back', { kind: 'return', opinion }, context),
});
