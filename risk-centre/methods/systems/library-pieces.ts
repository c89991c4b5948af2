/** The pieces of one and two characters of a library of plans, by number, and how much each of them says. */
import { bigrams, rarity } from './character-grams.ts';
import type { Passage, ProjectText } from './project-text.ts';

/** A single character says less than two: it stands for words that are half replaced. */
const singleWeight = 0.4;

/** A passage as it is compared. */
export interface WeighedPassage {
  readonly written: string;
  /** Its pieces by number, ascending, each once. */
  readonly pieces: Int32Array;
  /** Of its pieces together. */
  readonly weight: number;
}

export interface LibraryPieces {
  /** How much each piece says here, by number: its rarity, less for a single character. */
  readonly says: Float32Array;
  /** In how many plans each piece stands. */
  readonly spread: Int32Array;
  /** For each plan its passages, the title first. */
  readonly passages: readonly (readonly WeighedPassage[])[];
}

export function libraryPieces(texts: readonly ProjectText[]): LibraryPieces {
  const numbers = new Map<string, number>();
  const isSingle: boolean[] = [];
  const numbered = ({ meant }: Passage): Int32Array => {
    const own = new Set<number>();
    for (const singles of [true, false])
      for (const piece of singles ? meant : bigrams(meant)) {
        let number = numbers.get(piece);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(piece, number);
          isSingle.push(singles);
        }
        own.add(number);
      }
    return Int32Array.from(own).toSorted();
  };
  const plans = texts.map(({ title, passages }) =>
    [title, ...passages].map((passage) => ({ written: passage.written, pieces: numbered(passage) })),
  );
  const spread = new Int32Array(numbers.size);
  const lastIn = new Int32Array(numbers.size).fill(-1);
  for (const [at, plan] of plans.entries())
    for (const { pieces } of plan)
      for (const piece of pieces) {
        if (lastIn[piece] !== at) spread[piece]! += 1;
        lastIn[piece] = at;
      }
  const says = Float32Array.from(spread, (found, i) => rarity(texts.length, found) * (isSingle[i] ? singleWeight : 1));
  const passages = plans.map((plan) =>
    plan
      .filter(({ pieces }) => pieces.length > 0)
      .map((passage) => ({ ...passage, weight: passage.pieces.reduce((sum, piece) => sum + says[piece]!, 0) })),
  );
  return { says, spread, passages };
}
