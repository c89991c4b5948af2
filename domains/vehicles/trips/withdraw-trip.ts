import { caseRefusals, verb } from '@opengoa/kernel';
import { TripWithdrawn, WithdrawTrip } from '../contract.ts';
import { inApproval, moveCase } from './trip-case.ts';

/** 撤回: the asker takes back what is not decided yet. */
export const withdrawTrip = verb('vehicles.withdraw-trip', {
  title: { zh: '撤回', en: 'Withdraw' },
  input: WithdrawTrip,
  who: ['self'],
  facts: [TripWithdrawn],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { why }, context) =>
    moveCase(known, 'vehicles.withdraw-trip', { kind: 'withdraw', opinion: why }, context),
});
