import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';

const month = z.iso.date();
const subjects = z.array(z.string().max(120)).max(100_000);

/** What one kit said of the subjects it looked at, by their ids; the month is that in which the period ends. */
export const Looks = z.strictObject({
  subject: z.string().max(60),
  month,
  hit: subjects,
  clear: subjects,
  insufficient: subjects,
});
export type Looks = z.infer<typeof Looks>;

/** Only what is new or was said otherwise before. */
export const LooksKept = factType('risk-centre.LooksKept', {
  title: { zh: '记下各对象的判断', en: 'Looks kept' },
  body: Looks.extend({ kit: z.string() }),
});

export const MeasuredGroup = z.strictObject({
  risk: z.string(),
  records: z.string(),
  subject: z.string(),
  kits: z.array(z.string()),
  /** Null where there is not enough to tell. */
  rho: z.number().min(0).max(1).nullable(),
  subjects: z.int(),
  hits: z.int(),
  needed: z.int(),
});
export type MeasuredGroup = z.infer<typeof MeasuredGroup>;

/** 测算规则相关程度: of every group of kits of one risk over the same records. */
export const MeasureRepeating = z.strictObject({ unit: z.uuid() });
export const RepeatingMeasured = factType('risk-centre.RepeatingMeasured', {
  title: { zh: '测算规则相关程度', en: 'Repeating of kits measured' },
  body: z.strictObject({
    groups: z.array(MeasuredGroup),
    /** Looks of earlier months are no longer kept. */
    keptFrom: month,
  }),
});

/** How what was stated was corrected by what cases of the same kit became. */
export const CorrectionMade = z.strictObject({
  way: z.enum(['line', 'order']),
  cases: z.int(),
  /** Of them found true, a part as one half. */
  came: z.number(),
});
export type CorrectionMade = z.infer<typeof CorrectionMade>;
