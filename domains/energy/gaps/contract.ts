import { day, factType, id } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { factWords } from '../words.zh.ts';

/** Names, inputs, facts and answers of gaps in readings. */

export const EstimateGaps = z.strictObject({
  meter: id,
  from: day,
  toExclusive: day,
  why: z.string().trim().min(1).max(500),
});

export const GapsEstimated = factType('energy.GapsEstimated', {
  title: factWords['energy.GapsEstimated'],
  body: z.strictObject({
    from: day,
    toExclusive: day,
    /** First and last instant that was estimated. */
    first: z.string(),
    last: z.string(),
    readings: z.int(),
    /** Drawn between the ends of a short gap, and taken from like days. */
    between: z.int(),
    like: z.int(),
    /** Still missing: too little is known around them. */
    left: z.int(),
  }),
});

/** The stretch from which estimates are taken back; the end is exclusive. */
export const WithdrawEstimates = EstimateGaps;
export const EstimatesWithdrawn = factType('energy.EstimatesWithdrawn', {
  title: factWords['energy.EstimatesWithdrawn'],
  body: z.strictObject({ from: day, toExclusive: day, readings: z.int() }),
});

export const GapsAnswer = z.strictObject({
  unit: id,
  meter: id,
  year: z.int(),
  /** Stretches without a reading, newest first: the beginning of the first interval missed and the end of the last. */
  gaps: z.array(
    z.strictObject({
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      readings: z.int(),
      /** Of them, how many were estimated meanwhile. */
      estimated: z.int(),
    }),
  ),
  /** There were more than are told. */
  more: z.boolean(),
});
