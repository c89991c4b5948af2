import { endTasksOf, verb } from '@opengoa/kernel';
import { LeaseRefused, RefuseLease } from './contract.ts';
import { cannotDecide, decidesLease } from './decide-lease.ts';
import { leaseOf } from './lease.ts';

/** 不同意租借. */
export const refuseLease = verb('space.refuse-lease', {
  ...decidesLease,
  title: { zh: '不同意', en: 'Refuse' },
  input: RefuseLease,
  facts: [LeaseRefused],
  refusals: ['not-now', 'stale-version', 'asked-by-yourself'],
  decide: (known, { version, opinion }, context) =>
    cannotDecide(known, 'space.refuse-lease', version, context) ?? [
      LeaseRefused.of({ object: leaseOf(known.lease), unit: known.lease.unit, body: { opinion } }),
      ...endTasksOf({ object: leaseOf(known.lease), unit: known.lease.unit }, known.tasks, context),
    ],
});
