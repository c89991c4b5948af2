import { type Id, type Offer, refuse, type Refusal, tableOfMoves } from '@opengoa/kernel';
import type { SupplyKind } from './contract.ts';
import { supplyStates } from './words.zh.ts';

/** What is counted in one unit's cupboard: consumables, components, seats of a licence. */
export interface Supply {
  readonly id: Id;
  readonly unit: Id;
  readonly kind: SupplyKind;
  readonly name: string;
  readonly measure: string;
  readonly onHand: number;
  readonly out: number;
  readonly minimum: number;
  readonly validUntil: string | null;
  readonly state: 'kept' | 'ended';
  readonly version: number;
}

export const supplyMoves = tableOfMoves('assets.supply', supplyStates, 'kept', {
  kept: {
    'assets.issue-supply': 'kept',
    'assets.receive-supply': 'kept',
    'assets.count-supply': 'kept',
    'assets.keep-supply': 'kept',
    'assets.end-supply': 'ended',
  },
  ended: {},
});

export const supplyOf = (id: Id) => ({ kind: 'assets.supply', id });

export const supplyOffers = ({ unit, state }: Pick<Supply, 'unit' | 'state'>): Offer => ({
  verbs: supplyMoves.from(state),
  place: { unit },
});

/** A consumable is used up; what else is given out stays the unit's and may come back. */
export const comesBack = (kind: SupplyKind): boolean => kind !== 'consumable';

export interface Asked {
  readonly quantity: number;
  readonly hasCard: boolean;
  readonly hasHolder: boolean;
}

/** Why so much of it is not given out on this day. */
export function issueRefusal(supply: Supply, asked: Asked, today: string): Refusal | undefined {
  const closed = supplyMoves.refusal(supply.state, 'assets.issue-supply');
  if (closed) return closed;
  const { kind, name, measure, onHand, validUntil } = supply;
  const placed = kind === 'component' ? asked.hasCard : kind === 'licence' ? asked.hasCard || asked.hasHolder : true;
  if (!placed) return refuse('supply-needs-place');
  if (kind === 'licence' && validUntil !== null && validUntil < today)
    return refuse('supply-over', { day: validUntil }, { status: 409 });
  if (asked.quantity > onHand) return refuse('supply-short', { name, onHand, measure }, { status: 409 });
  return undefined;
}
