/** One regression tree over binned features, grown by gradients and curvatures (Friedman 2001; Chen & Guestrin 2016). */
import { missingBin } from './binned.ts';

export type Tree = Leaf | Split;

interface Leaf {
  readonly value: number;
}

interface Split {
  readonly feature: number;
  /** Bins up to this one go to the low side. */
  readonly bin: number;
  readonly missingGoesLow: boolean;
  readonly low: Tree;
  readonly high: Tree;
}

export interface TreeShape {
  readonly depth: number;
  /** Least sum of curvature in a leaf. */
  readonly leastLeaf: number;
  /** Share of features looked at for each split. */
  readonly featureShare: number;
  /** Added to the curvature of a leaf: draws its value towards 0. */
  readonly ridge: number;
  /** Features of which more never means less: the tree does not fall along them. Values that are missing are bound by nothing. */
  readonly rising?: ReadonlySet<number>;
}

export interface Training {
  readonly rows: readonly Uint8Array[];
  readonly gradient: ArrayLike<number>;
  readonly curvature: ArrayLike<number>;
}

/** @param members rows the tree is grown on; one may stand twice (bootstrap) */
export function growTree(
  training: Training,
  members: readonly number[],
  shape: TreeShape,
  next: () => number,
  depth = 0,
  bounds: readonly [low: number, high: number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): Tree {
  const { rows, gradient, curvature } = training;
  let g = 0;
  let h = 0;
  for (const i of members) {
    g += gradient[i]!;
    h += curvature[i]!;
  }
  const valueOf = (sum: number, weight: number) =>
    Math.min(bounds[1], Math.max(bounds[0], sum / (weight + shape.ridge)));
  const leaf = { value: valueOf(g, h) };
  if (depth >= shape.depth || h < 2 * shape.leastLeaf) return leaf;
  const worth = (sum: number, weight: number) => (sum * sum) / (weight + shape.ridge);
  const features = rows[0]!.length;
  let best: { gain: number; feature: number; bin: number; missingGoesLow: boolean; middle: number } | undefined;
  const sums = new Float64Array(256);
  const weights = new Float64Array(256);
  for (const feature of chosenFeatures(features, shape.featureShare, next)) {
    sums.fill(0);
    weights.fill(0);
    let last = 0;
    for (const i of members) {
      const bin = rows[i]![feature]!;
      sums[bin]! += gradient[i]!;
      weights[bin]! += curvature[i]!;
      if (bin !== missingBin && bin > last) last = bin;
    }
    const [missingG, missingH] = [sums[missingBin]!, weights[missingBin]!];
    let lowG = 0;
    let lowH = 0;
    for (let bin = 0; bin < last + (missingH > 0 ? 1 : 0); bin++) {
      lowG += sums[bin]!;
      lowH += weights[bin]!;
      if (weights[bin] === 0) continue;
      for (const missingGoesLow of missingH > 0 ? [true, false] : [false]) {
        const sideG = lowG + (missingGoesLow ? missingG : 0);
        const sideH = lowH + (missingGoesLow ? missingH : 0);
        if (sideH < shape.leastLeaf || h - sideH < shape.leastLeaf) continue;
        const gain = worth(sideG, sideH) + worth(g - sideG, h - sideH) - worth(g, h);
        if (gain <= (best?.gain ?? 1e-9)) continue;
        const [low, high] = [valueOf(sideG, sideH), valueOf(g - sideG, h - sideH)];
        if (low > high && shape.rising?.has(feature)) continue;
        best = { gain, feature, bin, missingGoesLow, middle: (low + high) / 2 };
      }
    }
  }
  if (!best) return leaf;
  const { feature, bin, missingGoesLow, middle } = best;
  // Below a split along which the tree must not fall, neither side may pass the middle of the two (XGBoost's way).
  const within = (low: boolean): readonly [number, number] =>
    !shape.rising?.has(feature) ? bounds : low ? [bounds[0], middle] : [middle, bounds[1]];
  const goesLow = (i: number) => {
    const at = rows[i]![feature]!;
    return at === missingBin ? missingGoesLow : at <= bin;
  };
  const side = (low: boolean) =>
    growTree(
      training,
      members.filter((i) => goesLow(i) === low),
      shape,
      next,
      depth + 1,
      within(low),
    );
  return { feature, bin, missingGoesLow, low: side(true), high: side(false) };
}

export function treeValue(tree: Tree, row: Uint8Array): number {
  let at = tree;
  while ('feature' in at) {
    const bin = row[at.feature]!;
    at = (bin === missingBin ? at.missingGoesLow : bin <= at.bin) ? at.low : at.high;
  }
  return at.value;
}

function chosenFeatures(features: number, share: number, next: () => number): number[] {
  const all = Array.from({ length: features }, (_, j) => j);
  const wanted = Math.max(1, Math.round(share * features));
  for (let k = 0; k < wanted && wanted < features; k++) {
    const j = k + Math.floor(next() * (features - k));
    [all[k], all[j]] = [all[j]!, all[k]!];
  }
  return all.slice(0, wanted);
}
