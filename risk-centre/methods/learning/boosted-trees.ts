/** Gradient-boosted trees for a yes-or-no label (Friedman 2001, with the second-order step), seeded: the same data is the same model. */
import { type Binning, binningOf, binsOf } from './binned.ts';
import { growTree, type Tree, treeValue, type TreeShape } from './grow-tree.ts';
import { seeded } from '@opengoa/kernel/seeded';

export interface BoostSettings extends TreeShape {
  readonly rounds: number;
  readonly rate: number;
  /** Share of rows each tree is grown on. */
  readonly rowShare: number;
  readonly seed: number;
}

export interface BoostedTrees {
  readonly binning: Binning;
  readonly start: number;
  readonly rate: number;
  readonly trees: readonly Tree[];
}

const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));

/**
 * @param rows features, NaN where there is none
 * @param labels 0 or 1, both present
 * @param offsets for each row log odds known beforehand, which the trees add to; asked with the same at `boostedChance`
 */
export function fitBoostedTrees(
  rows: readonly ArrayLike<number>[],
  labels: readonly number[],
  settings: BoostSettings,
  weights: readonly number[] = labels.map(() => 1),
  offsets?: readonly number[],
): BoostedTrees {
  const binning = binningOf(rows);
  const binned = rows.map((row) => binsOf(binning, row));
  const next = seeded(settings.seed);
  const total = (label: number) => weights.reduce((sum, weight, i) => sum + (labels[i] === label ? weight : 0), 0.5);
  const start = offsets ? 0 : Math.log(total(1) / total(0));
  const logits = Float64Array.from(rows, (_, i) => start + (offsets?.[i] ?? 0));
  const gradient = new Float64Array(rows.length);
  const curvature = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let round = 0; round < settings.rounds; round++) {
    for (let i = 0; i < rows.length; i++) {
      const expected = chance(logits[i]!);
      gradient[i] = weights[i]! * (labels[i]! - expected);
      curvature[i] = weights[i]! * expected * (1 - expected);
    }
    const members = [...rows.keys()].filter(() => next() < settings.rowShare);
    const tree = growTree({ rows: binned, gradient, curvature }, members, settings, next);
    trees.push(tree);
    for (let i = 0; i < rows.length; i++) logits[i]! += settings.rate * treeValue(tree, binned[i]!);
  }
  return { binning, start, rate: settings.rate, trees };
}

export function boostedChance(
  { binning, start, rate, trees }: BoostedTrees,
  row: ArrayLike<number>,
  offset = 0,
): number {
  const bins = binsOf(binning, row);
  return chance(trees.reduce((sum, tree) => sum + rate * treeValue(tree, bins), start + offset));
}
