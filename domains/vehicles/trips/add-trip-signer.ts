import { caseRefusals, verb } from '@opengoa/kernel';
import { AddTripSigner } from '../contract.ts';
import { inApproval, moveCase } from './trip-case.ts';

/** 加签: somebody else is heard before, or after, the holder decides. */
export const addTripSigner = verb('vehicles.add-trip-signer', {
  title: { zh: '加签', en: 'Add a signer' },
  input: AddTripSigner,
  who: ['holder'],
  facts: [],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, { persons, when, opinion }, context) =>
    moveCase(known, 'vehicles.add-trip-signer', { kind: 'add-signer', persons, when, opinion }, context),
});
