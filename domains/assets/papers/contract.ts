import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { CardCondition } from '../cards/contract.ts';
import { Fitted } from '../supplies/contract.ts';
import { amountFen, day, id, maybe, oneOf, text, version } from '../contract.ts';
import { paperFactWords, paperKinds, paperStates, repairResults } from './words.zh.ts';

/** 单据: one for each act over one card or many. */

export const PaperKind = oneOf(paperKinds);
export type PaperKind = z.infer<typeof PaperKind>;
export const PaperState = oneOf(paperStates);
export type PaperState = z.infer<typeof PaperState>;
export const RepairResult = oneOf(repairResults);

const maybeId = id.nullable().default(null);
/** Up to what fits one signature. */
const cards = z.array(id).min(1).max(500);
/** What every paper takes: which cards, on which day (today when left out), a word to it. */
const over = { cards, day: day.optional(), note: maybe(500) };
const where = { room: maybeId, place: maybe(200) };

export const IssueCards = z.strictObject({ ...over, to: id, department: maybeId, ...where });
export const TakeBackCards = z.strictObject({ ...over, ...where, condition: CardCondition.optional() });
/** `borrower`: the unit or the person as the paper names them. */
export const LendCards = z.strictObject({ ...over, borrower: text(100), dueOn: day });
export const ReturnCards = z.strictObject({ ...over, condition: CardCondition.optional() });
export const MoveCards = z.strictObject({ ...over, department: maybeId, ...where });
export const SendToRepair = z.strictObject({
  ...over,
  what: text(300),
  vendor: maybe(100),
  quoteFen: amountFen.nullable().default(null),
});
export const EndRepair = z.strictObject({
  paper: id,
  version,
  day: day.optional(),
  result: RepairResult,
  costFen: amountFen,
  invoice: maybe(60),
});
export const HandOverCards = z.strictObject({ ...over, to: id, department: maybeId, ...where });
export const SignHandOver = z.strictObject({
  paper: id,
  version,
  /** Lines that the receiver does not take, each with its reason. */
  refused: z
    .array(z.strictObject({ card: id, why: text(200) }))
    .max(500)
    .default([]),
});
/** `document`: the paper that orders it. */
export const TransferCards = z.strictObject({ ...over, to: id, document: text(200) });
export const TakeTransfer = z.strictObject({ paper: id, version, department: maybeId, ...where });
export const RefuseTransfer = z.strictObject({ paper: id, version, why: text(300) });
export const WithdrawPaper = z.strictObject({ paper: id, version, why: text(300) });

export const RefusedLine = z.strictObject({ card: id, number: z.string(), why: z.string() });

/** What papers tell besides their lines; each kind its own part of it. */
export const PaperAbout = z.strictObject({
  note: z.string().optional(),
  personName: z.string().optional(),
  otherUnitName: z.string().optional(),
  departmentName: z.string().optional(),
  department: id.nullable().optional(),
  room: id.nullable().optional(),
  place: z.string().optional(),
  borrower: z.string().optional(),
  document: z.string().optional(),
  what: z.string().optional(),
  vendor: z.string().optional(),
  quoteFen: z.int().nullable().optional(),
  invoice: z.string().optional(),
  result: RepairResult.optional(),
  refused: z.array(RefusedLine).optional(),
  /** Components in its cards, which go along. */
  fitted: z.array(Fitted).optional(),
  why: z.string().optional(),
  opinion: z.string().optional(),
  /** Of a disposal: its manner and what it stands on (disposal/contract.ts). */
  manner: z.string().optional(),
  grounds: z.array(z.string()).optional(),
  certificate: z.string().optional(),
  appraisalFen: z.int().nullable().optional(),
  appraisal: z.string().optional(),
  recipient: z.string().optional(),
  /** Whose consent a disposal asks for, by the registered right of disposal, and for how many of its cards. */
  consents: z.array(z.strictObject({ holder: z.string(), cards: z.int() })).optional(),
  warnings: z.array(z.strictObject({ zh: z.string(), en: z.string() })).optional(),
  /** Of what a sealed stocktake brought about: which one. */
  stocktake: id.optional(),
});
export type PaperAbout = z.infer<typeof PaperAbout>;

export const Line = z.strictObject({
  card: id,
  number: z.string(),
  name: z.string(),
  quantity: z.int(),
  valueFen: z.int(),
  /** The state it came from: to where it goes back. */
  before: z.string(),
});
export type Line = z.infer<typeof Line>;

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof paperFactWords, shape: Shape) =>
  factType(name, { title: paperFactWords[name], body: z.strictObject(shape) });

/** Any kind: other folders of the room make papers of their own. */
export const PaperMade = fact('assets.PaperMade', {
  number: z.string(),
  kind: z.string().max(40),
  state: z.string().max(40),
  day,
  person: id.nullable(),
  otherUnit: id.nullable(),
  dueOn: day.nullable(),
  about: PaperAbout,
  lines: z.array(Line).max(1_000),
});
export const PaperSigned = fact('assets.PaperSigned', {
  number: z.string(),
  state: PaperState,
  signed: z.int(),
  refused: z.array(RefusedLine),
});
export const PaperRefused = fact('assets.PaperRefused', { number: z.string(), why: z.string() });
export const PaperWithdrawn = fact('assets.PaperWithdrawn', { number: z.string(), why: z.string() });
export const RepairEnded = fact('assets.RepairEnded', {
  number: z.string(),
  day,
  result: RepairResult,
  costFen: z.int(),
  invoice: z.string(),
});

export const PaperAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  number: z.string(),
  kind: z.string(),
  state: z.string(),
  day,
  dueOn: day.nullable(),
  person: id.nullable(),
  otherUnit: id.nullable(),
  about: PaperAbout,
  costFen: z.int().nullable(),
  /** Of a disposal: what came of it, what of that is paid in, and until when the rest is. */
  proceedsFen: z.int().nullable(),
  paidFen: z.int(),
  payBy: day.nullable(),
  receipts: z.array(z.strictObject({ amountFen: z.int(), paidOn: day, receipt: z.string() })),
  cards: z.int(),
  valueFen: z.int(),
  madeName: z.string(),
  madeAt: z.iso.datetime(),
  endedName: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  version,
  roomName: z.string(),
  lines: z.array(
    z.strictObject({
      card: id,
      number: z.string(),
      name: z.string(),
      model: z.string(),
      serial: z.string(),
      measure: z.string(),
      quantity: z.int(),
      valueFen: z.int(),
      place: z.string(),
      refused: z.string().nullable(),
    }),
  ),
});
export type PaperAnswer = z.infer<typeof PaperAnswer>;
