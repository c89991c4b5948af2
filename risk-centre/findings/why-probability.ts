import type { Context, Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { groupKey, rhoFor } from '../evidence/compared-kits.ts';
import { CorrectionMade, type MeasuredGroup } from '../evidence/contract.ts';
import { findRepeating } from '../evidence/evidence-store.ts';
import { unmeasured } from '../evidence/state-probability.ts';
import { weighSignals, type MeasuredOf, type Spoken } from './weigh-signals.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** Why this probability: what each kit adds in log odds to the prior, strongest first; what that states, and how verdicts corrected it. */
export const ProbabilityAnswer = z.strictObject({
  prior: z.number(),
  contributions: z.array(
    z.strictObject({
      kit: z.string(),
      title: words,
      logOdds: z.number(),
      weight: z.number(),
      /** By its measured precision instead of its own account. */
      measured: z.boolean(),
      /** Measured correlation of the kits over the same records that spoke; null where the usual half stands. */
      rho: z.number().nullable(),
    }),
  ),
  /** By the kits' own accounts, before verdicts corrected it; null where it was not kept. */
  stated: z.number().nullable(),
  correction: CorrectionMade.nullable(),
  /** Kits over the same records that spoke here, and how much they were seen to repeat each other. */
  repeating: z.array(
    z.strictObject({ kits: z.array(words), rho: z.number().nullable(), subjects: z.int(), needed: z.int() }),
  ),
});

interface Explained {
  readonly risk: string;
  readonly stated: number | null;
  readonly correction: z.infer<typeof CorrectionMade> | null;
}

/** 概率怎样得出, recomputed from what is known today. */
export async function whyProbability(
  tx: Tx,
  { risk, stated, correction }: Explained,
  signals: readonly Spoken[],
  measuredOf: MeasuredOf,
  { kits }: Context,
): Promise<z.infer<typeof ProbabilityAnswer>> {
  const kitOf = (id: string) => kits.get(id)?.kit;
  const titleOf = (id: string) => kitOf(id)?.title ?? { zh: id, en: id };
  const repeating = await findRepeating(tx);
  const measured = correction === null ? measuredOf : unmeasured;
  const { contributions } = weighSignals(signals, kitOf, measured, rhoFor(risk, repeating));
  const spoke = [...new Set(signals.map(({ kit }) => kit))];
  const known = spoke.flatMap((id) => kitOf(id) ?? []);
  return {
    prior: Math.max(0, ...known.map(({ prior }) => prior)),
    contributions: contributions.map(({ id, logOdds, weight, rho }) => ({
      kit: id,
      title: titleOf(id),
      logOdds,
      weight,
      measured: measured(id) !== undefined,
      rho,
    })),
    stated,
    correction,
    repeating: [...Map.groupBy(known, ({ records }) => records)]
      .filter(([, ofRecords]) => ofRecords.length > 1)
      .map(([, ofRecords]) => {
        const found: MeasuredGroup | undefined = repeating.find((each) => groupKey(each) === groupKey(ofRecords[0]!));
        const holds = found !== undefined && ofRecords.every(({ id }) => found.kits.includes(id));
        return {
          kits: ofRecords.map(({ title }) => title),
          rho: holds ? found.rho : null,
          subjects: found?.subjects ?? 0,
          needed: found?.needed ?? 0,
        };
      }),
  };
}
