import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { amountFen, day, id, maybe, oneOf, quantity, text, version } from '../contract.ts';
import {
  bodyKinds,
  bodyStates,
  conditions,
  loanStates,
  offerMays,
  offerReasons,
  offerStates,
  reaches,
  storeKinds,
  storeStates,
  warehouseFactWords,
} from './words.zh.ts';

/** 公物仓: stores, what is offered, reserved and lent, and events that borrow. Money in fen. */

export const StoreKind = oneOf(storeKinds);
export const StoreState = oneOf(storeStates);
export const OfferReason = oneOf(offerReasons);
export const OfferMay = oneOf(offerMays);
export const Reach = oneOf(reaches);
export const OfferState = oneOf(offerStates);
export const Condition = oneOf(conditions);
export const LoanState = oneOf(loanStates);
export const BodyKind = oneOf(bodyKinds);
export const BodyState = oneOf(bodyStates);
export type OfferState = z.infer<typeof OfferState>;
export type OfferMay = z.infer<typeof OfferMay>;
export type Condition = z.infer<typeof Condition>;

const files = z.array(id).max(6).default([]);
const StoreTerms = {
  name: text(100),
  kind: StoreKind,
  place: maybe(200),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
};

/** Without `store` a new one. */
export const KeepStore = z.strictObject({ unit: id, store: id.optional(), ...StoreTerms });
export const CloseStore = z.strictObject({ store: id, version, why: text(500) });
export const OfferCard = z.strictObject({
  card: id,
  store: id,
  quantity,
  reason: OfferReason,
  may: OfferMay.default('both'),
  reach: Reach.default('tree'),
  place: maybe(200),
  untilDay: day.nullable().default(null),
  note: maybe(500),
  photos: files,
});
export const InspectOffer = z.strictObject({
  offer: id,
  version,
  passed: z.boolean(),
  condition: Condition,
  refurbishFen: amountFen.default(0),
  said: maybe(500),
  photos: files,
});
export const WithdrawOffer = z.strictObject({ offer: id, version, why: text(500) });
export const ReserveOffer = z.strictObject({ unit: id, offer: id, quantity, untilDay: day, purpose: text(200) });
export const EndReservation = z.strictObject({ reservation: id, version, why: maybe(500) });
export const LendOffer = z.strictObject({
  offer: id,
  borrower: id,
  quantity,
  dueDay: day,
  purpose: maybe(200),
  body: id.nullable().default(null),
  reservation: id.nullable().default(null),
});
export const ReturnLoan = z.strictObject({ loan: id, version, condition: Condition, said: maybe(500) });
export const Need = z.strictObject({ what: text(100), quantity });
export const OpenBody = z.strictObject({
  unit: id,
  name: text(100),
  kind: BodyKind,
  from: day,
  until: day,
  needs: z.array(Need).max(50).default([]),
  document: maybe(200),
});
export const EnterBought = z.strictObject({ body: id, card: id });
export const EndBody = z.strictObject({ body: id, version, said: maybe(500) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof warehouseFactWords, shape: Shape) =>
  factType(name, { title: warehouseFactWords[name], body: z.strictObject(shape) });

export const StoreKept = fact('assets.StoreKept', { ...StoreTerms, isNew: z.boolean() });
export const StoreClosed = fact('assets.StoreClosed', { why: z.string() });
export const CardOffered = fact('assets.CardOffered', {
  card: id,
  /** The whole card, and not some pieces of a batch. */
  whole: z.boolean(),
  keeper: id,
  store: id,
  number: z.string(),
  name: z.string(),
  class: z.string(),
  model: z.string(),
  brand: z.string(),
  measure: z.string(),
  item: z.string(),
  quantity,
  valueFen: amountFen,
  acquiredOn: day,
  lifeYears: z.int().nullable(),
  condition: Condition,
  reason: OfferReason,
  may: OfferMay,
  reach: Reach,
  place: z.string(),
  untilDay: day.nullable(),
  note: z.string(),
  photos: z.array(id),
});
export const OfferInspected = fact('assets.OfferInspected', {
  keeper: id,
  passed: z.boolean(),
  condition: Condition,
  refurbishFen: amountFen,
  said: z.string(),
  photos: z.array(id),
});
export const OfferWithdrawn = fact('assets.OfferWithdrawn', { card: id, whole: z.boolean(), why: z.string() });
export const OfferReserved = fact('assets.OfferReserved', {
  keeper: id,
  offer: id,
  quantity,
  untilDay: day,
  purpose: z.string(),
});
export const ReservationEnded = fact('assets.ReservationEnded', { why: z.string() });
export const OfferLent = fact('assets.OfferLent', {
  offer: id,
  borrower: id,
  body: id.nullable(),
  reservation: id.nullable(),
  number: z.string(),
  name: z.string(),
  measure: z.string(),
  quantity,
  dueDay: day,
  purpose: z.string(),
  condition: Condition,
  /** Components in it, in words: they go along and come back with it. */
  fitted: z.string().optional(),
});
export const LoanReturned = fact('assets.LoanReturned', {
  offer: id,
  condition: Condition,
  said: z.string(),
  /** Days after the day it was due; 0 in time. */
  lateDays: z.int().min(0),
});
export const BodyOpened = fact('assets.BodyOpened', {
  name: z.string(),
  kind: BodyKind,
  from: day,
  until: day,
  needs: z.array(Need),
  document: z.string(),
});
export const BoughtEntered = fact('assets.BoughtEntered', { body: id, card: id });
export const BodyEnded = fact('assets.BodyEnded', { said: z.string() });

const Claim = z.strictObject({
  id,
  kind: z.enum(['reservation', 'loan', 'match', 'transfer', 'call']),
  unitName: z.string(),
  quantity: z.int(),
  untilDay: day.nullable(),
});
/** What of an offered thing is told to everybody; `own` beside it to whoever keeps or owns it. */
export const OfferAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  keeper: id,
  keeperName: z.string(),
  number: z.string(),
  name: z.string(),
  class: z.string(),
  model: z.string(),
  brand: z.string(),
  measure: z.string(),
  quantity: z.int(),
  free: z.int(),
  valueFen: z.int(),
  acquiredOn: day,
  lifeYears: z.int().nullable(),
  condition: Condition,
  item: z.string(),
  place: z.string(),
  store: z.string(),
  storeKind: StoreKind,
  offeredFor: OfferMay,
  /** Who would reserve it: the asker’s own unit. */
  asker: id.nullable(),
  refurbishFen: z.int(),
  untilDay: day.nullable(),
  state: OfferState,
  photos: z.array(id),
  version,
  claims: z.array(Claim),
  own: z
    .strictObject({
      card: id,
      reason: OfferReason,
      reach: Reach,
      note: z.string(),
      inspections: z.array(
        z.strictObject({
          id,
          day,
          passed: z.boolean(),
          condition: Condition,
          refurbishFen: z.int(),
          said: z.string(),
          inspectedName: z.string(),
        }),
      ),
    })
    .nullable(),
});
export type OfferAnswer = z.infer<typeof OfferAnswer>;

export const BodyAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  name: z.string(),
  kind: BodyKind,
  from: day,
  until: day,
  needs: z.array(Need),
  document: z.string(),
  state: BodyState,
  said: z.string(),
  version,
  out: z.int(),
  bought: z.array(z.strictObject({ card: id, number: z.string(), name: z.string(), state: z.string() })),
});
export type BodyAnswer = z.infer<typeof BodyAnswer>;
