import { leastSquares } from './least-squares.ts';
import { slotsOfWeek } from './hour-series.ts';

/** 50 °F and 65 °F: below one a building heats, above the other it cools. */
const heatingBelowC = 10;
const coolingAboveC = ((65 - 32) * 5) / 9;

/**
 * Which of the 168 hours of the week the building is in use, read from the load itself: regress load on
 * min(T − 10 °C, 0) and max(T − 18.3 °C, 0); an hour of the week whose residuals are positive more than
 * `positiveShare` of the time is occupied. Source: CalTRACK Methods 2.0 §3.9, LBNL RMV2.0.
 *
 * @param slots hour of the week of each row, 0 is Monday 00:00
 */
export function occupiedHours(
  loadKwh: ArrayLike<number>,
  outdoorC: ArrayLike<number>,
  slots: ArrayLike<number>,
  positiveShare = 0.65,
): boolean[] {
  const n = loadKwh.length;
  const columns = [new Float64Array(n).fill(1), new Float64Array(n), new Float64Array(n)] as const;
  for (let i = 0; i < n; i++) {
    columns[1][i] = Math.min(outdoorC[i]! - heatingBelowC, 0);
    columns[2][i] = Math.max(outdoorC[i]! - coolingAboveC, 0);
  }
  const { coefficients } = leastSquares(columns, Float64Array.from(loadKwh));
  const seen = new Int32Array(slotsOfWeek);
  const positive = new Int32Array(slotsOfWeek);
  for (let i = 0; i < n; i++) {
    const fitted = columns.reduce((sum, column, j) => sum + column[i]! * coefficients[j]!, 0);
    seen[slots[i]!]! += 1;
    if (loadKwh[i]! > fitted) positive[slots[i]!]! += 1;
  }
  return Array.from(seen, (count, slot) => count > 0 && positive[slot]! / count > positiveShare);
}
