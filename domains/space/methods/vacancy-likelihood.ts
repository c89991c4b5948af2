/** Whether a zone looks used or empty by what it draws (SA-03): two log-normal states of use per square metre and month. Pure. */

/** Use of a zone in one state: the median of x, and the spread of ln x. x is kWh/m² or m³/m² a month. */
export interface UseStates {
  readonly usedMedian: number;
  readonly vacantMedian: number;
  readonly logSpread: number;
}

/** What is least told apart from nothing: a meter that stands still reads 0, and ln 0 is nothing. */
const least = 1e-3;

/** ln N(ln x; used) − ln N(ln x; vacant): above 0 the month looks used. Natural logarithm. */
export function likelihoodOfUse(x: number, { usedMedian, vacantMedian, logSpread }: UseStates): number {
  const at = Math.log(Math.max(least, x));
  const far = (median: number) => ((at - Math.log(median)) / logSpread) ** 2;
  return (far(vacantMedian) - far(usedMedian)) / 2;
}

/**
 * Months of one zone are not independent (who works in January works in February): what one source says together is capped either way.
 * @param cap most that one source may say, natural logarithm
 */
export const cappedEvidence = (ratios: readonly number[], cap: number): number =>
  Math.max(
    -cap,
    Math.min(
      cap,
      ratios.reduce((sum, ratio) => sum + ratio, 0),
    ),
  );

/** The probability of use after the evidence. @param prior before it */
export function posteriorOfUse(prior: number, evidence: number): number {
  const odds = (prior / (1 - prior)) * Math.exp(evidence);
  return odds / (1 + odds);
}

/** The middle of some numbers; NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * States fitted on zones whose state is known: medians, and one spread pooled over both by medians of distances (1.4826 × MAD), so that a few wrongly
 * declared zones do not carry it.
 * @returns undefined where a state has fewer zones than `fewest`, or both look alike
 */
export function fittedStates(
  used: readonly number[],
  vacant: readonly number[],
  fewest: number,
): UseStates | undefined {
  if (used.length < fewest || vacant.length < fewest) return undefined;
  const logs = (values: readonly number[]) => values.map((x) => Math.log(Math.max(least, x)));
  const [ofUsed, ofVacant] = [logs(used), logs(vacant)];
  const [usedAt, vacantAt] = [medianOf(ofUsed), medianOf(ofVacant)];
  const logSpread = Math.max(
    0.2,
    1.4826 * medianOf([...ofUsed.map((at) => Math.abs(at - usedAt)), ...ofVacant.map((at) => Math.abs(at - vacantAt))]),
  );
  if (usedAt - vacantAt < logSpread) return undefined;
  return { usedMedian: Math.exp(usedAt), vacantMedian: Math.exp(vacantAt), logSpread };
}
