import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { amountFen, day, id, maybe, oneOf, quantity, text, version } from '../contract.ts';
import { supplyFactWords, supplyKinds } from './words.zh.ts';

/** 耗材、配件、软件授权: inputs and facts. */

export const SupplyKind = oneOf(supplyKinds);
export type SupplyKind = z.infer<typeof SupplyKind>;

const terms = {
  name: text(100),
  model: maybe(100),
  measure: z.string().trim().min(1).max(20).default('个'),
  /** Below this somebody is told; 0 for never. */
  minimum: z.int().min(0).max(1_000_000).default(0),
  place: maybe(200),
  validUntil: day.nullable().default(null),
  note: maybe(500),
};
/** Without `supply` a new one; its kind stays as it was. */
export const KeepSupply = z.strictObject({ unit: id, supply: id.optional(), kind: SupplyKind, ...terms });
export const ReceiveSupply = z.strictObject({
  supply: id,
  quantity,
  /** What all of it cost. */
  amountFen: amountFen.default(0),
  supplier: maybe(100),
  note: maybe(200),
});
/** A consumable is used up; a component goes into a thing, a licence to a person or onto a thing, and both may come back. */
export const IssueSupply = z.strictObject({
  supply: id,
  quantity,
  card: id.nullable().default(null),
  holder: id.nullable().default(null),
  note: maybe(200),
});
/** Back from where one `move` brought it. */
export const ReturnSupply = z.strictObject({ move: id, quantity, note: maybe(200) });
export const CountSupply = z.strictObject({
  supply: id,
  version,
  counted: z.int().min(0).max(1_000_000),
  why: text(200),
});
export const EndSupply = z.strictObject({ supply: id, version, why: text(200) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof supplyFactWords, shape: Shape) =>
  factType(name, { title: supplyFactWords[name], body: z.strictObject(shape) });
const moved = { move: id, number: z.string(), name: z.string(), quantity, note: z.string() };

export const SupplyKept = fact('assets.SupplyKept', { kind: SupplyKind, ...terms, isNew: z.boolean() });
export const SupplyReceived = fact('assets.SupplyReceived', { ...moved, amountFen, supplier: z.string() });
export const SupplyIssued = fact('assets.SupplyIssued', {
  ...moved,
  card: id.nullable(),
  holder: id.nullable(),
  /** It is to come back: a component or a licence. */
  comesBack: z.boolean(),
});
export const SupplyReturned = fact('assets.SupplyReturned', { ...moved, from: id });
export const SupplyCounted = fact('assets.SupplyCounted', {
  move: id,
  number: z.string(),
  name: z.string(),
  before: z.int(),
  counted: z.int(),
  why: z.string(),
});
export const SupplyEnded = fact('assets.SupplyEnded', { name: z.string(), why: z.string() });

/** What is fitted into a card, as a paper over it lists it. */
export const Fitted = z.strictObject({
  card: id,
  name: z.string(),
  model: z.string(),
  measure: z.string(),
  quantity,
});
export type Fitted = z.infer<typeof Fitted>;
/** With which paper, and out of which cupboard by which entry. */
export const ComponentsWentAlong = fact('assets.ComponentsWentAlong', {
  number: z.string(),
  components: z.array(z.strictObject({ ...Fitted.shape, move: id, supply: id })),
});
