import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { amountFen, assetClass, day, id, maybe, oneOf, quantity, text, version } from '../contract.ts';
import { acquiredBy, cardConditions, cardFactWords, cardStates, valueKinds } from './words.zh.ts';

/** 资产卡片: inputs, facts and answers. Money in whole fen; a batch card's value is that of all its things. */

export const CardState = oneOf(cardStates);
export type CardState = z.infer<typeof CardState>;
export const CardCondition = oneOf(cardConditions);
export type CardCondition = z.infer<typeof CardCondition>;
export const ValueKind = oneOf(valueKinds);
export type ValueKind = z.infer<typeof ValueKind>;
export const AcquiredBy = oneOf(acquiredBy);

const maybeDay = day.nullable().default(null);
const maybeId = id.nullable().default(null);

/** Fields of the asset card that whoever keeps the ledger writes. */
const written = {
  name: text(200),
  class: assetClass,
  model: maybe(100),
  brand: maybe(100),
  serial: maybe(100),
  measure: z.string().trim().min(1).max(20).default('件'),
  quantity: quantity.default(1),
  valueFen: amountFen,
  valueKind: ValueKind.default('cost'),
  acquiredBy: AcquiredBy.default('purchase'),
  acquiredOn: day,
  bookedOn: maybeDay,
  voucher: maybe(60),
  supplier: maybe(100),
  purchaseForm: maybe(60),
  budgetItem: maybe(60),
  funds: maybe(60),
  warrantyUntil: maybeDay,
  /** Left out: the years of the accounting rule for the class. */
  lifeYears: z.int().min(1).max(100).nullable().default(null),
  keeper: maybeId,
  condition: CardCondition.default('good'),
  item: maybe(100),
  note: maybe(500),
};
/** Where it is and who has it. */
const placed = { department: maybeId, user: maybeId, room: maybeId, place: maybe(200) };

/** States that a card may be entered with; the others come by papers. */
export const firstStates = ['in-stock', 'in-use', 'idle', 'lent', 'rented-out', 'in-repair', 'pooled'] as const;
/** What whoever keeps the ledger may set right by hand. */
export const handStates = ['in-stock', 'in-use', 'idle', 'rented-out', 'pooled'] as const;

export const RegisterCard = z.strictObject({
  unit: id,
  /** Left out: the next of the year. */
  number: z.string().trim().min(1).max(60).optional(),
  /** Looked at: another card of the unit bears this serial number, and the two are two things. */
  serialTwice: z.boolean().optional(),
  ...written,
  ...placed,
  /** The holder by name, as a file knows them; of this unit. */
  userName: z.string().trim().max(60).optional(),
  /** Left out: in use where somebody uses it, else in stock. */
  state: z.enum(firstStates).optional(),
});
export type RegisterCard = z.infer<typeof RegisterCard>;

const bare = <Shape extends Record<string, z.ZodType>>(shape: Shape) =>
  Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [
      name,
      (field instanceof z.ZodDefault ? (field.removeDefault() as z.ZodType) : field).optional(),
    ]),
  ) as { [Name in keyof Shape]: z.ZodOptional<Shape[Name] extends z.ZodDefault<infer Inner> ? Inner : Shape[Name]> };

/** What is left out stays; where a thing is and who has it is told by papers. */
export const ChangeCard = z.strictObject({
  card: id,
  version,
  number: text(60).optional(),
  ...bare(written),
  place: z.string().trim().max(200).optional(),
  state: z.enum(handStates).optional(),
  /** As on entry: looked at, these are two things. */
  serialTwice: z.boolean().optional(),
});
export type ChangeCard = z.infer<typeof ChangeCard>;
export const StrikeCard = z.strictObject({ card: id, version: version.optional(), why: text(300) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof cardFactWords, shape: Shape) =>
  factType(name, { title: cardFactWords[name], body: z.strictObject(shape) });

/** A card as it was entered. */
export const CardBody = z.strictObject({ number: z.string(), ...written, ...placed, state: CardState });
export type CardBody = z.infer<typeof CardBody>;
export const CardRegistered = fact('assets.CardRegistered', CardBody.shape);
export const CardChanged = fact('assets.CardChanged', {
  number: z.string().optional(),
  ...bare(written),
  place: z.string().optional(),
  state: CardState.optional(),
});
export const CardStruck = fact('assets.CardStruck', { number: z.string(), name: z.string(), why: z.string() });

/** What one paper did to one card; what is left out stays as it was. */
export const CardMoved = fact('assets.CardMoved', {
  /** By which paper, and of what kind. */
  paper: id.nullable(),
  kind: z.string().max(40),
  number: z.string(),
  state: CardState.optional(),
  unit: id.optional(),
  department: id.nullable().optional(),
  user: id.nullable().optional(),
  keeper: id.nullable().optional(),
  room: id.nullable().optional(),
  place: z.string().max(200).optional(),
  condition: CardCondition.optional(),
  /** Offered to this person or unit, by this paper; null: to nobody any more. */
  handed: z
    .strictObject({ to: id.nullable(), unit: id.nullable(), paper: id, refused: z.boolean().optional() })
    .nullable()
    .optional(),
  disposedOn: day.nullable().optional(),
});

/** A job asks; what is to be done follows from the successions of units. */
export const CarryOverCards = z.strictObject({});
export const CardsCarriedOver = fact('assets.CardsCarriedOver', { from: id, to: id, day, cards: z.int() });

export const CardAnswer = z.strictObject({
  id,
  ...CardBody.shape,
  unit: id,
  unitName: z.string(),
  className: z.strictObject({ zh: z.string(), en: z.string() }),
  departmentName: z.string(),
  userName: z.string(),
  keeperName: z.string(),
  roomName: z.string(),
  facetKind: z.string().nullable(),
  facetId: id.nullable(),
  disposedOn: day.nullable(),
  seenAt: z.iso.datetime().nullable(),
  handedTo: id.nullable(),
  handedUnit: id.nullable(),
  version,
  /** Straight-line depreciation as of today. */
  depreciation: z.strictObject({
    monthlyFen: z.int(),
    chargedMonths: z.int(),
    totalMonths: z.int(),
    accumulatedFen: z.int(),
    netFen: z.int(),
    /** Why there is none, where there is none. */
    none: z.enum(['nominal', 'no-years']).nullable(),
  }),
  life: z.array(
    z.strictObject({
      paper: id,
      number: z.string(),
      kind: z.string(),
      state: z.string(),
      day,
      madeName: z.string(),
      person: z.string(),
    }),
  ),
  /** Units whose ledger it stood in, by day: after a merger the heir's. */
  ledgers: z.array(z.strictObject({ unit: id, unitName: z.string(), from: day })),
});
export type CardAnswer = z.infer<typeof CardAnswer>;
