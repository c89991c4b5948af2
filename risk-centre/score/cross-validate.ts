/** Scores of rows by models that have not seen their group, several times over with other splits. */
import { groupFolds } from '../methods/learning/group-folds.ts';
import { rocAuc } from '../methods/learning/ranking-quality.ts';

export interface CrossValidated {
  /** One list of scores for each split. */
  readonly scores: readonly (readonly number[])[];
  /** Mean of the areas under the ROC curve over splits, and the least and most of them. */
  readonly auc: number;
  readonly from: number;
  readonly to: number;
}

/** @param fit learns from the rows it is given the numbers of, and answers for any row */
export function crossValidate(
  labels: readonly number[],
  groups: readonly string[],
  fit: (rows: readonly number[]) => (row: number) => number,
  splits: readonly number[],
  folds = 5,
): CrossValidated {
  const scores = splits.map((seed) => {
    const fold = groupFolds(groups, labels, folds, seed);
    const found: number[] = [];
    for (let held = 0; held < folds; held++) {
      const answer = fit([...labels.keys()].filter((row) => fold[row] !== held));
      for (const row of labels.keys()) if (fold[row] === held) found[row] = answer(row);
    }
    return found;
  });
  const areas = scores.map((each) => rocAuc(each, labels) ?? Number.NaN);
  return {
    scores,
    auc: areas.reduce((sum, area) => sum + area, 0) / areas.length,
    from: Math.min(...areas),
    to: Math.max(...areas),
  };
}
