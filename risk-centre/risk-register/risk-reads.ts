import { inScope, list, read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { ofTrial } from '../chain/of-trial.ts';
import { findingStates, levels } from '../contract.ts';
import { levelWords } from '../words.ts';
import { riskOffices, riskStates, type RiskState } from './contract.ts';
import { levelOfRating, longestAcceptance, matrixBounds, steps } from './matrix.ts';
import { placeOfRisk, riskMoves } from './risk.ts';
import { riskOfficeWords, riskStateWords } from './words.ts';

/** Who keeps and who supervises the register; a head reads what concerns the own unit. */
export const riskReaders = ['risk-officer', 'superior', 'head', 'leader'] as const;

const choiceOf = (words: Readonly<Record<string, { zh: string; en: string }>>) => ({
  kind: 'choice' as const,
  filter: true,
  choices: { ...words },
});

/** 风险登记册: every entry, with what it was rated and until when it is accepted. */
export const risks = list('risk-centre.risks', {
  title: { zh: '风险登记册', en: 'Risk register' },
  view: 'risk_centre_read.risk_v1',
  who: riskReaders,
  order: '-entered_at',
  search: 'search',
  opens: '/risk/register/{id}',
  columns: {
    name: { title: { zh: '风险', en: 'Risk' }, kind: 'text', filter: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '单位名称', en: 'Unit name' }, kind: 'text', hidden: true },
    office: { title: { zh: '业务', en: 'Office' }, ...choiceOf(riskOfficeWords) },
    residual_level: { title: { zh: '剩余风险', en: 'Residual' }, ...choiceOf(levelWords) },
    state: { title: { zh: '状态', en: 'State' }, ...choiceOf(riskStateWords) },
    accepted_until: { title: { zh: '接受到', en: 'Accepted until' }, kind: 'day', filter: true, sort: 'nullable' },
    post_title: { title: { zh: '责任岗位', en: 'Post' }, kind: 'text', filter: true },
    level: { title: { zh: '控制前', en: 'Before controls' }, ...choiceOf(levelWords) },
    residual_likelihood: { title: { zh: '剩余可能性', en: 'Residual likelihood' }, kind: 'integer', filter: true },
    residual_consequence: { title: { zh: '剩余后果', en: 'Residual consequence' }, kind: 'integer', filter: true },
    likelihood: { title: { zh: '控制前可能性', en: 'Likelihood' }, kind: 'integer', filter: true, hidden: true },
    consequence: { title: { zh: '控制前后果', en: 'Consequence' }, kind: 'integer', filter: true, hidden: true },
    controls: { title: { zh: '控制措施', en: 'Controls' }, kind: 'text' },
    accepted_reason: { title: { zh: '接受理由', en: 'Reason' }, kind: 'text', hidden: true },
    findings: { title: { zh: '异常数', en: 'Findings' }, kind: 'integer', sum: true },
    live: { title: { zh: '未关闭', en: 'Open' }, kind: 'yes-no', filter: true, hidden: true },
    entered_at: { title: { zh: '登记', en: 'Entered' }, kind: 'instant', sort: true },
    assessed_at: { title: { zh: '评估', en: 'Assessed' }, kind: 'instant', sort: true },
  },
  movesBy: ['id', 'unit_id', 'state'],
  moves: (row) => ({
    verbs: riskMoves.from(row['state'] as RiskState),
    place: placeOfRisk({ id: row['id'] as string, unit: row['unit_id'] as string }),
  }),
});

const level = z.enum(levels);
const field = z.strictObject({
  likelihood: z.number(),
  consequence: z.number(),
  level,
  /** Open entries whose risk before controls, and whose residual risk, lies here. */
  before: z.number(),
  after: z.number(),
});

