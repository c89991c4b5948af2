/**
 * RE-10.4 and RE-15, one threshold of a kit from what became of its cases: the highest expected net gain Σ (loss found − hours · price) among those whose precision is surely above the floor and whose
 * alerts can be handled. It moves one step at most, inside the kit's declared range, and not before enough new verdicts and days; two moves back and forth freeze it, and people are asked.
 * What is answered is a proposal with its numbers: a person signs it (`tune-kit`), and it can be taken back.
 */
import { daysBetween } from '@opengoa/kernel/calendar';
import { precisionOf } from '../indicator-precision.ts';
import { type MethodResult, insufficient, ok } from '../method-result.ts';

export interface ReviewedCase {
  /** The figure that is held against the threshold; flagged at or above it. */
  readonly value: number;
  /** 1 true, ½ partly, 0 not; cases that could not be verified are left out before. */
  readonly came: number;
  readonly lossFen: number;
  readonly hours: number;
}

export interface ThresholdMove {
  readonly on: string;
  readonly from: number;
  readonly to: number;
}

export interface ThresholdGiven {
  readonly reviewed: readonly ReviewedCase[];
  /** Figures of everything looked at in one period, flagged or not: what tells how many alerts a threshold makes. */
  readonly volume: readonly number[];
  readonly present: number;
  readonly range: readonly [least: number, most: number];
  readonly step: number;
  /** Earlier moves, and how many of the verdicts came after the last of them. */
  readonly moves: readonly ThresholdMove[];
  readonly sinceLastMove: number;
  readonly today: string;
}

/** All of it standards of the place. */
export interface ThresholdLimits {
  readonly everyReviews: number;
  readonly holdDays: number;
  readonly precisionFloor: number;
  readonly alerts: number;
  readonly hourFen: number;
}

export interface AtThreshold {
  readonly threshold: number;
  readonly reviewed: number;
  readonly precision: { readonly mean: number; readonly lower: number; readonly upper: number } | null;
  readonly alerts: number;
  /** For each reviewed case that was made, over all cases reviewed. */
  readonly gainFen: number;
}

export type ThresholdReason =
  | 'gains-more'
  | 'precision-below-floor'
  | 'too-many-alerts'
  | 'best-already'
  | 'loss-not-told'
  | 'held'
  | 'frozen'
  | 'nothing-known-below';

export interface ThresholdProposal {
  readonly to: number;
  readonly reason: ThresholdReason;
  readonly now: AtThreshold;
  readonly proposed: AtThreshold;
  /** Every threshold that was weighed: one step down, the present one, one step up. */
  readonly weighed: readonly AtThreshold[];
}

/** Fewest reviewed cases in the band that a lower threshold would add; without them nobody knows what lies there. */
const fewestBelow = 8;

/** @returns `to` equal to the present threshold where nothing should move, with the reason; `insufficient_data` before enough verdicts */
export function proposeThreshold(given: ThresholdGiven, limits: ThresholdLimits): MethodResult<ThresholdProposal> {
  const { reviewed, present, range, step, moves, today } = given;
  if (given.sinceLastMove < limits.everyReviews || reviewed.length < limits.everyReviews)
    return insufficient({
      zh: `上次调整后核实结论${given.sinceLastMove}件，至少需要${limits.everyReviews}件`,
      en: `${given.sinceLastMove} verdicts since the last move; ${limits.everyReviews} are needed`,
      needed: limits.everyReviews,
      found: Math.min(given.sinceLastMove, reviewed.length),
    });
  const at = (threshold: number): AtThreshold => atThreshold(given, threshold, limits);
  const inside = (threshold: number) => Math.min(range[1], Math.max(range[0], threshold));
  const [lower, now, upper] = [at(inside(present - step)), at(present), at(inside(present + step))];
  const weighed = [lower, now, upper].filter(
    (each, i, all) => all.findIndex((one) => one.threshold === each.threshold) === i,
  );
  const answer = (proposed: AtThreshold, reason: ThresholdReason) =>
    ok({ to: proposed.threshold, reason, now, proposed, weighed });

  if (reversals(moves) >= 2) return answer(now, 'frozen');
  const last = moves.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  if (last && daysBetween(last.on, today) < limits.holdDays) return answer(now, 'held');
  // Nobody may be sent more than can be handled, and a kit that is mostly wrong may not go on as it is: then only up.
  if (now.alerts > limits.alerts) return answer(upper, 'too-many-alerts');
  if (!surelyAbove(now, limits)) return answer(upper, 'precision-below-floor');
  // Without losses every case only costs hours, and the best threshold would be the one that finds nothing.
  if (!reviewed.some(({ came, lossFen }) => came > 0 && lossFen > 0)) return answer(now, 'loss-not-told');
  const fitting = weighed.filter((each) => each.alerts <= limits.alerts && surelyAbove(each, limits));
  const best = fitting.reduce((a, b) => (b.gainFen > a.gainFen ? b : a), now);
  if (best.threshold < present && lower.reviewed - now.reviewed < fewestBelow)
    return answer(now, 'nothing-known-below');
  return best.gainFen > now.gainFen ? answer(best, 'gains-more') : answer(now, 'best-already');
}

/** How often a move took back the direction of the one before. */
export const reversals = (moves: readonly ThresholdMove[]): number => {
  const order = moves.toSorted((a, b) => (a.on < b.on ? -1 : 1)).map(({ from, to }) => Math.sign(to - from));
  return order.filter((direction, i) => i > 0 && direction !== 0 && direction === -order[i - 1]!).length;
};

function atThreshold(
  { reviewed, volume }: ThresholdGiven,
  threshold: number,
  { hourFen }: ThresholdLimits,
): AtThreshold {
  const flagged = reviewed.filter(({ value }) => value >= threshold);
  const count = (came: (each: number) => boolean) => flagged.filter((each) => came(each.came)).length;
  const precision = precisionOf({
    confirmed: count((came) => came === 1),
    'partly-confirmed': count((came) => came > 0 && came < 1),
    explained: count((came) => came === 0),
    'data-problem': 0,
    'not-verifiable': 0,
  });
  return {
    threshold,
    reviewed: flagged.length,
    precision:
      precision.status === 'ok' ? { mean: precision.mean, lower: precision.lower, upper: precision.upper } : null,
    alerts: volume.filter((value) => value >= threshold).length,
    gainFen: flagged.reduce((sum, { came, lossFen, hours }) => sum + came * lossFen - hours * hourFen, 0),
  };
}

const surelyAbove = ({ precision }: AtThreshold, { precisionFloor }: ThresholdLimits): boolean =>
  precision !== null && precision.lower >= precisionFloor;
