import { z } from 'zod';
import { factType } from '../fact-type.ts';
import { Told } from '../tasks/contract.ts';

/** Before: it will be due; after: it is overdue. */
const stage = z.enum(['before', 'after']);

export const Reminded = factType('kernel.Reminded', {
  title: { zh: '提醒', en: 'Reminded' },
  body: z.strictObject({
    reminder: z.string().max(120),
    stage,
    due: z.iso.datetime().nullable(),
    task: z.uuid().nullable(),
    told: z.array(Told).max(200),
    opens: z.string().max(300).nullable(),
  }),
});

export const ReminderCleared = factType('kernel.ReminderCleared', {
  title: { zh: '提醒已消除', en: 'Reminder cleared' },
  body: z.strictObject({ reminder: z.string().max(120) }),
});

/** A thing as the job hands it to the verb. */
export const Thing = z.strictObject({
  object: z.strictObject({ kind: z.string().max(60), id: z.uuid() }),
  unit: z.uuid(),
  due: z.iso.datetime().nullable(),
  late: z.boolean(),
  summary: z.string().max(500),
  holders: z.array(z.uuid()).max(100),
  others: z.array(z.uuid()).max(100),
  opens: z.string().max(300).nullable(),
});
export type Thing = z.infer<typeof Thing>;