/** 风险矩阵: how many open entries lie in each field, before their controls and after them. */
export const riskMatrix = read('risk-centre.risk-matrix', {
  title: { zh: '风险矩阵', en: 'Risk matrix' },
  query: z.strictObject({}),
  answer: z.strictObject({
    open: z.number(),
    accepted: z.number(),
    expired: z.number(),
    bounds: z.strictObject({ red: z.number(), orange: z.number(), yellow: z.number() }),
    fields: z.array(field),
  }),
  who: riskReaders,
  async fetch(tx, _query, context) {
    const counted = await tx.rows<{ l: number; c: number; rl: number; rc: number; state: RiskState; n: number }>(sql`
      select likelihood as l, consequence as c, residual_likelihood as rl, residual_consequence as rc, state, count(*)::int as n
        from risk_centre.risk where state <> 'closed' and ${inScope(context, riskReaders)} group by 1, 2, 3, 4, 5`);
    const sum = (of: (row: (typeof counted)[number]) => boolean) =>
      counted.reduce((total, row) => total + (of(row) ? row.n : 0), 0);
    const bounds = matrixBounds(context, context.actor.unit);
    return {
      open: sum(() => true),
      accepted: sum(({ state }) => state === 'accepted'),
      expired: sum(({ state }) => state === 'expired'),
      bounds,
      fields: steps.flatMap((likelihood) =>
        steps.map((consequence) => ({
          likelihood,
          consequence,
          level: levelOfRating({ likelihood, consequence }, bounds),
          before: sum(({ l, c }) => l === likelihood && c === consequence),
          after: sum(({ rl, rc }) => rl === likelihood && rc === consequence),
        })),
      ),
    };
  },
});

const rating = z.strictObject({ likelihood: z.number(), consequence: z.number() });
const answer = z.strictObject({
  id: z.uuid(),
  unit: z.uuid(),
  unitName: z.string(),
  name: z.string(),
  office: z.enum(riskOffices),
  post: z.string(),
  controls: z.string(),
  inherent: rating,
  residual: rating,
  level,
  residualLevel: level,
  bounds: z.strictObject({ red: z.number(), orange: z.number(), yellow: z.number() }),
  state: z.enum(riskStates),
  acceptedUntil: z.iso.date().nullable(),
  acceptedReason: z.string().nullable(),
  /** For so many days it may be accepted at a time; 0: not at all. */
  longest: z.number(),
  conclusion: z.string().nullable(),
  enteredAt: z.iso.datetime(),
  assessedAt: z.iso.datetime(),
  findings: z.array(
    z.strictObject({ id: z.uuid(), number: z.string(), subject: z.string(), level, state: z.enum(findingStates) }),
  ),
});

interface Row extends Omit<z.infer<typeof answer>, 'bounds' | 'longest' | 'findings' | 'enteredAt' | 'assessedAt'> {
  readonly enteredAt: Date;
  readonly assessedAt: Date;
}

const who = [...riskReaders, 'holder'] as const;

/** 一项风险: what it is, what is done against it, what is left, and which findings belong to it. */
export const risk = read('risk-centre.risk', {
  title: { zh: '一项风险', en: 'A risk' },
  query: z.strictObject({ id: z.uuid() }),
  answer,
  who,
  object: ({ id }) => id,
  async fetch(tx, { id }, context) {
    const { enteredAt, assessedAt, ...row } = await tx.one<Row>(sql`
      select r.id, r.unit_id as unit, u.name as "unitName", r.name, r.office, r.post_title as post, r.controls,
             jsonb_build_object('likelihood', r.likelihood, 'consequence', r.consequence) as inherent,
             jsonb_build_object('likelihood', r.residual_likelihood, 'consequence', r.residual_consequence) as residual,
             r.level, r.residual_level as "residualLevel", r.state, r.accepted_until as "acceptedUntil", r.accepted_reason as "acceptedReason",
             r.conclusion, r.entered_at as "enteredAt", r.assessed_at as "assessedAt"
        from risk_centre.risk r join kernel.unit u on (u.node_id, u.id) = (r.node_id, r.unit_id) where r.id = ${id}`);
    const findings = await tx.rows<z.infer<typeof answer>['findings'][number]>(sql`
      select id, number, subject_name as subject, level, state from risk_centre.finding
       where id in (select finding_id from risk_centre.risk_finding where risk_id = ${id})
         and ${inScope(context, riskReaders)} and ${ofTrial(context)} order by raised_at desc limit 200`);
    return {
      ...row,
      enteredAt: enteredAt.toISOString(),
      assessedAt: assessedAt.toISOString(),
      bounds: matrixBounds(context, row.unit),
      longest: longestAcceptance(context, row.unit, row.residualLevel),
      findings,
    };
  },
  at: (found) => placeOfRisk({ id: found.id, unit: found.unit }),
  moves: (found) => ({ verbs: riskMoves.from(found.state), place: placeOfRisk(found) }),
});
