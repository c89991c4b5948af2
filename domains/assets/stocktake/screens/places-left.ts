import type { Here, Sheet } from './take-state.ts';

export interface PlaceLeft {
  readonly place: Sheet['places'][number];
  /** Lines that the book has there, and how many of them were answered. */
  readonly all: number;
  readonly seen: number;
}

/**
 * The places of a stocktake with what is left in each: first those that hold something, then rooms in which the book has nothing. A blind stocktake does
 * not tell which is which; what was done, and what is no room (其他地点), stands among the first.
 */
export function placesLeft(
  sheet: Pick<Sheet, 'places' | 'blind'>,
  here: Pick<Here, 'lines' | 'done'>,
): { readonly first: readonly PlaceLeft[]; readonly empty: readonly PlaceLeft[] } {
  const left = new Map(sheet.places.map((place) => [place.id, { place, all: 0, seen: 0 }]));
  for (const { line, state } of here.lines) {
    const count = line.expected && line.place !== null ? left.get(line.place) : undefined;
    if (!count) continue;
    count.all += 1;
    if (state !== 'waiting') count.seen += 1;
  }
  const isEmpty = ({ place, all }: PlaceLeft) =>
    !sheet.blind && all === 0 && place.room !== null && !here.done.has(place.id);
  const all = [...left.values()];
  return { first: all.filter((each) => !isEmpty(each)), empty: all.filter(isEmpty) };
}
