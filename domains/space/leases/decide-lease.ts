import { type Context, refuse, type Refusal, stale, type Tx } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import { type Lease, leaseMoves } from './lease.ts';
import { type LeasedRoom, lockLease, roomsOfLease } from './lease-store.ts';

/** What approving and refusing have in common: somebody else than who proposed it. */
export const decidesLease = {
  on: 'space.lease',
  who: ['head', 'leader'],
  load: async <Input extends { lease: string }>(tx: Tx, { lease: id }: Input) => ({
    lease: await lockLease(tx, id),
    rooms: await roomsOfLease(tx, id),
    tasks: await openTasksOf(tx, id),
  }),
  at: ({ lease }: { lease: Lease }) => ({ unit: lease.unit }),
};

export function cannotDecide(
  { lease }: { readonly lease: Lease; readonly rooms: readonly LeasedRoom[] },
  verb: string,
  version: number,
  { actor }: Context,
): Refusal | undefined {
  const closed = leaseMoves.refusal(lease.state, verb);
  if (closed) return closed;
  if (version !== lease.version) return stale({ version: lease.version });
  return lease.askedBy !== null && lease.askedBy === actor.person ? refuse('asked-by-yourself') : undefined;
}
