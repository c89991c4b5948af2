/** A forest of trees, each on a bootstrap of the rows and looking at a few features for each split (Breiman 2001), seeded. */
import { type Binning, binningOf, binsOf } from './binned.ts';
import { growTree, type Tree, treeValue, type TreeShape } from './grow-tree.ts';
import { seeded } from '@opengoa/kernel/seeded';

export interface ForestSettings extends TreeShape {
  readonly trees: number;
  readonly seed: number;
}

export interface Forest {
  readonly binning: Binning;
  readonly trees: readonly Tree[];
}

/** @param rows features, NaN where there is none. @param labels 0 or 1; a leaf is the share of ones in it */
export function fitForest(
  rows: readonly ArrayLike<number>[],
  labels: readonly number[],
  settings: ForestSettings,
  weights: readonly number[] = labels.map(() => 1),
): Forest {
  const binning = binningOf(rows);
  const binned = rows.map((row) => binsOf(binning, row));
  const next = seeded(settings.seed);
  const gradient = labels.map((label, i) => weights[i]! * (label - 0.5));
  const training = { rows: binned, gradient, curvature: weights };
  const trees = Array.from({ length: settings.trees }, () => {
    const members = rows.map(() => Math.floor(next() * rows.length));
    return growTree(training, members, settings, next);
  });
  return { binning, trees };
}

export function forestChance({ binning, trees }: Forest, row: ArrayLike<number>): number {
  const bins = binsOf(binning, row);
  return 0.5 + trees.reduce((sum, tree) => sum + treeValue(tree, bins), 0) / trees.length;
}
