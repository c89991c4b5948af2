import { z } from 'zod';
import { factType, id } from '@opengoa/kernel/contract';
import { CorrectionMade, Looks } from './evidence/contract.ts';

const words = z.strictObject({ zh: z.string().max(4_000), en: z.string().max(4_000) });
const said = z.string().trim().min(2).max(2_000);

export const findingStates = [
  'raised',
  'explained',
  'confirmed',
  'assigned',
  'rectified',
  'dismissed',
  'closed',
] as const;
export type FindingState = (typeof findingStates)[number];
export const levels = ['red', 'orange', 'yellow', 'blue'] as const;
export type Level = (typeof levels)[number];

/** What became of a finding (RE-08): 属实 / 部分属实 confirm it; 合理 / 数据问题 / 无法核实 dismiss it, each for another reason. */
export const outcomes = ['confirmed', 'partly-confirmed', 'explained', 'data-problem', 'not-verifiable'] as const;
export type Outcome = (typeof outcomes)[number];

/** A flagged verdict as it is kept: everything needed to show, recompute and appeal it later. */
export const KeptVerdict = z.looseObject({
  kit: z.string(),
  version: z.string(),
  rule: z.string(),
  evidenceClass: z.enum(['D', 'S', 'M']),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  unit: z.string(),
  explanation: words,
  benign: z.array(words),
  evidence: z
    .array(z.looseObject({ table: z.string(), key: z.string(), field: z.string(), value: z.unknown() }))
    .max(2_000),
  /** Limits it was judged by, under the names of its kit. */
  standards: z
    .record(z.string(), z.looseObject({ id: z.string(), value: z.unknown(), unit: z.string(), day: z.string() }))
    .optional(),
});

export const RaisedFinding = z.strictObject({
  unit: id,
  subject: z.strictObject({ kind: z.string().max(60), id: z.string().max(120), name: z.string().max(200) }),
  period: z.tuple([z.iso.date(), z.iso.date()]),
  opens: z.string().max(300),
  /** What else it is about: two kits of one risk that speak of the same are one finding. */
  about: z.array(z.string().max(200)).max(400).default([]),
  verdict: KeptVerdict,
});

/** What the cases of one run measured, by unit of measure: least, quartiles, most. */
export const Peers = z.record(
  z.string(),
  z.strictObject({
    n: z.int(),
    low: z.number(),
    q1: z.number(),
    median: z.number(),
    q3: z.number(),
    high: z.number(),
  }),
);

/** One run of one kit over one unit's cases: flagged ones in full, the others counted. */
export const RunKit = z.strictObject({
  kit: z.string().max(120),
  unit: id,
  period: z.tuple([z.iso.date(), z.iso.date()]),
  flagged: z.array(RaisedFinding).max(500),
  clear: z.int().min(0),
  insufficient: z.int().min(0),
  notApplicable: z.int().min(0),
  /** One thing was looked at because a fact called for it. */
  atOnce: z.boolean().default(false),
  peers: Peers.default({}),
  /** What it said of each subject; where no other kit is compared with it, nothing. */
  looks: Looks.nullable().default(null),
});

export const ExplainFinding = z.strictObject({
  finding: id,
  answer: said,
  /** Files brought in before, taken for this finding. */
  papers: z.array(id).max(20).default([]),
});
export const ConfirmFinding = z.strictObject({
  finding: id,
  outcome: z.enum(['confirmed', 'partly-confirmed']),
  reason: said,
});
export const DismissFinding = z.strictObject({
  finding: id,
  outcome: z.enum(['explained', 'data-problem', 'not-verifiable']),
  /** Which of the listed reasons, or which of the kit's known false alarms; counted by kit. */
  cause: z.string().max(60).default('unsaid'),
  reason: said,
});
export const AssignFinding = z.strictObject({ finding: id, to: id, request: said });
export const RectifyFinding = z.strictObject({ finding: id, done: said });
export const VerifyFinding = z.strictObject({ finding: id, accepted: z.boolean(), opinion: said });
export const CloseFinding = z.strictObject({ finding: id, conclusion: said });
export const EscalateFinding = z.strictObject({ finding: id });

/** The probability before verdicts corrected it, and how they did; older facts tell neither. */
const howStated = { stated: z.number().optional(), correction: CorrectionMade.nullable().default(null) };

