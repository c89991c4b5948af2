/**
 * EV-03: weights by entropy. For description only: entropy measures how unlike units are, not what matters. A column that turns constant loses all its weight,
 * and where every indicator of every unit improves, scores may fall (worked examples `eval.ewm_paradox`, `eval.ewm_paradox2`).
 */
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface EntropyWeights {
  /** For each indicator 0 to 1; 1 where all units are alike. */
  readonly entropies: readonly number[];
  readonly weights: readonly number[];
}

/**
 * @param rows units by indicators, scaled, none below 0; 0 · ln 0 is 0
 * @param shift what was customary against zeros: z (1 − shift) + shift. It changes the weights; 0 leaves values as they are
 * @throws RangeError below 0
 */
export function entropyWeights(rows: readonly (readonly number[])[], shift = 0): MethodResult<EntropyWeights> {
  const indicators = rows[0]?.length ?? 0;
  if (rows.length < 2 || indicators === 0)
    return insufficient({ zh: '单位不足两个', en: 'fewer than two units', needed: 2, found: rows.length });
  if (rows.some((row) => row.length !== indicators || row.some((value) => !(value >= 0))))
    throw new RangeError('as many values in each row, none below 0');
  const entropies = Array.from({ length: indicators }, (_, j) =>
    entropyOf(rows.map((row) => row[j]! * (1 - shift) + shift)),
  );
  const apart = entropies.map((entropy) => 1 - entropy);
  const sum = apart.reduce((total, each) => total + each, 0);
  if (sum < 1e-12)
    return insufficient({
      zh: '各单位在每项指标上都相同',
      en: 'units are alike in every indicator',
      needed: 1,
      found: 0,
    });
  return ok({ entropies, weights: apart.map((each) => each / sum) });
}

/** Of shares of one column, by ln n; of a column of zeros 1: it tells units not apart. */
function entropyOf(column: readonly number[]): number {
  const sum = column.reduce((total, value) => total + value, 0);
  if (sum === 0) return 1;
  const shares = column.map((value) => value / sum).filter((share) => share > 0);
  return Math.min(1, -shares.reduce((total, share) => total + share * Math.log(share), 0) / Math.log(column.length));
}

/** What each unit scores: the weighted sum of its scaled indicators. */
export const weightedScores = (rows: readonly (readonly number[])[], weights: readonly number[]): number[] =>
  rows.map((row) => row.reduce((sum, value, j) => sum + value * weights[j]!, 0));

/**
 * Where a rule asks for entropy: β · judged + (1 − β) · entropy, none above twice what was judged; to be fixed for the years of a plan. What is cut off goes to
 * the others in proportion.
 * @param judged weights by judgement (AHP), of sum 1. @param beta 0.5 to 1
 */
export function blendedWeights(judged: readonly number[], entropy: readonly number[], beta: number): number[] {
  if (!(beta >= 0.5 && beta <= 1)) throw new RangeError('beta from 0.5 to 1');
  const blended = judged.map((weight, j) => beta * weight + (1 - beta) * entropy[j]!);
  const most = judged.map((weight) => 2 * weight);
  const capped = new Set<number>();
  for (;;) {
    const left = 1 - [...capped].reduce((sum, j) => sum + most[j]!, 0);
    const open = blended.reduce((sum, weight, j) => (capped.has(j) ? sum : sum + weight), 0);
    const weights = blended.map((weight, j) => (capped.has(j) ? most[j]! : (weight * left) / open));
    const above = weights.flatMap((weight, j) => (!capped.has(j) && weight > most[j]! + 1e-12 ? [j] : []));
    if (above.length === 0) return weights;
    for (const j of above) capped.add(j);
  }
}
