/**
 * EN-09, threshold advice: how likely a year ends above its quota. Errors of months lean on one another, so that both ends are told: as if they were
 * independent, and as if they were one.
 */

export interface MonthToCome {
  readonly expected: number;
  /** Standard deviation of its error. */
  readonly deviation: number;
}

export interface QuotaExceedance {
  readonly total: number;
  /** 1 − Φ((quota − total) / √Σs²). */
  readonly independent: number;
  /** 1 − Φ((quota − total) / Σs). */
  readonly together: number;
}

/** @param quota @param soFar in one unit, whichever it is. Where nothing is left to come the answer is 0 or 1. */
export function quotaExceedance(quota: number, soFar: number, toCome: readonly MonthToCome[]): QuotaExceedance {
  const total = toCome.reduce((sum, { expected }) => sum + expected, soFar);
  const above = (spread: number) => (spread > 0 ? 1 - normalShare((quota - total) / spread) : Number(total > quota));
  return {
    total,
    independent: above(Math.hypot(...toCome.map(({ deviation }) => deviation))),
    together: above(toCome.reduce((sum, { deviation }) => sum + deviation, 0)),
  };
}

/** Share of the standard normal distribution below z, by the series of Marsaglia 2004; exact to rounding for |z| < 7. */
export function normalShare(z: number): number {
  if (z < -7) return 0;
  if (z > 7) return 1;
  let [sum, term] = [z, z];
  for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
}
