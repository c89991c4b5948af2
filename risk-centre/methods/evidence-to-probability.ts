/**
 * RE-02, from evidence to probability: `logit p = logit π + Σ_groups Σ_i c_gi · llr_i`.
 *
 * Signals that share a cause — the same records, the same mechanism — say less together than apart. Without the discount,
 * cases shown as "93 % risk" were real in 49, 25 and 17 % at correlations of 0.3, 0.6 and 0.9 (simulated, methods note RE-02).
 */
import type { EvidenceClass } from '@opengoa/kernel/risk-kit';
import { weightsMeasured, weightsUnmeasured } from './evidence/weights-in-group.ts';

export const logit = (p: number): number => Math.log(p / (1 - p));
export const fromLogit = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

/** The most that one statistical signal may say, and the least that a documentary one does. */
export const mostStatisticalLlr = Math.log(100);
export const leastDocumentaryProbability = 0.95;

/** What a kit of measured precision q says, against the prior π of its risk type: logit q − logit π. */
export const llrOfPrecision = (precision: number, prior: number): number => logit(precision) - logit(prior);

/** Posterior from a prior and log likelihood ratios, each at its weight (1 when none is given). */
export function posterior(prior: number, llrs: readonly number[], weights: readonly number[] = []): number {
  return fromLogit(llrs.reduce((sum, llr, i) => sum + (weights[i] ?? 1) * llr, logit(prior)));
}

export interface WeighedSignal {
  /** Finding it comes from. */
  readonly id: string;
  /** Signals of one group share a cause. */
  readonly group: string;
  readonly llr: number;
  readonly evidenceClass: EvidenceClass;
}

export interface Contribution {
  readonly id: string;
  readonly group: string;
  /** Log odds that it adds after cap and discount. */
  readonly logOdds: number;
  readonly weight: number;
  /** Measured correlation that the weight comes from; null where none was measured or nobody else of the group spoke. */
  readonly rho: number | null;
}

export interface Combined {
  readonly probability: number;
  /** Strongest first; the three largest are what a case is explained by (RE-06). */
  readonly contributions: readonly Contribution[];
}

/** Correlation of the kits of a group that spoke, where it was measured for all of them; undefined where not. */
export type RhoOf = (group: string, ids: readonly string[]) => number | undefined;

const notMeasured: RhoOf = () => undefined;

/**
 * Combines the signals of one risk of one subject: groups add up, and in a group the strongest counts at full weight and the others at `discount`, or, where the correlation of
 * its kits was measured, each at its share of `Σ llr / (1 + (k − 1)ρ)`; a statistical signal is capped at ln 100. The probability is never above that of independent signals, and
 * where none speaks against never below that of the strongest alone. With a documentary signal the anomaly is a fact (p ≥ 0.95): that it is there, not what it means.
 */
export function combineEvidence(
  prior: number,
  signals: readonly WeighedSignal[],
  discount = 0.5,
  rhoOf: RhoOf = notMeasured,
): Combined {
  const capped = signals
    .map((signal) => ({
      ...signal,
      llr: signal.evidenceClass === 'D' ? signal.llr : Math.min(signal.llr, mostStatisticalLlr),
    }))
    .toSorted((a, b) => b.llr - a.llr || (a.id < b.id ? -1 : 1));
  const contributions = [...Map.groupBy(capped, ({ group }) => group)]
    .flatMap(([group, members]) => {
      const llrs = members.map(({ llr }) => llr);
      const rho =
        members.length > 1
          ? rhoOf(
              group,
              members.map(({ id }) => id),
            )
          : undefined;
      const weights = rho === undefined ? weightsUnmeasured(llrs, discount) : weightsMeasured(llrs, rho);
      return members.map(({ id, llr }, i): Contribution => {
        const weight = weights[i]!;
        return { id, group, weight, logOdds: weight * llr, rho: rho ?? null };
      });
    })
    .toSorted((a, b) => b.logOdds - a.logOdds || (a.id < b.id ? -1 : 1));
  const combined = fromLogit(contributions.reduce((sum, { logOdds }) => sum + logOdds, logit(prior)));
  const documentary = signals.some((signal) => signal.evidenceClass === 'D');
  return {
    probability: documentary ? Math.max(combined, leastDocumentaryProbability) : combined,
    contributions,
  };
}

/** Probability of at least one of several different risks of one subject; never for several signals of one risk. */
export const noisyOr = (probabilities: readonly number[], leak = 0): number =>
  1 - probabilities.reduce((none, p) => none * (1 - p), 1 - leak);
