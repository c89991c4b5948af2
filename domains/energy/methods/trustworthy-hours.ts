/**
 * Readings a baseline may learn from and be held against: those that no documentary rule contradicts.
 *
 * A main meter of a building in use never rests, so a zero is a reading that did not arrive (EN-01: electricity zeros are
 * missing values). A circuit that is often at rest keeps its zeros.
 */
import { type PointAnomaly, pointAnomalies, withoutAnomalies } from './point-anomaly.ts';

export interface TrustworthyHours {
  readonly kwh: readonly (number | null)[];
  readonly anomalies: readonly PointAnomaly[];
  readonly zerosTaken: number;
}

/** @param often share of zeros from which they are taken for rest */
export function trustworthyHours(kwh: readonly (number | null)[], often = 0.2): TrustworthyHours {
  const anomalies = pointAnomalies(kwh);
  const rest = withoutAnomalies(kwh, anomalies);
  const zeros = rest.filter((value) => value === 0).length;
  const read = rest.filter((value) => value !== null).length;
  const zeroIsMissing = zeros < often * read;
  return {
    kwh: zeroIsMissing ? rest.map((value) => (value === 0 ? null : value)) : rest,
    anomalies,
    zerosTaken: zeroIsMissing ? zeros : 0,
  };
}
