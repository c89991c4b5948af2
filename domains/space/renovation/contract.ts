import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text, version } from '../contract.ts';
import { renovationFactWords, renovationKinds, renovationStates } from './words.zh.ts';

/** 维修改造项目: inputs, facts and answers. Money in whole fen. */

const fen = z.int().min(0).max(100_000_000_000);
export const RenovationKind = oneOf(renovationKinds);
export type RenovationKind = z.infer<typeof RenovationKind>;
export const RenovationState = oneOf(renovationStates);
export type RenovationState = z.infer<typeof RenovationState>;

const files = z.array(id).max(10).default([]);
const Plan = {
  building: id,
  name: text(100),
  kind: RenovationKind,
  what: text(500),
  budgetFen: fen.min(1),
  /** Where the money comes from: the item of the budget. */
  source: text(100),
  /** 批复文号 */
  paper: text(200),
  from: day,
  /** The last day. */
  to: day,
};
export const ProposeRenovation = z.strictObject({
  ...Plan,
  rooms: z.array(id).max(200).default([]),
});
const known = { renovation: id, version };
export const ApproveRenovation = z.strictObject({ ...known, opinion: maybe(500) });
export const RefuseRenovation = z.strictObject({ ...known, opinion: text(500) });
export const RaiseBudget = z.strictObject({ ...known, budgetFen: fen.min(1), paper: text(200), why: text(300) });
export const BeginRenovation = z.strictObject({ ...known, on: day, contractor: text(100), contractFen: fen });
export const RecordSpending = z.strictObject({
  renovation: id,
  day,
  amountFen: fen.min(1),
  receipt: text(60),
  note: maybe(300),
  files,
});
export const StrikeSpending = z.strictObject({ spending: id, why: text(300) });
export const AcceptRenovation = z.strictObject({ ...known, on: day, opinion: text(500), files });
export const CancelRenovation = z.strictObject({ ...known, why: text(500) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof renovationFactWords, shape: Shape) =>
  factType(name, { title: renovationFactWords[name], body: z.strictObject(shape) });
export const RenovationProposed = fact('space.RenovationProposed', { ...Plan, rooms: z.array(id) });
export const RenovationApproved = fact('space.RenovationApproved', { opinion: z.string() });
export const RenovationRefused = fact('space.RenovationRefused', { opinion: z.string() });
export const BudgetRaised = fact('space.BudgetRaised', {
  beforeFen: z.int(),
  budgetFen: z.int(),
  paper: z.string(),
  why: z.string(),
});
export const RenovationBegun = fact('space.RenovationBegun', {
  on: day,
  contractor: z.string(),
  contractFen: z.int(),
  rooms: z.array(id),
});
export const SpendingRecorded = fact('space.SpendingRecorded', {
  kind: RenovationKind,
  day,
  amountFen: z.int(),
  receipt: z.string(),
  note: z.string(),
  files: z.array(id),
});
export const SpendingStruck = fact('space.SpendingStruck', { spending: id, amountFen: z.int(), why: z.string() });
export const RenovationAccepted = fact('space.RenovationAccepted', {
  on: day,
  opinion: z.string(),
  files: z.array(id),
  rooms: z.array(id),
});
export const RenovationCancelled = fact('space.RenovationCancelled', { why: z.string(), rooms: z.array(id) });

export const RenovationAnswer = z.strictObject({
  ...Plan,
  id,
  unit: id,
  unitName: z.string(),
  buildingName: z.string(),
  state: RenovationState,
  contractor: z.string(),
  contractFen: z.int().nullable(),
  begunOn: day.nullable(),
  acceptedOn: day.nullable(),
  said: z.string(),
  askedName: z.string(),
  decidedName: z.string().nullable(),
  version,
  spentFen: z.int(),
  leftFen: z.int(),
  /** Named by building and number. */
  rooms: z.array(z.strictObject({ id, name: z.string(), areaM2: z.number() })),
});
export type RenovationAnswer = z.infer<typeof RenovationAnswer>;
