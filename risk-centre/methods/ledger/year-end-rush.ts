/**
 * FI-02: money spent in December against the other months, and against what December is for this unit and this kind of spending: settlements legitimately fall
 * late, so that a unit's own earlier years and the same item elsewhere are asked first. Liebman & Mahoney 2017.
 */
import { median, medianAbsoluteDeviation } from '@opengoa/kernel/robust-statistics';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface YearEnd {
  readonly decemberShare: number;
  /** December over the mean of January to November. */
  readonly decemberRatio: number;
  /** Gini coefficient of the twelve months. */
  readonly gini: number;
  /** Modified z of ln December among the twelve months; null where a month spent nothing. */
  readonly z: number | null;
}

/** Months that hardly differ are not told apart by their last tenth: least spread of ln. */
const leastSpread = 0.1;

/** @param monthly spending of January to December, none below 0, some above in January to November */
export function yearEnd(monthly: readonly number[]): YearEnd {
  const december = monthly[11]!;
  const total = monthly.reduce((sum, each) => sum + each, 0);
  const ranked = monthly.toSorted((a, b) => a - b);
  const n = monthly.length;
  const gini = ranked.reduce((sum, each, i) => sum + (2 * (i + 1) - n - 1) * each, 0) / (n * total);
  const logs = monthly.map(Math.log);
  const isWhole = monthly.every((each) => each > 0);
  const spread = isWhole ? Math.max(1.4826 * medianAbsoluteDeviation(logs), leastSpread) : 0;
  return {
    decemberShare: december / total,
    decemberRatio: december / ((total - december) / 11),
    gini,
    z: isWhole ? (logs[11]! - median(logs)) / spread : null,
  };
}

/** Earlier years of a unit, and other units with the same item, from which they say what December usually is. */
const leastYears = 2;
const leastPeers = 8;
/** Months with spending, of January to November, without which there is no ordinary month. */
const leastMonths = 9;

export interface FairYearEnd extends YearEnd {
  /** What the ratio usually is, and who says so. */
  readonly usualRatio: number;
  readonly known: 'own-years' | 'peers' | 'own-months';
  /** ln of the ratio over the usual one, in spreads of it. */
  readonly fairZ: number;
  /** What December spent above the usual; not below 0. */
  readonly excess: number;
}

/**
 * @param monthly spending of January to December. @param earlier ratios of the unit's own earlier years, above 0
 * @param peers ratios of others with the same item in the same year, above 0
 * @returns against whoever makes this December most usual, since either explains it; `insufficient_data` where months are missing
 */
export function fairYearEnd(
  monthly: readonly number[],
  earlier: readonly number[] = [],
  peers: readonly number[] = [],
): MethodResult<FairYearEnd> {
  const months = monthly.slice(0, 11).filter((each) => each > 0).length;
  if (months < leastMonths)
    return insufficient({
      zh: `1至11月中有支出的月份${months}个，少于${leastMonths}个不判断年底集中`,
      en: `of January to November ${months} months have spending; ${leastMonths} are needed`,
      needed: leastMonths,
      found: months,
    });
  const found = yearEnd(monthly);
  const mean = monthly.slice(0, 11).reduce((sum, each) => sum + each, 0) / 11;
  const references: { readonly known: FairYearEnd['known']; readonly logs: readonly number[] }[] = [
    ...(earlier.length >= leastYears ? [{ known: 'own-years' as const, logs: earlier.map(Math.log) }] : []),
    ...(peers.length >= leastPeers ? [{ known: 'peers' as const, logs: peers.map(Math.log) }] : []),
  ];
  const own = monthly.slice(0, 11).filter((each) => each > 0);
  // Nobody to ask: December as one month among twelve, which knows nothing of settlements.
  if (references.length === 0) references.push({ known: 'own-months', logs: own.map((each) => Math.log(each / mean)) });
  const asked = references.map(({ known, logs }) => {
    const middle = median(logs);
    // Two or three years tell little of their own spread.
    const spread = Math.max(1.4826 * medianAbsoluteDeviation(logs), known === 'own-years' ? 0.2 : leastSpread);
    const usualRatio = Math.exp(known === 'own-months' ? Math.max(0, middle) : middle);
    const fairZ = found.decemberRatio > 0 ? (Math.log(found.decemberRatio) - Math.log(usualRatio)) / spread : -9;
    return { known, usualRatio, fairZ, excess: Math.max(0, monthly[11]! - usualRatio * mean) };
  });
  const mildest = asked.reduce((best, each) => (each.fairZ < best.fairZ ? each : best));
  return ok({ ...found, ...mildest });
}
