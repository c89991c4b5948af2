/** Features cut into at most 63 bins at their quantiles: a tree then looks for its splits among bins, and outliers pull at nothing. */

/** Bin of a value that is not there. It may go to either side of a split. */
export const missingBin = 255;

export interface Binning {
  /** For each feature its edges, ascending: a value v stands in the bin whose number is the count of edges ≤ v. */
  readonly edges: readonly (readonly number[])[];
}

/** @param rows features of each row, NaN where there is none */
export function binningOf(rows: readonly ArrayLike<number>[], bins = 63): Binning {
  const features = rows[0]?.length ?? 0;
  const edges = Array.from({ length: features }, (_, j) => {
    const sorted = rows
      .map((row) => row[j]!)
      .filter((value) => !Number.isNaN(value))
      .toSorted((a, b) => a - b);
    const found = new Set<number>();
    for (let k = 1; k < bins; k++) {
      const at = Math.floor((k * sorted.length) / bins);
      // Half way between neighbours, so that a value met later falls on the nearer side.
      if (at > 0 && sorted[at]! > sorted[at - 1]!) found.add((sorted[at]! + sorted[at - 1]!) / 2);
      else if (at > 0 && sorted[at]! > sorted[0]!) found.add(sorted[at]!);
    }
    return [...found].toSorted((a, b) => a - b);
  });
  return { edges };
}

export function binsOf({ edges }: Binning, row: ArrayLike<number>): Uint8Array {
  return Uint8Array.from(edges, (cuts, j) => {
    const value = row[j]!;
    if (Number.isNaN(value)) return missingBin;
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cuts[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}
