/**
 * RE-10, a score made comparable: the share of recent clean scores that are at least as high.
 * Source: Bates, Candès, Lei, Romano & Sesia 2023.
 */
import { type MethodResult, insufficient, ok } from './method-result.ts';

export interface ConformalReference {
  /** Clean scores of the same stratum, ascending. */
  readonly scores: readonly number[];
  /** 1 / (m + 1): nothing can be flagged below it. */
  readonly smallestP: number;
}

/**
 * @param alpha level at which flags are wanted: 20 / α clean scores are needed, else the smallest p is too coarse to sort by
 */
export function conformalReference(cleanScores: readonly number[], alpha: number): MethodResult<ConformalReference> {
  const needed = Math.ceil(20 / alpha);
  const found = cleanScores.length;
  if (found < needed)
    return insufficient({
      zh: `正常样本${found}个，在${alpha}水平下至少需要${needed}个`,
      en: `${found} clean scores; ${needed} are needed at a level of ${alpha}`,
      needed,
      found,
    });
  return ok({ scores: cleanScores.toSorted((a, b) => a - b), smallestP: 1 / (found + 1) });
}

/** (1 + number of clean scores ≥ score) / (m + 1). @param ascending clean scores, smallest first */
export function conformalP(ascending: readonly number[], score: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! >= score) high = middle;
    else low = middle + 1;
  }
  return (1 + ascending.length - low) / (ascending.length + 1);
}
