/**
 * EN-10 (b), (c): additive LMDI-I. A sum of products changes between two years; each factor's share of the change is weighted by the logarithmic
 * mean, and the shares add up to the change with no residual (Ang 2005, 2015).
 */

/** Stands for 0 inside the decomposition and nowhere else (the limit is finite). */
const tiny = 1e-20;

/** Logarithmic mean: `(a − b) / ln(a / b)`, and `a` where they are equal. */
export function logarithmicMean(a: number, b: number): number {
  if (a === b) return a;
  // Of what is almost equal the quotient is 1, and its logarithm would be 0.
  return (a - b) / (Math.abs(a - b) < b / 2 ? Math.log1p((a - b) / b) : Math.log(a / b));
}

/**
 * @param before products of the first year, one row a term of the sum, one column a factor; `now` likewise
 * @returns what each factor adds to the change of the sum; they add up to it
 */
export function lmdi(before: readonly (readonly number[])[], now: readonly (readonly number[])[]): number[] {
  const factors = before[0]?.length ?? now[0]?.length ?? 0;
  const effects = Array.from({ length: factors }, () => 0);
  const whole = (row: readonly number[]) => row.reduce((product, value) => product * (value || tiny), 1);
  before.forEach((old, i) => {
    const fresh = now[i]!;
    const weight = logarithmicMean(whole(fresh), whole(old));
    for (let k = 0; k < factors; k++) effects[k]! += weight * Math.log((fresh[k]! || tiny) / (old[k]! || tiny));
  });
  return effects;
}
