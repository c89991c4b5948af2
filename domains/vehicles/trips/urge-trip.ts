import { caseRefusals, verb } from '@opengoa/kernel';
import { UrgeTrip } from '../contract.ts';
import { inApproval, moveCase } from './trip-case.ts';

/** 催办: the asker reminds whoever holds it. */
export const urgeTrip = verb('vehicles.urge-trip', {
  title: { zh: '催办', en: 'Urge' },
  input: UrgeTrip,
  who: ['self'],
  facts: [],
  refusals: ['not-now', ...caseRefusals],
  ...inApproval,
  decide: (known, _input, context) => moveCase(known, 'vehicles.urge-trip', { kind: 'urge' }, context),
});
