import { inScope, list, read, sql, type Context, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { outcomes } from '../contract.ts';
import { outcomeWords, stateWords } from '../words.ts';
import { RuleEvidence, ruleStates, ruleWays } from './contract.ts';
import { findRule, rulesWhere, shadowOf, type MinedRule } from './rule-store.ts';
import { markWords } from './words.ts';

/** A rule that is tried is nobody else's: units see one on their finding once it was signed. */
export const ruleReaders = ['risk-officer', 'leader', 'superior'] as const;

const words = z.strictObject({ zh: z.string(), en: z.string() });

export const RuleLine = z.strictObject({
  id: z.uuid(),
  unit: z.uuid(),
  way: z.enum(ruleWays),
  told: words,
  state: z.enum(ruleStates),
  evidence: RuleEvidence,
  draftedAt: z.iso.datetime(),
});

const lineOf = ({ id, unit, way, told, state, evidence, draftedAt }: MinedRule): z.infer<typeof RuleLine> => ({
  id,
  unit,
  way,
  told,
  state,
  evidence,
  draftedAt: draftedAt.toISOString(),
});

/** Rules of the desks that the asker may see. */
export const rulesFor = async (tx: Tx, context: Context): Promise<z.infer<typeof RuleLine>[]> =>
  (await rulesWhere(tx, inScope(context, ruleReaders))).map(lineOf);

/** Drafts and rules in force: what there is to be done about or told by. */
export const standing = ({ state }: Pick<MinedRule, 'state'>): boolean => state === 'draft' || state === 'live';

/** 一条规律: what it says, what it rests on, what its shadow run said, and what may be done. */
export const minedRule = read('risk-centre.mined-rule', {
  title: { zh: '挖掘出的规律', en: 'A mined rule' },
  query: z.strictObject({ id: z.uuid() }),
  answer: RuleLine.extend({
    foundUntil: z.iso.date(),
    signedAt: z.iso.datetime().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    reason: z.string().nullable(),
    /** Rows by what they are to it; each is the total of its list. */
    rows: z.strictObject({ source: z.number(), shadow: z.number(), live: z.number(), withdrawn: z.number() }),
    shadow: z.strictObject({
      flagged: z.number(),
      /** Null until enough of its new cases were looked into; `why` says what is missing. */
      precision: z
        .strictObject({
          reviewed: z.number(),
          wereTrue: z.number(),
          mean: z.number(),
          lower: z.number(),
          upper: z.number(),
        })
        .nullable(),
      advice: z.enum(['sign', 'go-on', 'drop']).nullable(),
      why: z.array(z.strictObject({ zh: z.string(), en: z.string(), needed: z.number(), found: z.number() })),
    }),
  }),
  who: [...ruleReaders],
  async fetch(tx, { id }, context) {
    const rule = await findRule(tx, id);
    const counts = await tx.rows<{ kind: 'source' | 'shadow' | 'live' | 'withdrawn'; n: number }>(
      sql`select kind, count(*)::int as n from risk_centre_read.rule_row_v1 where rule_id = ${id} group by kind`,
    );
    const { flagged, run } = await shadowOf(tx, rule, context);
    return {
      ...lineOf(rule),
      foundUntil: rule.foundUntil,
      signedAt: rule.signedAt?.toISOString() ?? null,
      decidedAt: rule.decidedAt?.toISOString() ?? null,
      reason: rule.reason,
      rows: {
        source: 0,
        shadow: 0,
        live: 0,
        withdrawn: 0,
        ...Object.fromEntries(counts.map((each) => [each.kind, each.n])),
      },
      shadow:
        run.status === 'ok'
          ? {
              flagged,
              precision: { reviewed: run.reviewed, wereTrue: run.wereTrue, ...run.precision },
              advice: run.advice,
              why: [],
            }
          : { flagged, precision: null, advice: null, why: [...run.reasons] },
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ id, unit, state }) => ({
    verbs:
      state === 'draft'
        ? ['risk-centre.sign-rule', 'risk-centre.refuse-rule']
        : state === 'live'
          ? ['risk-centre.withdraw-rule']
          : [],
    place: { unit, object: id },
  }),
});

/** Signed rules that a finding was marked with; `opens` where the asker may look at the rule itself. */
export async function signedRulesOf(
  tx: Tx,
  finding: string,
  { actor }: Pick<Context, 'actor'>,
): Promise<{ id: string; told: { zh: string; en: string }; at: string; opens: boolean }[]> {
  const rows = await tx.rows<{ id: string; told: { zh: string; en: string }; at: Date }>(sql`
    select rule_id as id, told, at from risk_centre.rule_mark where finding_id = ${finding} and kind = 'live' order by at, rule_id`);
  const opens = actor.grants.some(({ role }) => ruleReaders.some((each) => each === role));
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), opens }));
}

/** 规律涉及的异常: one row each, by what it is to the rule. */
export const ruleRows = list('risk-centre.rule-rows', {
  title: { zh: '规律涉及的异常', en: 'Findings of a rule' },
  view: 'risk_centre_read.rule_row_v1',
  who: [...ruleReaders],
  order: '-at',
  columns: {
    rule_id: { title: { zh: '规律', en: 'Rule' }, kind: 'id', filter: true, hidden: true },
    kind: { title: { zh: '与规律的关系', en: 'To the rule' }, kind: 'choice', filter: true, choices: markWords },
    number: { title: { zh: '编号', en: 'Number' }, kind: 'text', filter: true, always: true },
    finding_id: { title: { zh: '异常', en: 'Finding' }, kind: 'id', hidden: true, always: true },
    kit: { title: { zh: '规则', en: 'Kit' }, kind: 'text', filter: true, always: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '单位名称', en: 'Unit name' }, kind: 'text', hidden: true },
    subject_name: { title: { zh: '对象', en: 'Subject' }, kind: 'text', filter: true },
    period_from: { title: { zh: '期间起', en: 'From' }, kind: 'day' },
    state: { title: { zh: '状态', en: 'State' }, kind: 'choice', filter: true, choices: stateWords },
    outcome: {
      title: { zh: '结论', en: 'Outcome' },
      kind: 'choice',
      filter: true,
      choices: Object.fromEntries(outcomes.map((key) => [key, outcomeWords[key]])),
    },
    decided_at: { title: { zh: '认定时间', en: 'Decided' }, kind: 'instant' },
    at: { title: { zh: '计入时间', en: 'Taken in' }, kind: 'instant', sort: true, hidden: true },
  },
});
