import { caseRefusals, verb } from '@opengoa/kernel';
import { HandTripOver } from '../contract.ts';
import { inApproval, moveCase } from './trip-case.ts';

/** 转办: another person decides in the holder's place. */
export const handTripOver = verb('vehicles.hand-trip-over', {
  title: { zh: '转办', en: 'Hand over' },
  input: HandTripOver,
  who: ['holder'],
  facts: [],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { to, opinion }, context) =>
    moveCase(known, 'vehicles.hand-trip-over', { kind: 'hand-over', to, opinion }, context),
});
