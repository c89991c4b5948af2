import { z } from 'zod';
import { day, id, KindOfDay, Measure } from '../contract.ts';

/** What charts of use are drawn from. */

export const ProfileAnswer = z.strictObject({
  unit: id,
  name: z.string(),
  measure: Measure,
  from: day,
  toExclusive: day,
  days: z.array(z.strictObject({ day, kind: KindOfDay })),
  /** One row a day, 24 places; null where nothing was read. */
  hours: z.array(z.array(z.number().nullable())),
  highest: z.number(),
  /** The mean day of each kind that occurs. */
  meanDays: z.array(z.strictObject({ kind: KindOfDay, days: z.int(), mean: z.array(z.number().nullable()) })),
});

export const LoadAnswer = z.strictObject({
  unit: id,
  name: z.string(),
  measure: Measure,
  by: z.enum(['hour', 'day']),
  from: day,
  toExclusive: day,
  /** Beginning of each place: an hour as `2019-01-01T07:00`, a day as `2019-01-01`. */
  places: z.array(z.string()),
  read: z.array(z.number().nullable()),
  expected: z.array(z.number().nullable()),
  low: z.array(z.number().nullable()),
  high: z.array(z.number().nullable()),
  /** Stretches outside working hours (by hour) or days not worked (by day): first place and the place after the last. */
  offHours: z.array(z.tuple([z.int(), z.int()])),
  /** The baseline that expected; null where none was fitted before the period. */
  baseline: z
    .strictObject({ from: day, toExclusive: day, cvRmsePercent: z.number(), nmbePercent: z.number() })
    .nullable(),
  changes: z.array(z.strictObject({ day, what: z.string() })),
});

export const CompletenessAnswer = z.strictObject({
  unit: id,
  year: z.int(),
  meters: z.array(
    z.strictObject({
      id,
      name: z.string(),
      building: id,
      buildingName: z.string(),
      months: z.array(
        z.strictObject({
          month: z.string(),
          expected: z.int(),
          received: z.int(),
          estimated: z.int(),
          suspect: z.int(),
          /** Null where nothing was expected. */
          share: z.number().nullable(),
        }),
      ),
    }),
  ),
});

/** Every interval of a meter, packed for the wire: where an interval begins follows from its place. */
export const IntervalsAnswer = z.strictObject({
  unit: id,
  name: z.string(),
  measure: Measure,
  from: day,
  toExclusive: day,
  minutes: z.int(),
  values: z.array(z.number().nullable()),
  /** How many of them are estimates. */
  estimated: z.int(),
  /** One letter a day: working day, day of rest, holiday. */
  days: z.string().regex(/^[wrh]*$/),
  workFromHour: z.int(),
  workToHour: z.int(),
});
