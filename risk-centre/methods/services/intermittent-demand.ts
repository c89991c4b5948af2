/** SV-01: demand for what is seldom asked for. Croston 1972; Syntetos & Boylan 2005 for the correction. */
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface IntermittentDemand {
  /** Size of a demand, smoothed, and periods from one to the next. */
  readonly size: number;
  readonly interval: number;
  /** Demand a period. */
  readonly croston: number;
  /** The same without the upward bias of a ratio. */
  readonly corrected: number;
}

/** @param demands of each period, 0 for none; size and interval begin with the first demand and its place, and move only when there is one. @param alpha in (0, 1] */
export function intermittentDemand(demands: readonly number[], alpha: number): MethodResult<IntermittentDemand> {
  const found = demands.filter((demand) => demand > 0).length;
  if (found < 2)
    return insufficient({
      zh: `有需求的期数${found}，至少需要2期`,
      en: `${found} periods with a demand; 2 are needed`,
      needed: 2,
      found,
    });
  let [size, interval, last] = [0, 0, 0];
  for (const [i, demand] of demands.entries()) {
    if (demand <= 0) continue;
    const since = i + 1 - last;
    size = last === 0 ? demand : size + alpha * (demand - size);
    interval = last === 0 ? since : interval + alpha * (since - interval);
    last = i + 1;
  }
  return ok({ size, interval, croston: size / interval, corrected: ((1 - alpha / 2) * size) / interval });
}
