import { factType, id } from '@opengoa/kernel/contract';
import { z } from 'zod';

const words = z.strictObject({ zh: z.string().max(2_000), en: z.string().max(2_000) });
const said = z.string().trim().min(2).max(2_000);

/** `verdicts`: what cases found true have in common; `together`: kits that hardly ever meet on one subject, met. */
export const ruleWays = ['verdicts', 'together'] as const;
export const ruleStates = ['draft', 'live', 'refused', 'withdrawn'] as const;
export type RuleState = (typeof ruleStates)[number];
/** Rows it came from; new ones met while it is tried, while it is live, and those marked by a rule that was taken back. */
export const markKinds = ['source', 'shadow', 'live', 'withdrawn'] as const;

export const RuleCondition = z.union([
  z.strictObject({ feature: z.string().max(160), is: z.enum(['at-least', 'below']), value: z.number() }),
  z.strictObject({ feature: z.string().max(160), is: z.literal('equal'), value: z.union([z.string(), z.boolean()]) }),
]);

/** 挖掘规律: asked for by an officer, or by the night. */
export const MineRules = z.strictObject({});
export const MiningAsked = factType('risk-centre.MiningAsked', {
  title: { zh: '发起规律挖掘', en: 'Mining asked for' },
  body: z.strictObject({}),
});

/** One desk: proposals are mined where asked, and what is new since is held against drafts and rules in force. */
export const DraftRules = z.strictObject({ desk: id, mines: z.boolean(), askedBy: id.nullable() });

/** What a proposal rests on. */
export const RuleEvidence = z.strictObject({
  /** Cases it was tested on; for kits that met: subjects with both. */
  cases: z.int(),
  /** How many of these were true; null for kits that met. */
  wereTrue: z.int().nullable(),
  /** Subjects that chance would bring together; null for a pattern of verdicts. */
  expected: z.number().nullable(),
  lift: z.number(),
  liftLower: z.number(),
  liftUpper: z.number(),
  adjustedP: z.number(),
  /** Share found true among the tested, 90 % interval; null for kits that met. */
  share: z.strictObject({ mean: z.number(), lower: z.number(), upper: z.number() }).nullable(),
  /** How many conditions were looked at, and how many tested: the correction is over these. */
  tried: z.int(),
  tested: z.int(),
});

export const RuleDrafted = factType('risk-centre.RuleDrafted', {
  title: { zh: '拟出规律草案', en: 'Rule drafted' },
  body: z.strictObject({
    way: z.enum(ruleWays),
    key: z.string().max(1_000),
    conditions: z.array(RuleCondition).min(1).max(5),
    told: words,
    evidence: RuleEvidence,
    /** Last day of the cases it was found in: what is raised later is new to it. */
    foundUntil: z.iso.date(),
    askedBy: id.nullable(),
    rows: z.array(id).max(5_000),
  }),
});
export const FindingsMarked = factType('risk-centre.FindingsMarked', {
  title: { zh: '符合规律的新异常', en: 'New findings that meet a rule' },
  body: z.strictObject({ as: z.enum(['shadow', 'live']), rows: z.array(id).max(5_000) }),
});

const decided = z.strictObject({ rule: id, reason: said });
export const SignRule = decided;
export const RefuseRule = decided;
export const WithdrawRule = decided;
const reason = z.strictObject({ reason: said });
/** What its shadow run had said when it was signed. */
export const RuleSigned = factType('risk-centre.RuleSigned', {
  title: { zh: '签署规律', en: 'Rule signed' },
  body: reason.extend({
    reviewed: z.int(),
    wereTrue: z.number(),
    share: z.strictObject({ mean: z.number(), lower: z.number(), upper: z.number() }),
  }),
});
export const RuleRefused = factType('risk-centre.RuleRefused', {
  title: { zh: '不采纳规律', en: 'Rule refused' },
  body: reason,
});
export const RuleWithdrawn = factType('risk-centre.RuleWithdrawn', {
  title: { zh: '撤回规律', en: 'Rule taken back' },
  body: reason,
});
