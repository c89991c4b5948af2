/**
 * RE-10, many tests in one run: how many of the smallest p may be flagged so that at most a share q of the flags is false.
 * Sources: Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001 for dependence of any kind.
 */

export interface Discoveries {
  /** For each p, in the order given, whether it is flagged. */
  readonly flagged: readonly boolean[];
  readonly count: number;
  /** For each p the smallest q at which it would be flagged. */
  readonly adjusted: readonly number[];
}

/** @param dependence 'positive' for independent or positively dependent p (conformal p of one window), 'any' otherwise */
export function discoveries(p: readonly number[], q: number, dependence: 'positive' | 'any' = 'positive'): Discoveries {
  const n = p.length;
  const harmonic = dependence === 'any' ? p.reduce((sum, _, i) => sum + 1 / (i + 1), 0) : 1;
  const order = [...p.keys()].toSorted((a, b) => p[a]! - p[b]!);
  const adjusted = Array.from({ length: n }, () => 1);
  let least = 1;
  for (let rank = n; rank >= 1; rank--) {
    const at = order[rank - 1]!;
    least = Math.min(least, (p[at]! * n * harmonic) / rank);
    adjusted[at] = least;
  }
  const flagged = adjusted.map((value) => value <= q);
  return { flagged, count: flagged.filter(Boolean).length, adjusted };
}
