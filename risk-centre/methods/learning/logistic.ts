/** Logistic regression with a ridge (L2) on the slopes, by Newton's method. */
import { solvePositive } from './solve-positive.ts';

export interface LogisticModel {
  readonly intercept: number;
  readonly slopes: readonly number[];
}

const chance = (logit: number): number => 1 / (1 + Math.exp(-Math.max(-35, Math.min(35, logit))));

export const logisticChance = ({ intercept, slopes }: LogisticModel, row: ArrayLike<number>): number =>
  chance(slopes.reduce((sum, slope, j) => sum + slope * row[j]!, intercept));

/**
 * @param rows standardised features, all finite
 * @param labels 0 or 1
 * @param ridge weight of Σ slope² / 2 beside the log-likelihood; above 0, so that separable data has a solution
 */
export function fitLogistic(
  rows: readonly ArrayLike<number>[],
  labels: readonly number[],
  ridge: number,
  weights: readonly number[] = labels.map(() => 1),
): LogisticModel {
  if (!(ridge > 0)) throw new RangeError('the ridge must be above 0');
  const p = (rows[0]?.length ?? 0) + 1;
  let beta = new Float64Array(p);
  for (let step = 0; step < 50; step++) {
    const gradient = new Float64Array(p);
    const curvature = Array.from({ length: p }, () => new Float64Array(p));
    for (let j = 1; j < p; j++) {
      gradient[j] = -ridge * beta[j]!;
      curvature[j]![j] = ridge;
    }
    // The intercept carries no penalty beyond what keeps the equations solvable.
    curvature[0]![0] = 1e-9;
    for (const [i, row] of rows.entries()) {
      const x = (j: number): number => (j === 0 ? 1 : row[j - 1]!);
      let logit = 0;
      for (let j = 0; j < p; j++) logit += beta[j]! * x(j);
      const expected = chance(logit);
      const weight = weights[i]! * Math.max(expected * (1 - expected), 1e-9);
      for (let j = 0; j < p; j++) {
        gradient[j]! += weights[i]! * (labels[i]! - expected) * x(j);
        for (let k = 0; k <= j; k++) curvature[j]![k]! += weight * x(j) * x(k);
      }
    }
    const move = solvePositive(curvature, gradient);
    const longest = Math.max(...move.map(Math.abs));
    // A Newton step from far away may overshoot: it is shortened, and the next one repairs the direction.
    const shortened = longest > 2 ? 2 / longest : 1;
    beta = beta.map((value, j) => value + shortened * move[j]!);
    if (longest < 1e-9) break;
  }
  return { intercept: beta[0]!, slopes: Array.from(beta.subarray(1)) };
}
