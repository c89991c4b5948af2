/** SF-01: hazards that are past their day, weighed by grade; a day late counts at once, a month late nearly in full. */

export interface OpenHazard {
  readonly grade: number;
  /** Days past the day it was to be mended by; 0 or less for one in time. */
  readonly daysOver: number;
}

/**
 * Σ weight · (1 − e^(−overdue/τ)).
 * @param weights by grade. @param tauDays after which two thirds of the weight count
 * @throws RangeError for a grade without a weight
 */
export function overdueIndex(
  hazards: readonly OpenHazard[],
  weights: Readonly<Record<string, number>>,
  tauDays: number,
): number {
  return hazards.reduce((sum, { grade, daysOver }) => {
    const weight = weights[String(grade)];
    if (weight === undefined) throw new RangeError(`no weight for grade ${grade}`);
    return sum + weight * -Math.expm1(-Math.max(0, daysOver) / tauDays);
  }, 0);
}
