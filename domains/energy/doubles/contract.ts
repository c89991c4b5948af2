import { z } from 'zod';
import { day, id, oneOf } from '../contract.ts';
import { doubleRules } from './words.zh.ts';

/** What may be counted twice: the answer. */

export const DoubleRule = oneOf(doubleRules);
export type DoubleRule = z.infer<typeof DoubleRule>;

export const DoublesAnswer = z.strictObject({
  unit: id,
  /** Meters that were looked at. */
  looked: z.int(),
  /** The days whose use was compared; null where nothing was read. */
  days: z.strictObject({ from: day, to: day }).nullable(),
  found: z.array(
    z.strictObject({
      rule: DoubleRule,
      meters: z.array(
        z.strictObject({
          id,
          name: z.string(),
          key: z.string().nullable(),
          building: id,
          buildingName: z.string(),
          unitName: z.string(),
        }),
      ),
      /** Days on which it was so; null for what is no question of days. */
      days: z.int().nullable(),
    }),
  ),
});
