import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { areaM2, day, id, maybe, oneOf, text, version } from '../contract.ts';
import {
  fitReasons,
  licenceStates,
  requestFactWords,
  requestStates,
  wantedGroups,
  wantedZones,
  ways,
} from './words.zh.ts';

/** 用房申请和使用凭证: inputs, facts and answers. Areas in m². */

export const Way = oneOf(ways);
export type Way = z.infer<typeof Way>;
export const RequestState = oneOf(requestStates);
export type RequestState = z.infer<typeof RequestState>;
export const WantedGroup = oneOf(wantedGroups);
export type WantedGroup = z.infer<typeof WantedGroup>;
export const WantedZone = oneOf(wantedZones);
export type WantedZone = z.infer<typeof WantedZone>;

export const Wanted = z.strictObject({
  purpose: text(500),
  people: z.int().min(0).max(100_000),
  needM2: areaM2,
  group: WantedGroup,
  zone: WantedZone,
  wantedBy: day.nullable(),
  building: id.nullable(),
  note: maybe(500),
});
export type Wanted = z.infer<typeof Wanted>;

const wantedDefaults = {
  group: WantedGroup.default('office'),
  zone: WantedZone.default('open'),
  wantedBy: day.nullable().default(null),
  building: id.nullable().default(null),
};
export const AskForRooms = Wanted.extend({ unit: id, ...wantedDefaults });
export const ReviseRequest = Wanted.extend({ request: id, version, ...wantedDefaults });
const opinion = { request: id, opinion: maybe(500) };
const opinionNeeded = { request: id, opinion: text(500) };
export const ApproveRequest = z.strictObject(opinion);
export const RefuseRequest = z.strictObject(opinionNeeded);
export const SendRequestBack = z.strictObject(opinionNeeded);
export const WithdrawRequest = z.strictObject({ request: id, why: maybe(500) });
export const RuleOutWay = z.strictObject({
  request: id,
  way: Way,
  reason: text(500),
  /** Why the vacant rooms that fit do not do; asked for where there are some. */
  unfit: maybe(500),
});
export const ChooseWay = z.strictObject({
  request: id,
  way: z.enum(['exchange', 'rent', 'build']),
  paper: text(200),
  said: maybe(500),
});
export const DeclineRequest = z.strictObject({ request: id, reason: text(500) });
export const AllotToRequest = z.strictObject({
  request: id,
  rooms: z.array(id).min(1).max(100),
  from: day,
  until: day.nullable().default(null),
  paper: text(200),
  terms: maybe(500),
});
export const OrderVacating = z.strictObject({
  licence: id,
  /** Left out: all that are still used. */
  rooms: z.array(id).max(200).default([]),
  /** Left out: as the standard of the place has it. */
  by: day.nullable().default(null),
  why: text(500),
});
export const TakeRoomsBack = z.strictObject({
  licence: id,
  rooms: z.array(id).max(200).default([]),
  day,
  note: maybe(500),
});

/** How the unit stood when it asked; filled in from the ledgers, so that nobody writes it twice. */
export const Basis = z.strictObject({
  day,
  approvedPeople: z.int().nullable(),
  actualPeople: z.int().nullable(),
  rooms: z.int(),
  haveM2: z.strictObject({ office: z.number(), service: z.number(), equipment: z.number() }),
  basicM2: z.number(),
  /** Null while no quota is set. */
  quotaM2: z.strictObject({ office: z.number(), service: z.number(), equipment: z.number() }).nullable(),
  quotaBasicM2: z.number().nullable(),
  quotaFrom: day.nullable(),
  quotaPaper: z.string().nullable(),
  /** What it has beyond its quota; below zero is what it lacks. */
  surplusM2: z.number().nullable(),
});
export type Basis = z.infer<typeof Basis>;

const Lot = z.strictObject({ room: id, number: z.string(), building: z.string(), areaM2: z.number() });
/** What goes beyond a quota whose paper is not confirmed: told, and kept. */
export const Over = z.strictObject({
  group: z.string(),
  afterM2: z.number(),
  mayM2: z.number(),
  confidence: z.string(),
});
export type Over = z.infer<typeof Over>;

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof requestFactWords, shape: Shape) =>
  factType(name, { title: requestFactWords[name], body: z.strictObject(shape) });
