import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { assetClass, day, id, maybe, oneOf, quantity, text, version } from '../contract.ts';
import { matchFactWords, matchStates, planStates, refusalReasons, refusedBy } from './words.zh.ts';

/** 供需匹配: demands, matches and plans. Money in fen; prices and savings as said. */

export const MatchState = oneOf(matchStates);
export type MatchState = z.infer<typeof MatchState>;
export const PlanState = oneOf(planStates);
export const RefusalReason = oneOf(refusalReasons);
export const RefusedBy = oneOf(refusedBy);
const words = z.strictObject({ zh: z.string(), en: z.string() });

const Terms = z.strictObject({
  name: text(200),
  class: assetClass,
  item: maybe(100),
  quantity,
  needBy: day,
  /** Needed until then only; null for good. */
  until: day.nullable().default(null),
  urgent: z.boolean().default(false),
  mayBorrow: z.boolean().default(true),
  worstCondition: z.enum(['new', 'good', 'worn', 'repairable']).default('worn'),
  leastLifeYears: z.int().min(0).max(50).default(0),
  /** Of one piece, new. */
  newPriceFen: z.int().min(1).max(10_000_000_000),
  place: maybe(200),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  purpose: maybe(500),
  body: id.nullable().default(null),
  reach: z.enum(['tree', 'unit']).default('tree'),
});
export const RaiseDemand = Terms.extend({ unit: id });
export const WithdrawDemand = z.strictObject({ demand: id, version, why: text(500) });
export const AcceptMatch = z.strictObject({ demand: id, offer: id, quantity });
const opinion = z.string().trim().max(500).default('');
export const ApproveMatch = z.strictObject({ match: id, opinion });
export const DeclineMatch = z.strictObject({ match: id, opinion: text(500) });
export const RefuseMatch = z.strictObject({
  demand: id,
  offer: id,
  side: RefusedBy,
  reason: RefusalReason,
  said: maybe(500),
});
export const FollowRefusal = z.strictObject({ match: id, version, said: text(500) });
export const PlanMatches = z.strictObject({ unit: id });
export const MovePlan = z.strictObject({ plan: id, done: z.int().min(0), of: z.int().min(0) });
export const CancelPlan = z.strictObject({ plan: id });
/** `lines` left out: all that are open. */
export const AcceptPlan = z.strictObject({ plan: id, version, lines: z.array(id).max(500).default([]) });

export const Summary = z.strictObject({
  demands: z.int(),
  things: z.int(),
  pieces: z.int(),
  urgentPieces: z.int(),
  savedFen: z.int(),
  avoidedFen: z.int(),
  transportFen: z.int(),
  greedyPieces: z.int(),
  greedySavedFen: z.int(),
  unfairPieces: z.int(),
  admissible: z.int(),
  unmetPieces: z.int(),
  gap: z.number().nullable(),
  cutShort: z.boolean(),
  seconds: z.number(),
});
export type Summary = z.infer<typeof Summary>;
export const Line = z.strictObject({
  demand: id,
  offer: id,
  receiver: id,
  giver: id,
  name: z.string(),
  needed: z.string(),
  quantity,
  score: z.int(),
  savedFen: z.int(),
  transportFen: z.int(),
});
export const KeepPlan = z.strictObject({ plan: id, summary: Summary, lines: z.array(Line).max(5_000) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof matchFactWords, shape: Shape) =>
  factType(name, { title: matchFactWords[name], body: z.strictObject(shape) });
export const Reason = z.strictObject({ factor: z.string(), points: z.number(), words });

export const DemandRaised = fact('assets.DemandRaised', { ...Terms.shape, number: z.string() });
export const DemandWithdrawn = fact('assets.DemandWithdrawn', { why: z.string() });
export const MatchAccepted = fact('assets.MatchAccepted', {
  demand: id,
  offer: id,
  giver: id,
  plan: id.nullable(),
  name: z.string(),
  needed: z.string(),
  measure: z.string(),
  quantity,
  score: z.int(),
  savedFen: z.int(),
  reasons: z.array(Reason),
});
export const MatchApproved = fact('assets.MatchApproved', { opinion: z.string() });
export const MatchDeclined = fact('assets.MatchDeclined', { opinion: z.string() });
export const MatchRefused = fact('assets.MatchRefused', {
  demand: id,
  offer: id,
  giver: id,
  name: z.string(),
  needed: z.string(),
  measure: z.string(),
  side: RefusedBy,
  reason: RefusalReason,
  said: z.string(),
  askAgainOn: day,
});
export const RefusalFollowed = fact('assets.RefusalFollowed', { said: z.string() });
export const PlanAsked = fact('assets.PlanAsked', { number: z.string() });
export const PlanMoved = fact('assets.PlanMoved', { done: z.int(), of: z.int() });
export const PlanFound = fact('assets.PlanFound', { summary: Summary, lines: z.array(Line.extend({ id })) });
export const PlanStopped = fact('assets.PlanStopped', {});
export const PlanAccepted = fact('assets.PlanAccepted', { lines: z.array(id), whole: z.boolean() });

/** An idle thing for a demand, or a demand for an idle thing. */
export const Suiting = z.strictObject({
  demand: id,
  offer: id,
  unitName: z.string(),
  number: z.string(),
  name: z.string(),
  measure: z.string(),
  /** Free of the thing, or left of the demand. */
  there: z.int(),
  pieces: z.int(),
  score: z.int(),
  savedFen: z.int(),
  transportFen: z.int(),
  distanceKm: z.number().nullable(),
  reasons: z.array(Reason),
});
export type Suiting = z.infer<typeof Suiting>;
export const DemandAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  number: z.string(),
  ...Terms.shape,
  given: z.int(),
  coming: z.int(),
  state: z.enum(['open', 'met', 'withdrawn']),
  version,
  suiting: z.array(Suiting),
});
export type DemandAnswer = z.infer<typeof DemandAnswer>;
export const MatchAnswer = z.strictObject({
  id,
  unit: id,
  giver: id,
  unitName: z.string(),
  giverName: z.string(),
  demand: id,
  offer: id,
  name: z.string(),
  needed: z.string(),
  measure: z.string(),
  quantity: z.int(),
  score: z.int(),
  savedFen: z.int(),
  reasons: z.array(Reason),
  state: MatchState,
  said: z.string(),
  transfer: id.nullable(),
  version,
});
export type MatchAnswer = z.infer<typeof MatchAnswer>;
export const PlanAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  number: z.string(),
  state: PlanState,
  askedName: z.string(),
  askedAt: z.string(),
  done: z.int(),
  of: z.int(),
  summary: Summary.nullable(),
  open: z.int(),
  version,
});
export type PlanAnswer = z.infer<typeof PlanAnswer>;
