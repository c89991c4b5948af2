import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { assetClass, amountFen, day, id, maybe, oneOf, quantity, text, version } from '../contract.ts';
import { TransferState } from '../delivery/contract.ts';
import { MatchState } from '../matches/contract.ts';
import { EquipmentItem, Grade, Note } from '../equipment/contract.ts';
import { declineReasons, follows, modes, purchaseFactWords, purchaseStates } from './words.zh.ts';

/** 购置计划: what is to be bought, what lay idle instead, who agreed, and what came. */

export const PurchaseState = oneOf(purchaseStates);
export type PurchaseState = z.infer<typeof PurchaseState>;
const Mode = oneOf(modes);
const Reason = oneOf(declineReasons);
const Follow = oneOf(follows);

const Line = {
  name: text(200),
  class: assetClass,
  /** Left out: as the class has it. */
  equipment: EquipmentItem.nullable().default(null),
  mode: Mode.default('buy'),
  grade: Grade.default('ordinary'),
  model: maybe(200),
  measure: z.string().trim().min(1).max(10).default('件'),
  quantity: quantity.max(100_000),
  priceFen: amountFen,
};
export const PlanPurchase = z.strictObject({
  unit: id,
  year: z.int().min(2000).max(2100),
  title: text(120),
  reason: text(1000),
  budgetItem: maybe(60),
  funds: maybe(60),
  lines: z.array(z.strictObject(Line)).min(1).max(50),
});
export type PlanPurchase = z.infer<typeof PlanPurchase>;
export type PlannedLine = PlanPurchase['lines'][number];
export const TakeIdle = z.strictObject({ purchase: id, line: id, card: id, quantity: quantity.optional() });
export const DeclineIdle = z.strictObject({ purchase: id, line: id, card: id, reason: Reason, said: maybe(500) });
export const AskPurchase = z.strictObject({ purchase: id, version });
export const ApprovePurchase = z.strictObject({ purchase: id, opinion: maybe(500) });
export const RefusePurchase = z.strictObject({ purchase: id, opinion: text(500) });
export const WithdrawPurchase = z.strictObject({ purchase: id, why: text(500) });
export const LinkInquiry = z.strictObject({ purchase: id, number: text(40) });
export const FollowDeclined = z.strictObject({ answer: id, followed: Follow, words: text(500) });
export const AcceptDelivery = z.strictObject({
  purchase: id,
  line: id,
  day,
  quantity: quantity.max(10_000),
  /** One for each thing, or none. */
  serials: z.array(text(100)).max(500).default([]),
  /** Each thing a card of its own; one card for all otherwise. Serial numbers make cards of their own anyway. */
  apart: z.boolean().default(false),
  priceFen: amountFen.optional(),
  supplier: maybe(100),
  invoice: maybe(60),
  brand: maybe(100),
  model: maybe(200),
  warrantyUntil: day.nullable().default(null),
  room: id.nullable().default(null),
  place: maybe(200),
  difference: maybe(500),
  files: z.array(id).max(6).default([]),
});

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof purchaseFactWords, shape: Shape) =>
  factType(name, { title: purchaseFactWords[name], body: z.strictObject(shape) });
