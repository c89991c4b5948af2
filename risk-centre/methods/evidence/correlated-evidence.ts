/**
 * RE-02 with a fitted correlation: signals that share a cause say `Σ llr / (1 + (k − 1)ρ)` together, and not their sum.
 *
 * For k equally correlated normal scores this is their true likelihood ratio (Σ⁻¹1 = 1 / (1 + (k − 1)ρ) for a correlation matrix with ρ beside the diagonal). Where ρ is not
 * measured, the strongest counts in full and the others half (`combineEvidence`).
 */
import { fromLogit, logit, mostStatisticalLlr } from '../evidence-to-probability.ts';

/** What one kit says of one subject, in log likelihood ratio; a kit that looked and was silent says something below 0. */
export interface SaidByKit {
  readonly kit: string;
  /** Kits of one group share a cause. */
  readonly group: string;
  readonly llr: number;
}

export interface GroupSum {
  readonly group: string;
  readonly kits: number;
  readonly sum: number;
  /** 1 / (1 + (k − 1)ρ). */
  readonly weight: number;
  readonly logOdds: number;
}

export interface CorrelatedEvidence {
  readonly logOdds: number;
  readonly probability: number;
  /** Largest first. */
  readonly groups: readonly GroupSum[];
}

/**
 * Each statistical signal counts for at most ln 100, either way.
 * @param rho correlation between the members of a group beyond what the truth itself causes, 0 … 1
 */
export function groupLogOdds(llrs: readonly number[], rho: number): number {
  if (!(rho >= 0 && rho <= 1)) throw new RangeError(`a correlation of ${rho}`);
  const sum = llrs.reduce((total, llr) => total + Math.max(-mostStatisticalLlr, Math.min(mostStatisticalLlr, llr)), 0);
  return llrs.length === 0 ? 0 : sum / (1 + (llrs.length - 1) * rho);
}

/**
 * All that was said of one risk of one subject, as one probability: groups add up, within a group the sum is divided.
 * @param prior share of subjects with the risk, from the random sample (RE-08)
 */
export function combineCorrelated(
  prior: number,
  said: readonly SaidByKit[],
  rhoOf: (group: string) => number,
): CorrelatedEvidence {
  const groups = [...Map.groupBy(said, ({ group }) => group)].map(([group, members]): GroupSum => {
    const sum = members.reduce((total, { llr }) => total + llr, 0);
    const weight = 1 / (1 + (members.length - 1) * rhoOf(group));
    return {
      group,
      kits: members.length,
      sum,
      weight,
      logOdds: groupLogOdds(
        members.map(({ llr }) => llr),
        rhoOf(group),
      ),
    };
  });
  const logOdds = groups.reduce((total, group) => total + group.logOdds, logit(prior));
  return {
    logOdds,
    probability: fromLogit(logOdds),
    groups: groups.toSorted((a, b) => b.logOdds - a.logOdds || (a.group < b.group ? -1 : 1)),
  };
}
