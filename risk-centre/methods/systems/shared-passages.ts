/** Which passages of two plans say the same in other words. */
import type { WeighedPassage } from './library-pieces.ts';

export interface SharedPassage {
  /** As written in the first plan, and in the second. */
  readonly here: string;
  readonly there: string;
  /** 0 … 1: Dice by the weight of the pieces that both have. */
  readonly alike: number;
  /** What the two passages say, by weight. */
  readonly weight: number;
}

export type ComparePassages = (a: readonly WeighedPassage[], b: readonly WeighedPassage[]) => SharedPassage[];

/**
 * Each passage is paired with the one it is most alike to, the weightier first, one to one.
 * @param says the weight of each piece, by number
 * @param from the least likeness of a pair
 */
export function passagesCompared(says: Float32Array, from: number): ComparePassages {
  /** What the pieces of the passage at hand say; 0 for all others. */
  const own = new Float32Array(says.length);
  return (a, b) => {
    const taken = new Set<number>();
    const found: SharedPassage[] = [];
    for (const here of a.toSorted((x, y) => y.weight - x.weight)) {
      for (const piece of here.pieces) own[piece] = says[piece]!;
      let [alike, at] = [from, -1];
      for (let i = 0; i < b.length; i += 1) {
        const { pieces, weight } = b[i]!;
        const both = here.weight + weight;
        // A short passage cannot say what a long one says.
        if (taken.has(i) || 2 * Math.min(here.weight, weight) < alike * both) continue;
        let shared = 0;
        for (let j = 0; j < pieces.length; j += 1) shared += own[pieces[j]!]!;
        if (2 * shared > alike * both) [alike, at] = [(2 * shared) / both, i];
      }
      for (const piece of here.pieces) own[piece] = 0;
      if (at < 0) continue;
      taken.add(at);
      const there = b[at]!;
      found.push({ here: here.written, there: there.written, alike, weight: here.weight + there.weight });
    }
    return found;
  };
}

/** The share of what two plans say that stands in passages they share. */
export function sharedShare(
  a: readonly WeighedPassage[],
  b: readonly WeighedPassage[],
  shared: readonly SharedPassage[],
): number {
  const whole = (passages: readonly WeighedPassage[]) => passages.reduce((sum, { weight }) => sum + weight, 0);
  const all = whole(a) + whole(b);
  return all === 0 ? 0 : shared.reduce((sum, { weight }) => sum + weight, 0) / all;
}
