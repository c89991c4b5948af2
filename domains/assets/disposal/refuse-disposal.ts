import { caseRefusals, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { DisposalRefused, RefuseDisposal } from './contract.ts';
import { moveDisposal, onDisposal } from './on-disposal.ts';

/** 不同意处置: the holder of the step says no, and why; the things go back to where they were. */
export const refuseDisposal = verb('assets.refuse-disposal', {
  ...onDisposal,
  title: { zh: '不同意处置', en: 'Refuse' },
  input: RefuseDisposal,
  who: ['holder'],
  facts: [DisposalRefused, CardMoved],
  refusals: ['not-now', ...caseRefusals],
  decide: (known, { opinion }, context) =>
    moveDisposal(known, 'assets.refuse-disposal', { kind: 'refuse', opinion }, context),
});
