/**
 * RE-10 with a capacity: the largest number k of smallest p, at most so many as can be handled, with p₍ₖ₎ ≤ k · q / n.
 *
 * Taking the first `most` of what Benjamini and Hochberg flag would not do: each of them may be as large as the whole list allows. A list that is shorter must be surer; so cut, the false
 * discovery rate holds under independence and positive dependence (Blanchard & Roquain 2008, self-consistency: the number flagged never grows with a p). Weights of mean 1 let what is
 * worth more be flagged at a larger p without loss of the bound (Genovese, Roeder & Wasserman 2006).
 */
export interface CappedDiscoveries {
  readonly flagged: readonly boolean[];
  readonly count: number;
  /** How many would have been flagged without the cap. */
  readonly uncapped: number;
}

/** @param weights what each is worth; scaled to mean 1 here. They must not depend on the p */
export function cappedDiscoveries(
  p: readonly number[],
  q: number,
  most: number,
  weights: readonly number[] = p.map(() => 1),
): CappedDiscoveries {
  const n = p.length;
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / n;
  if (n > 0 && !(mean > 0)) throw new RangeError('weights must be above 0 in the mean');
  const held = p.map((value, i) => (weights[i]! > 0 ? (value * mean) / weights[i]! : Infinity));
  const order = [...held.keys()].toSorted((a, b) => held[a]! - held[b]! || a - b);
  const largest = (limit: number): number => {
    for (let k = Math.min(limit, n); k > 0; k--) if (held[order[k - 1]!]! <= (k * q) / n) return k;
    return 0;
  };
  const count = largest(most);
  const flagged = p.map(() => false);
  for (const at of order.slice(0, count)) flagged[at] = true;
  return { flagged, count, uncapped: largest(n) };
}
