import { empty, inScope, read, sql, type Sql } from '@opengoa/kernel';
import { z } from 'zod';
import { findingStates, KeptVerdict, levels, outcomes, Peers } from '../contract.ts';
import { openVerbs, placeOf } from './finding.ts';
import { mergedLoss, type Loss } from './merge-signals.ts';
import { filesOf } from '@opengoa/kernel/files';
import { ofTrial } from '../chain/of-trial.ts';
import { signedRulesOf } from '../mining/rule-reads.ts';
import { countOutcomes } from '../register/kit-store.ts';
import { countsFor, fewestVerdicts, measuredOf } from '../register/measured-kits.ts';
import { amongItsType } from '../register/peers.ts';
import { Article, precisionShown } from '../register/register-reads.ts';
import { reasonsFor, unsaid } from './dismissal-reasons.ts';
import { EpisodesAnswer, episodesOf } from './episodes-of-finding.ts';
import { kitsOf } from './finding-store.ts';
import { RemedyAnswer, remedyFor } from './like-cases.ts';
import type { Spoken } from './weigh-signals.ts';
import { ProbabilityAnswer, whyProbability } from './why-probability.ts';
import { ColourAnswer, colourOf, SubjectAnswer, subjectAtStake } from './why-colour.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const instant = z.iso.datetime().nullable();

const peerFigures = Peers.valueType;

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
  /** The fewest verdicts before a precision is told. */
  fewest: z.number(),
  signals: z.array(
    z.strictObject({
      kit: z.string(),
      kitTitle: words,
      at: z.iso.datetime(),
      period: z.tuple([z.string(), z.string()]),
      explanation: words,
    }),
  ),
  ...ProbabilityAnswer.shape,
  ...EpisodesAnswer.shape,
  /** Signed rules that it meets. */
  rules: z.array(z.strictObject({ id: z.uuid(), told: words, at: z.iso.datetime(), opens: z.boolean() })),
  /** What others of the same kit measured in its last run, in the same unit of measure. */
  peers: peerFigures.nullable(),
  /** Whether they are of its own type of unit, or, where those are too few, of everything. */
  peersAlike: z.boolean(),
  /** Earlier and later findings on the same subject, this one left out. */
  history: z.array(
    z.strictObject({
      id: z.uuid(),
      number: z.string(),
      kitTitle: words,
      period: z.tuple([z.string(), z.string()]),
      state: z.enum(findingStates),
      outcome: z.enum(outcomes).nullable(),
    }),
  ),
  colour: ColourAnswer,
  subjectOpen: SubjectAnswer,
  remedies: RemedyAnswer,
  /** Fields of the evidence by the record they are read from, and those that are computed, with the formula (L02); the others are columns as they stand. */
  native: z.record(z.string(), words),
  derived: z.record(z.string(), words),
  /** What it may be dismissed for. */
  reasons: z.array(
    z.strictObject({
      code: z.string(),
      title: words,
      outcome: z.enum(['explained', 'data-problem', 'not-verifiable']),
    }),
  ),
  cause: words.nullable(),
  papers: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
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
  risk: string;
  round: number;
  stated: number | null;
  correction: z.infer<typeof ProbabilityAnswer>['correction'];
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
  cause: string | null;
  papers: string[];
  assigned_to: string | null;
  rectified: string | null;
  closed_at: Date | null;
}