export const FindingRaised = factType('risk-centre.FindingRaised', {
  title: { zh: '提出待核实异常', en: 'Finding raised' },
  body: RaisedFinding.extend({
    number: z.string(),
    level: z.enum(levels),
    probability: z.number(),
    ...howStated,
    risk: z.string(),
    shadow: z.boolean(),
    due: z.iso.datetime(),
    /** The closed case that this opens again, as which round. */
    reopens: z
      .strictObject({ finding: id, round: z.int().min(2) })
      .nullable()
      .default(null),
  }),
});
/** 再次出现: on the finding that was closed, when its next round begins. */
export const FindingReopened = factType('risk-centre.FindingReopened', {
  title: { zh: '销号后再次出现', en: 'Came back after its closing' },
  body: z.strictObject({ by: id, number: z.string(), closedOn: z.iso.date() }),
});
export const SignalMerged = factType('risk-centre.SignalMerged', {
  title: { zh: '并入新的信号', en: 'Signal merged' },
  body: z.strictObject({
    period: z.tuple([z.iso.date(), z.iso.date()]),
    about: z.array(z.string()).default([]),
    verdict: KeptVerdict,
    /** Of the finding with this signal in it: the gravest level, the highest probability, the loss of all its days. */
    level: z.enum(levels),
    probability: z.number(),
    ...howStated,
    loss: z.strictObject({ low: z.number(), mid: z.number(), high: z.number(), unit: z.string() }).nullable(),
  }),
});
export const KitRun = factType('risk-centre.KitRun', {
  title: { zh: '规则运行', en: 'Kit run' },
  body: z.strictObject({
    kit: z.string(),
    version: z.string(),
    period: z.tuple([z.iso.date(), z.iso.date()]),
    looked: z.int(),
    flagged: z.int(),
    clear: z.int(),
    insufficient: z.int(),
    notApplicable: z.int(),
    /** Said before with nothing new in it: not said again. */
    repeated: z.int().default(0),
    atOnce: z.boolean().default(false),
    peers: Peers.default({}),
  }),
});
export const FindingExplained = factType('risk-centre.FindingExplained', {
  title: { zh: '单位说明', en: 'Finding explained' },
  body: ExplainFinding.omit({ finding: true }).extend({ due: z.iso.datetime() }),
});
export const FindingConfirmed = factType('risk-centre.FindingConfirmed', {
  title: { zh: '确认属实', en: 'Finding confirmed' },
  body: ConfirmFinding.omit({ finding: true }).extend({ due: z.iso.datetime() }),
});
export const FindingDismissed = factType('risk-centre.FindingDismissed', {
  title: { zh: '不属实', en: 'Finding dismissed' },
  body: DismissFinding.omit({ finding: true }),
});
export const FindingAssigned = factType('risk-centre.FindingAssigned', {
  title: { zh: '交办整改', en: 'Rectification assigned' },
  body: AssignFinding.omit({ finding: true }).extend({ due: z.iso.datetime() }),
});
export const FindingRectified = factType('risk-centre.FindingRectified', {
  title: { zh: '报告整改', en: 'Rectification reported' },
  body: RectifyFinding.omit({ finding: true }).extend({ due: z.iso.datetime() }),
});
export const RectificationReturned = factType('risk-centre.RectificationReturned', {
  title: { zh: '退回整改', en: 'Rectification returned' },
  body: z.strictObject({ opinion: z.string(), due: z.iso.datetime() }),
});
export const FindingClosed = factType('risk-centre.FindingClosed', {
  title: { zh: '销号', en: 'Finding closed' },
  body: z.strictObject({ conclusion: z.string() }),
});
export const FindingEscalated = factType('risk-centre.FindingEscalated', {
  title: { zh: '逾期上报', en: 'Finding escalated' },
  body: z.strictObject({ to: id, times: z.int(), due: z.iso.datetime() }),
});

/** 启用规则: a kit goes live, is restricted or retired; the person who asks is not the one who decides on its findings (RE-01, RE-15). */
export const AdoptKit = z.strictObject({
  kit: z.string().max(120),
  state: z.enum(['shadow', 'live', 'restricted', 'retired']),
  reason: said,
});
export const KitAdopted = factType('risk-centre.KitAdopted', {
  title: { zh: '调整规则状态', en: 'Kit state changed' },
  body: AdoptKit.extend({ before: z.string() }),
});
