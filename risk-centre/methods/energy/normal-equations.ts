/** Ridge regression by its normal equations, for a few dozen to a few hundred columns. */

export interface NormalEquations {
  readonly size: number;
  /** Σ w·x·xᵀ row by row; only the lower half is kept. */
  readonly products: Float64Array;
  /** Σ w·x·y. */
  readonly answers: Float64Array;
}

export const normalEquations = (size: number): NormalEquations => ({
  size,
  products: new Float64Array(size * size),
  answers: new Float64Array(size),
});

/** Adds a row of `size` features with its answer. */
export function addRow({ size, products, answers }: NormalEquations, row: ArrayLike<number>, y: number, weight = 1) {
  for (let i = 0; i < size; i++) {
    const wx = weight * row[i]!;
    if (wx === 0) continue;
    answers[i]! += wx * y;
    const start = i * size;
    for (let j = 0; j <= i; j++) products[start + j]! += wx * row[j]!;
  }
}

/**
 * Coefficients that minimise the squared errors plus `ridge[i]` times the square of each (Cholesky). Columns that say nothing get 0 where their ridge is
 * above 0.
 */
export function solveRidge({ size, products, answers }: NormalEquations, ridge: ArrayLike<number>): Float64Array {
  const lower = lowerTriangle(products, ridge, size);
  return backward(lower, forward(lower, answers, size), size);
}

/** The same for many answers that share their rows: one factor, many solutions. @param answers each of `size` */
export function solveRidgeMany(
  { size, products }: Pick<NormalEquations, 'size' | 'products'>,
  answers: readonly Float64Array[],
  ridge: ArrayLike<number>,
): Float64Array[] {
  const lower = lowerTriangle(products, ridge, size);
  return answers.map((each) => backward(lower, forward(lower, each, size), size));
}

function lowerTriangle(products: Float64Array, ridge: ArrayLike<number>, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j <= i; j++) {
      const other = j * size;
      let rest = products[row + j]! + (i === j ? ridge[i]! : 0);
      for (let k = 0; k < j; k++) rest -= lower[row + k]! * lower[other + k]!;
      lower[row + j] = i === j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / lower[other + j]!;
    }
  }
  return lower;
}

function forward(lower: Float64Array, answers: Float64Array, size: number): Float64Array {
  const found = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let rest = answers[i]!;
    for (let k = 0; k < i; k++) rest -= lower[i * size + k]! * found[k]!;
    found[i] = rest / lower[i * size + i]!;
  }
  return found;
}

function backward(lower: Float64Array, found: Float64Array, size: number): Float64Array {
  for (let i = size - 1; i >= 0; i--) {
    let rest = found[i]!;
    for (let k = i + 1; k < size; k++) rest -= lower[k * size + i]! * found[k]!;
    found[i] = rest / lower[i * size + i]!;
  }
  return found;
}