interface History {
  readonly id: string;
  readonly number: string;
  readonly kit: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly state: (typeof findingStates)[number];
  readonly outcome: (typeof outcomes)[number] | null;
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
      select id, unit_id as unit, number, kit, subject_kind, subject_id, subject_name, period_from, period_to, state, level, probability, coalesce(risk, kit) as risk, round, stated, correction, loss_low, loss_mid,
             loss_high, loss_unit, shadow, verdict, opens, raised_at, due_at, escalations, answer, answered_at, outcome, outcome_reason, cause, papers, assigned_to, rectified, closed_at
        from risk_centre.finding where id = ${id}`);
    const signals = await tx.rows<
      {
        at: Date;
        period_from: string;
        period_to: string;
        explanation: { zh: string; en: string };
        amount: Loss | null;
      } & Spoken
    >(sql`
      select kit, at, period_from, period_to, verdict->'explanation' as explanation, verdict->'loss'->'amount' as amount,
             verdict->>'evidenceClass' as "evidenceClass", coalesce((verdict->>'llr')::float8, 0) as llr
        from risk_centre.signal where finding_id = ${id} order by at, period_from limit 100`);
    const kit = kits.get(row.kit)?.kit;
    const gone = { zh: row.kit, en: row.kit };
    const titleOf = (of: string) => kits.get(of)?.kit.title ?? { zh: of, en: of };
    const scope = sql`${inScope(context, who)} and ${ofTrial(context)}`;
    const counted = await countOutcomes(tx, scope);
    const measured = measuredOf(counted, context);
    const spoke = await kitsOf(tx, id);
    const reasons = reasonsFor(spoke.map((of) => kits.get(of)?.kit));
    const history = await tx.rows<History>(sql`
      select id, number, kit, period_from as "periodFrom", period_to as "periodTo", state, outcome from risk_centre.finding
       where subject_kind = ${row.subject_kind} and subject_id = ${row.subject_id} and id <> ${id} and ${scope} order by raised_at desc limit 20`);
    const newestRun = (only: Sql) =>
      tx.maybe<{ peers: Readonly<Record<string, z.infer<typeof peerFigures>>> }>(sql`
        select peers from risk_centre.run where kit = ${row.kit} and not at_once and peers <> '{}' ${only} order by at desc limit 1`);
    const peers = (await newestRun(sql`and unit_id = ${row.unit}`)) ?? (await newestRun(empty));
    const alike = peers?.peers[amongItsType(row.verdict.unit)];
    const papers = new Map((await filesOf(tx, id)).map((file) => [file.id, file.name]));
    return {
      id: row.id,
      unit: row.unit,
      number: row.number,
      kit: row.kit,
      kitTitle: kit?.title ?? gone,
      question: kit?.question ?? gone,
      remedy: kit?.remedy ?? gone,
      article: kit?.article ?? null,
      precision: precisionShown(countsFor(row.kit, counted), fewestVerdicts(context)),
      fewest: fewestVerdicts(context),
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
      rules: await signedRulesOf(tx, id, context),
      ...(await episodesOf(
        tx,
        row,
        signals.map((each) => [each.period_from, each.period_to]),
        scope,
        context,
      )),
      ...(await whyProbability(tx, row, signals, measured, context)),
      peers: alike ?? peers?.peers[row.verdict.unit] ?? null,
      peersAlike: alike !== undefined,
      history: history.map(({ kit: of, periodFrom, periodTo, ...each }) => ({
        ...each,
        kitTitle: titleOf(of),
        period: [periodFrom, periodTo] as [string, string],
      })),
      colour: await colourOf(
        tx,
        { ...row, lossFen: row.loss_unit === 'fen' ? (row.loss_mid ?? 0) : 0 },
        signals,
        context,
      ),
      subjectOpen: await subjectAtStake(tx, { kind: row.subject_kind, id: row.subject_id }, scope),
      remedies: await remedyFor(tx, { id, rule: row.verdict.rule }, scope, context),
      native: { ...kit?.native },
      derived: { ...kit?.derived },
      reasons,
      cause: row.cause === null ? null : (reasons.find(({ code }) => code === row.cause)?.title ?? unsaid.title),
      papers: row.papers.flatMap((paper) => {
        const name = papers.get(paper);
        return name === undefined ? [] : [{ id: paper, name }];
      }),
      signals: signals.map(({ kit: of, at, period_from: first, period_to: last, explanation }) => ({
        kit: of,
        kitTitle: titleOf(of),
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
