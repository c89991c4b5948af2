import type { RiskKit } from '@opengoa/kernel/risk-kit';
import { combineEvidence, llrOfPrecision, type Combined, type RhoOf } from '../methods/evidence-to-probability.ts';
import { precisionOf, type OutcomeCounts } from '../methods/indicator-precision.ts';
import type { MethodResult } from '../methods/method-result.ts';

/** What of a kit decides how much it says. */
export type Speaking = Pick<RiskKit, 'id' | 'prior' | 'records'>;

/** One signal as it is weighed: which kit spoke, and how strongly by its own account. */
export interface Spoken {
  readonly kit: string;
  readonly evidenceClass: 'D' | 'S' | 'M';
  /** Natural logarithm of the likelihood ratio, as the rule said it. */
  readonly llr: number;
}

/** Kits by id; one that is no longer in the house says what it said, alone. */
export type KitOf = (id: string) => Speaking | undefined;

/** Measured precision of a kit, once enough verdicts are in. */
export type MeasuredOf = (kit: string) => number | undefined;

/** The prior of a kit that is gone. */
const unknownPrior = 0.02;

/**
 * How likely a finding is true from everything that was seen (RE-02): the strongest signal of each kit once, since a kit that says the same again
 * of the next month knows no more of its own errors; kits that read the same records divided by how much they were seen to repeat each other, or, where
 * that is not measured, at half weight behind the strongest of them. A kit with enough verdicts is weighed by its measured precision instead of its own
 * account, a documentary signal stays what it is.
 */
export function weighSignals(
  signals: readonly Spoken[],
  kitOf: KitOf,
  measuredOf: MeasuredOf,
  rhoOf: RhoOf = () => undefined,
): Combined {
  const prior = Math.max(...signals.map(({ kit }) => kitOf(kit)?.prior ?? unknownPrior));
  const weighed = signals.map(({ kit, evidenceClass, llr }) => {
    const known = kitOf(kit);
    const measured = measuredOf(kit);
    return {
      id: kit,
      group: known?.records ?? kit,
      evidenceClass,
      llr:
        measured === undefined || evidenceClass === 'D' ? llr : llrOfPrecision(measured, known?.prior ?? unknownPrior),
    };
  });
  const strongest = [...Map.groupBy(weighed, ({ id }) => id).values()].map((ofKit) =>
    ofKit.toSorted((a, b) => Number(b.evidenceClass === 'D') - Number(a.evidenceClass === 'D') || b.llr - a.llr).at(0)!,
  );
  return combineEvidence(prior, strongest, 0.5, rhoOf);
}

/** @param fewest verdicts that count before the measured precision is believed, a standard */
export function measuredPrecision(counts: OutcomeCounts, fewest: number): MethodResult<{ readonly mean: number }> {
  const found = precisionOf(counts);
  if (found.status === 'ok' && found.reviewed >= fewest) return found;
  return {
    status: 'insufficient_data',
    reasons: [
      {
        zh: `核实结论不足${fewest}件`,
        en: `fewer than ${fewest} verdicts`,
        needed: fewest,
        found: found.status === 'ok' ? found.reviewed : 0,
      },
    ],
  };
}
