import { seeded, shuffled } from '@opengoa/kernel/seeded';

/**
 * Splits rows into folds so that rows of one group are never parted: what was learned from a group is never tried on it.
 * Groups are dealt in random order, larger ones first, each to the fold that is emptiest, ones and zeros each counted as shares of theirs, so
 * that folds are alike in both.
 * @param groups for each row the name of its group
 * @param labels for each row 0 or 1
 * @returns for each row its fold, 0 … folds − 1
 */
export function groupFolds(
  groups: readonly string[],
  labels: readonly number[],
  folds: number,
  seed: number,
): number[] {
  const sizes = new Map<string, [zeros: number, ones: number]>();
  for (const [i, group] of groups.entries()) {
    const size = sizes.get(group) ?? [0, 0];
    size[labels[i] === 1 ? 1 : 0] += 1;
    sizes.set(group, size);
  }
  const ones = Math.max(1, labels.filter((label) => label === 1).length);
  const zeros = Math.max(1, labels.length - ones);
  const weight = ([zero, one]: readonly [number, number]) => zero / zeros + one / ones;
  const order = shuffled([...sizes], seeded(seed)).toSorted(([, a], [, b]) => weight(b) - weight(a));
  const filled = Array.from({ length: folds }, (): [number, number] => [0, 0]);
  const foldOf = new Map<string, number>();
  for (const [group, size] of order) {
    // The fold in which the fuller of the two kinds would stay lowest.
    const after = filled.map(([zero, one]) =>
      Math.max(size[0] ? (zero + size[0]) / zeros : 0, size[1] ? (one + size[1]) / ones : 0),
    );
    const fold = after.indexOf(Math.min(...after));
    foldOf.set(group, fold);
    filled[fold]![0] += size[0];
    filled[fold]![1] += size[1];
  }
  return groups.map((group) => foldOf.get(group)!);
}

/** Weights under which ones and zeros count the same in all, and a group by the root of its size: many tenders of one case are not as many cases. */
export function evenWeights(labels: readonly number[], groups: readonly string[]): number[] {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const weights = groups.map((group) => 1 / Math.sqrt(sizes.get(group)!));
  const total = (label: number) => weights.reduce((sum, weight, i) => sum + (labels[i] === label ? weight : 0), 0);
  const sums = [total(0), total(1)];
  return weights.map((weight, i) => (weight * labels.length) / (2 * sums[labels[i]!]!));
}
