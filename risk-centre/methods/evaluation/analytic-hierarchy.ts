/** EV-04: weights from pairwise judgements (AHP), and whether the judgements agree with each other. Saaty, T. L. (1980): The Analytic Hierarchy Process. */

/** Mean consistency index of random judgements, for 1 to 9 indicators (Saaty). */
const ofRandom = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45] as const;

/** Above this the judgements contradict each other and are given back. */
const mostInconsistent = 0.1;

export interface Hierarchy {
  readonly weights: readonly number[];
  /** By geometric means of the rows: the same where judgements agree. */
  readonly byGeometricMean: readonly number[];
  readonly lambdaMax: number;
  readonly consistencyIndex: number;
  /** Against random judgements; 0 of one or two indicators. */
  readonly consistencyRatio: number;
  readonly isConsistent: boolean;
}

/**
 * @param judgements how many times as important the row is as the column; reciprocal, 1 on the diagonal, 1 to 9 rows
 * @throws RangeError where they are not
 */
export function analyticHierarchy(judgements: readonly (readonly number[])[]): Hierarchy {
  const n = judgements.length;
  if (n < 1 || n > ofRandom.length) throw new RangeError('one to nine indicators under a node');
  for (const [i, row] of judgements.entries())
    for (let j = 0; j < n; j++)
      if (row.length !== n || !(row[j]! > 0) || Math.abs(row[j]! * judgements[j]![i]! - 1) > 1e-3)
        throw new RangeError(`judgements ${i + 1} and ${j + 1} are not reciprocal`);
  const byGeometricMean = ofSumOne(
    judgements.map((row) => row.reduce((product, value) => product * value, 1) ** (1 / n)),
  );
  let weights = byGeometricMean;
  let lambdaMax = n;
  for (let round = 0; round < 1_000; round++) {
    const next = judgements.map((row) => row.reduce((sum, value, j) => sum + value * weights[j]!, 0));
    lambdaMax = next.reduce((sum, value) => sum + value, 0);
    const scaledNext = next.map((value) => value / lambdaMax);
    const moved = Math.max(...scaledNext.map((value, i) => Math.abs(value - weights[i]!)));
    weights = scaledNext;
    if (moved < 1e-14) break;
  }
  const consistencyIndex = n > 1 ? (lambdaMax - n) / (n - 1) : 0;
  const consistencyRatio = n > 2 ? consistencyIndex / ofRandom[n - 1]! : 0;
  return {
    weights,
    byGeometricMean,
    lambdaMax,
    consistencyIndex,
    consistencyRatio,
    isConsistent: consistencyRatio < mostInconsistent,
  };
}

/** What several experts judge together: the geometric mean of each judgement. Whether they have a common view at all is asked by `kendallW`. */
export function judgementsOfSeveral(experts: readonly (readonly (readonly number[])[])[]): number[][] {
  const [first] = experts;
  if (!first) throw new RangeError('at least one expert');
  return first.map((row, i) =>
    row.map((_, j) => Math.exp(experts.reduce((sum, each) => sum + Math.log(each[i]![j]!), 0) / experts.length)),
  );
}

function ofSumOne(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}
