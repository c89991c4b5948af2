/** Tails of counts, exact by logarithms of factorials. */
import { logGamma } from '../beta-distribution.ts';

/** ln of how many ways there are to take k of n. */
export const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** P(at least `seen` of `drawn` are marked) where `marked` of `all` are (Fisher's exact test, one-sided). */
export function drawnAtLeast(seen: number, drawn: number, marked: number, all: number): number {
  let sum = 0;
  for (let k = seen; k <= Math.min(drawn, marked); k++)
    if (drawn - k <= all - marked)
      sum += Math.exp(logChoose(marked, k) + logChoose(all - marked, drawn - k) - logChoose(all, drawn));
  return Math.min(1, sum);
}

/** P(a Poisson count of this mean ≥ seen). */
export function poissonAtLeast(seen: number, mean: number): number {
  if (seen <= 0) return 1;
  if (mean <= 0) return 0;
  let below = 0;
  for (let k = 0; k < seen; k++) below += Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
  // Far out the difference from 1 is lost: there the first term of the tail and its neighbours are added up.
  if (below < 0.999) return 1 - below;
  let tail = 0;
  for (let k = seen; k < seen + 60; k++) tail += Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
  return tail;
}
