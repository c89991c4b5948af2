import { caseRefusals, verb } from '@opengoa/kernel';
import { DeclineMatch, MatchDeclined } from './contract.ts';
import { inApproval, moveMatch } from './match-case.ts';

/** 不同意调出: with its reason; the pieces are free again, and the pair is not asked for some days. */
export const declineMatch = verb('assets.decline-match', {
  title: { zh: '不同意调出', en: 'Decline' },
  input: DeclineMatch,
  who: ['holder'],
  facts: [MatchDeclined],
  refusals: ['not-found', 'not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { opinion }, context) =>
    moveMatch(known, 'assets.decline-match', { kind: 'refuse', opinion }, context),
});
