import { z } from 'zod';

const id = z.uuid();

/**
 * What several offices care about, in shapes the kernel owns. Finance follows every `cost` and never learns the word vehicle.
 */
export const Cost = z.strictObject({
  /** Whole fen; negative for a correction. */
  amountFen: z.int(),
  /** The unit that bears the cost. */
  unit: id,
  /** Day the cost belongs to, Asia/Shanghai. */
  day: z.iso.date(),
  /** What it was for, in the word of the budget: fuel, repair, toll, parking, electricity ... */
  item: z.string().max(64),
});

export const Asset = z.strictObject({ kind: z.string().max(64), id, state: z.string().max(64) });
export const Place = z.strictObject({
  kind: z.enum(['building', 'floor', 'room', 'site', 'address']),
  id: id.optional(),
  name: z.string().max(200).optional(),
});
export const Energy = z.strictObject({
  carrier: z.enum(['electricity', 'gas', 'heat', 'water', 'petrol', 'diesel']),
  amount: z.number(),
  unit: z.enum(['kWh', 'm3', 'GJ', 't', 'L']),
  from: z.string(),
  to: z.string(),
});
export const TaskFacet = z.strictObject({ task: id, state: z.enum(['raised', 'answered', 'withdrawn']) });

export const Facets = z.strictObject({
  cost: z.array(Cost).max(100).optional(),
  asset: Asset.optional(),
  place: Place.optional(),
  energy: Energy.optional(),
  task: TaskFacet.optional(),
});
export type Facets = z.infer<typeof Facets>;
export type Cost = z.infer<typeof Cost>;
