import { type Context, type Id, type Offer, refuse, type Refusal, tableOfMoves } from '@opengoa/kernel';
import type { CardBody, CardState } from './contract.ts';
import { cardStates, facetKinds } from './words.zh.ts';

/** 资产卡片, as its row holds it. */
export interface Card extends CardBody {
  readonly id: Id;
  readonly unit: Id;
  readonly facetKind: string | null;
  readonly facetId: Id | null;
  readonly disposedOn: string | null;
  readonly seenAt: Date | null;
  /** Offered to somebody who has not signed yet. */
  readonly handedTo: Id | null;
  readonly handedUnit: Id | null;
  readonly handedPaper: Id | null;
  readonly version: number;
}

const atRest = {
  'assets.change-card': ['in-stock', 'in-use', 'idle', 'rented-out', 'pooled'],
  'assets.strike-card': 'disposed',
} as const;
/** Of one entered in repair before papers began it, nothing but a change says that it is back. */
const changed = { 'assets.change-card': ['in-repair', 'in-stock', 'in-use', 'idle'] } as const;
const given = {
  'assets.issue-cards': 'in-use',
  'assets.hand-over-cards': 'in-use',
  'assets.lend-cards': 'lent',
} as const;

/** What may be done with a card in which state, and what becomes of it. */
export const cardMoves = tableOfMoves<CardState>('assets.card', cardStates, 'in-stock', {
  'in-stock': {
    ...atRest,
    ...given,
    'assets.move-cards': 'in-stock',
    'assets.send-to-repair': 'in-repair',
    'assets.transfer-cards': 'in-stock',
    'assets.propose-disposal': 'awaiting-disposal',
  },
  'in-use': {
    ...atRest,
    'assets.hand-over-cards': 'in-use',
    'assets.lend-cards': 'lent',
    'assets.take-back-cards': 'in-stock',
    'assets.move-cards': 'in-use',
    'assets.send-to-repair': 'in-repair',
    'assets.transfer-cards': 'in-use',
    'assets.propose-disposal': 'awaiting-disposal',
  },
  idle: {
    ...atRest,
    ...given,
    'assets.take-back-cards': 'in-stock',
    'assets.move-cards': 'idle',
    'assets.send-to-repair': 'in-repair',
    'assets.transfer-cards': 'idle',
    'assets.propose-disposal': 'awaiting-disposal',
  },
  lent: { 'assets.change-card': 'lent', 'assets.return-cards': 'in-stock' },
  'rented-out': { ...atRest, 'assets.take-back-cards': 'in-stock' },
  'in-repair': { ...changed, 'assets.end-repair': ['in-stock', 'in-use'] },
  pooled: { 'assets.change-card': 'pooled', 'assets.move-cards': 'pooled', 'assets.take-back-cards': 'in-stock' },
  'awaiting-disposal': {
    'assets.withdraw-disposal': ['in-stock', 'in-use', 'idle'],
    'assets.finish-disposal': 'disposed',
  },
  disposed: {},
});

export const cardOf = ({ id }: { readonly id: Id }) => ({ kind: 'assets.card', id });

/** The facet of every fact that moves a card: what other offices follow. */
export const assetFacet = (id: Id, state: string) => ({ asset: { kind: 'assets.card', id, state } });

/** What is here is kept up, whatever else may be done with it. */
const keptUp = (state: CardState): string[] =>
  ['in-stock', 'in-use', 'idle', 'pooled'].includes(state) ? ['assets.order-upkeep'] : [];

/** Rights are entered for what stands in the ledger and is not going out. */
const rightsOpen = (state: CardState): string[] =>
  state === 'disposed' || state === 'awaiting-disposal'
    ? []
    : ['assets.record-ownership', 'assets.record-allotment', 'assets.record-disposal-right'];

/** Done with the paper that has the cards, all of it at once: the paper offers them, a card does not. */
const byPaper: readonly string[] = ['assets.end-repair', 'assets.withdraw-disposal', 'assets.finish-disposal'];
const ofCard = (state: CardState): string[] => cardMoves.from(state).filter((verb) => !byPaper.includes(verb));

/** Things of other offices are changed there: only a look is offered here. */
export const offersFor = ({
  unit,
  state,
  facetKind,
  onTheWay,
}: Pick<Card, 'unit' | 'state' | 'facetKind'> & { readonly onTheWay: boolean }): Offer => ({
  verbs: facetKind !== null || onTheWay ? [] : [...ofCard(state), ...keptUp(state), ...rightsOpen(state)],
  place: { unit },
});

export const isOnTheWay = ({ handedTo, handedUnit }: Pick<Card, 'handedTo' | 'handedUnit'>): boolean =>
  handedTo !== null || handedUnit !== null;

/** Why this verb may not touch the card now; nothing when it may. */
export function cardRefusal(card: Card, verb: string): Refusal | undefined {
  const kept = card.facetKind;
  if (kept !== null)
    return refuse('card-by-facet', { office: facetKinds[kept as keyof typeof facetKinds] ?? kept }, { status: 409 });
  if (isOnTheWay(card)) return refuse('card-on-the-way', { number: card.number }, { status: 409 });
  return cardMoves.refusal(card.state, verb);
}

const classesIn = new WeakMap<Context['standards'], Map<string, boolean>>();

/** Is the class one of the standard’s? Deeper codes are typed and belong to its first three characters. A ledger asks it for each of its rows. */
export function isClass(code: string, { standards, today }: Pick<Context, 'standards' | 'today'>): boolean {
  const known = classesIn.get(standards) ?? new Map<string, boolean>();
  classesIn.set(standards, known);
  const key = `${today} ${code.slice(0, 3)}`;
  const found = known.get(key) ?? standards.valueOn('assets.classes', today, [], { class: code.slice(0, 3) }).found;
  known.set(key, found);
  return found;
}
