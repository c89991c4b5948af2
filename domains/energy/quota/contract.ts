import { z } from 'zod';
import { Climate } from '../budget/contract.ts';
import { day, id, oneOf } from '../contract.ts';
import { quotaIndicators, quotaLevels, quotaMissing, quotaOutcomes } from './words.zh.ts';

/** 定额对照: a building, or an institution’s offices together, against the quotas in force where they stand. */

export const QuotaIndicator = oneOf(quotaIndicators);
export type QuotaIndicator = z.infer<typeof QuotaIndicator>;
export const QuotaLevel = oneOf(quotaLevels);
export const QuotaMissing = oneOf(quotaMissing);
export type QuotaMissing = z.infer<typeof QuotaMissing>;

export const QuotaQuery = z.strictObject({
  building: id.optional(),
  unit: id.optional(),
  /** The year that ends on this day; the last day read when left out. */
  to: day.optional(),
  climate: Climate.optional(),
  /** Zone of a provincial quota. */
  zone: z.enum(['a', 'b']).default('a'),
  /** A: windows open; B: ventilated mechanically all year. */
  ventilated: z.enum(['a', 'b']).default('a'),
});

export const QuotaAnswer = z.strictObject({
  unit: id,
  name: z.string(),
  buildings: z.int(),
  /** Buildings that are no offices, and are left out of a unit’s figures. */
  leftOut: z.int(),
  from: day.nullable(),
  to: day.nullable(),
  areaM2: z.number().nullable(),
  people: z.number().nullable(),
  indicators: z.array(
    z.strictObject({
      indicator: QuotaIndicator,
      unit: z.string(),
      /** What was used in the year, before it was divided. */
      amount: z.number().nullable(),
      value: z.number().nullable(),
      missing: QuotaMissing.nullable(),
      levels: z.array(
        z.strictObject({
          level: QuotaLevel,
          allowed: z.number(),
          outcome: oneOf(quotaOutcomes).nullable(),
          standard: z.string(),
          document: z.string(),
          since: day,
          confidence: z.string(),
        }),
      ),
    }),
  ),
});
export type QuotaAnswer = z.infer<typeof QuotaAnswer>;
