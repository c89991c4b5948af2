import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { Carrier, day, id, Measure, moment, note, oneOf, text, version } from '../contract.ts';
import { projectFactWords, projectKinds, projectStates } from './words.zh.ts';

/** 节能项目和合同能源管理: inputs, facts and answers. Money in fen; amounts in the meters' measure. */

export const ProjectKind = oneOf(projectKinds);
export type ProjectKind = z.infer<typeof ProjectKind>;
export const ProjectState = oneOf(projectStates);
export type ProjectState = z.infer<typeof ProjectState>;

const fen = z.int().min(0).max(1_000_000_000_000);
const percent = z.number().min(0).max(100);

const Terms = z.strictObject({
  name: text(100),
  kind: ProjectKind,
  /** 节能措施 */
  measures: text(500),
  contractor: text(100).nullable(),
  investmentFen: fen,
  contractFrom: day.nullable(),
  /** The last day of the contract. */
  contractTo: day.nullable(),
  /** The contractor’s percent of the money saved, by year of the contract. */
  sharePercents: z.array(percent).max(30),
  guaranteed: z.number().positive().max(1_000_000_000).nullable(),
  yearlyFeeFen: fen.nullable(),
  baselineFrom: day,
  /** The day after the baseline’s last. */
  baselineToExclusive: day,
  document: text(200),
});
const Covered = z.strictObject({
  /** Their main meters of the carrier. */
  buildings: z.array(id).max(20).default([]),
  meters: z.array(id).max(20).default([]),
  carrier: Carrier.default('electricity'),
});

export const PlanProject = Terms.extend({
  unit: id,
  contractor: Terms.shape.contractor.default(null),
  contractFrom: day.nullable().default(null),
  contractTo: day.nullable().default(null),
  sharePercents: Terms.shape.sharePercents.default([]),
  guaranteed: Terms.shape.guaranteed.default(null),
  yearlyFeeFen: Terms.shape.yearlyFeeFen.default(null),
  ...Covered.shape,
});
/** Terms of a project that is only planned. */
export const ChangeProject = Terms.partial().extend({ project: id, version });
export const StartProject = z.strictObject({ project: id, version, from: day, document: text(200) });
export const AcceptProject = z.strictObject({ project: id, version, opinion: note });
export const EndProject = z.strictObject({ project: id, version, why: note });
export const SettleProject = z.strictObject({ project: id, from: day, to: day, document: text(200) });

/** One meter's stretch beside its baseline. */
export const MeterSavings = z.strictObject({
  meter: id,
  name: z.string(),
  days: z.int(),
  expected: z.number(),
  actual: z.number(),
  avoided: z.number(),
  /** Half of the range, at the level of confidence. */
  uncertainty: z.number(),
  cvRmsePercent: z.number(),
  nmbePercent: z.number(),
  trainedDays: z.int(),
  savedFen: z.number().nullable(),
});
export const Savings = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('insufficient_data'),
    reasons: z.array(z.strictObject({ meter: z.string(), zh: z.string(), en: z.string() })),
  }),
  z.strictObject({
    status: z.literal('ok'),
    from: day,
    toExclusive: day,
    /** Days of the period, and those that were read and have an expectation in every meter. */
    days: z.int(),
    counted: z.int(),
    expected: z.number(),
    actual: z.number(),
    avoided: z.number(),
    uncertainty: z.number(),
    confidence: z.number(),
    /** The uncertainty is small enough for the saving to be told from chance. */
    shown: z.boolean(),
    coalKg: z.number().nullable(),
    carbonKg: z.number().nullable(),
    /** Null where a day has neither tariff nor price. */
    savedFen: z.number().nullable(),
    /** Of a unit of what was expected; null where a day has no price. */
    meanPriceFen: z.number().nullable(),
    meters: z.array(MeterSavings),
    months: z.array(z.strictObject({ month: z.string(), expected: z.number(), actual: z.number() })),
  }),
]);
export type Savings = z.infer<typeof Savings>;
export type KnownSavings = Extract<Savings, { status: 'ok' }>;

/** What a payment was reckoned from. */
export const SettlementInputs = z.strictObject({
  /** Null where the saving could not be told, and the contract pays by days alone. */
  expected: z.number().nullable(),
  actual: z.number().nullable(),
  avoided: z.number().nullable(),
  uncertainty: z.number().nullable(),
  confidence: z.number().nullable(),
  shown: z.boolean(),
  days: z.int(),
  counted: z.int(),
  savedFen: z.int().nullable(),
  sharePercent: z.number().nullable(),
  contractYear: z.int().nullable(),
  feeFen: z.int().nullable(),
  guaranteed: z.number().nullable(),
  shortfall: z.number().nullable(),
  shortfallFen: z.int().nullable(),
});
export type SettlementInputs = z.infer<typeof SettlementInputs>;

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof projectFactWords, shape: Shape) =>
  factType(name, { title: projectFactWords[name], body: z.strictObject(shape) });
export const ProjectPlanned = fact('energy.ProjectPlanned', {
  ...Terms.shape,
  carrier: Carrier,
  measure: Measure,
  meters: z.array(id),
});
export const ProjectChanged = fact('energy.ProjectChanged', Terms.shape);
export const ProjectStarted = fact('energy.ProjectStarted', { from: day, document: z.string() });
export const ProjectAccepted = fact('energy.ProjectAccepted', {
  opinion: z.string(),
  avoided: z.number().nullable(),
  uncertainty: z.number().nullable(),
});
export const ProjectEnded = fact('energy.ProjectEnded', { why: z.string() });
export const ProjectSettled = fact('energy.ProjectSettled', {
  settlement: id,
  from: day,
  toExclusive: day,
  inputs: SettlementInputs,
  payableFen: z.int(),
  document: z.string(),
});

export const ProjectAnswer = z.strictObject({
  ...Terms.shape,
  id,
  unit: id,
  unitName: z.string(),
  carrier: Carrier,
  measure: Measure,
  reportingFrom: day.nullable(),
  state: ProjectState,
  /** What was said when it was accepted or ended. */
  said: z.string(),
  version,
  covered: z.array(z.strictObject({ meter: id, name: z.string(), building: id, buildingName: z.string() })),
  /** Null before it runs. */
  savings: Savings.nullable(),
  /** Years until what was invested is saved; null where nothing is, or it is not told from chance. */
  paybackYears: z.number().nullable(),
  settlements: z.array(
    z.strictObject({
      id,
      from: day,
      toExclusive: day,
      inputs: SettlementInputs,
      payableFen: z.int(),
      document: z.string(),
      settledName: z.string(),
      settledAt: moment,
    }),
  ),
});
export type ProjectAnswer = z.infer<typeof ProjectAnswer>;
export type Terms = z.infer<typeof Terms>;
