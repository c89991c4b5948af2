/** Leases and what was paid for them, told by facts alone: the same moves that the saves make of rows. Pure. Money in fen. */
import type { Id } from '@opengoa/kernel';
import { bodyOf, type PastFact } from '../facts-before.ts';
import { LeaseApproved, LeaseEnded, LeaseProposed, LeaseRefused, RentRecorded, RentStruck } from './contract.ts';
import type { Lease } from './lease.ts';

export type PastLease = Pick<
  Lease,
  'id' | 'unit' | 'kind' | 'state' | 'party' | 'premises' | 'areaM2' | 'from' | 'to' | 'every' | 'rentFen' | 'endedOn'
> & {
  readonly rooms: readonly Id[];
  readonly paid: readonly { readonly rent: Id; readonly day: string; readonly amountFen: number }[];
};

export const kindsOfLeases = [
  LeaseProposed,
  LeaseApproved,
  LeaseRefused,
  LeaseEnded,
  RentRecorded,
  RentStruck,
] as const;

/**
 * Leases as these facts leave them, the earliest first; a payment that was struck is none.
 * @param facts the oldest first, and all of them from the first on
 */
export function leasesFrom(facts: readonly PastFact[]): PastLease[] {
  const leases = new Map<Id, PastLease>();
  for (const fact of facts) {
    const proposed = bodyOf(LeaseProposed, fact);
    if (proposed) {
      const { kind, party, premises, areaM2, from, to, every, rentFen, rooms } = proposed;
      const terms = { kind, party, premises, areaM2, from, to, every, rentFen, rooms };
      const { object: id, unit } = fact;
      leases.set(id, { ...terms, id, unit, state: 'proposed', endedOn: null, paid: [] });
    }
    const lease = leases.get(fact.object);
    if (!lease) continue;
    const turn = (to: Partial<PastLease>) => leases.set(lease.id, { ...lease, ...to });
    if (bodyOf(LeaseApproved, fact)) turn({ state: 'in-force' });
    if (bodyOf(LeaseRefused, fact)) turn({ state: 'refused' });
    const ended = bodyOf(LeaseEnded, fact);
    if (ended) turn({ state: 'ended', endedOn: ended.on });
    const paid = bodyOf(RentRecorded, fact);
    if (paid) turn({ paid: [...lease.paid, { rent: fact.id, day: paid.day, amountFen: paid.amountFen }] });
    const struck = bodyOf(RentStruck, fact);
    if (struck) turn({ paid: lease.paid.filter(({ rent }) => rent !== struck.rent) });
  }
  return [...leases.values()].toSorted((a, b) => order(a.from, b.from) || order(a.id, b.id));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
