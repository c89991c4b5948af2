import { studentAtMost } from '../beta-distribution.ts';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface WeatherSlope {
  readonly slope: number;
  /** t of the slope against `against`. */
  readonly t: number;
  /** One-sided: P of a slope so low if the real one were `against`. */
  readonly p: number;
}

/**
 * AU-11: does what is reported follow the weather? Slope of ln(this year / last year) on what the baseline expects of the two years' weather.
 * Consumption has a slope near 1, copied history near 0.
 * @param expected [this year, last year] of the baseline for each month
 * @param leastSpread spread of the expected log ratio below which the weather says nothing
 */
export function weatherSlope(
  thisYear: readonly number[],
  lastYear: readonly number[],
  expected: readonly (readonly [number, number])[],
  against = 0.6,
  leastSpread = 0.04,
): MethodResult<WeatherSlope> {
  const n = thisYear.length;
  if (n < 6)
    return insufficient({
      zh: `需要6个月，现有${n}个月`,
      en: `six months are needed, ${n} are here`,
      needed: 6,
      found: n,
    });
  const r = thisYear.map((value, i) => Math.log(value / lastYear[i]!));
  const w = expected.map(([now, then]) => Math.log(now / then));
  const [meanR, meanW] = [mean(r), mean(w)];
  const sww = w.reduce((sum, each) => sum + (each - meanW) ** 2, 0);
  const spread = Math.sqrt(sww / (n - 1));
  if (spread < leastSpread)
    return insufficient({
      zh: `两年天气相差太小（离散${spread.toFixed(3)}，至少${leastSpread}）`,
      en: `the weather of the two years differs too little (spread ${spread.toFixed(3)}, at least ${leastSpread})`,
      needed: leastSpread,
      found: spread,
    });
  const slope = r.reduce((sum, each, i) => sum + (each - meanR) * (w[i]! - meanW), 0) / sww;
  const squares = r.reduce((sum, each, i) => sum + (each - meanR - slope * (w[i]! - meanW)) ** 2, 0);
  const t = (slope - against) / Math.sqrt(squares / (n - 2) / sww);
  return ok({ slope, t, p: studentAtMost(t, n - 2) });
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
