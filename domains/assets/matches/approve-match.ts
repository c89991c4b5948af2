import { caseRefusals, verb } from '@opengoa/kernel';
import { ApproveMatch, MatchApproved } from './contract.ts';
import { inApproval, moveMatch } from './match-case.ts';

/** 同意调出: whoever answers for the giver lets the thing go; the papers of the transfer come next. */
export const approveMatch = verb('assets.approve-match', {
  title: { zh: '同意调出', en: 'Agree' },
  input: ApproveMatch,
  who: ['holder'],
  facts: [MatchApproved],
  refusals: ['not-found', 'not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { opinion }, context) =>
    moveMatch(known, 'assets.approve-match', { kind: 'approve', opinion }, context),
});
