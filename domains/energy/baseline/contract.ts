import { z } from 'zod';
import { day, fact, id } from '../contract.ts';

/** Baselines of use: input and fact. */

export const FitBaseline = z.strictObject({ meter: id, from: day, toExclusive: day });

export const BaselineFitted = fact('BaselineFitted', {
  baseline: id,
  method: z.string(),
  version: z.string(),
  from: day,
  toExclusive: day,
  hours: z.int(),
  missingHours: z.int(),
  trainedDays: z.int(),
  /** Its error over the training hours, in percent. */
  cvRmsePercent: z.number(),
  nmbePercent: z.number(),
  r2: z.number().nullable(),
});
