import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { areaM2, day, id, maybe, oneOf, text, version } from '../contract.ts';
import { leaseFactWords, leaseKinds, leaseStates, rentPeriods } from './words.zh.ts';

/** 出租、出借、租用: inputs, facts and answers. Money in whole fen. */

const fen = z.int().min(0).max(100_000_000_000);
export const LeaseKind = oneOf(leaseKinds);
export type LeaseKind = z.infer<typeof LeaseKind>;
export const LeaseState = oneOf(leaseStates);
export type LeaseState = z.infer<typeof LeaseState>;
export const RentPeriod = oneOf(rentPeriods);
export type RentPeriod = z.infer<typeof RentPeriod>;

const files = z.array(id).max(6).default([]);
const Terms = {
  kind: LeaseKind,
  party: text(100),
  purpose: text(200),
  premises: maybe(200),
  building: id.nullable(),
  from: day,
  /** The last day. */
  to: day,
  every: RentPeriod,
  /** For each period. */
  rentFen: fen,
  /** 批准文号 */
  paper: text(200),
};
export const ProposeLease = z.strictObject({
  ...Terms,
  unit: id,
  building: id.nullable().default(null),
  every: RentPeriod.default('month'),
  rentFen: fen.default(0),
  rooms: z.array(id).max(100).default([]),
  /** Of premises taken in; of rooms it is their sum. */
  areaM2: areaM2.nullable().default(null),
});
export const ApproveLease = z.strictObject({ lease: id, version, opinion: maybe(500) });
export const RefuseLease = z.strictObject({ lease: id, version, opinion: text(500) });
export const EndLease = z.strictObject({ lease: id, version, on: day, why: text(500) });
export const RecordRent = z.strictObject({
  lease: id,
  day,
  amountFen: fen.min(1),
  receipt: text(60),
  note: maybe(300),
  files,
});
export const StrikeRent = z.strictObject({ rent: id, why: text(300) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof leaseFactWords, shape: Shape) =>
  factType(name, { title: leaseFactWords[name], body: z.strictObject(shape) });
export const LeaseProposed = fact('space.LeaseProposed', {
  ...Terms,
  rooms: z.array(id),
  areaM2: z.number(),
  /** Own rooms that stood vacant in the region when premises were to be rented; null for what is let. */
  vacantM2: z.number().nullable(),
});
export const LeaseApproved = fact('space.LeaseApproved', { kind: LeaseKind, rooms: z.array(id), opinion: z.string() });
export const LeaseRefused = fact('space.LeaseRefused', { opinion: z.string() });
export const LeaseEnded = fact('space.LeaseEnded', { rooms: z.array(id), on: day, why: z.string() });
export const RentRecorded = fact('space.RentRecorded', {
  kind: LeaseKind,
  day,
  amountFen: z.int(),
  receipt: z.string(),
  note: z.string(),
  files: z.array(id),
});
export const RentStruck = fact('space.RentStruck', { rent: id, amountFen: z.int(), why: z.string() });

const Instalment = z.strictObject({
  from: day,
  to: day,
  dueBy: day,
  amountFen: z.int(),
  paidFen: z.int(),
  /** Days past the day it was due, while something is open. */
  lateDays: z.int(),
});
const Owed = {
  /** Of instalments that have begun. */
  dueFen: z.int(),
  paidFen: z.int(),
  /** Open and past the day it was due. */
  overdueFen: z.int(),
  overdueSince: day.nullable(),
};
export const LeaseAnswer = z.strictObject({
  ...Terms,
  id,
  unit: id,
  unitName: z.string(),
  state: LeaseState,
  areaM2: z.number(),
  askedName: z.string(),
  decidedName: z.string().nullable(),
  said: z.string(),
  endedOn: day.nullable(),
  version,
  /** Named by building and number. */
  rooms: z.array(z.strictObject({ id, name: z.string(), areaM2: z.number() })),
  instalments: z.array(Instalment),
  ...Owed,
  /** Own vacant rooms in the same region today, where premises are rented in; null for what is let. */
  vacantM2: z.number().nullable(),
});
export type LeaseAnswer = z.infer<typeof LeaseAnswer>;
export const RentsDueAnswer = z.strictObject({
  rows: z.array(
    z.strictObject({
      id,
      unit: id,
      unitName: z.string(),
      kind: LeaseKind,
      party: z.string(),
      rooms: z.string(),
      ...Owed,
    }),
  ),
  overdueFen: z.int(),
});
export type RentsDueAnswer = z.infer<typeof RentsDueAnswer>;
