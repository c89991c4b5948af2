import { day, factType, id, maybe, oneOf, text } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { Body, Power, Warning } from '../contract.ts';
import { papers, papersTold } from '../papers/contract.ts';
import { type CostFactName, costFactWords, costKinds, policies } from './words.zh.ts';

/** Costs of vehicles, repairs and hired cars: inputs and facts. */

const amountFen = z.int().min(1).max(100_000_000);

export const CostKind = oneOf(costKinds);
export const Policy = oneOf(policies);
export type CostKind = z.infer<typeof CostKind>;

const fact = <Shape extends z.ZodRawShape>(name: CostFactName, shape: Shape) =>
  factType(`vehicles.${name}`, { title: costFactWords[`vehicles.${name}`], body: z.strictObject(shape) });

const Spent = z.strictObject({
  vehicle: id,
  kind: CostKind,
  day,
  amountFen,
  /** Insurer, toll company, car park, police. */
  supplier: maybe(100),
  invoice: maybe(60),
  /** What an insurance covers. */
  coversFrom: day.nullable().default(null),
  coversTo: day.nullable().default(null),
  /** Which insurance: one renewed says nothing of the other. */
  policy: Policy.nullable().optional(),
  note: maybe(300),
});
/** The vehicle by its id, or by its plate as a sheet knows it. `corrects`: a cost that is struck, and this one in its place. */
export const RecordCost = Spent.extend({
  vehicle: id.optional(),
  plate: text(20).optional(),
  files: papers,
  corrects: id.optional(),
})
  .refine(({ vehicle, plate }) => (vehicle === undefined) !== (plate === undefined), {
    path: ['vehicle'],
    message: 'vehicle or plate',
  })
  .refine(({ kind, policy }) => kind === 'insurance' || (policy ?? null) === null, {
    path: ['policy'],
    message: 'a policy is an insurance',
  })
  .refine(({ coversFrom, coversTo }) => coversFrom === null || coversTo === null || coversFrom <= coversTo, {
    path: ['coversTo'],
    message: 'coversTo is not before coversFrom',
  });
export const CostRecorded = fact('CostRecorded', { ...Spent.shape, plate: z.string(), files: papersTold });
export const StrikeCost = z.strictObject({ cost: id, why: text(300) });
export const CostStruck = fact('CostStruck', { cost: id, amountFen: z.int(), why: text(300) });
/** An empty card takes the vehicle's card back. */
export const AssignFuelCard = z.strictObject({ vehicle: id, card: maybe(40) });
export const FuelCardAssigned = fact('FuelCardAssigned', { vehicle: id, card: z.string() });

// ---- Repairs: order, quotation, approval by its limit, done, paid -------------------------------------------------------------------

export const OrderRepair = z.strictObject({
  vehicle: id,
  what: text(300),
  garage: text(100),
  /** The fault report it is ordered because of. */
  report: id.optional(),
  files: papers,
});
export const RepairOrdered = fact('RepairOrdered', {
  vehicle: id,
  plate: z.string(),
  what: text(300),
  garage: text(100),
  files: papersTold,
  report: id.optional(),
});
export const QuoteRepair = z.strictObject({ repair: id, quoteFen: amountFen, quote: text(1000), files: papers });
export const RepairQuoted = fact('RepairQuoted', { quoteFen: amountFen, quote: text(1000), files: papersTold });
export const ApproveRepair = z.strictObject({ repair: id, opinion: maybe(500) });
export const RepairApproved = fact('RepairApproved', { quoteFen: amountFen, opinion: z.string() });
export const RefuseRepair = z.strictObject({ repair: id, opinion: text(500) });
export const RepairRefused = fact('RepairRefused', { opinion: z.string() });
export const FinishRepair = z.strictObject({ repair: id, day, files: papers });
export const RepairFinished = fact('RepairFinished', { day, files: papersTold });
export const PayRepair = z.strictObject({ repair: id, amountFen, invoice: text(60), day, files: papers });
export const RepairPaid = fact('RepairPaid', { amountFen, invoice: z.string(), day, files: papersTold });
export const CancelRepair = z.strictObject({ repair: id, why: text(300) });
export const RepairCancelled = fact('RepairCancelled', { why: z.string() });

// ---- Hired cars ----------------------------------------------------------------------------------------------------------------------

export const HireCar = z.strictObject({
  unit: id,
  supplier: text(100),
  purpose: text(200),
  fromDay: day,
  toDay: day,
  people: z.int().min(1).max(60),
  body: Body,
  power: Power,
  displacementL: z.number().min(0).max(20).nullable().default(null),
  /** What such a vehicle costs to buy: a hired one keeps the equipment standard (机关事务管理条例 第二十五条). */
  priceFen: z.int().min(0).max(2_000_000_000).nullable().default(null),
  quoteFen: amountFen,
});
export const CarHired = fact('CarHired', { ...HireCar.shape, warnings: z.array(Warning) });
export const SettleHire = z.strictObject({
  hire: id,
  plate: text(20),
  km: z.int().min(0).max(100_000),
  amountFen,
  invoice: text(60),
  day,
  files: papers,
});
export const HireSettled = fact('HireSettled', {
  plate: z.string(),
  km: z.int(),
  amountFen,
  invoice: z.string(),
  day,
  files: papersTold,
});
export const CancelHire = z.strictObject({ hire: id, why: text(300) });
export const HireCancelled = fact('HireCancelled', { why: z.string() });
