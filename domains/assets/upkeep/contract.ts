import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { amountFen, day, id, maybe, oneOf, text, version } from '../contract.ts';
import { upkeepFactWords, upkeepOutcomes } from './words.zh.ts';

/** 维护保养: inputs and facts. Money in fen. */

const everyMonths = z.int().min(1).max(120);
export const PlanUpkeep = z.strictObject({ card: id, what: text(200), everyMonths, nextDue: day, vendor: maybe(100) });
export const EndUpkeep = z.strictObject({ plan: id, version, why: text(200) });
export const OrderUpkeep = z.strictObject({
  card: id,
  plan: id.nullable().default(null),
  what: text(200),
  dueDay: day,
  vendor: maybe(100),
  /** The fault report it is ordered because of. */
  report: id.optional(),
});
export const FinishUpkeep = z.strictObject({
  order: id,
  version,
  outcome: oneOf(upkeepOutcomes),
  found: maybe(500),
  costFen: amountFen.default(0),
});
export const CancelUpkeep = z.strictObject({ order: id, version, why: text(200) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof upkeepFactWords, shape: Shape) =>
  factType(name, { title: upkeepFactWords[name], body: z.strictObject(shape) });
export const UpkeepPlanned = fact('assets.UpkeepPlanned', {
  card: id,
  what: z.string(),
  everyMonths,
  nextDue: day,
  vendor: z.string(),
});
export const UpkeepEnded = fact('assets.UpkeepEnded', { why: z.string() });
export const UpkeepOrdered = fact('assets.UpkeepOrdered', {
  card: id,
  plan: id.nullable(),
  number: z.string(),
  what: z.string(),
  dueDay: day,
  vendor: z.string(),
  report: id.optional(),
});
export const UpkeepDone = fact('assets.UpkeepDone', {
  card: id,
  plan: id.nullable(),
  number: z.string(),
  outcome: oneOf(upkeepOutcomes),
  found: z.string(),
  costFen: amountFen,
  day,
  /** When the plan has it done again. */
  nextDue: day.nullable(),
});
export const UpkeepCancelled = fact('assets.UpkeepCancelled', { number: z.string(), why: z.string() });
