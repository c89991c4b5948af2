import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text, version } from '../contract.ts';
import {
  applicationStates,
  homeReasons,
  homeStates,
  housingFactWords,
  settableStates,
  stayStates,
} from './words.zh.ts';

/** 周转住房: inputs, facts and answers. Money in whole fen, areas in m². */

const fen = z.int().min(0).max(100_000_000);
const homeArea = z.number().positive().max(10_000);
const roomCount = z.int().min(1).max(50);
export const HomeState = oneOf(homeStates);
export type HomeState = z.infer<typeof HomeState>;
export const ApplicationState = oneOf(applicationStates);
export type ApplicationState = z.infer<typeof ApplicationState>;
export const HomeReason = oneOf(homeReasons);
export const StayState = oneOf(stayStates);
export type StayState = z.infer<typeof StayState>;

export const RegisterHome = z.strictObject({
  unit: id,
  /** Left out of a room of the ledger: its building and number. */
  name: maybe(100),
  address: maybe(200),
  /** A sheet tells it by its name. */
  building: z
    .union([id, z.strictObject({ unit: id, name: text(100) })])
    .nullable()
    .default(null),
  room: id.nullable().default(null),
  /** Left out of a room of the ledger. */
  areaM2: homeArea.nullable().default(null),
  rooms: roomCount,
  rentFen: fen,
  note: maybe(300),
});
export const ChangeHome = z.strictObject({
  home: id,
  version,
  name: text(100),
  address: maybe(200),
  areaM2: homeArea,
  rooms: roomCount,
  rentFen: fen,
  note: maybe(300),
});
export const SetHomeState = z.strictObject({ home: id, version, state: oneOf(settableStates), why: text(300) });

const Wanted = {
  reason: HomeReason,
  note: maybe(300),
  from: day,
  /** The last day. */
  to: day,
};
export const AskForHome = z.strictObject(Wanted);
const onApplication = { application: id, version };
export const ApproveHomeApplication = z.strictObject({ ...onApplication, opinion: maybe(500) });
export const RefuseHomeApplication = z.strictObject({ ...onApplication, opinion: text(500) });
export const DeclineHomeApplication = RefuseHomeApplication;
export const WithdrawHomeApplication = z.strictObject({ ...onApplication, why: maybe(300) });
export const AssignHome = z.strictObject({ ...onApplication, home: id });
export const FreeHome = z.strictObject({ ...onApplication, why: text(300) });

export const MoveIn = z.strictObject({
  ...onApplication,
  from: day,
  /** The last day of the term. */
  to: day,
  rentFen: fen,
  paper: maybe(200),
});
const onStay = { stay: id, version };
export const RenewStay = z.strictObject({ ...onStay, to: day, paper: text(200) });
export const MoveOut = z.strictObject({ ...onStay, day, note: text(500) });
export const RecordHomeRent = z.strictObject({
  stay: id,
  day,
  amountFen: fen.min(1),
  receipt: text(60),
  note: maybe(300),
});
export const StrikeHomeRent = z.strictObject({ rent: id, why: text(300) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof housingFactWords, shape: Shape) =>
  factType(name, { title: housingFactWords[name], body: z.strictObject(shape) });
const Told = {
  name: z.string(),
  address: z.string(),
  areaM2: z.number(),
  rooms: z.int(),
  rentFen: z.int(),
  note: z.string(),
};
export const HomeRegistered = fact('space.HomeRegistered', { ...Told, building: id.nullable(), room: id.nullable() });
export const HomeChanged = fact('space.HomeChanged', Told);
export const HomeStateSet = fact('space.HomeStateSet', {
  state: HomeState,
  was: HomeState,
  room: id.nullable(),
  why: z.string(),
});
/** Who asks is whoever acts. */
export const HomeAskedFor = fact('space.HomeAskedFor', { ...Wanted, note: z.string(), post: z.string() });
export const HomeApplicationApproved = fact('space.HomeApplicationApproved', { opinion: z.string() });
export const HomeApplicationRefused = fact('space.HomeApplicationRefused', { opinion: z.string() });
export const HomeApplicationWithdrawn = fact('space.HomeApplicationWithdrawn', { why: z.string() });
export const HomeAssigned = fact('space.HomeAssigned', { home: id, name: z.string() });
export const HomeFreed = fact('space.HomeFreed', { home: id, why: z.string() });
export const StayBegun = fact('space.StayBegun', {
  application: id,
  home: id,
  from: day,
  to: day,
  rentFen: z.int(),
  paper: z.string(),
});
export const StayRenewed = fact('space.StayRenewed', { was: day, to: day, on: day, paper: z.string() });
export const StayEnded = fact('space.StayEnded', { home: id, day, note: z.string() });
export const HomeRentRecorded = fact('space.HomeRentRecorded', {
  day,
  amountFen: z.int(),
  receipt: z.string(),
  note: z.string(),
});
export const HomeRentStruck = fact('space.HomeRentStruck', { rent: id, amountFen: z.int(), why: z.string() });

export const HomeAnswer = z.strictObject({
  ...Told,
  id,
  unit: id,
  unitName: z.string(),
  building: id.nullable(),
  buildingName: z.string().nullable(),
  room: id.nullable(),
  roomNumber: z.string().nullable(),
  state: HomeState,
  version,
});
export type HomeAnswer = z.infer<typeof HomeAnswer>;

export const HomeApplicationAnswer = z.strictObject({
  ...Wanted,
  note: z.string(),
  id,
  unit: id,
  unitName: z.string(),
  asker: id,
  askerName: z.string(),
  post: z.string(),
  state: ApplicationState,
  askedAt: z.string(),
  decidedName: z.string().nullable(),
  said: z.string(),
  home: id.nullable(),
  homeName: z.string().nullable(),
  /** A month's, of the home assigned; null for whoever does not see the ledger of homes. */
  homeRentFen: z.int().nullable(),
  stay: id.nullable(),
  /** Who holds it now. */
  waiting: z.array(z.string()),
  version,
});
export type HomeApplicationAnswer = z.infer<typeof HomeApplicationAnswer>;

const Month = z.strictObject({
  from: day,
  to: day,
  dueBy: day,
  amountFen: z.int(),
  paidFen: z.int(),
  /** Days past the day it was due, while something is open. */
  lateDays: z.int(),
});
const Owed = { dueFen: z.int(), paidFen: z.int(), overdueFen: z.int(), overdueSince: day.nullable() };
export const StayAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  home: id,
  homeName: z.string(),
  application: id,
  person: id,
  personName: z.string(),
  personUnit: id,
  personUnitName: z.string(),
  from: day,
  to: day,
  rentFen: z.int(),
  paper: z.string(),
  renewedOn: day.nullable(),
  outDay: day.nullable(),
  outNote: z.string(),
  state: StayState,
  /** The term is over and nobody moved out. */
  isOver: z.boolean(),
  version,
  months: z.array(Month),
  ...Owed,
});
export type StayAnswer = z.infer<typeof StayAnswer>;

export const HomeRentsDueAnswer = z.strictObject({
  rows: z.array(z.strictObject({ id, homeName: z.string(), personName: z.string(), unitName: z.string(), ...Owed })),
  overdueFen: z.int(),
});
export type HomeRentsDueAnswer = z.infer<typeof HomeRentsDueAnswer>;

/** Counts of the homes and applications in reach. */
export const HousingAnswer = z.strictObject({
  homes: z.int(),
  let: z.int(),
  vacant: z.int(),
  asked: z.int(),
  approved: z.int(),
});
export type HousingAnswer = z.infer<typeof HousingAnswer>;
