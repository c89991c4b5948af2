/**
 * An inverted index over the pieces of plans: who shares the pieces that say most is compared in full, nobody else, so that 20,000 plans are compared with
 * each other in seconds.
 */
import type { LibraryPieces, WeighedPassage } from './library-pieces.ts';

export interface ProjectIndex {
  /** The plans with the largest cosine, by place, itself apart; the largest first. */
  near(at: number, most: number): number[];
  cosine(a: number, b: number): number;
}

/** Entries of the index that are walked for one plan: its weightiest pieces, as far as that reaches. */
const walkedMost = 30_000;

/** One plan: its pieces by number in ascending order, and their weights, of length one. */
interface Vector {
  readonly pieces: Int32Array;
  readonly weights: Float32Array;
}

interface Posting {
  readonly plans: Int32Array;
  readonly weights: Float32Array;
}

/** Pieces count within passages, so that the order of passages says nothing. */
export function indexProjects({ says, spread, passages }: LibraryPieces): ProjectIndex {
  const vectors = passages.map((own) => vectorOf(own, says));
  const postings = postingsOf(vectors, spread);
  const sums = new Float32Array(vectors.length);
  const touched = new Int32Array(vectors.length);
  return {
    near(at, most) {
      const { pieces, weights } = vectors[at]!;
      let [count, walked] = [0, 0];
      for (const i of Array.from(pieces.keys()).toSorted((a, b) => weights[b]! - weights[a]!)) {
        const posting = postings[pieces[i]!]!;
        walked += posting.plans.length;
        if (walked > walkedMost) break;
        for (let j = 0; j < posting.plans.length; j += 1) {
          const other = posting.plans[j]!;
          if (sums[other] === 0) {
            touched[count] = other;
            count += 1;
          }
          sums[other]! += weights[i]! * posting.weights[j]!;
        }
      }
      sums[at] = -1;
      const found = largest(touched.subarray(0, count), sums, most);
      for (let i = 0; i < count; i += 1) sums[touched[i]!] = 0;
      sums[at] = 0;
      return found.filter((other) => other !== at);
    },
    cosine: (a, b) => cosineOf(vectors[a]!, vectors[b]!),
  };
}

function vectorOf(passages: readonly WeighedPassage[], says: Float32Array): Vector {
  const all = new Int32Array(passages.reduce((sum, { pieces }) => sum + pieces.length, 0));
  let filled = 0;
  for (const { pieces } of passages) {
    all.set(pieces, filled);
    filled += pieces.length;
  }
  all.sort();
  const pieces = all.filter((piece, i) => piece !== all[i - 1]);
  const weights = new Float32Array(pieces.length);
  for (let i = 0, j = 0; i < pieces.length; i += 1) {
    const from = j;
    while (j < all.length && all[j] === pieces[i]) j += 1;
    weights[i] = (1 + Math.log(j - from)) * says[pieces[i]!]!;
  }
  const length = Math.hypot(...weights) || 1;
  return { pieces, weights: weights.map((weight) => weight / length) };
}

function postingsOf(vectors: readonly Vector[], spread: Int32Array): Posting[] {
  const postings = Array.from(spread, (size) => ({ plans: new Int32Array(size), weights: new Float32Array(size) }));
  const filled = new Int32Array(spread.length);
  for (const [at, { pieces, weights }] of vectors.entries())
    for (let i = 0; i < pieces.length; i += 1) {
      const piece = pieces[i]!;
      const place = filled[piece]!;
      filled[piece]! += 1;
      postings[piece]!.plans[place] = at;
      postings[piece]!.weights[place] = weights[i]!;
    }
  return postings;
}

/** Those with the largest sums, largest first; equal ones in the order they came. */
function largest(of: Int32Array, sums: Float32Array, most: number): number[] {
  const found: number[] = [];
  for (const each of of) {
    const sum = sums[each]!;
    if (found.length === most && sum <= sums[found[most - 1]!]!) continue;
    if (found.length === most) found.pop();
    let place = found.length;
    while (place > 0 && sums[found[place - 1]!]! < sum) place -= 1;
    found.splice(place, 0, each);
  }
  return found;
}

function cosineOf(a: Vector, b: Vector): number {
  let [sum, i, j] = [0, 0, 0];
  while (i < a.pieces.length && j < b.pieces.length) {
    const difference = a.pieces[i]! - b.pieces[j]!;
    if (difference === 0) sum += a.weights[i]! * b.weights[j]!;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return sum;
}
