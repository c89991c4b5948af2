import { z } from 'zod';
import { Carrier, day, fact, id, text } from '../contract.ts';

/** Prices of carriers: input and fact. */

/**
 * 用能单价: fen for a unit of measure, from a day on (until one, if it is known), by bill, contract or tariff. With a meter, that meter's alone.
 * A tariff that differs by the hour is brought as its mean.
 */
export const SetPrice = z.strictObject({
  building: id,
  meter: id.nullable().default(null),
  carrier: Carrier.default('electricity'),
  from: day,
  toExclusive: day.nullable().default(null),
  fenPerUnit: z.number().min(0.001).max(1_000_000),
  document: text(200),
});
export const PriceSet = fact('PriceSet', {
  meter: id.nullable(),
  carrier: Carrier,
  from: day,
  toExclusive: day.nullable(),
  fenPerUnit: z.number(),
  document: z.string(),
});
