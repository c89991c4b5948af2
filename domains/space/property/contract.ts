import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text, version } from '../contract.ts';
import { contractStates, dimensions, propertyFactWords, rectificationStates } from './words.zh.ts';

/** 物业服务: contracts, monthly checks and rectifications. Money in whole fen, marks in points of 100. */

export const ContractState = oneOf(contractStates);
export type ContractState = z.infer<typeof ContractState>;
export const Dimension = oneOf(dimensions);
export type Dimension = z.infer<typeof Dimension>;
export const RectificationState = oneOf(rectificationStates);
export type RectificationState = z.infer<typeof RectificationState>;

const words = z.strictObject({ zh: z.string(), en: z.string() });
/** `YYYY-MM` */
const month = z.string().regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/);
const covered = z.array(Dimension).min(1).max(7);

const Terms = {
  number: text(60),
  supplier: text(100),
  buildings: z.array(id).min(1).max(50),
  from: day,
  /** The last day. */
  to: day,
  annualFeeFen: z.int().min(0).max(100_000_000_000),
  dimensions: covered,
  /** The energy targets in the contract's words; empty where it states none. */
  energyTargets: maybe(500),
  note: maybe(500),
};
export const RegisterServiceContract = z.strictObject({ ...Terms, unit: id });
export const SignServiceContract = z.strictObject({ contract: id, version, opinion: maybe(500) });
export const RefuseServiceContract = z.strictObject({ contract: id, version, opinion: text(500) });
export const EndServiceContract = z.strictObject({ contract: id, version, on: day, why: maybe(500) });

/** What a supplementary agreement may change; all is told, also what stays. */
const Amended = {
  /** The first day of the new terms. */
  from: day,
  paper: text(100),
  to: Terms.to,
  annualFeeFen: Terms.annualFeeFen,
  buildings: Terms.buildings,
  dimensions: covered,
  energyTargets: Terms.energyTargets,
  why: text(500),
};
export const AmendServiceContract = z.strictObject({ contract: id, version, ...Amended });
export const SignContractAmendment = z.strictObject({ contract: id, version, opinion: maybe(500) });
export const RefuseContractAmendment = z.strictObject({ contract: id, version, opinion: text(500) });

export const GivenMark = z.strictObject({ dimension: Dimension, mark: z.number().min(0).max(100), note: maybe(300) });
export type GivenMark = z.infer<typeof GivenMark>;
const given = z.array(GivenMark).min(1).max(7);
export const CheckService = z.strictObject({ contract: id, month, marks: given });
export const CorrectServiceCheck = z.strictObject({ check: id, marks: given, why: text(300) });
export const AnswerRectification = z.strictObject({ rectification: id, version, answer: text(1000) });
export const VerifyRectification = z.strictObject({
  rectification: id,
  version,
  good: z.boolean(),
  said: maybe(500),
  /** Of what goes back; the old day when left out. */
  due: day.nullable().default(null),
});

/** What a standard says of a contract, in neutral words. */
export const Notice = z.strictObject({
  standard: z.string(),
  version: day,
  outcome: z.enum(['warn', 'inform']),
  explained: words,
});
export type Notice = z.infer<typeof Notice>;
export const Registered = z.strictObject({ contract: z.uuid(), notices: z.array(Notice) });
export const Signed = z.strictObject({ notices: z.array(Notice) });

/** A mark with the weight it had on its day. */
export const WeighedMark = z.strictObject({ ...GivenMark.shape, weight: z.number() });
export type WeighedMark = z.infer<typeof WeighedMark>;
const Checked = {
  check: id,
  month,
  edition: z.int(),
  marks: z.array(WeighedMark),
  unmarked: z.array(Dimension),
  /** Null: too little was marked. */
  result: z.number().nullable(),
  below: z.boolean(),
};
export const CheckAnswer = z.strictObject({
  ...Checked,
  formula: words,
  rectification: z.uuid().nullable(),
});

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof propertyFactWords, shape: Shape) =>
  factType(name, { title: propertyFactWords[name], body: z.strictObject(shape) });
