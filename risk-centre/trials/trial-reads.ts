import { list, read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { precisionOf } from '../methods/indicator-precision.ts';
import { none } from '../register/measured-kits.ts';
import { outcomes } from '../contract.ts';
import { outcomeWords, scoreWords, standingWords, trialStateWords } from '../words.ts';
import { BackTest, scoreTrial } from './score-trial.ts';
import { triers } from './try-kit.ts';

const who = [...triers, 'superior'] as const;
const settings = z.record(z.string(), z.number());
const counts = z.record(z.string(), z.number());

const figures = z.strictObject({
  /** Alarms under the asked settings, and under the present ones. */
  asked: z.number(),
  present: z.number(),
  /** Of the asked: with a real finding beside them, and without. */
  agree: z.number(),
  fresh: z.number(),
  /** Real findings that would not have been raised, and of these the ones found true. */
  noLonger: z.number(),
  noLongerTrue: z.number(),
  /** Precision among the alarms that people have judged; null below one verdict. */
  precision: z
    .strictObject({ reviewed: z.number(), mean: z.number(), lower: z.number(), upper: z.number() })
    .nullable(),
});

/** 试算结果: the alarms by month and unit under both settings, beside what was really found and what people said of it. */
export const trial = read('risk-centre.trial', {
  title: { zh: '试算结果', en: 'A trial' },
  query: z.strictObject({ id: z.uuid() }),
  answer: z.strictObject({
    id: z.uuid(),
    unit: z.uuid(),
    kit: z.string(),
    title: z.strictObject({ zh: z.string(), en: z.string() }),
    version: z.string(),
    period: z.tuple([z.string(), z.string()]),
    settings,
    present: settings,
    standards: settings,
    state: z.enum(['waiting', 'running', 'done', 'cancelled', 'too-much']),
    done: z.number(),
    of: z.number(),
    askedCounts: counts,
    presentCounts: counts,
    askedAt: z.iso.datetime(),
    figures,
    backTest: BackTest,
    /** Each month was read as it was known at its end. */
    asKnown: z.boolean(),
    /** What of the source can be read so, in words; null where nothing can. */
    sourceKnows: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
    months: z.array(
      z.strictObject({
        month: z.string(),
        asked: z.number(),
        present: z.number(),
        agree: z.number(),
        noLonger: z.number(),
      }),
    ),
    units: z.array(
      z.strictObject({
        unit: z.uuid(),
        asked: z.number(),
        present: z.number(),
        agree: z.number(),
        noLonger: z.number(),
      }),
    ),
  }),
  who,
  async fetch(tx, { id }, context) {
    const row = await tx.one<{
      unit: string;
      kit: string;
      version: string;
      from: string;
      to: string;
      settings: Record<string, number>;
      present: Record<string, number>;
      standards: Record<string, number>;
      asKnown: boolean;
      state: 'waiting' | 'running' | 'done' | 'cancelled' | 'too-much';
      done: number;
      of: number;
      askedCounts: Record<string, number>;
      presentCounts: Record<string, number>;
      askedAt: Date;
    }>(sql`
      select unit_id as unit, kit, kit_version as version, period_from::text as from, period_to::text as to, settings, present, standards, as_known as "asKnown", state, done, "of",
             asked_counts as "askedCounts", present_counts as "presentCounts", asked_at as "askedAt" from risk_centre.trial where id = ${id}`);
    const sums = sql`count(*) filter (where asked)::int as asked, count(*) filter (where present)::int as present,
      count(*) filter (where standing = 'agree')::int as agree, count(*) filter (where standing = 'no-longer' and finding_id is not null)::int as "noLonger"`;
    type Sums = { asked: number; present: number; agree: number; noLonger: number };
    const months = await tx.rows<Sums & { month: string }>(
      sql`select month, ${sums} from risk_centre_read.trial_alarm_v1 where trial_id = ${id} group by month order by month`,
    );
    const units = await tx.rows<Sums & { unit: string }>(
      sql`select unit_id as unit, ${sums} from risk_centre_read.trial_alarm_v1 where trial_id = ${id} group by unit_id order by 2 desc, 1 limit 200`,
    );
    const judged = await tx.rows<{ outcome: (typeof outcomes)[number]; standing: string; n: number }>(sql`
      select outcome, standing, count(distinct finding_id)::int as n from risk_centre_read.trial_alarm_v1
       where trial_id = ${id} and outcome is not null group by outcome, standing`);
    const agreed = {
      ...none,
      ...Object.fromEntries(judged.filter((each) => each.standing === 'agree').map(({ outcome, n }) => [outcome, n])),
    };
    const found = precisionOf(agreed);
    const total = (of: keyof Sums) => months.reduce((sum, each) => sum + each[of], 0);
    const registered = context.kits.get(row.kit);
    const kit = registered?.kit;
    const period: [string, string] = [row.from, row.to];
    return {
      id,
      unit: row.unit,
      kit: row.kit,
      title: kit?.title ?? { zh: row.kit, en: row.kit },
      version: row.version,
      period,
      settings: row.settings,
      present: row.present,
      standards: row.standards,
      state: row.state,
      done: row.done,
      of: row.of,
      askedCounts: row.askedCounts,
      presentCounts: row.presentCounts,
      askedAt: row.askedAt.toISOString(),
      figures: {
        asked: total('asked'),
        present: total('present'),
        agree: total('agree'),
        fresh: total('asked') - total('agree'),
        noLonger: total('noLonger'),
        noLongerTrue: judged
          .filter(
            ({ standing, outcome }) =>
              standing === 'no-longer' &&
              outcome !== 'explained' &&
              outcome !== 'data-problem' &&
              outcome !== 'not-verifiable',
          )
          .reduce((sum, { n }) => sum + n, 0),
        precision:
          found.status === 'ok'
            ? { reviewed: found.reviewed, mean: found.mean, lower: found.lower, upper: found.upper }
            : null,
      },
      backTest: await scoreTrial(tx, { id, period }, kit, context),
      asKnown: row.asKnown,
      sourceKnows: registered?.asKnown ?? null,
      months,
      units,
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: (found) => ({
    verbs: found.state === 'waiting' || found.state === 'running' ? ['risk-centre.cancel-trial'] : [],
    place: { unit: found.unit, object: found.id },
  }),
});

/** 历史试算: kept, so that one can be held against another. */
export const trials = list('risk-centre.trials', {
  title: { zh: '历史试算', en: 'Trials on history' },
  view: 'risk_centre_read.trial_v1',
  who,
  order: '-asked_at',
  opens: '/risk/trials/{id}',
  columns: {
    kit: { title: { zh: '规则', en: 'Kit' }, kind: 'text', filter: true },
    kit_version: { title: { zh: '版本', en: 'Version' }, kind: 'text', hidden: true },
    period_from: { title: { zh: '期间起', en: 'From' }, kind: 'day' },
    period_to: { title: { zh: '期间止', en: 'To' }, kind: 'day' },
    state: { title: { zh: '状态', en: 'State' }, kind: 'choice', filter: true, choices: trialStateWords },
    asked_flags: { title: { zh: '试算提示', en: 'Alarms as tried' }, kind: 'integer' },
    hits: { title: { zh: '命中', en: 'Hits' }, kind: 'integer' },
    wrong: { title: { zh: '误报', en: 'False ones' }, kind: 'integer' },
    missed: { title: { zh: '漏报', en: 'Missed' }, kind: 'integer' },
    unverified: { title: { zh: '未核实', en: 'Without a verdict' }, kind: 'integer' },
    as_known: { title: { zh: '按当时已知', en: 'As known then' }, kind: 'yes-no', filter: true },
    present_flags: { title: { zh: '现行提示', en: 'Alarms as it is' }, kind: 'integer' },
    insufficient: { title: { zh: '数据不足', en: 'Insufficient data' }, kind: 'integer' },
    asked_at: { title: { zh: '发起时间', en: 'Asked' }, kind: 'instant', sort: true },
  },
});

/** 试算提示: one row each; none of them is a finding. */
export const trialAlarms = list('risk-centre.trial-alarms', {
  title: { zh: '试算提示', en: 'Alarms of a trial' },
  view: 'risk_centre_read.trial_alarm_v1',
  who,
  order: '-period_from',
  columns: {
    trial_id: { title: { zh: '试算', en: 'Trial' }, kind: 'id', filter: true, hidden: true },
    standing: {
      title: { zh: '与实际相比', en: 'Against what was found' },
      kind: 'choice',
      filter: true,
      choices: standingWords,
    },
    score: { title: { zh: '回测', en: 'Back-test' }, kind: 'choice', filter: true, choices: scoreWords },
    finding_number: { title: { zh: '实际编号', en: 'Real finding' }, kind: 'text' },
    outcome: {
      title: { zh: '实际结论', en: 'Outcome' },
      kind: 'choice',
      filter: true,
      choices: Object.fromEntries(outcomes.map((key) => [key, outcomeWords[key]])),
    },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    unit_name: { title: { zh: '单位名称', en: 'Unit name' }, kind: 'text', hidden: true },
    subject_name: { title: { zh: '对象', en: 'Subject' }, kind: 'text', filter: true },
    month: { title: { zh: '月份', en: 'Month' }, kind: 'text', filter: true },
    period_from: { title: { zh: '期间起', en: 'From' }, kind: 'day', sort: true },
    period_to: { title: { zh: '期间止', en: 'To' }, kind: 'day' },
    tested_on: { title: { zh: '测试日', en: 'Day tested' }, kind: 'day', hidden: true },
    decided_at: { title: { zh: '认定时间', en: 'Decided' }, kind: 'instant', hidden: true },
    explanation: { title: { zh: '说明', en: 'Explanation' }, kind: 'text' },
    explanation_en: { title: { zh: '英文说明', en: 'Explanation (en)' }, kind: 'text', hidden: true },
    asked: { title: { zh: '试算参数下', en: 'As tried' }, kind: 'yes-no', filter: true },
    present: { title: { zh: '现行参数下', en: 'As it is' }, kind: 'yes-no', filter: true },
    finding_id: { title: { zh: '异常', en: 'Finding' }, kind: 'id', hidden: true },
  },
});
