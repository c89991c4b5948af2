import { type Id, type Offer, tableOfMoves } from '@opengoa/kernel';
import type { LeaseKind, LeaseState } from './contract.ts';
import type { RentTerms } from './instalments.ts';
import { leaseStates } from './words.zh.ts';

/** 一份租借: rooms given to others, or premises taken from others. */
export interface Lease extends RentTerms {
  readonly id: Id;
  readonly unit: Id;
  readonly kind: LeaseKind;
  readonly state: LeaseState;
  readonly party: string;
  readonly purpose: string;
  readonly premises: string;
  readonly building: Id | null;
  readonly areaM2: number;
  readonly paper: string;
  readonly askedBy: Id | null;
  readonly askedName: string;
  readonly decidedName: string | null;
  readonly said: string;
  readonly version: number;
}

export const leaseMoves = tableOfMoves('space.lease', leaseStates, 'proposed', {
  proposed: { 'space.approve-lease': 'in-force', 'space.refuse-lease': 'refused' },
  'in-force': { 'space.record-rent': 'in-force', 'space.end-lease': 'ended' },
  refused: {},
  // What was owed is paid afterwards, too.
  ended: { 'space.record-rent': 'ended' },
});

export const leaseOf = ({ id }: Pick<Lease, 'id'>) => ({ kind: 'space.lease', id });
export const offersFor = ({ unit, state, kind }: Pick<Lease, 'unit' | 'state' | 'kind'>): Offer => ({
  verbs: leaseMoves.from(state).filter((verb) => kind !== 'lent-out' || verb !== 'space.record-rent'),
  place: { unit },
});
