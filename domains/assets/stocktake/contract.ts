import { factType, instant } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text, version } from '../contract.ts';
import {
  conditions,
  conflicts,
  entryKinds,
  hows,
  lineStates,
  scopes,
  stocktakeFacts,
  stocktakeStates,
} from './words.zh.ts';

/** 盘点: inputs, facts and answers. */

export const Scope = oneOf(scopes);
export type Scope = z.infer<typeof Scope>;
export const StocktakeState = oneOf(stocktakeStates);
export type StocktakeState = z.infer<typeof StocktakeState>;
export const LineState = oneOf(lineStates);
export type LineState = z.infer<typeof LineState>;
export const Conflict = oneOf(conflicts);
export type Conflict = z.infer<typeof Conflict>;
export const How = oneOf(hows);
export type How = z.infer<typeof How>;
export const EntryKind = oneOf(entryKinds);
export type EntryKind = z.infer<typeof EntryKind>;
const Condition = oneOf(conditions);

/** Cards of one stocktake; a larger one is taken in parts. */
export const cardsAtOnce = 20_000;
/** Entries that one act brings. */
export const entriesAtOnce = 500;

export const OpenStocktake = z.strictObject({
  unit: id,
  title: text(100),
  scope: Scope,
  /** A building or floor of the space office. */
  place: id.optional(),
  /** The beginning of a class: `A0201`. */
  class: z
    .string()
    .regex(/^A[0-9]{2,8}$/)
    .optional(),
  people: z.array(id).max(10).default([]),
  /** The list is not shown before a place is done. */
  blind: z.boolean().default(false),
  /** Of the book’s cards so many are drawn by lot, to be looked for once more. */
  sample: z.int().min(0).max(1_000).default(0),
});

export type OpenStocktake = z.infer<typeof OpenStocktake>;

/**
 * What a device saw, in short, as the front door takes a bounded number of keys: its own id, how, in which place, which code, how many, when.
 * `move`: the thing of this code belongs here from now on. `done`: the place is counted. `strike`: the entry whose id is the code was a mistake.
 */
export const Entry = z.tuple([id, EntryKind, id, z.string().trim().max(300), z.int().min(0).max(1_000_000), instant]);
export type Entry = z.infer<typeof Entry>;
export const SyncScans = z.strictObject({ stocktake: id, entries: z.array(Entry).min(1).max(entriesAtOnce) });
export const SyncResult = z.strictObject({
  received: z.int(),
  /** Sent before: they changed nothing. */
  before: z.int(),
  conflicts: z.int(),
});

export const NoteLine = z.strictObject({
  stocktake: id,
  /** A card of it, by what its label says. */
  code: text(300),
  condition: Condition.optional(),
  note: maybe(500),
  photos: z.array(id).max(3).default([]),
});

export const SettleDifference = z.strictObject({
  stocktake: id,
  lines: z.array(id).min(1).max(500),
  how: How,
  /** For what was seen in two places: where it is. */
  place: id.optional(),
  why: maybe(300),
});
export const SignStocktake = z.strictObject({ stocktake: id, version });
export const ReopenStocktake = z.strictObject({ stocktake: id, version, why: text(300) });
export const CancelStocktake = z.strictObject({ stocktake: id, version, why: text(300) });

/** What a stocktake came to. Cards are counted, not pieces; money in fen. */
export const Result = z.strictObject({
  expected: z.int(),
  found: z.int(),
  short: z.int(),
  elsewhere: z.int(),
  missing: z.int(),
  unexpected: z.int(),
  surplus: z.int(),
  lost: z.int(),
  lostFen: z.int(),
  moved: z.int(),
  /** Of the cards drawn by lot: seen, of so many. */
  sampled: z.int(),
  sampledSeen: z.int(),
  /** From two lists, book and count: how many things there may be; null where nothing is on both. */
  estimate: z
    .strictObject({
      total: z.number(),
      error: z.number(),
      onNeither: z.number(),
      /** The count was led by the book: then it is a lower bound. */
      lowerBound: z.boolean(),
    })
    .nullable(),
});
export type Result = z.infer<typeof Result>;

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof stocktakeFacts, shape: Shape) =>
  factType(name, { title: stocktakeFacts[name], body: z.strictObject(shape) });
