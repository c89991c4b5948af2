import { z } from 'zod';
import { day, id } from '../contract.ts';

const amounts = {
  cards: z.int(),
  quantity: z.int(),
  valueFen: z.int(),
  /** Charged in the month of the day, in its year so far, and altogether. */
  monthFen: z.int(),
  yearFen: z.int(),
  accumulatedFen: z.int(),
  netFen: z.int(),
};
export const Depreciation = z.strictObject({
  day,
  rows: z.array(z.strictObject({ unit: id, unitName: z.string(), class: z.string(), ...amounts })),
  total: z.strictObject(amounts),
  /** Of the unit and class asked for: the cards that its figures are the sum of. */
  cards: z.array(
    z.strictObject({
      id,
      number: z.string(),
      name: z.string(),
      since: day,
      lifeYears: z.int().nullable(),
      ...amounts,
    }),
  ),
  /** There are more cards than are listed. */
  more: z.boolean(),
});
export type Depreciation = z.infer<typeof Depreciation>;
