import { inScope, read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { findingStates, KeptVerdict, levels, outcomes } from '../contract.ts';
import { openVerbs, placeOf } from './finding.ts';
import { mergedLoss, type Loss } from './merge-signals.ts';
import { Article, countsOf, precisionShown } from '../register/register-reads.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const instant = z.iso.datetime().nullable();

const lossShape = z.strictObject({ low: z.number(), mid: z.number(), high: z.number(), unit: z.string() });
const answer = z.strictObject({
  id: z.uuid(),
  unit: z.uuid(),
  number: z.string(),
  kit: z.string(),
  kitTitle: words,
  question: words,
  remedy: words,
  article: Article.nullable(),
  precision: z
    .strictObject({ reviewed: z.number(), mean: z.number(), lower: z.number(), upper: z.number() })
    .nullable(),
  subject: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
  period: z.tuple([z.string(), z.string()]),
  state: z.enum(findingStates),
  level: z.enum(levels),
  probability: z.number(),
  /** `amount`: the same as it was measured, where it is told in money. */
  loss: lossShape.extend({ amount: lossShape.nullable() }).nullable(),
  shadow: z.boolean(),
  verdict: KeptVerdict,
  signals: z.array(
    z.strictObject({ at: z.iso.datetime(), period: z.tuple([z.string(), z.string()]), explanation: words }),
  ),
  opens: z.string().nullable(),
  raisedAt: z.iso.datetime(),
  due: instant,
  overdue: z.boolean(),
  escalations: z.number(),
  answer: z.string().nullable(),
  answeredAt: instant,
  outcome: z.enum(outcomes).nullable(),
  outcomeReason: z.string().nullable(),
  assignedTo: z.uuid().nullable(),
  rectified: z.string().nullable(),
  closedAt: instant,
});

interface Row {
  id: string;
  unit: string;
  number: string;
  kit: string;
  subject_kind: string;
  subject_id: string;
  subject_name: string;
  period_from: string;
  period_to: string;
  state: (typeof findingStates)[number];
  level: (typeof levels)[number];
  probability: number;
  loss_low: number | null;
  loss_mid: number | null;
  loss_high: number | null;
  loss_unit: string | null;
  shadow: boolean;
  verdict: z.infer<typeof KeptVerdict>;
  opens: string | null;
  raised_at: Date;
  due_at: Date | null;
  escalations: number;
  answer: string | null;
  answered_at: Date | null;
  outcome: (typeof outcomes)[number] | null;
  outcome_reason: string | null;
  assigned_to: string | null;
  rectified: string | null;
  closed_at: Date | null;
}

const iso = (at: Date | null) => (at === null ? null : at.toISOString());

const who = ['risk-officer', 'superior', 'head', 'leader', 'self', 'holder'] as const;

/** 一条待核实异常: the rule with its record so far, the evidence, and what became of it. */
export const finding = read('risk-centre.finding', {
  title: { zh: '待核实异常', en: 'A finding' },
  query: z.strictObject({ id: z.uuid() }),
  answer,
  who,
  object: ({ id }) => id,
  async fetch(tx, { id }, context) {
    const { kits, now } = context;
    const row = await tx.one<Row>(sql`
      select id, unit_id as unit, number, kit, subject_kind, subject_id, subject_name, period_from, period_to, state, level, probability, loss_low, loss_mid,
             loss_high, loss_unit, shadow, verdict, opens, raised_at, due_at, escalations, answer, answered_at, outcome, outcome_reason, assigned_to, rectified, closed_at
        from risk_centre.finding where id = ${id}`);
    const signals = await tx.rows<{
      at: Date;
      period_from: string;
      period_to: string;
      explanation: { zh: string; en: string };
      amount: Loss | null;
    }>(sql`
      select at, period_from, period_to, verdict->'explanation' as explanation, verdict->'loss'->'amount' as amount from risk_centre.signal where finding_id = ${id} order by at, period_from limit 100`);
    const kit = kits.get(row.kit)?.kit;
    const gone = { zh: row.kit, en: row.kit };
    return {
      id: row.id,
      unit: row.unit,
      number: row.number,
      kit: row.kit,
      kitTitle: kit?.title ?? gone,
      question: kit?.question ?? gone,
      remedy: kit?.remedy ?? gone,
      article: kit?.article ?? null,
      precision: precisionShown(await countsOf(tx, row.kit, inScope(context, who))),
      subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
      period: [row.period_from, row.period_to] as [string, string],
      state: row.state,
      level: row.level,
      probability: row.probability,
      loss:
        row.loss_mid === null
          ? null
          : {
              low: row.loss_low ?? row.loss_mid,
              mid: row.loss_mid,
              high: row.loss_high ?? row.loss_mid,
              unit: row.loss_unit ?? '',
              amount: mergedLoss(
                signals.map((each) => ({ period: [each.period_from, each.period_to], loss: each.amount })),
              ),
            },
      shadow: row.shadow,
      verdict: row.verdict,
      signals: signals.map(({ at, period_from: first, period_to: last, explanation }) => ({
        at: at.toISOString(),
        period: [first, last] as [string, string],
        explanation,
      })),
      opens: row.opens,
      raisedAt: row.raised_at.toISOString(),
      due: iso(row.due_at),
      overdue: row.due_at !== null && row.due_at < now && row.closed_at === null,
      escalations: row.escalations,
      answer: row.answer,
      answeredAt: iso(row.answered_at),
      outcome: row.outcome,
      outcomeReason: row.outcome_reason,
      assignedTo: row.assigned_to,
      rectified: row.rectified,
      closedAt: iso(row.closed_at),
    };
  },
  at: (found) => placeOf({ id: found.id, unit: found.unit, assignedTo: found.assignedTo }),
  moves: (found) => ({
    verbs: openVerbs(
      {
        ...found,
        due: found.due === null ? null : new Date(found.due),
        answered: found.answeredAt === null ? null : new Date(found.answeredAt),
      },
      new Date(),
    ),
    place: placeOf({ id: found.id, unit: found.unit, assignedTo: found.assignedTo }),
  }),
});
