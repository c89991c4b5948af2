/** Order statistics that a few wild readings cannot move. */

/** The middle value, or the mean of the two in the middle. Throws on an empty list. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('median of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Median absolute deviation from the median, unscaled. */
export function medianAbsoluteDeviation(values: readonly number[]): number {
  const middle = median(values);
  return median(values.map((x) => Math.abs(x - middle)));
}

/**
 * Robust z of `x` among `values`: (x − median) / (1.4826 · MAD). Where more than half of the values agree the MAD is 0;
 * the smallest positive gap between values, or `resolution`, then stands in for it, so nothing is divided by zero.
 * @param leastSpread spread below which differences mean nothing, in the unit of `x`
 * @returns null when there is no spread at all and neither a resolution nor a least spread is given
 */
export function robustZ(x: number, values: readonly number[], resolution = 0, leastSpread = 0): number | null {
  const seen = 1.4826 * medianAbsoluteDeviation(values) || smallestGap(values) || resolution;
  const spread = Math.max(seen, leastSpread);
  return spread > 0 ? (x - median(values)) / spread : null;
}

function smallestGap(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  let gap = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    const step = sorted[i]! - sorted[i - 1]!;
    if (step > 0) gap = Math.min(gap, step);
  }
  return Number.isFinite(gap) ? gap : 0;
}
