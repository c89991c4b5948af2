import { correctStated, type Correction } from '../methods/evidence/correct-stated.ts';
import type { LookedInto } from '../methods/evidence/calibrate.ts';
import { logit, type RhoOf } from '../methods/evidence-to-probability.ts';
import { weighSignals, type KitOf, type MeasuredOf, type Spoken } from '../findings/weigh-signals.ts';
import type { CorrectionMade } from './contract.ts';

/** How cases of a kit correct what is stated; undefined where verdicts do not suffice. */
export type CorrectionOf = (kit: string) => (CorrectionMade & Pick<Correction, 'probability'>) | undefined;

export interface Stating {
  readonly kitOf: KitOf;
  readonly measuredOf: MeasuredOf;
  readonly rhoOf: RhoOf;
  readonly correctionOf: CorrectionOf;
}

export interface Stated {
  /** By the kits' own accounts, what they repeat counted once; no verdict has touched it. */
  readonly stated: number;
  readonly probability: number;
  readonly correction: CorrectionMade | null;
}

/** A kit with verdicts of both kinds corrects what is stated as a whole; then what each kit measured is in it already and does not count again. */
export const unmeasured: MeasuredOf = () => undefined;

/**
 * How likely it is, from what all kits said (RE-02): stated by their own accounts, then corrected by what findings of the same kit became. Where those are too few, kits with
 * a measured precision are weighed by it. Two records that cannot both be true are a fact, and corrected by nothing.
 * @param signals the first is of the kit that raised it
 */
export function stateProbability(
  signals: readonly Spoken[],
  { kitOf, measuredOf, rhoOf, correctionOf }: Stating,
): Stated {
  const stated = weighSignals(signals, kitOf, unmeasured, rhoOf).probability;
  const documentary = signals.some(({ evidenceClass }) => evidenceClass === 'D');
  const correction = documentary ? undefined : correctionOf(signals[0]!.kit);
  if (correction) {
    const { way, cases, came, probability } = correction;
    return { stated, probability: probability(logit(stated)), correction: { way, cases, came } };
  }
  return { stated, probability: weighSignals(signals, kitOf, measuredOf, rhoOf).probability, correction: null };
}

/** Fits each kit's correction when it is first asked for. */
export function correctionsFrom(cases: readonly (LookedInto & { readonly kit: string })[]): CorrectionOf {
  const fitted = new Map<string, ReturnType<CorrectionOf>>();
  return (kit) => {
    if (!fitted.has(kit)) {
      const own = cases.filter((each) => each.kit === kit);
      const { way, cases: n, probability } = correctStated(own);
      const came = own.reduce((sum, each) => sum + each.came, 0);
      fitted.set(kit, way === 'as-stated' ? undefined : { way, cases: n, came, probability });
    }
    return fitted.get(kit);
  };
}
