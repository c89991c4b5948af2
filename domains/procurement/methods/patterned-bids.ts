/** PR-04: bids that follow a line: the same step, or the same factor, from each to the next. */
import { insufficient, type MethodResult, ok } from '@opengoa/kernel/method-result';

export interface PatternedBids {
  readonly pattern: 'arithmetic' | 'geometric' | null;
  /** The step of the line, in the unit of the bids. */
  readonly step: number;
  /** The factor of the geometric line. */
  readonly factor: number;
  /** The farthest bid from the line, as a share of the mean bid. */
  readonly maxResidual: number;
  readonly r2: number;
  readonly reason: { readonly zh: string; readonly en: string } | null;
}

/**
 * @param amounts bids of one tender, above 0, in any order
 * @param within share of the mean bid within which each lies from the line, and within a twentieth of its step
 */
export function patternedBids(amounts: readonly number[], within = 0.0005): MethodResult<PatternedBids> {
  const b = amounts.toSorted((one, other) => one - other);
  const n = b.length;
  if (n < 4)
    return insufficient({
      zh: `报价${n}个，至少需要4个才能判断是否成规律`,
      en: `${n} bids; a pattern needs at least 4`,
      needed: 4,
      found: n,
    });
  const mean = b.reduce((sum, value) => sum + value, 0) / n;
  const straight = lineThrough(b);
  const logs = b.map(Math.log);
  const bent = lineThrough(logs);
  const residuals = {
    arithmetic: Math.max(...b.map((value, i) => Math.abs(value - straight.at(i)))) / mean,
    geometric: Math.max(...b.map((value, i) => Math.abs(value - Math.exp(bent.at(i))))) / mean,
  };
  const nearer = residuals.geometric < residuals.arithmetic - 1e-12 ? 'geometric' : 'arithmetic';
  const maxResidual = residuals[nearer];
  // Equal bids lie on every line; they are told as equal (R028). Where steps are small, what lies off the line is small beside them too.
  const offLine = Math.min(within, (0.05 * straight.slope) / mean);
  const pattern = straight.slope > 0 && maxResidual <= offLine ? nearer : null;
  const factor = Math.exp(bent.slope);
  return ok({
    pattern,
    step: straight.slope,
    factor,
    maxResidual,
    r2: (nearer === 'arithmetic' ? straight : bent).r2,
    reason: pattern && {
      zh: `${n}个报价按${pattern === 'arithmetic' ? `等差（每档约${straight.slope.toFixed(2)}）` : `等比（每档约${factor.toFixed(4)}倍）`}排列，偏离不超过均价的${(100 * maxResidual).toFixed(3)}%，待核实异常`,
      en: `${n} bids in ${pattern} progression (${pattern === 'arithmetic' ? `steps of ${straight.slope.toFixed(2)}` : `factor ${factor.toFixed(4)}`}), at most ${(100 * maxResidual).toFixed(3)} % of the mean off it; to be verified`,
    },
  });
}

function lineThrough(values: readonly number[]) {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const slope =
    values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) /
    values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const at = (i: number) => mean + slope * (i - middle);
  const total = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const rest = values.reduce((sum, value, i) => sum + (value - at(i)) ** 2, 0);
  return { slope, at, r2: total > 0 ? 1 - rest / total : 1 };
}
