/** How wide a band must be to hold a nominal share: from errors of the past, by class of hours (split conformal; Lei et al. 2018). */
import { conformalHalf } from '@opengoa/energy/day-ahead';

export interface PastError {
  readonly size: number;
  /** Class of hours, 0 … classes − 1. */
  readonly kind: number;
}

/** A class with few errors leans on all classes as if it had seen so many more. */
const leaning = 20;

/**
 * Each class has its own spread, and all the same number of spreads.
 * @param errors oldest first
 * @param halfLife errors after which one weighs half; all weigh the same when left out
 * @returns half the width for each class; NaN where nothing is known
 */
export function calibratedHalves(
  errors: readonly PastError[],
  classes: number,
  nominal: number,
  halfLife?: number,
): Float64Array {
  if (errors.length === 0) return new Float64Array(classes).fill(Number.NaN);
  const sums = new Float64Array(classes);
  const counts = new Float64Array(classes);
  let whole = 1e-9;
  for (const { size, kind } of errors) {
    sums[kind]! += size;
    counts[kind]! += 1;
    whole += size / errors.length;
  }
  const spread = sums.map((sum, kind) => (sum + leaning * whole) / (counts[kind]! + leaning));
  const share = conformalHalf(
    errors.map(({ size, kind }) => size / spread[kind]!),
    nominal,
    halfLife,
  );
  return spread.map((own) => share * own);
}
