/** Do stated probabilities come true as often as they say? Reliability diagram, calibration error and Brier score (Brier 1950; Murphy 1973). */
import { betaQuantile } from '../beta-distribution.ts';

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  /** Mean of what was stated. */
  readonly stated: number;
  /** Share that came true, with its interval of 90 % (Jeffreys). */
  readonly actual: number;
  readonly lower: number;
  readonly upper: number;
}

export interface Reliability {
  readonly cases: number;
  readonly bins: readonly ReliabilityBin[];
  /** Σ share of the bin × |stated − actual|: the expected calibration error. */
  readonly calibrationError: number;
  readonly brier: number;
  /** 1 − Brier / Brier of stating the base rate of these very cases; null where all came out the same. */
  readonly skill: number | null;
}

/**
 * @param stated probabilities. @param came 0 or 1, in the same order
 * @param binsOf `width`: bins of equal width; `cases`: of about equal numbers of cases (deciles)
 * @throws RangeError where there is no case, or the two lists differ in length
 */
export function reliability(
  stated: readonly number[],
  came: readonly number[],
  binsOf: 'width' | 'cases' = 'width',
  count = 10,
): Reliability {
  const n = stated.length;
  if (n === 0 || came.length !== n) throw new RangeError(`${n} stated, ${came.length} came`);
  const order = [...stated.keys()].toSorted((a, b) => stated[a]! - stated[b]!);
  const binOf = (place: number): number =>
    binsOf === 'width'
      ? Math.min(count - 1, Math.floor(stated[order[place]!]! * count))
      : Math.floor((place * count) / n);
  const members = Map.groupBy(order.keys(), binOf);
  const bins = [...members.values()].map((places): ReliabilityBin => {
    const p = places.map((place) => stated[order[place]!]!);
    const hits = places.reduce((sum, place) => sum + came[order[place]!]!, 0);
    return {
      from: p[0]!,
      to: p.at(-1)!,
      cases: p.length,
      stated: p.reduce((sum, value) => sum + value, 0) / p.length,
      actual: hits / p.length,
      lower: hits === 0 ? 0 : betaQuantile(0.05, hits + 0.5, p.length - hits + 0.5),
      upper: hits === p.length ? 1 : betaQuantile(0.95, hits + 0.5, p.length - hits + 0.5),
    };
  });
  const rate = came.reduce((sum, each) => sum + each, 0) / n;
  const brier = stated.reduce((sum, p, i) => sum + (p - came[i]!) ** 2, 0) / n;
  return {
    cases: n,
    bins,
    // Divided once: shares of bins that do not add up to one exactly would make an error above one.
    calibrationError: bins.reduce((sum, bin) => sum + bin.cases * Math.abs(bin.stated - bin.actual), 0) / n,
    brier,
    skill: rate > 0 && rate < 1 ? 1 - brier / (rate * (1 - rate)) : null,
  };
}
