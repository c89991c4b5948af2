import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { Carrier, day, id, Measure, MeterUse, oneOf, text } from '../contract.ts';
import { bands, tariffFactWords } from './words.zh.ts';

/** Tariffs by the hour, and what a building used and paid by them: input, fact and answer. */

export const Band = oneOf(bands);
export type Band = z.infer<typeof Band>;

const hour = z.int().min(0).max(24);
const Seasons = z
  .array(
    z.strictObject({
      months: z.array(z.int().min(1).max(12)).min(1).max(12),
      stretches: z
        .array(z.strictObject({ fromHour: hour, toHour: hour, band: Band }))
        .min(1)
        .max(24),
    }),
  )
  .min(1)
  .max(12);
const Prices = z
  .array(z.strictObject({ band: Band, fenPerKwh: z.number().min(0.001).max(10_000) }))
  .min(1)
  .max(5);

export const SetTariff = z.strictObject({
  unit: id,
  from: day,
  seasons: Seasons,
  prices: Prices,
  /** The notice of the grid company or of the price authority. */
  document: text(200),
});
export const TariffSet = factType('energy.TariffSet', {
  title: tariffFactWords['energy.TariffSet'],
  body: z.strictObject({ from: day, seasons: Seasons, prices: Prices, document: z.string() }),
});

/** Money is null where no price is known of one of the days or hours. */
const fen = z.int().nullable();

export const SplitAnswer = z.strictObject({
  unit: id,
  building: id,
  name: z.string(),
  year: z.int(),
  /** Electricity of main meters; the bands and what has none add up to it. */
  kwh: z.number(),
  fen,
  bands: z.array(z.strictObject({ band: Band, kwh: z.number(), fen })),
  /** Read by the day or by hand, or on days without a tariff: by the price of the day. */
  withoutBand: z.strictObject({ kwh: z.number(), fen }),
  months: z.array(
    z.strictObject({
      month: z.int().min(1).max(12),
      kwh: z.number(),
      fen,
      bands: z.array(z.strictObject({ band: Band, kwh: z.number() })),
    }),
  ),
  /** 分项: sub-meters by what they measure apart; the rest is what none of them measured. */
  categories: z.array(z.strictObject({ use: MeterUse, kwh: z.number(), meters: z.int() })),
  /** Null where the sub-meters exceed the main meters. */
  restKwh: z.number().nullable(),
  tariffs: z.array(z.strictObject({ from: day, unitName: z.string(), document: z.string() })),
  /** Other carriers at the mean price of their days. */
  others: z.array(z.strictObject({ carrier: Carrier, measure: Measure, amount: z.number(), fen })),
});
export type SplitAnswer = z.infer<typeof SplitAnswer>;
