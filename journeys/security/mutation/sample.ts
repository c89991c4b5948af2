/** What is written down of one check that was taken away. */
export interface Outcome {
  readonly id: string;
  readonly kind: Kind;
  /** What noticed, in a few words; null when nothing did. */
  readonly caughtBy: string | null;
}

export const kinds = ['source', 'door', 'database'] as const;
/** `control`: a check that nobody watches, which must be seen to survive. */
export type Kind = (typeof kinds)[number] | 'control';

/** At least 98 of 100 were noticed (SEC-AC-18); of none at all nothing is shown. */
export const isEnough = (outcomes: readonly Outcome[]): boolean =>
  outcomes.length > 0 && outcomes.filter(({ caughtBy }) => caughtBy === null).length / outcomes.length <= 0.02;

/** The same numbers for the same seed, between 0 and 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Picks by seed, without changing the order. What is picked depends on the ids alone, so that a check added elsewhere moves nothing: each
 * id draws its own number, and the smallest are taken.
 */
export function picked<Thing extends { readonly id: string }>(
  all: readonly Thing[],
  most: number,
  seed: number,
): Thing[] {
  const drawn = new Map(all.map(({ id }) => [id, numbersFrom(seed ^ sumOf(id))()]));
  const taken = new Set(
    all
      .toSorted((a, b) => drawn.get(a.id)! - drawn.get(b.id)!)
      .slice(0, most)
      .map(({ id }) => id),
  );
  return all.filter(({ id }) => taken.has(id));
}

function sumOf(text: string): number {
  let sum = 2_166_136_261;
  for (const letter of text) sum = Math.imul(sum ^ letter.codePointAt(0)!, 16_777_619);
  return sum >>> 0;
}
