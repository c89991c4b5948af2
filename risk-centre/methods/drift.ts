/** RE-11, has what a kit is fed changed? The population stability index over fixed bins. */

export interface Drift {
  readonly psi: number;
  /** Above 0.1 watched, above 0.25 acted upon. */
  readonly state: 'stable' | 'watch' | 'act';
}

/**
 * PSI = Σ (observed − expected) · ln(observed / expected) over shares of fixed bins.
 * An empty bin counts as `leastShare`, since its logarithm would drown all others.
 */
export function populationStability(
  expected: readonly number[],
  observed: readonly number[],
  leastShare = 1e-4,
): Drift {
  if (expected.length !== observed.length) throw new Error('the bins differ');
  const psi = expected.reduce((sum, share, i) => {
    const e = Math.max(share, leastShare);
    const o = Math.max(observed[i]!, leastShare);
    return sum + (o - e) * Math.log(o / e);
  }, 0);
  return { psi, state: psi > 0.25 ? 'act' : psi > 0.1 ? 'watch' : 'stable' };
}

/** Shares of values in the bins that `edges` cut the line into: one more bin than edges, each closed below. */
export function sharesIn(values: readonly number[], edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const value of values) counts[edges.filter((edge) => value >= edge).length]! += 1;
  return counts.map((count) => (values.length ? count / values.length : 0));
}
