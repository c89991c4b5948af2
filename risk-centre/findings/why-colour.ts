import { sql, type Context, type Sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { levels, type Level } from '../contract.ts';
import { standings } from '../alerts/contract.ts';
import { alertColours } from '../methods/alerts/alert-budget.ts';
import { atStake } from '../methods/expected-loss.ts';
import { levelReasons } from '../register/contract.ts';
import { levelLimits, whyLevel } from '../register/judge-level.ts';
import type { Spoken } from './weigh-signals.ts';

export const ColourAnswer = z.strictObject({
  reason: z.enum(levelReasons),
  level: z.enum(levels),
  lossFen: z.number(),
  limits: z.strictObject({
    lossFen: z.strictObject({ red: z.number(), orange: z.number(), yellow: z.number() }),
    probability: z.strictObject({ orange: z.number(), yellow: z.number() }),
  }),
  /** How it stands among the alerts, newest week first; null where it never was weighed. */
  alert: z
    .strictObject({
      week: z.iso.date(),
      standing: z.enum(standings),
      colour: z.enum(alertColours),
      asked: z.enum(alertColours),
    })
    .nullable(),
});

/** Everything open on one subject together (RE-05): at least one is true, and what is to be expected of all. */
export const SubjectAnswer = z.strictObject({
  open: z.number(),
  anyProbability: z.number(),
  expectedLossFen: z.number(),
});

interface Coloured {
  readonly id: string;
  readonly level: Level;
  readonly probability: number;
  readonly lossFen: number;
  readonly shadow: boolean;
}

/** 为什么是这个颜色: the condition of the standard that was met, with its limits, and how it stands among the week's alerts. */
export async function colourOf(
  tx: Tx,
  finding: Coloured,
  spoke: readonly Spoken[],
  context: Context,
): Promise<z.infer<typeof ColourAnswer>> {
  const limits = levelLimits(context);
  const said = spoke.map(({ kit, evidenceClass }) => ({
    evidenceClass,
    impact: context.kits.get(kit)?.kit.impact ?? ('none' as const),
  }));
  const alert = await tx.maybe<NonNullable<z.infer<typeof ColourAnswer>['alert']>>(sql`
    select week, standing, colour, asked from risk_centre.alert where finding_id = ${finding.id} order by week desc, at desc limit 1`);
  return {
    reason: whyLevel(finding, said, limits),
    level: finding.level,
    lossFen: finding.lossFen,
    limits: { lossFen: limits.lossFen, probability: limits.probability },
    alert: alert ?? null,
  };
}

/** @param subject whose open findings are taken together, as far as the asker may see them */
export async function subjectAtStake(
  tx: Tx,
  subject: { readonly kind: string; readonly id: string },
  scope: Sql,
): Promise<z.infer<typeof SubjectAnswer>> {
  const open = await tx.rows<{ probability: number; lossFen: number }>(sql`
    select probability, case when loss_unit = 'fen' then coalesce(loss_mid, 0) else 0 end as "lossFen" from risk_centre.finding
     where subject_kind = ${subject.kind} and subject_id = ${subject.id} and state not in ('dismissed', 'closed') and not shadow and ${scope}`);
  return { open: open.length, ...atStake(open) };
}
