/**
 * SF-02: whether rounds of inspection were walked. It is asked of a round and of its records; a bell schedule is regular for a good reason, so regularity is
 * to be compared with the same round's own past.
 */
import { betaAtMost, logGamma } from '../beta-distribution.ts';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

/**
 * Metres a second from each checkpoint to the next; two records of one second are infinitely fast where they are apart.
 * @param pointsM way along the round in metres. @param timesS seconds, ascending. @param limit metres a second that nobody walks
 */
export function walkingSpeeds(
  pointsM: readonly number[],
  timesS: readonly number[],
  limit: number,
): MethodResult<{ readonly speeds: readonly number[]; readonly impossibleLegs: number }> {
  const points = Math.min(pointsM.length, timesS.length);
  if (points < 2)
    return insufficient({
      zh: `打点${points}个，至少需要2个`,
      en: `${points} checkpoints; 2 are needed`,
      needed: 2,
      found: points,
    });
  const speeds = Array.from({ length: points - 1 }, (_, i) => {
    const way = Math.abs(pointsM[i + 1]! - pointsM[i]!);
    return way === 0 ? 0 : way / Math.max(0, timesS[i + 1]! - timesS[i]!);
  });
  return ok({ speeds, impossibleLegs: speeds.filter((speed) => speed > limit).length });
}

/** Spread of the minutes at which rounds begin (n − 1), and how many of them begin in the same one. */
export function startRegularity(
  startMinutes: readonly number[],
  least = 10,
): MethodResult<{ readonly sdMinutes: number; readonly modeShare: number }> {
  const n = startMinutes.length;
  if (n < least)
    return insufficient({
      zh: `巡检${n}次，至少需要${least}次`,
      en: `${n} rounds; ${least} are needed`,
      needed: least,
      found: n,
    });
  const mean = startMinutes.reduce((sum, minute) => sum + minute, 0) / n;
  const squares = startMinutes.reduce((sum, minute) => sum + (minute - mean) ** 2, 0);
  const most = Math.max(...[...Map.groupBy(startMinutes, Math.floor).values()].map((some) => some.length));
  return ok({ sdMinutes: Math.sqrt(squares / (n - 1)), modeShare: most / n });
}

export interface FewFindings {
  /** Where every inspection were as likely to find something as the next: far too sure. */
  readonly pBinomial: number;
  /** Where places differ, by the correlation within a place. */
  readonly pBetaBinomial: number;
}

/**
 * The chance of so few findings, or fewer, in so many inspections of places like others.
 * @param peerRate findings an inspection among peers, in (0, 1). @param rho correlation within a place, in (0, 1)
 */
export function fewFindings(
  peerRate: number,
  inspections: number,
  findings: number,
  rho: number,
  least = 20,
): MethodResult<FewFindings> {
  if (inspections < least)
    return insufficient({
      zh: `检查${inspections}次，至少需要${least}次`,
      en: `${inspections} inspections; ${least} are needed`,
      needed: least,
      found: inspections,
    });
  const [a, b] = [(peerRate * (1 - rho)) / rho, ((1 - peerRate) * (1 - rho)) / rho];
  const logBeta = (x: number, y: number): number => logGamma(x) + logGamma(y) - logGamma(x + y);
  let pBetaBinomial = 0;
  for (let k = 0; k <= Math.min(findings, inspections); k += 1) {
    const ways = -Math.log(inspections + 1) - logBeta(inspections - k + 1, k + 1);
    pBetaBinomial += Math.exp(ways + logBeta(k + a, inspections - k + b) - logBeta(a, b));
  }
  const pBinomial = findings >= inspections ? 1 : betaAtMost(1 - peerRate, inspections - findings, findings + 1);
  return ok({ pBinomial, pBetaBinomial: Math.min(1, pBetaBinomial) });
}
