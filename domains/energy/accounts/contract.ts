import { z } from 'zod';
import { day, id, oneOf } from '../contract.ts';
import { accountCarriers, accountMeasures } from './words.zh.ts';

/** Energy and carbon accounts: what screens read. */

export const AccountCarrier = oneOf(accountCarriers);
export const AccountMeasure = oneOf(accountMeasures);
export type AccountCarrier = z.infer<typeof AccountCarrier>;
export type AccountMeasure = z.infer<typeof AccountMeasure>;

export const FactorShape = z.strictObject({
  kind: z.enum(['coal', 'carbon']),
  carrier: AccountCarrier,
  value: z.number(),
  unit: z.string(),
  standard: z.string(),
  /** In force since. */
  day: z.string(),
  document: z.string(),
  /** The accounting year whose factor was used, where it is not the month's own. */
  ofYear: z.int().nullable(),
  /** It came into force after the month; nothing dated was in force then. */
  later: z.boolean(),
  /** Kilograms of one unit of measure. */
  kgPerUnit: z.number(),
});

const kg = z.number().nullable();

/** `kg` of a kind is the sum of its parts, each an amount by the factor at that place of the answer's `factors`. */
export const ConvertedShape = z.strictObject({
  carrier: AccountCarrier,
  measure: AccountMeasure,
  amount: z.number(),
  scope: z.union([z.literal(1), z.literal(2)]).nullable(),
  coalKg: kg,
  carbonKg: kg,
  parts: z.array(z.strictObject({ factor: z.int(), amount: z.number(), kg: z.number() })),
});

/** By the mean area or people of the period, over those buildings of which it is known on every day. */
const Intensity = z.strictObject({
  /** m², or persons. */
  by: z.number(),
  buildings: z.int(),
  of: z.int(),
  kwh: z.number(),
  waterM3: z.number(),
  coalKg: kg,
  carbonKg: kg,
});

const Row = z.strictObject({
  /** A unit, a building, or the vehicles of a unit. */
  id,
  of: z.enum(['unit', 'building', 'vehicles']),
  name: z.string(),
  buildings: z.int(),
  carriers: z.array(ConvertedShape),
  coalKg: kg,
  carbonKg: kg,
  scope1Kg: kg,
  scope2Kg: kg,
  /** Carbon of the year before, up to the same month. Null where nothing was read then. */
  carbonKgBefore: kg,
  perM2: Intensity.nullable(),
  perHead: Intensity.nullable(),
});

export const AccountAnswer = z.strictObject({
  /** Of which the buildings are told; null for all units of the reader’s rights. */
  unit: id.nullable(),
  unitName: z.string().nullable(),
  year: z.int(),
  /** Years with readings, newest first. */
  years: z.array(z.int()),
  /** The last month with readings: the year before is compared up to the same. */
  lastMonth: day.nullable(),
  rows: z.array(Row),
  total: Row,
  factors: z.array(FactorShape),
  /** Carbon month by month, this year and the year before. */
  months: z.array(
    z.strictObject({ month: z.int().min(1).max(12), scope1Kg: kg, scope2Kg: kg, carbonKgBefore: kg, coalKg: kg }),
  ),
  /**
   * Why carbon differs from the year before (EN-10 c): area, use per m², mix of carriers, factors; they add up to the difference. Over the
   * buildings with area known in both years.
   */
  change: z
    .strictObject({
      beforeKg: z.number(),
      nowKg: z.number(),
      areaKg: z.number(),
      intensityKg: z.number(),
      mixKg: z.number(),
      factorKg: z.number(),
      /** Buildings that were read in one of the two years only: a term of their own. */
      comeOrGoneKg: z.number(),
      buildings: z.int(),
      of: z.int(),
    })
    .nullable(),
});
export type AccountAnswer = z.infer<typeof AccountAnswer>;
export type AccountRow = z.infer<typeof Row>;
