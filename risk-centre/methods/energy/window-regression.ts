/**
 * The plainest forecaster of windows that stands up to large networks: the next hours as one linear map of the last ones, each window less its own mean
 * (instance normalisation), by ridge regression in closed form, one map for all series (channel-independent; Zeng et al. 2023; Toner & Darlow 2024).
 */
import { type NormalEquations, normalEquations, solveRidgeMany } from './normal-equations.ts';

export interface WindowRegression {
  readonly lookBack: number;
  readonly horizon: number;
  /** For each hour ahead its weights on the window, oldest first. */
  readonly weights: readonly Float64Array[];
}

export interface WindowSettings {
  readonly lookBack: number;
  readonly horizon: number;
  /** Added to each column, as a share of the mean product on the diagonal. */
  readonly ridgeShare: number;
}

/**
 * @param series each without gaps and longer than one window; those of different size are to be standardised before
 */
export function fitWindowRegression(
  series: readonly Float64Array[],
  { lookBack, horizon, ridgeShare }: WindowSettings,
): WindowRegression {
  const equations = normalEquations(lookBack);
  const answers = Array.from({ length: horizon }, () => new Float64Array(lookBack));
  for (const values of series) addSeries(equations, answers, values, lookBack, horizon);
  let diagonal = 0;
  for (let i = 0; i < lookBack; i++) diagonal += equations.products[i * lookBack + i]! / lookBack;
  const ridge = new Float64Array(lookBack).fill(ridgeShare * diagonal);
  return { lookBack, horizon, weights: solveRidgeMany(equations, answers, ridge) };
}

/**
 * Sums over all windows: with μ the mean of a window, Σ (x_i − μ)(x_j − μ) and Σ (x_i − μ)(y_h − μ). Products of places of a series are sums along
 * diagonals, so that each is taken from its neighbour by one product added and one left out; what the mean adds is taken off afterwards.
 */
function addSeries(
  { products }: NormalEquations,
  answers: readonly Float64Array[],
  values: Float64Array,
  lookBack: number,
  horizon: number,
): void {
  const windows = values.length - lookBack - horizon + 1;
  if (windows <= 0) return;
  const means = new Float64Array(windows);
  let sum = 0;
  for (let t = 0; t < lookBack; t++) sum += values[t]!;
  for (let w = 0; w < windows; w++) {
    means[w] = sum / lookBack;
    sum += values[w + lookBack]! - values[w]!;
  }
  const squares = means.reduce((total, mean) => total + mean * mean, 0);
  const width = lookBack + horizon;
  // Σ_w x_{w+i} μ_w for each place i of window and horizon.
  const byMean = Float64Array.from({ length: width }, (_, i) => {
    let total = 0;
    for (let w = 0; w < windows; w++) total += values[w + i]! * means[w]!;
    return total;
  });
  const add = (i: number, j: number, product: number) => {
    const own = product - byMean[i]! - byMean[j]! + squares;
    if (j < lookBack) products[Math.max(i, j) * lookBack + Math.min(i, j)]! += own;
    else answers[j - lookBack]![i]! += own;
  };
  for (let gap = 0; gap < width; gap++) {
    let product = 0;
    for (let w = 0; w < windows; w++) product += values[w]! * values[w + gap]!;
    for (let i = 0; i < lookBack && i + gap < width; i++) {
      add(i, i + gap, product);
      product += values[i + windows]! * values[i + gap + windows]! - values[i]! * values[i + gap]!;
    }
  }
}

/** The hours after a window of `lookBack` hours. */
export function predictWindow({ lookBack, weights }: WindowRegression, window: Float64Array): Float64Array {
  const mean = window.reduce((sum, value) => sum + value, 0) / lookBack;
  return Float64Array.from(weights, (own) => {
    let value = mean;
    for (let k = 0; k < lookBack; k++) value += own[k]! * (window[k]! - mean);
    return value;
  });
}
