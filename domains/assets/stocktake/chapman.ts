/** 两次清点估计总数 (SA-08). Chapman, D. G. (1951): Some properties of the hypergeometric distribution with applications to zoological censuses. */

export interface ChapmanEstimate {
  /** Things there may be, on both lists, on one or on neither. */
  readonly total: number;
  /** Standard error, in things. */
  readonly error: number;
  readonly onNeither: number;
}

/**
 * How many things there are, by two lists that know nothing of each other.
 * @param first things on the one list (the book)
 * @param second things on the other (the count)
 * @param both things on both
 * @returns null where the lists have nothing in common: then nothing can be told
 */
export function chapman(first: number, second: number, both: number): ChapmanEstimate | null {
  if (both <= 0 || both > Math.min(first, second)) return null;
  const total = ((first + 1) * (second + 1)) / (both + 1) - 1;
  const variance = ((first + 1) * (second + 1) * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2));
  return { total, error: Math.sqrt(variance), onNeither: Math.max(0, total - (first + second - both)) };
}
