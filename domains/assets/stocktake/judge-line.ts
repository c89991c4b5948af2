import type { Id } from '@opengoa/kernel';
import type { Conflict, LineState } from './contract.ts';

/** One sight of a thing: in which place, by whom, when (ms), how many. */
export interface Sight {
  readonly place: Id;
  readonly by: Id | null;
  readonly at: number;
  readonly quantity: number;
}

export interface OfTheBook {
  readonly expected: boolean;
  readonly onACard: boolean;
  readonly quantity: number;
  /** Where the book had it when the stocktake began; null where it told no room. */
  readonly place: Id | null;
  /** Where the card stands by now: its place within the stocktake, or `away` outside of it; null where nothing changed. */
  readonly movedTo: string | null;
  readonly disposed: boolean;
  /** The card is another unit's: its book is not ours to change. */
  readonly foreign: boolean;
}

export interface Judged {
  readonly state: LineState;
  readonly conflict: Conflict | null;
  readonly place: Id | null;
  readonly quantity: number;
  readonly at: number | null;
}

/**
 * What all sights of a thing come to. The order in which devices send them plays no part, nor does how often.
 *
 * A single thing is where it was seen last, unless two people saw it in two places: then somebody decides. Of several alike on one card, what was
 * last counted in each place adds up.
 */
export function judgeLine(book: OfTheBook, sights: readonly Sight[]): Judged {
  const inOrder = sights.toSorted((a, b) => a.at - b.at || (a.place < b.place ? -1 : 1));
  const last = inOrder.at(-1);
  if (!last) return { state: 'waiting', conflict: null, place: null, quantity: 0, at: null };
  const byPlace = new Map(inOrder.map((sight) => [sight.place, sight]));
  const people = new Set([...byPlace.values()].map(({ by }) => by));
  const single = book.quantity === 1;
  const quantity = single
    ? Math.min(1, last.quantity)
    : [...byPlace.values()].reduce((sum, sight) => sum + sight.quantity, 0);
  const away = [...byPlace.keys()].find((place) => place !== book.place);
  const place = single || away === undefined ? last.place : away;
  const told = { place, quantity, at: last.at };
  if (!book.onACard) return { state: 'surplus', conflict: null, ...told };
  const state = stateAt(book, place, quantity);
  if (book.disposed) return { state, conflict: 'disposed-meanwhile', ...told };
  if (single && byPlace.size > 1 && people.size > 1) return { state, conflict: 'two-places', ...told };
  if (book.movedTo !== null && book.expected)
    return place === book.movedTo
      ? { state: 'found', conflict: null, ...told }
      : { state, conflict: 'moved-meanwhile', ...told };
  return { state, conflict: null, ...told };
}

function stateAt({ expected, quantity: booked, place: bookPlace }: OfTheBook, place: Id, quantity: number): LineState {
  if (!expected) return 'unexpected';
  if (quantity === 0) return 'waiting';
  if (quantity < booked) return 'short';
  return bookPlace === null || place === bookPlace ? 'found' : 'elsewhere';
}
