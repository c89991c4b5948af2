import { type Context, type FactDraft, type Id, refuse, type Refusal } from '@opengoa/kernel';
import { assetFacet, type Card, cardOf, isOnTheWay } from '../cards/card.ts';
import { cardStates, facetKinds } from '../cards/words.zh.ts';
import { AllotmentRecorded, DisposalRightRecorded, OwnershipRecorded, type RecordRight } from './contract.ts';
import type { RightKind } from './words.zh.ts';

/** The last entry of one right in one card. */
export interface LastRight {
  readonly id: Id;
  readonly card: Id;
  readonly holder: string;
  readonly holderUnit: Id | null;
  readonly from: string;
  /** The first day on which it no longer held; null: it stands. */
  readonly to: string | null;
}

/** Cards, locked, with the last entry of the right that is spoken of, and the ids of the entries to come. */
export interface RightsKnown {
  readonly cards: readonly Card[];
  readonly last: ReadonlyMap<Id, LastRight>;
  readonly ids: readonly Id[];
}

export const factOfRight = {
  ownership: OwnershipRecorded,
  allotment: AllotmentRecorded,
  disposal: DisposalRightRecorded,
} as const satisfies Record<RightKind, unknown>;

export const rightOf = ({ id }: { readonly id: Id }) => ({ kind: 'assets.right', id });

/** The unit that stands for another since mergers; a unit that was split stands for itself, since people say whose its things became. */
export function heirOf(unit: Id, { organisation }: Pick<Context, 'organisation'>): Id {
  let at = unit;
  for (let step = 0; step < 20; step += 1) {
    const successors = organisation.unit(at)?.successors ?? [];
    if (successors.length !== 1) return at;
    at = successors[0]!;
  }
  return at;
}

/** Why no right is entered for this card now: other offices keep their things themselves, and what is on its way or going out is told afterwards. */
function cardRefusal(card: Card): Refusal | undefined {
  const { number, name, state, facetKind } = card;
  if (facetKind !== null)
    return refuse(
      'card-by-facet',
      { office: facetKinds[facetKind as keyof typeof facetKinds] ?? facetKind },
      { status: 409 },
    );
  if (isOnTheWay(card)) return refuse('card-on-the-way', { number }, { status: 409 });
  if (state === 'disposed' || state === 'awaiting-disposal')
    return refuse('card-not-now', { number, name, state: cardStates[state] }, { status: 409 });
  return undefined;
}

type Told = Omit<RecordRight, 'cards'>;

/** Who is to have it: the name of the paper, else the unit’s. */
export function holderOf({ holder, holderUnit }: Told, { organisation, today }: Context): string | Refusal {
  const unit = holderUnit === null ? undefined : organisation.unit(holderUnit);
  if (holderUnit !== null && (!unit || (unit.validTo !== null && unit.validTo <= today)))
    return refuse('unit-closed', {}, { status: 409 });
  return holder || (unit?.name ?? refuse('holder-wanted'));
}

/** The facts that cards come under a right, or why one of them does not: what stood before ends on the day on which the new one begins. */
export function rightRecorded(
  kind: RightKind,
  { cards, last, ids }: RightsKnown,
  told: Told,
  context: Context,
): Refusal | FactDraft[] {
  const { from, holderUnit, paper, reason } = told;
  if (from > context.today) return refuse('day-ahead', { day: from });
  const holder = holderOf(told, context);
  if (typeof holder !== 'string') return holder;
  for (const card of cards) {
    const closed = cardRefusal(card);
    if (closed) return closed;
    const { number } = card;
    const before = last.get(card.id);
    if (!before) continue;
    if (before.to === null && before.holder === holder && before.holderUnit === holderUnit)
      return refuse('right-stands-already', { number, holder }, { status: 409 });
    if (before.to === null ? from <= before.from : from < before.to)
      return refuse('day-before-right', { number, day: before.to ?? before.from });
  }
  return cards.map(({ id, unit, number, name, state }, at) =>
    factOfRight[kind].of({
      object: cardOf({ id }),
      unit,
      body: { right: ids[at]!, number, name, holder, holderUnit, from, paper, reason },
      facets: assetFacet(id, state),
    }),
  );
}

/** Why a right may not be entered, for every verb that enters one. */
export const recordRefusals = [
  'day-ahead',
  'unit-closed',
  'holder-wanted',
  'card-by-facet',
  'card-on-the-way',
  'card-not-now',
  'right-stands-already',
  'day-before-right',
] as const;
