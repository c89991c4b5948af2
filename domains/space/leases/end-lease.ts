import { refuse, stale, verb } from '@opengoa/kernel';
import { EndLease, LeaseEnded } from './contract.ts';
import { leaseMoves, leaseOf } from './lease.ts';
import { lockLease, roomsOfLease } from './lease-store.ts';

/** 终止租借: its last day; the rooms are vacant again. What is owed up to then stays owed. */
export const endLease = verb('space.end-lease', {
  title: { zh: '终止', en: 'End' },
  input: EndLease,
  who: ['space-clerk'],
  on: 'space.lease',
  facts: [LeaseEnded],
  refusals: ['not-now', 'stale-version', 'lease-end-outside'],
  load: async (tx, { lease: id }) => ({ lease: await lockLease(tx, id), rooms: await roomsOfLease(tx, id) }),
  at: ({ lease, rooms }) => [...new Set([lease.unit, ...rooms.map(({ unit }) => unit)])].map((unit) => ({ unit })),
  decide({ lease, rooms }, { version, on, why }, { today }) {
    const closed = leaseMoves.refusal(lease.state, 'space.end-lease');
    if (closed) return closed;
    if (version !== lease.version) return stale({ version: lease.version });
    const latest = today < lease.to ? today : lease.to;
    if (on < lease.from || on > latest) return refuse('lease-end-outside', { from: lease.from, to: latest });
    const body = { rooms: rooms.map(({ id }) => id), on, why };
    return [LeaseEnded.of({ object: leaseOf(lease), unit: lease.unit, body })];
  },
});
