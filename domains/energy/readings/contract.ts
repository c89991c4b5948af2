import { z } from 'zod';
import {
  day,
  DoubtRule,
  fact,
  id,
  instant,
  key,
  Measure,
  note,
  reading,
  readingsAtOnce,
  register,
  text,
} from '../contract.ts';

/** Readings, doubts and corrections: inputs and facts. */

/**
 * A batch of readings, by meter id or by the number on the instrument. A value is what the meter itself said, without the
 * multiplier: use in the interval, or what the register showed. The same batch twice changes nothing.
 */
export const ReceiveReadings = z
  .strictObject({
    meters: z
      .array(
        z.strictObject({
          meter: id.optional(),
          key: key.optional(),
          /** Said again by the sender, so that a batch in kW or m³ is not taken for kWh. */
          measure: text(12).optional(),
          readings: z
            .array(z.strictObject({ at: instant, value: reading, estimated: z.boolean().optional() }))
            .min(1)
            .max(readingsAtOnce)
            .optional(),
          /** The same in short, as gateways send thousands: the front door takes a bounded number of keys in a body, and a pair has none. */
          pairs: z
            .array(z.tuple([instant, reading]))
            .min(1)
            .max(readingsAtOnce)
            .optional(),
        }),
      )
      .min(1)
      .max(1_000),
    /** Refuses the batch where an instant is kept with another value, instead of leaving it as it stands: for files that people prepare. */
    refuseDifferent: z.boolean().optional(),
  })
  .refine(({ meters }) => meters.every(({ meter, key: number }) => (meter === undefined) !== (number === undefined)), {
    path: ['meters'],
    message: 'each entry names its meter once: by id or by key',
  })
  .refine(({ meters }) => meters.every(({ readings, pairs }) => (readings === undefined) !== (pairs === undefined)), {
    path: ['meters'],
    message: 'each entry brings readings or pairs',
  })
  .refine(
    ({ meters }) =>
      meters.reduce((sum, { readings, pairs }) => sum + (readings ?? pairs ?? []).length, 0) <= readingsAtOnce,
    { path: ['meters'], message: `at most ${readingsAtOnce} readings at once` },
  );
export type ReceiveReadings = z.infer<typeof ReceiveReadings>;

/** One reading as a small device sends it. */
export const OneReading = z.strictObject({
  key,
  measure: text(12).optional(),
  at: instant,
  value: reading,
  estimated: z.boolean().optional(),
});

export const ReadMeter = z.strictObject({
  meter: id,
  value: register,
  at: instant.optional(),
  /** Files brought to `energy.meter-photo` just before. */
  photos: z.array(id).max(3).default([]),
});
export const CorrectReading = z.strictObject({ meter: id, at: instant, value: reading, why: note });
export const DecideDoubt = z.strictObject({ doubt: id, outcome: z.enum(['counted', 'left-out']), why: note });
/** Looks a stretch of readings over for what contradicts itself. */
export const QuestionReadings = z.strictObject({ meter: id, from: day, toExclusive: day });

export const ReadingsReceived = fact('ReadingsReceived', {
  meters: z.int(),
  readings: z.int(),
  from: z.string(),
  to: z.string(),
  /** Kept apart from totals until decided. */
  doubtful: z.int(),
  /** Of what was received, so that the batch can be held against its sender's copy. */
  sha256: z.string(),
});
export const MeterRead = fact('MeterRead', {
  value: z.number(),
  at: z.string(),
  measure: Measure,
  photos: z.array(id).optional(),
});
export const ReadingCorrected = fact('ReadingCorrected', {
  at: z.string(),
  was: z.number(),
  is: z.number(),
});
const Stretch = z.strictObject({
  doubt: id,
  rule: DoubtRule,
  from: z.string(),
  toExclusive: z.string(),
  count: z.int(),
  value: z.number(),
});
export type Stretch = z.infer<typeof Stretch>;
export const ReadingsQuestioned = fact('ReadingsQuestioned', {
  from: day,
  toExclusive: day,
  stretches: z.array(Stretch),
});
export const DoubtDecided = fact('DoubtDecided', {
  doubt: id,
  rule: DoubtRule,
  outcome: z.enum(['counted', 'left-out']),
});

/** Packs the days of a stretch, at most a month of them; for the job. */
export const PackDays = z.strictObject({ from: day, toExclusive: day });
