import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { amountFen, day, id, maybe, oneOf, quantity, text, version } from '../contract.ts';
import { conditions } from '../warehouse/words.zh.ts';
import { settlements, signSides, transferFactWords, transferStates } from './words.zh.ts';

/** 调拨和运送: papers, way, count. Values in fen, of the pieces of a line. */

export const TransferState = oneOf(transferStates);
export type TransferState = z.infer<typeof TransferState>;
export const SignSide = oneOf(signSides);
export const Settlement = oneOf(settlements);
export const Condition = oneOf(conditions);

/** With a match the thing, the pieces and the receiver are those of the match. */
export const DrawTransfer = z.strictObject({
  match: id.nullable().default(null),
  unit: id.optional(),
  to: id.optional(),
  lines: z
    .array(z.strictObject({ card: id, quantity }))
    .max(200)
    .default([]),
  why: text(500),
  document: maybe(200),
});
export const SignTransfer = z.strictObject({ transfer: id, side: SignSide });
export const PackTransfer = z.strictObject({ transfer: id, version });
export const SendTransfer = z.strictObject({
  transfer: id,
  version,
  carrier: text(100),
  /** What the way costs, borne by the giver. */
  transportFen: amountFen.default(0),
});
export const ArriveTransfer = z.strictObject({ transfer: id });
export const ReceiveTransfer = z.strictObject({
  transfer: id,
  version,
  /** Left out: all came as sent. */
  lines: z
    .array(z.strictObject({ line: id, received: z.int().min(0), condition: Condition, said: maybe(300) }))
    .max(200)
    .default([]),
  said: maybe(500),
});
export const SettleShortfall = z.strictObject({ transfer: id, version, as: Settlement, said: text(500) });
export const CancelTransfer = z.strictObject({ transfer: id, version, why: text(500) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof transferFactWords, shape: Shape) =>
  factType(name, { title: transferFactWords[name], body: z.strictObject(shape) });
const LineDrawn = z.strictObject({
  id,
  card: id,
  number: z.string(),
  name: z.string(),
  model: z.string(),
  measure: z.string(),
  quantity,
  valueFen: amountFen,
  accumulatedFen: amountFen,
  condition: z.string(),
});
export const TransferDrawn = fact('assets.TransferDrawn', {
  number: z.string(),
  to: id,
  match: id.nullable(),
  why: z.string(),
  document: z.string(),
  lines: z.array(LineDrawn),
});
export const TransferSigned = fact('assets.TransferSigned', { side: SignSide, both: z.boolean() });
export const TransferPacked = fact('assets.TransferPacked', {});
export const TransferSent = fact('assets.TransferSent', {
  to: id,
  carrier: z.string(),
  transportFen: amountFen,
  match: id.nullable(),
  /** `split`: some pieces leave a batch under a number of their own. */
  lines: z.array(
    z.strictObject({
      line: id,
      card: id,
      sent: id,
      split: z.strictObject({ number: z.string(), quantity, valueFen: amountFen }).nullable(),
      offer: id.nullable(),
      quantity,
      /** Components in it as it leaves, in words. */
      fitted: z.string().optional(),
    }),
  ),
});
export const TransferArrived = fact('assets.TransferArrived', {});
export const TransferReceived = fact('assets.TransferReceived', {
  from: id,
  match: id.nullable(),
  said: z.string(),
  differs: z.boolean(),
  lines: z.array(
    z.strictObject({
      line: id,
      card: id,
      /** In the receiver's ledger. */
      number: z.string(),
      sent: z.int(),
      received: z.int(),
      valueFen: amountFen,
      condition: Condition,
      said: z.string(),
      /** Of the pieces that did not come; they stand in the giver's ledger until it has settled that. */
      missing: z.strictObject({ card: id, number: z.string(), quantity, valueFen: amountFen }).nullable(),
    }),
  ),
});
export const ShortfallSettled = fact('assets.ShortfallSettled', {
  as: Settlement,
  said: z.string(),
  cards: z.array(id),
});
export const TransferCancelled = fact('assets.TransferCancelled', { why: z.string(), match: id.nullable() });

export const TransferAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  to: id,
  toName: z.string(),
  number: z.string(),
  match: id.nullable(),
  why: z.string(),
  document: z.string(),
  state: TransferState,
  day,
  madeName: z.string(),
  giverName: z.string().nullable(),
  giverAt: z.string().nullable(),
  receiverName: z.string().nullable(),
  receiverAt: z.string().nullable(),
  packedAt: z.string().nullable(),
  carrier: z.string(),
  sentAt: z.string().nullable(),
  transportFen: z.int(),
  arrivedAt: z.string().nullable(),
  arrivedName: z.string().nullable(),
  receivedAt: z.string().nullable(),
  receivedName: z.string().nullable(),
  said: z.string(),
  version,
  lines: z.array(
    z.strictObject({
      id,
      card: id,
      sentCard: id.nullable(),
      number: z.string(),
      name: z.string(),
      model: z.string(),
      measure: z.string(),
      quantity: z.int(),
      valueFen: z.int(),
      accumulatedFen: z.int(),
      netFen: z.int(),
      condition: z.string(),
      fitted: z.string(),
      received: z.int().nullable(),
      receivedCondition: z.string().nullable(),
      said: z.string(),
      settled: Settlement.nullable(),
    }),
  ),
});
export type TransferAnswer = z.infer<typeof TransferAnswer>;
