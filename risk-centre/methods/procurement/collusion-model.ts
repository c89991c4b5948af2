/**
 * PR-02: a classifier learned from tenders whose outcome is known: boosted trees, a ridge logistic and likeness to known tenders, voices joined on the
 * scale of log odds. Trees see what a line cannot, a line is steadier where there is little to learn from, and likeness looks at the whole row of prices.
 */
import { type BoostedTrees, boostedChance, fitBoostedTrees } from '../learning/boosted-trees.ts';
import { evenWeights } from '../learning/group-folds.ts';
import { fitKernelRidge, kernelAnswer, type KernelRidge } from '../learning/kernel-ridge.ts';
import { fitLogistic, logisticChance, type LogisticModel } from '../learning/logistic.ts';
import { type Standard, standardised, standardOf } from '../learning/standardise.ts';
import type { Features } from './tender-features.ts';

export interface CollusionModel {
  /** What trees and line are told. */
  readonly names: readonly string[];
  readonly trees: BoostedTrees;
  readonly standards: readonly Standard[];
  readonly line: LogisticModel;
  /** What likeness is judged by. */
  readonly rowNames: readonly string[];
  readonly rowStandards: readonly Standard[];
  readonly likeness: KernelRidge;
  /** The share of the trees in what trees and line answer. */
  readonly voiceOfTrees: number;
}

/** The row of prices itself: likeness in many screens at once is likeness in nothing. */
const rowOnly = /^step\d$/;
const ofTheRow = /^(?:step\d|n|size0|winnerToEstimate|metMean)$/;
const voiceOfLikeness = 0.2;

/** Fewer tenders than this are few: shallow trees, and both voices count the same. */
const few = 200;

/**
 * @param tenders features of each, all with the same names
 * @param labels 0 or 1, both present
 * @param groups tenders of one case or one set of firms, which count as less than as many cases
 */
export function fitCollusionModel(
  tenders: readonly Features[],
  labels: readonly number[],
  groups: readonly string[],
  seed = 7,
): CollusionModel {
  if (new Set(labels).size < 2) throw new RangeError('a model needs tenders of both kinds');
  const names = Object.keys(tenders[0]!).filter((name) => !rowOnly.test(name));
  const rowNames = Object.keys(tenders[0]!).filter((name) => ofTheRow.test(name));
  const rows = tenders.map((features) => Float64Array.from(names, (name) => features[name]!));
  const weights = evenWeights(labels, groups);
  const small = tenders.length < few;
  const standards = names.map((_, j) => standardOf(rows.map((row) => row[j]!)));
  const rowStandards = rowNames.map((name) => standardOf(tenders.map((features) => features[name]!)));
  return {
    names,
    trees: fitBoostedTrees(
      rows,
      labels,
      {
        depth: small ? 2 : 5,
        rounds: 300,
        rate: small ? 0.04 : 0.02,
        featureShare: 0.2,
        rowShare: 0.5,
        leastLeaf: small ? 3 : 5,
        ridge: 3,
        seed,
      },
      weights,
    ),
    standards,
    line: fitLogistic(
      rows.map((row) => row.map((value, j) => standardised(value, standards[j]!, 3))),
      labels,
      30,
      weights,
    ),
    rowNames,
    rowStandards,
    likeness: fitKernelRidge(
      tenders.map((features) => priceRow(rowNames, rowStandards, features)),
      labels,
      0.1,
      weights,
    ),
    voiceOfTrees: small ? 0.5 : 0.8,
  };
}

/** The chance, in [0, 1], that a tender is of the kind labelled 1, where both kinds are equally frequent. */
export function collusionChance(model: CollusionModel, features: Features): number {
  const row = Float64Array.from(model.names, (name) => features[name] ?? Number.NaN);
  const logit = (p: number) => Math.log((p + 0.005) / (1.005 - p));
  const trees = logit(boostedChance(model.trees, row));
  const line = logit(
    logisticChance(
      model.line,
      row.map((value, j) => standardised(value, model.standards[j]!, 3)),
    ),
  );
  const alike = kernelAnswer(model.likeness, priceRow(model.rowNames, model.rowStandards, features));
  const likeness = logit(Math.min(0.98, Math.max(0.02, (1 + alike) / 2)));
  const joined = model.voiceOfTrees * trees + (1 - model.voiceOfTrees) * line;
  return 1 / (1 + Math.exp(-((1 - voiceOfLikeness) * joined + voiceOfLikeness * likeness)));
}

const priceRow = (names: readonly string[], standards: readonly Standard[], features: Features): number[] =>
  names.map((name, j) => standardised(features[name] ?? Number.NaN, standards[j]!, 3));

/** Which features pull the linear part of the answer up most, for the reason in words: at most three. */
export function pulls(model: CollusionModel, features: Features): { readonly name: string; readonly pull: number }[] {
  return model.names
    .map((name, j) => ({
      name,
      pull: model.line.slopes[j]! * standardised(features[name] ?? Number.NaN, model.standards[j]!, 3),
    }))
    .filter(({ pull }) => pull > 0)
    .toSorted((a, b) => b.pull - a.pull)
    .slice(0, 3);
}
