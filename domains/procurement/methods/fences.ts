/**
 * Quantile of type 8 (Hyndman and Fan 1996), the median-unbiased one: other types give other fences.
 * @param q between 0 and 1
 */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const n = sorted.length;
  const place = (n + 1 / 3) * q + 1 / 3;
  const below = Math.min(Math.max(Math.floor(place), 1), n);
  const above = Math.min(below + 1, n);
  const part = Math.min(Math.max(place - below, 0), 1);
  return sorted[below - 1]! + part * (sorted[above - 1]! - sorted[below - 1]!);
}

/** Tukey’s fences: beyond them a value lies far from the middle half. A lower fence below zero can never be crossed by a share. */
export function fences(values: readonly number[]) {
  const [q1, q3] = [quantile(values, 0.25), quantile(values, 0.75)];
  const reach = 1.5 * (q3 - q1);
  return { q1, q3, lower: q1 - reach, upper: q3 + reach };
}