export const ServiceContractRegistered = fact('space.ServiceContractRegistered', Terms);
export const ServiceContractSigned = fact('space.ServiceContractSigned', {
  opinion: z.string(),
  notices: z.array(Notice),
});
export const ServiceContractRefused = fact('space.ServiceContractRefused', { opinion: z.string() });
export const ServiceContractEnded = fact('space.ServiceContractEnded', { on: day, why: z.string() });
export const ContractAmendmentProposed = fact('space.ContractAmendmentProposed', { amendment: id, ...Amended });
export const ServiceContractAmended = fact('space.ServiceContractAmended', {
  amendment: id,
  ...Amended,
  was: z.strictObject({
    to: day,
    annualFeeFen: z.int(),
    buildings: z.array(id),
    dimensions: z.array(Dimension),
    energyTargets: z.string(),
  }),
  opinion: z.string(),
});
export const ContractAmendmentRefused = fact('space.ContractAmendmentRefused', { amendment: id, opinion: z.string() });
export const ServiceChecked = fact('space.ServiceChecked', Checked);
export const ServiceCheckCorrected = fact('space.ServiceCheckCorrected', { ...Checked, corrects: id, why: z.string() });
export const RectificationRaised = fact('space.RectificationRaised', {
  contract: id,
  month,
  what: z.string(),
  due: day,
});
export const RectificationWithdrawn = fact('space.RectificationWithdrawn', { why: z.string() });
export const RectificationAnswered = fact('space.RectificationAnswered', { answer: z.string() });
export const RectificationVerified = fact('space.RectificationVerified', {
  good: z.boolean(),
  said: z.string(),
  due: day,
});

const named = z.array(z.strictObject({ id, name: z.string() }));
/** The terms over a stretch of days; the paper and the signer of the first edition are the contract's. */
const EditionAnswer = z.strictObject({
  edition: z.int(),
  first: day,
  last: day,
  /** The last day of the contract, as these terms say. */
  to: day,
  annualFeeFen: z.int(),
  buildings: named,
  dimensions: z.array(Dimension),
  energyTargets: z.string(),
  paper: z.string(),
  why: z.string(),
  askedName: z.string(),
  signedName: z.string().nullable(),
  signedOn: day.nullable(),
  said: z.string(),
  /** The terms of today. */
  current: z.boolean(),
});

export const ServiceContractAnswer = z.strictObject({
  ...Terms,
  id,
  unit: id,
  unitName: z.string(),
  state: ContractState,
  /** These, the fee and what is served are the terms of today. */
  buildings: named,
  /** The oldest first. */
  editions: z.array(EditionAnswer),
  /** What waits to be signed: all it would be from its day on. */
  proposed: z.strictObject({ ...Amended, buildings: named, askedName: z.string() }).nullable(),
  /** The newest terms that were signed, as the next amendment begins from; buildings by their ids. */
  newest: z.strictObject({
    annualFeeFen: z.int(),
    buildings: named,
    dimensions: z.array(Dimension),
    energyTargets: z.string(),
  }),
  /** The annual fee by twelve. */
  monthlyFeeFen: z.int(),
  /** Of last month, as an expense would be recorded; null where it did not serve or is recorded already. The building and amount are known where there is one building. */
  fee: z
    .strictObject({
      from: day,
      to: day,
      amountFen: z.int().nullable(),
      building: z.strictObject({ id, name: z.string() }).nullable(),
    })
    .nullable(),
  askedName: z.string(),
  decidedName: z.string().nullable(),
  said: z.string(),
  endedOn: day.nullable(),
  version,
  notices: z.array(Notice),
  /** The paper that the dimensions are from. */
  dimensionsOf: z.string(),
  /** Results below it are to be put right. */
  line: z.number(),
  /** By month, the oldest first; the last edition of each. */
  checks: z.array(
    z.strictObject({
      ...Checked,
      id,
      formula: words,
      defects: z.int(),
      faults: z.int(),
    }),
  ),
});
export type ServiceContractAnswer = z.infer<typeof ServiceContractAnswer>;
