/**
 * Ridge regression on likeness to known rows (Gaussian kernel): a row is answered by what is known of the rows that look like it. Where there are many,
 * landmarks drawn from them stand in for all (subset of regressors; Rasmussen & Williams 2006, 8.3). Seeded: the same data is the same model.
 */
import { seeded, shuffled } from '@opengoa/kernel/seeded';
import { solvePositive } from './solve-positive.ts';

export interface KernelRidge {
  readonly landmarks: readonly ArrayLike<number>[];
  readonly coefficients: ArrayLike<number>;
}

/** Likeness at a mean squared distance of 1 over features is e^−0.5; rows far from everything are answered by the mean. */
const narrowness = 0.5;
const floor = 0.1;

function likeness(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < one.length; j++) sum += (one[j]! - other[j]!) ** 2;
  return Math.exp((-narrowness * sum) / one.length) + floor;
}

/**
 * @param rows standardised features, all finite
 * @param labels 0 or 1, answered as −1 … 1
 * @param most landmarks: fitting takes rows × most² steps
 */
export function fitKernelRidge(
  rows: readonly ArrayLike<number>[],
  labels: readonly number[],
  ridge: number,
  weights: readonly number[] = labels.map(() => 1),
  most = 800,
  seed = 7,
): KernelRidge {
  const landmarks = rows.length <= most ? rows : shuffled(rows, seeded(seed)).slice(0, most);
  const n = landmarks.length;
  const a = landmarks.map((one, i) =>
    Float64Array.from({ length: n }, (_, j) => ridge * likeness(one, landmarks[j]!) + (i === j ? 1e-6 : 0)),
  );
  const b = new Float64Array(n);
  for (const [i, row] of rows.entries()) {
    const like = Float64Array.from(landmarks, (each) => likeness(row, each));
    const weight = weights[i]!;
    for (let j = 0; j < n; j++) {
      const own = weight * like[j]!;
      const line = a[j]!;
      b[j] = b[j]! + own * (2 * labels[i]! - 1);
      for (let k = 0; k <= j; k++) line[k] = line[k]! + own * like[k]!;
    }
  }
  return { landmarks, coefficients: solvePositive(a, b) };
}

/** About −1 for rows like those labelled 0, about 1 for rows like those labelled 1. */
export const kernelAnswer = ({ landmarks, coefficients }: KernelRidge, row: ArrayLike<number>): number =>
  landmarks.reduce((sum, landmark, i) => sum + coefficients[i]! * likeness(row, landmark), 0);
