import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, Measure, moment, oneOf } from '../contract.ts';
import { forecastFactWords, forecastMethods } from './words.zh.ts';

/** Day-ahead forecasts: input, fact and answer. */

export const ForecastMethod = oneOf(forecastMethods);
export type ForecastMethod = z.infer<typeof ForecastMethod>;

export const ForecastDay = z.strictObject({ meter: id, day });

export const DayForecast = factType('energy.DayForecast', {
  title: forecastFactWords['energy.DayForecast'],
  body: z.strictObject({
    day,
    method: ForecastMethod,
    version: z.string(),
    /** The last day that was looked at. */
    knownTo: day,
    /** Of the whole day. */
    expected: z.number(),
    scoredDays: z.int(),
    nrmsePercent: z.number(),
    floorNrmsePercent: z.number(),
  }),
});

const hours = z.array(z.number().nullable());

export const DayAheadAnswer = z.strictObject({
  unit: id,
  name: z.string(),
  measure: Measure,
  day,
  /** `kept` was made before the day began; `replayed` is what would have been forecast from the days before; `none` says why not. */
  made: z.enum(['kept', 'replayed', 'none']),
  madeAt: moment.nullable(),
  why: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
  method: ForecastMethod.nullable(),
  knownTo: day.nullable(),
  nominal: z.number().nullable(),
  expected: hours,
  low: hours,
  high: hours,
  /** The days before it and the day itself, as they were read: from `readFrom` on. */
  readFrom: day,
  read: hours,
  /** Every candidate over the days before, the best first; the ensemble is the floor. */
  scores: z.array(z.strictObject({ method: ForecastMethod, nrmsePercent: z.number(), days: z.int() })),
  /** Forecasts that were kept, held against what was read since; the newest first. */
  kept: z.array(
    z.strictObject({
      day,
      method: ForecastMethod,
      expected: z.number(),
      read: z.number().nullable(),
      nrmsePercent: z.number().nullable(),
      /** Hours within the band, of those read. */
      within: z.int(),
      hours: z.int(),
    }),
  ),
});
export type DayAheadAnswer = z.infer<typeof DayAheadAnswer>;
