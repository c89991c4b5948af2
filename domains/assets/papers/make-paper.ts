import { type Context, type FactDraft, type Id, newId, refuse, type Refusal, sql, type Tx } from '@opengoa/kernel';
import type { z } from 'zod';
import { assetFacet, type Card, cardOf, cardRefusal } from '../cards/card.ts';
import { lockCards } from '../cards/card-store.ts';
import { CardMoved } from '../cards/contract.ts';
import { cardStates } from '../cards/words.zh.ts';
import { fittedIn, fittedTold } from '../supplies/fitted.ts';
import type { Fitted } from '../supplies/contract.ts';
import { PaperMade, type PaperAbout, type PaperKind, type PaperState } from './contract.ts';
import { nextNumber } from './next-number.ts';
import { paperOf } from './paper.ts';
import { paperPrefixes } from './words.zh.ts';

/** What a paper is made from: its cards, locked, its id and its number. */
export interface PaperToCome {
  readonly id: Id;
  readonly number: string;
  readonly cards: readonly Card[];
  /** The room it speaks of, as it is called; null where it is none that the actor sees. */
  readonly roomName: string | null;
  /** Components in the cards: they go where their card goes. */
  readonly fitted: readonly Fitted[];
}

/** Locks the cards and takes the next number of the kind. */
export async function paperToCome(
  tx: Tx,
  kind: PaperKind,
  {
    cards: ids,
    day,
    room,
  }: { readonly cards: readonly Id[]; readonly day?: string | undefined; readonly room?: Id | null },
  { today }: Pick<Context, 'today'>,
): Promise<PaperToCome> {
  const cards = await lockCards(tx, ids);
  const fitted = fittedTold(await fittedIn(tx, ids));
  const roomName = room ? await nameOfRoom(tx, room) : null;
  return {
    id: newId(),
    number: await nextNumber(tx, kind, paperPrefixes[kind], day ?? today),
    cards,
    roomName,
    fitted,
  };
}

/** 楼号与房间号, as they stand in the place of a card; null where the actor does not see the room. */
export async function nameOfRoom(tx: Tx, room: Id): Promise<string | null> {
  const found = await tx.maybe<{ name: string }>(
    sql`select concat_ws(' ', building, number, nullif(name, '')) as name from space_read.room_v1 where id = ${room}`,
  );
  return found?.name ?? null;
}

/** Where the right to a paper is judged: at every unit whose cards it is over. */
export const unitsOf = ({ cards }: Pick<PaperToCome, 'cards'>) =>
  [...new Set(cards.map(({ unit }) => unit))].map((unit) => ({ unit }));

/** Why these cards cannot go on one paper of this verb now. */
export function cardsRefusal(cards: readonly Card[], verb: string): Refusal | undefined {
  if (new Set(cards.map(({ unit }) => unit)).size > 1) return refuse('cards-of-several-units');
  for (const card of cards) {
    const closed = cardRefusal(card, verb);
    if (closed?.code === 'not-now')
      return refuse(
        'card-not-now',
        { number: card.number, name: card.name, state: cardStates[card.state] },
        { status: 409 },
      );
    if (closed) return closed;
  }
  return undefined;
}

/** What every verb that makes a paper may refuse with. */
export const paperRefusalCodes = [
  'cards-of-several-units',
  'card-by-facet',
  'card-on-the-way',
  'card-not-now',
  'day-ahead',
] as const;

type Moved = Omit<z.infer<typeof CardMoved.body>, 'paper' | 'kind' | 'number'>;

export interface PaperOrder {
  readonly kind: PaperKind;
  readonly state?: PaperState;
  readonly day: string | undefined;
  readonly about: PaperAbout;
  readonly person?: Id | null;
  readonly otherUnit?: Id | null;
  readonly dueOn?: string | null;
}

/** The facts of a paper: the paper itself, and what it does to each of its cards. */
export function paperFacts(
  { id, number, cards, fitted }: Pick<PaperToCome, 'id' | 'number' | 'cards' | 'fitted'>,
  { kind, state = 'done', day, about, person = null, otherUnit = null, dueOn = null }: PaperOrder,
  moved: (card: Card) => Moved,
  { today }: Pick<Context, 'today'>,
): FactDraft[] {
  const unit = cards[0]!.unit;
  const lines = cards.map((card) => ({
    card: card.id,
    number: card.number,
    name: card.name,
    quantity: card.quantity,
    valueFen: card.valueFen,
    before: card.state,
  }));
  const body = {
    number,
    kind,
    state,
    day: day ?? today,
    person,
    otherUnit,
    dueOn,
    about: fitted.length === 0 ? about : { ...about, fitted: [...fitted] },
    lines,
  };
  return [
    PaperMade.of({ object: paperOf({ id }), unit, body }),
    ...cards.map((card) => movedBy({ id, kind }, card, moved(card))),
  ];
}

/** What a paper did to one card; offered to nobody any more unless it says so. */
export const movedBy = (paper: { readonly id: Id; readonly kind: string }, card: Card, moved: Moved): FactDraft =>
  CardMoved.of({
    object: cardOf(card),
    unit: moved.unit ?? card.unit,
    body: { paper: paper.id, kind: paper.kind, number: card.number, handed: null, ...moved },
    facets: assetFacet(card.id, moved.state ?? card.state),
  });

/** A day that has not come is none that a paper can bear. */
export const dayRefusal = (day: string | undefined, today: string): Refusal | undefined =>
  day !== undefined && day > today ? refuse('day-ahead', { day }) : undefined;

/** The place in words: what was written, else the room's name. */
export const placeOf = ({ place, roomName }: { readonly place: string; readonly roomName: string | null }): string =>
  place === '' ? (roomName ?? '') : place;
