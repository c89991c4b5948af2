import { z } from 'zod';
import { ChangeKind, day, id } from '../contract.ts';

/** Why use changed: what screens read. */

export const AttributionAnswer = z.strictObject({
  unit: id,
  building: id,
  name: z.string(),
  from: day,
  toExclusive: day,
  fromBefore: day,
  toExclusiveBefore: day,
  /** Null says in `why` what is lacking. */
  found: z
    .strictObject({
      /** kWh of the hours that were read. */
      before: z.number(),
      now: z.number(),
      /** Share of the hours that were read. */
      readBefore: z.number(),
      readNow: z.number(),
      weather: z.number(),
      /** Other days of the week, holidays, length of the month; hours that were not read. */
      days: z.number(),
      area: z.number(),
      people: z.number(),
      lastYearResidual: z.number(),
      thisYearResidual: z.number(),
      baseline: z.strictObject({ from: day, toExclusive: day, cvRmsePercent: z.number() }),
      peopleShare: z.number(),
      areaBefore: z.number().nullable(),
      areaNow: z.number().nullable(),
      peopleBefore: z.number().nullable(),
      peopleNow: z.number().nullable(),
    })
    .nullable(),
  why: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
  /** Declared between the two periods or within this one. They lie in this year’s residual; of one within, how much of it came since. */
  changes: z.array(z.strictObject({ day, kind: ChangeKind, what: z.string(), residualSince: z.number().nullable() })),
  /** What it cost, where prices of both periods are known: the two parts add up to the difference. */
  cost: z
    .strictObject({ beforeFen: z.number(), nowFen: z.number(), byPriceFen: z.number(), byAmountFen: z.number() })
    .nullable(),
});
export type AttributionAnswer = z.infer<typeof AttributionAnswer>;
