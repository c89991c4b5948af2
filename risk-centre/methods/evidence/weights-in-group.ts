/**
 * RE-02, what the signals of one group count for, of those that spoke of one subject.
 *
 * Not measured: the strongest in full, the others half. Measured: `m` signals that repeat each other by ρ say `Σ llr / (1 + (m − 1)ρ)`, and a group says the most that any
 * number of its strongest say together. So it never says more than the plain sum (ρ = 0), never less than its strongest alone, and a further faint flag never lowers it.
 * What speaks against (a kit that verdicts found right less often than the prior) counts in full: half of it would say more than independence does.
 */

/** @param llrs strongest first; @returns a weight for each, in the same order */
export function weightsUnmeasured(llrs: readonly number[], discount: number): number[] {
  return llrs.map((llr, i) => (i === 0 || llr < 0 ? 1 : discount));
}

/**
 * @param llrs strongest first
 * @param rho mean correlation of the group beyond what the truth itself causes, 0 … 1
 * @returns a weight for each, in the same order; 0 for one too faint to add anything
 */
export function weightsMeasured(llrs: readonly number[], rho: number): number[] {
  if (!(rho >= 0 && rho <= 1)) throw new RangeError(`a correlation of ${rho}`);
  let [sum, best, most] = [0, 0, 0];
  for (const [i, llr] of llrs.entries()) {
    if (llr < 0) break;
    sum += llr;
    const together = sum / (1 + i * rho);
    if (together >= most) [best, most] = [i + 1, together];
  }
  return llrs.map((llr, i) => (llr < 0 ? 1 : i < best ? 1 / (1 + (best - 1) * rho) : 0));
}
