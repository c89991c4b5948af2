import { caseRefusals, verb } from '@opengoa/kernel';
import { CardMoved } from '../cards/contract.ts';
import { DisposalWithdrawn, WithdrawDisposal } from './contract.ts';
import { disposalRefusal, moveDisposal, onDisposal, withdrawn } from './on-disposal.ts';

/** 撤回处置: while it is decided on whoever proposed it takes it back; afterwards any clerk of the unit does, as long as nothing was carried out. */
export const withdrawDisposal = verb('assets.withdraw-disposal', {
  ...onDisposal,
  title: { zh: '撤回处置', en: 'Withdraw' },
  input: WithdrawDisposal,
  who: ['assets-clerk'],
  facts: [DisposalWithdrawn, CardMoved],
  refusals: ['not-now', ...caseRefusals],
  decide(known, { why }, context) {
    const closed = disposalRefusal(known.paper, 'assets.withdraw-disposal');
    if (closed) return closed;
    if (known.paper.state === 'approved') return withdrawn(known, why);
    return moveDisposal(known, 'assets.withdraw-disposal', { kind: 'withdraw', opinion: why }, context);
  },
});
