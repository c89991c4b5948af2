import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text } from '../contract.ts';
import { checkFactWords, differenceStates, disputeReasons, settledHow } from './words.zh.ts';

/** 自查、离岗交接、卡账实核对. */

export const OpenSelfCheck = z.strictObject({ unit: id, title: text(100), dueDay: day });
/** Left out: everything that waits for the one who asks. */
export const ConfirmHoldings = z.strictObject({ check: id, lines: z.array(id).min(1).max(500).optional() });
export const DisputeHolding = z.strictObject({ line: id, reason: oneOf(disputeReasons), said: text(500) });
export const SettleDispute = z.strictObject({ line: id, how: oneOf(settledHow), words: text(500) });
export const CloseSelfCheck = z.strictObject({ check: id });
export const OpenClearance = z.strictObject({ unit: id, person: id, leftOn: day });
export const ClearPost = z.strictObject({ clearance: id, words: maybe(500) });
export const EnterLedgerSum = z.strictObject({
  unit: id,
  monthEnd: day,
  class: z.string().regex(/^A\d{2}$/),
  account: maybe(60),
  amountFen: z.int().min(-10_000_000_000_000).max(10_000_000_000_000),
});
export const Reconcile = z.strictObject({ unit: id, monthEnd: day });
export const EndDifference = z.strictObject({
  difference: id,
  state: oneOf({ explained: differenceStates.explained, settled: differenceStates.settled }),
  words: text(500),
});

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof checkFactWords, shape: Shape) =>
  factType(name, { title: checkFactWords[name], body: z.strictObject(shape) });
export const SelfCheckOpened = fact('assets.SelfCheckOpened', {
  number: z.string(),
  title: z.string(),
  dueDay: day,
  /** Ledgers whose cards are asked about, and how many there are. */
  units: z.array(id),
  lines: z.int(),
});
export const HoldingsConfirmed = fact('assets.HoldingsConfirmed', { lines: z.array(id) });
export const HoldingDisputed = fact('assets.HoldingDisputed', { line: id, reason: z.string(), said: z.string() });
export const DisputeSettled = fact('assets.DisputeSettled', { line: id, how: z.string(), words: z.string() });
export const SelfCheckClosed = fact('assets.SelfCheckClosed', { confirmed: z.int(), settled: z.int() });
export const ClearanceOpened = fact('assets.ClearanceOpened', { person: id, leftOn: day });
export const PostCleared = fact('assets.PostCleared', { number: z.string(), remaining: z.int(), words: z.string() });
export const LedgerSumEntered = fact('assets.LedgerSumEntered', {
  monthEnd: day,
  class: z.string(),
  account: z.string(),
  amountFen: z.int(),
});
export const FoundDifference = z.strictObject({
  id,
  side: z.enum(['ledger', 'thing']),
  what: z.string(),
  class: z.string().nullable(),
  card: id.nullable(),
  cardsFen: z.int(),
  /** Null: no balance of this class was entered. */
  otherFen: z.int().nullable(),
});
export type FoundDifference = z.infer<typeof FoundDifference>;
export const Reconciled = fact('assets.Reconciled', {
  monthEnd: day,
  units: z.array(id),
  found: z.array(FoundDifference).max(2000),
});
export const DifferenceEnded = fact('assets.DifferenceEnded', { state: z.string(), words: z.string() });

export const ClearanceAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  person: id,
  personName: z.string(),
  leftOn: day,
  state: z.enum(['open', 'cleared']),
  number: z.string().nullable(),
  remaining: z.int(),
  words: z.string(),
  clearedName: z.string().nullable(),
  clearedOn: z.string().nullable(),
  held: z.array(
    z.strictObject({
      id,
      number: z.string(),
      name: z.string(),
      place: z.string(),
      state: z.string(),
      valueFen: z.int(),
      unitName: z.string(),
    }),
  ),
});
export type ClearanceAnswer = z.infer<typeof ClearanceAnswer>;
