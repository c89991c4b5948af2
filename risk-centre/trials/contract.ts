import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';

const settings = z.record(z.string().max(60), z.number());

/** 历史试算: a kit over a past period under other settings or a drafted limit; nothing that it says is a finding. */
export const TryKit = z.strictObject({
  kit: z.string().max(120),
  period: z.tuple([z.iso.date(), z.iso.date()]),
  settings: settings.default({}),
  /** Limits of the kit's standards, by the kit's own names: a drafted value instead of the one in force. */
  standards: z.record(z.string().max(60), z.number()).default({}),
  /** Each month on what was known by its end, where the kit's source can say; otherwise on the rows as they stand today. */
  asKnown: z.boolean().default(true),
});
export const KitTried = factType('risk-centre.KitTried', {
  title: { zh: '历史试算', en: 'Kit tried on history' },
  body: TryKit.extend({ version: z.string(), present: settings, asKnown: z.boolean().default(false) }),
});
const trial = z.strictObject({ trial: z.uuid() });
export const CancelTrial = trial;
export const TrialCancelled = factType('risk-centre.TrialCancelled', {
  title: { zh: '取消试算', en: 'Trial cancelled' },
  body: z.strictObject({}),
});

const counts = z.partialRecord(z.enum(['flag', 'clear', 'insufficient_data', 'not_applicable']), z.int().min(0));

/** What the kit would have said of one thing, under the asked settings and under the present ones. */
export const TrialAlarm = z.strictObject({
  unit: z.uuid(),
  subject: z.strictObject({ kind: z.string().max(60), id: z.string().max(120), name: z.string().max(200) }),
  period: z.tuple([z.iso.date(), z.iso.date()]),
  rule: z.string().max(120),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  measure: z.string().max(40),
  explanation: z.strictObject({ zh: z.string().max(4_000), en: z.string().max(4_000) }),
  asked: z.boolean(),
  present: z.boolean(),
  /** Last day of the stretch in which it was raised: a verdict counts where it came later. */
  testedOn: z.iso.date(),
});

/** One stretch of the period done: its alarms are kept as rows, the Record keeps the counts. */
export const KeepTrialPart = z.strictObject({
  trial: z.uuid(),
  done: z.int().min(0),
  of: z.int().min(0),
  asked: counts,
  present: counts,
  alarms: z.array(TrialAlarm).max(20_000),
});
export const TrialPartDone = factType('risk-centre.TrialPartDone', {
  title: { zh: '试算进度', en: 'Part of a trial done' },
  body: KeepTrialPart.omit({ trial: true, alarms: true }).extend({ alarms: z.int() }),
});
export const EndTrial = z.strictObject({ trial: z.uuid(), state: z.enum(['done', 'too-much']) });
export const TrialEnded = factType('risk-centre.TrialEnded', {
  title: { zh: '试算结束', en: 'Trial ended' },
  body: EndTrial.omit({ trial: true }),
});
