/**
 * Linear least squares that survives dependent columns.
 *
 * Householder QR with column pivoting (Businger & Golub 1965). Temperature pieces are often dependent — below the first
 * knot every later piece is zero, above it the first piece is constant — so the rank is read off the pivots and the
 * coefficients of the columns left over are 0 (the basic solution). Fitted values are the same whichever columns are
 * left out. The method was chosen over normal equations with a ridge because it neither squares the condition number
 * nor biases the columns that are sound.
 */
export interface LeastSquaresFit {
  readonly coefficients: number[];
  readonly rank: number;
}

/**
 * @param columns each as long as `target`; they are not changed
 * @param reference norm below which (times 1e-10) a column counts as nothing; defaults to the column's own norm. Needed
 *   when a column was centred: what is left of a constant is rounding noise, which must not be taken for a signal.
 */
export function leastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
  reference?: readonly number[],
): LeastSquaresFit {
  const n = target.length;
  const p = columns.length;
  const scale = columns.map((column, j) => {
    const norm = normOf(column, 0);
    return norm > 1e-10 * Math.max(reference?.[j] ?? 0, Number.MIN_VALUE) ? norm : 0;
  });
  const work = columns.map((column, j) => column.map((x) => (scale[j] ? x / scale[j]! : 0)));
  const right = Float64Array.from(target);
  const order = columns.map((_, j) => j);
  const limit = Math.min(n, p);
  let rank = 0;

  for (; rank < limit; rank++) {
    let best = rank;
    let bestNorm = -1;
    for (let j = rank; j < p; j++) {
      const norm = normOf(work[order[j]!]!, rank);
      if (norm > bestNorm) [best, bestNorm] = [j, norm];
    }
    // Columns have unit length to begin with: what is left of a dependent one is rounding.
    if (bestNorm <= 1e-9) break;
    [order[rank], order[best]] = [order[best]!, order[rank]!];

    const pivot = work[order[rank]!]!;
    const alpha = pivot[rank]! > 0 ? -bestNorm : bestNorm;
    const reflector = pivot.slice(rank);
    reflector[0]! -= alpha;
    const squared = reflector.reduce((sum, x) => sum + x * x, 0);
    for (let j = rank + 1; j < p; j++) reflect(work[order[j]!]!, reflector, squared, rank);
    reflect(right, reflector, squared, rank);
    pivot[rank] = alpha;
  }

  const coefficients = Array.from({ length: p }, () => 0);
  for (let k = rank - 1; k >= 0; k--) {
    let rest = right[k]!;
    for (let j = k + 1; j < rank; j++) rest -= work[order[j]!]![k]! * coefficients[order[j]!]!;
    coefficients[order[k]!] = rest / work[order[k]!]![k]!;
  }
  return { coefficients: coefficients.map((b, j) => (scale[j] ? b / scale[j]! : 0)), rank };
}

export interface GroupedFit extends LeastSquaresFit {
  /** One intercept a group; `null` for a group without rows. */
  readonly intercepts: (number | null)[];
}

/**
 * Weighted least squares of `target` on one intercept per group plus `columns` (Frisch–Waugh–Lovell: centring every
 * column within its group gives the same slopes as carrying an indicator for each group, at a hundredth of the work).
 *
 * @param group for each row its group, 0 … groups − 1
 */
export function leastSquaresWithinGroups(
  columns: readonly Float64Array[],
  target: Float64Array,
  group: ArrayLike<number>,
  groups: number,
  weights?: ArrayLike<number>,
): GroupedFit {
  const n = target.length;
  const total = new Float64Array(groups);
  for (let i = 0; i < n; i++) total[group[i]!]! += weights ? weights[i]! : 1;

  const means = (values: Float64Array): Float64Array => {
    const sum = new Float64Array(groups);
    for (let i = 0; i < n; i++) sum[group[i]!]! += (weights ? weights[i]! : 1) * values[i]!;
    return sum.map((s, g) => (total[g]! > 0 ? s / total[g]! : 0));
  };
  const centred = (values: Float64Array, mean: Float64Array): Float64Array =>
    values.map((x, i) => (x - mean[group[i]!]!) * (weights ? Math.sqrt(weights[i]!) : 1));

  const columnMeans = columns.map(means);
  const targetMean = means(target);
  const fit = leastSquares(
    columns.map((column, j) => centred(column, columnMeans[j]!)),
    centred(target, targetMean),
    columns.map((column) => normOf(column, 0)),
  );
  const intercepts = Array.from(targetMean, (mean, g) =>
    total[g]! > 0 ? fit.coefficients.reduce((rest, b, j) => rest - b * columnMeans[j]![g]!, mean) : null,
  );
  return { ...fit, intercepts };
}

function normOf(column: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < column.length; i++) sum += column[i]! * column[i]!;
  return Math.sqrt(sum);
}

function reflect(column: Float64Array, reflector: Float64Array, squared: number, from: number): void {
  if (squared === 0) return;
  let dot = 0;
  for (let i = 0; i < reflector.length; i++) dot += reflector[i]! * column[from + i]!;
  const factor = (2 * dot) / squared;
  for (let i = 0; i < reflector.length; i++) column[from + i]! -= factor * reflector[i]!;
}
