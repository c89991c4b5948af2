import { type Actor, type Context, type Id, type Offer as May, type Place, tableOfMoves } from '@opengoa/kernel';
import type { Condition, OfferMay, OfferState } from './contract.ts';
import { bodyStates, loanStates, offerStates, storeStates } from './words.zh.ts';

/** 在仓物品: what a unit gives to others, as far as others may know it. */
export interface Offer {
  readonly id: Id;
  readonly unit: Id;
  readonly keeper: Id;
  readonly store: Id;
  readonly card: Id;
  readonly number: string;
  readonly name: string;
  readonly measure: string;
  readonly quantity: number;
  /** Not spoken for. */
  readonly free: number;
  readonly valueFen: number;
  readonly condition: Condition;
  readonly may: OfferMay;
  readonly reach: 'tree' | 'unit';
  readonly state: OfferState;
  readonly version: number;
}

export const storeMoves = tableOfMoves('assets.store', storeStates, 'open', {
  open: { 'assets.keep-store': 'open', 'assets.close-store': 'closed' },
  closed: {},
});
export const offerMoves = tableOfMoves('assets.offer', offerStates, 'offered', {
  offered: { 'assets.inspect-offer': ['in-store', 'turned-away'], 'assets.withdraw-offer': 'withdrawn' },
  'in-store': {
    'assets.inspect-offer': ['in-store', 'turned-away'],
    'assets.reserve-offer': 'in-store',
    'assets.lend-offer': 'in-store',
    'assets.withdraw-offer': 'withdrawn',
    // By a transfer that was received whole.
    'assets.send-transfer': ['in-store', 'gone'],
  },
  'turned-away': { 'assets.withdraw-offer': 'withdrawn' },
  withdrawn: {},
  gone: {},
});
export const loanMoves = tableOfMoves('assets.loan', loanStates, 'out', {
  out: { 'assets.return-loan': 'returned' },
  returned: {},
});
export const bodyMoves = tableOfMoves('assets.body', bodyStates, 'open', {
  open: { 'assets.enter-bought': 'open', 'assets.end-body': 'ended' },
  ended: {},
});

export const storeOf = (id: Id) => ({ kind: 'assets.store', id });
export const offerOf = (id: Id) => ({ kind: 'assets.offer', id });
export const claimOf = (id: Id) => ({ kind: 'assets.reservation', id });
export const loanOf = (id: Id) => ({ kind: 'assets.loan', id });
export const bodyOf = (id: Id) => ({ kind: 'assets.body', id });

const byOwner = new Set(['assets.withdraw-offer']);
const byKeeper = new Set(['assets.inspect-offer', 'assets.lend-offer']);

/** Owner and keeper each have their own acts; whoever wants it reserves it for the own unit. */
export function offersOf(
  { unit, keeper, state }: Pick<Offer, 'unit' | 'keeper' | 'state'>,
  asker: Id | null = null,
): May[] {
  const open = offerMoves.from(state);
  return [
    { verbs: open.filter((verb) => byOwner.has(verb)), place: { unit } },
    { verbs: open.filter((verb) => byKeeper.has(verb)), place: { unit: keeper } },
    ...(asker === null
      ? []
      : [{ verbs: open.filter((verb) => verb === 'assets.reserve-offer'), place: { unit: asker } }]),
  ];
}

/** Of the units that a thing concerns the one where the actor has a right; the first where there is none. */
export function sideOf(
  { actor, organisation }: Pick<Context, 'actor' | 'organisation'>,
  who: readonly string[],
  units: readonly [Id, ...Id[]],
): Place {
  return { unit: units.find((unit) => covers(actor, organisation, who, unit)) ?? units[0] };
}

export const covers = (
  actor: Actor,
  organisation: Context['organisation'],
  who: readonly string[],
  unit: Id,
): boolean =>
  actor.grants.some((grant) => who.includes(grant.role) && organisation.covers(grant.unit, unit, grant.below));
