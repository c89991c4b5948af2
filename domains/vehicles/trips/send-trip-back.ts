import { caseRefusals, verb } from '@opengoa/kernel';
import { SendTripBack, TripSentBack } from '../contract.ts';
import { inApproval, moveCase } from './trip-case.ts';

/** 退回: to the asker, or to an earlier step, with what is to be mended. */
export const sendTripBack = verb('vehicles.send-trip-back', {
  title: { zh: '退回', en: 'Send back' },
  input: SendTripBack,
  who: ['holder'],
  facts: [TripSentBack],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { opinion, step }, context) =>
    moveCase(
      known,
      'vehicles.send-trip-back',
      { kind: 'return', opinion, ...(step === undefined ? {} : { to: step }) },
      context,
    ),
});
