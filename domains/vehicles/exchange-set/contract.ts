import { day, factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { exchangeFacts, type PartName, partWords } from './words.zh.ts';

const why = z.string().trim().min(2).max(300);

export const MakeExchangeSet = z.strictObject({ unit: z.uuid(), from: day, to: day, why });
export const ExchangeSetMade = factType('vehicles.ExchangeSetMade', {
  title: exchangeFacts['vehicles.ExchangeSetMade'],
  body: z.strictObject({ from: day, to: day, why: z.string(), closesAt: z.iso.datetime({ offset: true }) }),
});

/** Names and versions of the document: another version when a field changes its name or its meaning. */
export const format = 'opengoa.vehicles.exchange-set';
export const formatVersion = '1.1';

/** Field names are ours: see README.md for what of the standards’ texts was seen. */
const Row = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const Part = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Null where this program keeps no such data: nothing is made up. */
  rows: z.array(Row).nullable(),
});
export const ExchangeSet = z.strictObject({
  format: z.literal(format),
  version: z.literal(formatVersion),
  fieldNames: z.literal('ours'),
  set: z.uuid(),
  unit: z.uuid(),
  unitName: z.string(),
  person: z.uuid().nullable(),
  from: day,
  to: day,
  madeAt: z.string(),
  parts: z.strictObject(
    Object.fromEntries(Object.keys(partWords).map((name) => [name, Part])) as Record<PartName, typeof Part>,
  ),
});
export type ExchangeSet = z.infer<typeof ExchangeSet>;