export const PurchasePlanned = fact('assets.PurchasePlanned', {
  number: z.string(),
  year: z.int(),
  title: z.string(),
  reason: z.string(),
  budgetItem: z.string(),
  funds: z.string(),
  lines: z.array(z.strictObject({ ...Line, id, equipment: EquipmentItem.nullable() })),
  totalFen: z.int(),
  notes: z.array(Note),
});
const answered = {
  answer: id,
  line: id,
  card: id,
  cardUnit: id,
  cardNumber: z.string(),
  cardName: z.string(),
  quantity: z.int(),
  valueFen: z.int(),
};
export const IdleTaken = fact('assets.IdleTaken', {
  ...answered,
  /** Who keeps the ledger that it stands in: told to hand it over. Nobody, where the giver’s head is asked by a match. */
  told: z.array(id),
  match: id.nullable().default(null),
  /** What it is held by in the warehouse, where no match holds it. */
  pool: z.strictObject({ offer: id, keeper: id }).nullable().default(null),
});
export const IdleDeclined = fact('assets.IdleDeclined', { ...answered, reason: Reason, said: z.string() });
export const PurchaseAsked = fact('assets.PurchaseAsked', {});
export const PurchaseApproved = fact('assets.PurchaseApproved', { opinion: z.string() });
export const PurchaseRefused = fact('assets.PurchaseRefused', { opinion: z.string() });
export const PurchaseWithdrawn = fact('assets.PurchaseWithdrawn', { why: z.string() });
export const InquiryLinked = fact('assets.InquiryLinked', {
  inquiry: id,
  number: z.string(),
  supplier: z.string(),
  agreedFen: z.int().nullable(),
});
export const DeclineFollowed = fact('assets.DeclineFollowed', { answer: id, followed: Follow, words: z.string() });
export const DeliveryAccepted = fact('assets.DeliveryAccepted', {
  note: id,
  number: z.string(),
  line: id,
  day,
  quantity: z.int(),
  priceFen: z.int(),
  supplier: z.string(),
  invoice: z.string(),
  difference: z.string(),
  cards: z.array(id),
  files: z.array(id),
  /** Everything that was planned has come. */
  last: z.boolean(),
});

/** A thing that lies idle and would do for a line. */
export const Match = z.strictObject({
  card: id,
  unit: id,
  unitName: z.string(),
  number: z.string(),
  name: z.string(),
  model: z.string(),
  quantity: z.int(),
  condition: z.string(),
  state: z.string(),
  valueFen: z.int(),
  /** Nothing, where it lies idle no longer and stands here for its answer alone. */
  acquiredOn: day.nullable(),
  /** Why it is shown, the strongest reason first. */
  why: z.array(z.strictObject({ zh: z.string(), en: z.string() })),
  answer: z.enum(['taken', 'declined']).nullable(),
  /** Of one that was declined: why, and what came of it. */
  reason: Reason.nullable(),
  said: z.string(),
  followed: Follow.nullable(),
  followWords: z.string(),
  /** In the warehouse for all: taken by a match that its giver agrees to. */
  offer: id.nullable(),
  /** Where it stands in the warehouse in any way, and whoever keeps it there. */
  pool: z.strictObject({ offer: id, keeper: id }).nullable(),
});
export type Match = z.infer<typeof Match>;

export const PurchaseAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  number: z.string(),
  year: z.int(),
  title: z.string(),
  reason: z.string(),
  budgetItem: z.string(),
  funds: z.string(),
  state: PurchaseState,
  totalFen: z.int(),
  notes: z.array(Note),
  plannedName: z.string(),
  decidedName: z.string().nullable(),
  opinion: z.string(),
  inquiryId: id.nullable(),
  inquiryNumber: z.string(),
  supplier: z.string(),
  agreedFen: z.int().nullable(),
  version,
  /** Matches that wait for an answer. */
  waiting: z.int(),
  lines: z.array(
    z.strictObject({
      id,
      name: z.string(),
      class: z.string(),
      equipment: EquipmentItem.nullable(),
      mode: Mode,
      grade: Grade,
      model: z.string(),
      measure: z.string(),
      quantity: z.int(),
      priceFen: z.int(),
      taken: z.int(),
      received: z.int(),
      open: z.int(),
      matches: z.array(Match),
    }),
  ),
  /** What was taken in the place of something new, wherever it is by now. */
  taken: z.array(
    z.strictObject({
      card: id,
      number: z.string(),
      name: z.string(),
      unitName: z.string(),
      quantity: z.int(),
      savedFen: z.int(),
      match: id.nullable(),
      state: MatchState.nullable(),
      transfer: z.strictObject({ id, state: TransferState }).nullable(),
    }),
  ),
});
export type PurchaseAnswer = z.infer<typeof PurchaseAnswer>;
