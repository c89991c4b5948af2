/**
 * RE-08, how often a kit was right, from what people found: a Beta posterior over its precision.
 * Also the two relatives of the same arithmetic: the recurrence of a cause, and the share missed by a random sample.
 */
import { type MethodResult, insufficient, ok } from './method-result.ts';
import { betaAtMost, betaQuantile } from './beta-distribution.ts';

/** 属实 / 部分属实 / 合理 / 数据问题 / 无法核实, as cases are closed. */
export const outcomes = ['confirmed', 'partly-confirmed', 'explained', 'data-problem', 'not-verifiable'] as const;
export type Outcome = (typeof outcomes)[number];
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export interface BetaPrior {
  readonly a: number;
  readonly b: number;
}

export interface Precision {
  /** Reviews that count; not-verifiable ones are left out and shown beside. */
  readonly reviewed: number;
  readonly notVerifiable: number;
  readonly mean: number;
  /** Ends of the central interval. */
  readonly lower: number;
  readonly upper: number;
  /** P(precision > `floor`). */
  readonly aboveFloor: number;
  readonly floor: number;
}

/**
 * Posterior Beta(1 + confirmed, 1 + explained + data problems); partly confirmed counts half on either side.
 * @param given.confidence of the central interval, 0.9 by default
 * @param given.floor the precision that `aboveFloor` speaks of, 0.5 by default
 * @returns `insufficient_data` before the first review that counts
 */
export function precisionOf(
  counts: OutcomeCounts,
  given: { readonly prior?: BetaPrior; readonly confidence?: number; readonly floor?: number } = {},
): MethodResult<Precision> {
  const { prior = { a: 1, b: 1 }, confidence = 0.9, floor = 0.5 } = given;
  const right = counts.confirmed + counts['partly-confirmed'] / 2;
  const wrong = counts.explained + counts['data-problem'] + counts['partly-confirmed'] / 2;
  const reviewed = right + wrong;
  if (reviewed <= 0)
    return insufficient({ zh: '尚无核实结论', en: 'nothing has been verified yet', needed: 1, found: reviewed });
  const a = prior.a + right;
  const b = prior.b + wrong;
  return ok({
    reviewed,
    notVerifiable: counts['not-verifiable'],
    mean: a / (a + b),
    lower: betaQuantile((1 - confidence) / 2, a, b),
    upper: betaQuantile((1 + confidence) / 2, a, b),
    aboveFloor: 1 - betaAtMost(floor, a, b),
    floor,
  });
}

/** How likely a fixed cause comes back: (a + r) / (a + b + n), with the prior fitted to comparable causes (RE-09). */
export function recurrence(recurred: number, fixed: number, prior: BetaPrior): { probability: number; lower: number } {
  const a = prior.a + recurred;
  const b = prior.b + fixed - recurred;
  return { probability: a / (a + b), lower: betaQuantile(0.05, a, b) };
}

/** Upper confidence limit of a share of which k in n were seen (Clopper & Pearson 1934, one-sided). */
export const shareAtMost = (seen: number, of: number, confidence = 0.95): number =>
  seen >= of ? 1 : betaQuantile(confidence, seen + 1, of - seen);