const asked = { ...Wanted.shape, basis: Basis };
export const RequestAsked = fact('space.RequestAsked', {
  ...asked,
  number: z.string(),
  asker: id,
  askerName: z.string(),
});
export const RequestRevised = fact('space.RequestRevised', asked);
const said = { opinion: z.string() };
export const RequestApproved = fact('space.RequestApproved', said);
export const RequestRefused = fact('space.RequestRefused', said);
export const RequestSentBack = fact('space.RequestSentBack', said);
export const RequestWithdrawn = fact('space.RequestWithdrawn', said);
export const WayRuledOut = fact('space.WayRuledOut', {
  way: Way,
  reason: z.string(),
  /** The vacant rooms there were when own premises were ruled out. */
  vacant: z.strictObject({ rooms: z.int(), areaM2: z.number(), fitting: z.int() }).nullable(),
  /** The lot that would have met the need, and why it does not do. */
  lot: z.string().default(''),
  unfit: z.string().default(''),
  asker: id,
});
export const WayChosen = fact('space.WayChosen', { way: Way, paper: z.string(), said: z.string() });
export const LicenceIssued = fact('space.LicenceIssued', {
  number: z.string(),
  request: id.nullable(),
  from: day,
  until: day.nullable(),
  paper: z.string(),
  terms: z.string(),
  rooms: z.array(Lot),
  over: z.array(Over),
});
export const VacatingOrdered = fact('space.VacatingOrdered', { rooms: z.array(Lot), by: day, why: z.string() });
export const RoomsTakenBack = fact('space.RoomsTakenBack', { rooms: z.array(Lot), day, note: z.string() });

export const AllotResult = z.strictObject({ licence: id, number: z.string(), over: z.array(Over) });

const RuledOut = z.strictObject({
  way: Way,
  reason: z.string(),
  lot: z.string(),
  unfit: z.string(),
  saidName: z.string(),
  saidAt: z.string(),
});
export const RequestAnswer = z.strictObject({
  ...Wanted.shape,
  id,
  unit: id,
  unitName: z.string(),
  asker: id,
  askerName: z.string(),
  number: z.string(),
  state: RequestState,
  buildingName: z.string().nullable(),
  basis: Basis,
  way: Way.nullable(),
  said: z.string(),
  requestedAt: z.string(),
  version,
  ruledOut: z.array(RuledOut),
  /** The ways in their order, and which one is next to be looked at. */
  order: z.array(Way),
  next: Way.nullable(),
  orderPaper: z.string(),
  /** Vacant rooms that together meet the need, while own premises are next; of those the reader may see. */
  fitting: z.array(z.strictObject({ id, name: z.string(), areaM2: z.number() })),
  licence: z.strictObject({ id, number: z.string() }).nullable(),
  acts: z.array(z.string()),
  waiting: z.array(
    z.strictObject({
      title: z.strictObject({ zh: z.string(), en: z.string() }),
      holders: z.array(z.string()),
      due: z.string().nullable(),
    }),
  ),
});
export type RequestAnswer = z.infer<typeof RequestAnswer>;

export const Candidate = z.strictObject({
  id,
  number: z.string(),
  building: id,
  buildingName: z.string(),
  floor: z.int().nullable(),
  group: z.string(),
  areaM2: z.number(),
  zone: WantedZone,
  fits: z.boolean(),
  reasons: z.array(oneOf(fitReasons)),
  /** From their present rooms; null where a place is not known. */
  distanceKm: z.number().nullable(),
  proposed: z.boolean(),
});
export const CandidatesAnswer = z.strictObject({
  request: id,
  unit: id,
  needM2: z.number(),
  /** What the quota leaves; null while none is set or the group has none. */
  leftM2: z.number().nullable(),
  rooms: z.array(Candidate),
  proposedM2: z.number(),
});
export type CandidatesAnswer = z.infer<typeof CandidatesAnswer>;

export const LicenceAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  number: z.string(),
  request: id.nullable(),
  requestNumber: z.string().nullable(),
  from: day,
  until: day.nullable(),
  paper: z.string(),
  terms: z.string(),
  issuedName: z.string(),
  issuedAt: z.string(),
  issuer: z.string(),
  state: oneOf(licenceStates),
  version,
  rooms: z.array(
    z.strictObject({
      room: id,
      number: z.string(),
      building: z.string(),
      floor: z.int().nullable(),
      use: z.string(),
      areaM2: z.number(),
      from: day,
      vacateBy: day.nullable(),
      vacateWhy: z.string().nullable(),
      backDay: day.nullable(),
    }),
  ),
  areaM2: z.number(),
  vacateBy: day.nullable(),
});
export type LicenceAnswer = z.infer<typeof LicenceAnswer>;
