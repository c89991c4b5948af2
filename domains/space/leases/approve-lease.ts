import { endTasksOf, refuse, verb } from '@opengoa/kernel';
import { ApproveLease, LeaseApproved } from './contract.ts';
import { cannotDecide, decidesLease } from './decide-lease.ts';
import { leaseOf } from './lease.ts';

/** 同意租借: by whoever answers for the unit, on the paper of the government that allowed it; from then on the rooms are let. */
export const approveLease = verb('space.approve-lease', {
  ...decidesLease,
  title: { zh: '同意', en: 'Approve' },
  input: ApproveLease,
  facts: [LeaseApproved],
  refusals: ['not-now', 'stale-version', 'asked-by-yourself', 'rooms-not-vacant'],
  decide(known, { version, opinion }, context) {
    const refused = cannotDecide(known, 'space.approve-lease', version, context);
    if (refused) return refused;
    const { lease, rooms, tasks } = known;
    const used = rooms.filter(({ state }) => state !== 'vacant');
    if (used.length > 0) return refuse('rooms-not-vacant', { rooms: used.map(({ name }) => name).join('、') });
    const body = { kind: lease.kind, rooms: rooms.map(({ id }) => id), opinion };
    return [
      LeaseApproved.of({ object: leaseOf(lease), unit: lease.unit, body }),
      ...endTasksOf({ object: leaseOf(lease), unit: lease.unit }, tasks, context),
    ];
  },
});
