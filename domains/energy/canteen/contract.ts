import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { id, text } from '../contract.ts';
import { canteenFactWords } from './words.zh.ts';

/** Kitchen waste of canteens: input, fact and answer. */

const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** A month of a canteen; recorded again it replaces what was said of the month. */
export const RecordKitchenWaste = z.strictObject({
  unit: id,
  canteen: text(60),
  month: Month,
  /** As it was weighed when it was taken away, to a tenth of a kilogram. */
  wasteKg: z.number().min(0).max(1_000_000),
  meals: z.int().min(1).max(10_000_000),
  /** Who eats there on a usual day. */
  people: z.int().min(1).max(1_000_000),
  /** The collector's slip, the scale's sheet. */
  document: text(200),
});
export const KitchenWasteRecorded = factType('energy.KitchenWasteRecorded', {
  title: canteenFactWords['energy.KitchenWasteRecorded'],
  body: z.strictObject({
    canteen: z.string(),
    month: Month,
    wasteKg: z.number(),
    meals: z.int(),
    people: z.int(),
    document: z.string(),
  }),
});

const Row = z.strictObject({
  wasteKg: z.number(),
  meals: z.int(),
  /** Grams of waste for a meal served. */
  gPerMeal: z.number(),
  kgPerPerson: z.number(),
});
export const KitchenWasteAnswer = z.strictObject({
  unit: id,
  unitName: z.string(),
  year: z.int(),
  canteens: z.array(
    z.strictObject({
      id,
      name: z.string(),
      months: z.array(Row.extend({ month: z.int().min(1).max(12), people: z.int(), document: z.string() })),
    }),
  ),
  /** All canteens of the months that were recorded; null where none was. */
  total: Row.nullable(),
  /** The same months of the year before, of the same canteens; null where one of them was not recorded. */
  before: Row.nullable(),
});
export type KitchenWasteAnswer = z.infer<typeof KitchenWasteAnswer>;
