/** EV-09: the machine's score and a panel's, each by its precision, and whether they are so far apart that both sides are asked (柔性化评估). */

export interface MachineScore {
  readonly score: number;
  /** Standard deviation, missing indicators included. Above 0. */
  readonly sd: number;
}

/** A panel that scored before it saw the machine's score (anchoring). */
export interface PanelScore {
  readonly mean: number;
  /** Between raters. */
  readonly sd: number;
  readonly raters: number;
  /** Least that a mean of people is unsure by, in points of score; left out 2. */
  readonly leastError?: number;
}

export interface CombinedScore {
  readonly score: number;
  readonly sd: number;
  /** (machine − panel) in standard errors. */
  readonly divergence: number;
  /** Above two, or two grades apart: both sides see the contributions, and a person says what it was. */
  readonly needsReview: boolean;
}

/** What a review may end with. */
export const divergenceOutcomes = ['data-wrong', 'indicator-wrong', 'context-not-measured', 'human-bias'] as const;

/** @param gradesApart how many grades lie between the two; left out 0. @throws RangeError without raters or with a spread that is not above 0 */
export function combinedScore(machine: MachineScore, panel: PanelScore, gradesApart = 0): CombinedScore {
  if (!(machine.sd > 0 && panel.sd >= 0 && panel.raters >= 1)) throw new RangeError('a spread and at least one rater');
  const error = Math.max(panel.leastError ?? 2, panel.sd / Math.sqrt(panel.raters));
  const [ofMachine, ofPanel] = [1 / machine.sd ** 2, 1 / error ** 2];
  const divergence = (machine.score - panel.mean) / Math.hypot(machine.sd, error);
  return {
    score: (machine.score * ofMachine + panel.mean * ofPanel) / (ofMachine + ofPanel),
    sd: 1 / Math.sqrt(ofMachine + ofPanel),
    divergence,
    needsReview: Math.abs(divergence) > 2 || Math.abs(gradesApart) >= 2,
  };
}

/**
 * What a person may move a score to: within the bound at once and with a reason, beyond it with a second person.
 * @param boundPercent of the machine's score
 */
export function humanAdjustment(
  machine: number,
  requested: number,
  boundPercent: number,
): { readonly applied: number; readonly needsSecondPerson: boolean } {
  const reach = (Math.abs(machine) * boundPercent) / 100;
  const applied = Math.min(machine + reach, Math.max(machine - reach, requested));
  return { applied, needsSecondPerson: applied !== requested };
}