export const StocktakeOpened = fact('assets.StocktakeOpened', {
  number: z.string(),
  title: z.string(),
  scope: Scope,
  scopeId: id.nullable(),
  scopeClass: z.string(),
  scopeWords: z.string(),
  day,
  people: z.array(id),
  blind: z.boolean(),
  sample: z.int(),
  cards: z.int(),
  places: z.int(),
});
export const ScansReceived = fact('assets.ScansReceived', {
  entries: z.int(),
  conflicts: z.int(),
  /** Of what was received, so that it can be held against the device’s copy. */
  sha256: z.string(),
});
export const LineNoted = fact('assets.LineNoted', {
  line: id,
  condition: Condition.nullable(),
  note: z.string(),
  photos: z.int(),
});
export const DifferencesSettled = fact('assets.DifferencesSettled', {
  lines: z.array(id),
  how: How,
  place: id.nullable(),
  why: z.string(),
});
export const StocktakeSigned = fact('assets.StocktakeSigned', { result: Result, linesSha256: z.string() });
export const StocktakeReopened = fact('assets.StocktakeReopened', { why: z.string() });
export const StocktakeSealed = fact('assets.StocktakeSealed', {
  result: Result,
  linesSha256: z.string(),
  paperSha256: z.string(),
  /** Papers that it brings about: of what moves, and of what is lost. */
  movePaper: z.strictObject({ id, number: z.string() }).nullable(),
  lossPaper: z.strictObject({ id, number: z.string() }).nullable(),
});
export const StocktakeCancelled = fact('assets.StocktakeCancelled', { why: z.string() });

const Place = z.strictObject({
  id,
  name: z.string(),
  floor: z.int().nullable(),
  done: z.boolean(),
  expected: z.int(),
  seen: z.int(),
  missing: z.int(),
  unexpected: z.int(),
});
export const StocktakeAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  number: z.string(),
  title: z.string(),
  scope: Scope,
  scopeWords: z.string(),
  day,
  blind: z.boolean(),
  sample: z.int(),
  state: StocktakeState,
  version,
  people: z.array(z.string()),
  places: z.array(Place),
  result: Result,
  open: z.int(),
  conflicts: z.int(),
  /** Many scans within minutes at one place: worth a question, with its harmless explanations. */
  bursts: z.array(z.strictObject({ place: z.string(), scans: z.int(), from: z.string(), to: z.string() })),
  burstAsks: z.strictObject({ scans: z.int(), minutes: z.int() }),
  signatures: z.array(z.strictObject({ name: z.string(), at: z.string() })),
  /** Whoever reads this gave the first signature. */
  signedFirst: z.boolean(),
  /** After the first signature: who of the unit may give the second. */
  seconds: z.array(z.string()),
  linesSha256: z.string().nullable(),
  paperSha256: z.string().nullable(),
  why: z.string(),
});
export type StocktakeAnswer = z.infer<typeof StocktakeAnswer>;

/** What a device keeps to count without a network. */
export const SheetAnswer = z.strictObject({
  id,
  unit: id,
  number: z.string(),
  title: z.string(),
  state: StocktakeState,
  blind: z.boolean(),
  places: z.array(
    z.strictObject({ id, room: id.nullable(), name: z.string(), floor: z.int().nullable(), done: z.boolean() }),
  ),
  lines: z.array(
    z.strictObject({
      id,
      code: z.string(),
      name: z.string(),
      quantity: z.int(),
      /** What a label, a plate or a serial number may say of it. */
      codes: z.array(z.string()),
      expected: z.boolean(),
      place: id.nullable(),
      state: LineState,
      conflict: Conflict.nullable(),
      seenPlace: id.nullable(),
      seenQuantity: z.int(),
      how: How.nullable(),
    }),
  ),
});
export type SheetAnswer = z.infer<typeof SheetAnswer>;
export const PaperAnswer = z.strictObject({ name: z.string(), sha256: z.string(), base64: z.string(), unit: id });
