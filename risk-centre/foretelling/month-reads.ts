import { inScope, read, sql, type Context, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { chainReaders } from '../chain/collect-reads.ts';
import { reliability } from '../methods/learning/reliability.ts';
import { Because, Bins, Tried, Why } from './contract.ts';
import { outcomeRows } from './outcome-rows.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const run = {
  outcome: z.string(),
  title: words,
  month: z.iso.date(),
  status: z.enum(['model', 'base-rate']),
  /** Months known of all subjects, and in how many it happened: the base rate. */
  months: z.number(),
  times: z.number(),
  madeAt: z.iso.datetime(),
  why: Why,
};

interface RunRow {
  readonly id: string;
  readonly outcome: string;
  readonly zh: string;
  readonly en: string;
  readonly month: string;
  readonly status: 'model' | 'base-rate';
  readonly months: number;
  readonly times: number;
  readonly made: Date;
  readonly tried: z.infer<typeof Tried> | null;
  readonly why: z.infer<typeof Why>;
}

/** The newest run of each outcome at the roots above the asker. */
function newestRuns(tx: Tx, { actor, organisation }: Context): Promise<RunRow[]> {
  const roots = actor.grants.flatMap(({ unit }) => organisation.chain(unit).at(-1)?.id ?? []);
  return tx.rows<RunRow>(sql`
    select distinct on (outcome) id, outcome, title_zh as zh, title_en as en, month::text as month, status, months, times, made_at as made, tried, why
      from risk_centre.month_run where root_id = any (${roots}::uuid[]) order by outcome, made_at desc, id desc`);
}

const toldRun = ({ outcome, zh, en, month, status, months, times, made, why }: RunRow) => ({
  outcome,
  title: { zh, en },
  month,
  status,
  months,
  times,
  madeAt: made.toISOString(),
  why,
});

/** 下月预测: each outcome with whether a model or a base rate is told, and how many subjects of the asker's. */
export const nextMonths = read('risk-centre.next-months', {
  title: { zh: '下月预测', en: 'Next months' },
  query: z.strictObject({}),
  answer: z.strictObject({
    outcomes: z.array(
      z.strictObject({
        ...run,
        subjects: z.number(),
        /** Of those subjects so many are expected to have it, by the model; null without one. */
        expected: z.number().nullable(),
        skill: z.number().nullable(),
      }),
    ),
  }),
  who: chainReaders,
  async fetch(tx, _query, context) {
    const runs = await newestRuns(tx, context);
    const counted = await tx.rows<{ run: string; subjects: number; expected: number | null }>(sql`
      select run_id as run, count(*)::int as subjects, sum(probability) as expected from risk_centre.month_forecast
       where run_id = any (${runs.map(({ id }) => id)}::uuid[]) and ${inScope(context, chainReaders)} group by run_id`);
    return {
      outcomes: runs.map((each) => {
        const of = counted.find(({ run: id }) => id === each.id);
        return {
          ...toldRun(each),
          subjects: of?.subjects ?? 0,
          expected: of?.expected ?? null,
          skill: each.tried?.skill ?? null,
        };
      }),
    };
  },
});

const most = 300;

/** 下月预测的一类: probabilities with their reasons, how well it was foretold, and what became of earlier months. */
export const nextMonth = read('risk-centre.next-month', {
  title: { zh: '下月预测', en: 'Next month' },
  query: z.strictObject({ outcome: z.string().max(60) }),
  answer: z.strictObject({
    run: z.strictObject(run).nullable(),
    fewest: z.number(),
    tried: Tried.nullable(),
    /** What was foretold at the time and has since happened or not; null below the fewest months. */
    live: z
      .strictObject({
        cases: z.number(),
        happened: z.number(),
        bins: Bins,
        brier: z.number(),
        calibrationError: z.number(),
      })
      .nullable(),
    liveCases: z.number(),
    subjects: z.array(
      z.strictObject({
        subject: z.uuid(),
        kind: z.string(),
        name: z.string(),
        unit: z.uuid(),
        probability: z.number().nullable(),
        months: z.number(),
        times: z.number(),
        because: Because,
      }),
    ),
    inAll: z.number(),
  }),
  who: chainReaders,
  async fetch(tx, { outcome }, context) {
    const mine = inScope(context, chainReaders);
    const found = (await newestRuns(tx, context)).find((each) => each.outcome === outcome);
    const fewest = context.standards.numberOn('risk-centre.next-month', context.today, [], { item: 'tried-months' });
    const subjects = await tx.rows<{
      subject: string;
      kind: string;
      name: string;
      unit: string;
      probability: number | null;
      months: number;
      times: number;
      because: z.infer<typeof Because>;
      all: number;
    }>(sql`
      select subject_id as subject, subject_kind as kind, subject_name as name, unit_id as unit, probability, months, times, because, (count(*) over ())::int as "all"
        from risk_centre.month_forecast where run_id = ${found?.id ?? null} and ${mine}
       order by probability desc nulls last, times::float8 / greatest(months, 1) desc, subject_name limit ${most}`);
    // Foretold several times of one month, the first counts: it knew least.
    const past = await tx.rows<{ stated: number; came: number }>(sql`
      select distinct on (f.subject_id, f.month) f.probability as stated, f.happened as came
        from risk_centre.month_forecast f join risk_centre.month_run r on (r.node_id, r.id) = (f.node_id, f.run_id)
       where f.outcome = ${outcome} and f.happened is not null and f.probability is not null and ${inScope(context, chainReaders, 'f.unit_id')}
       order by f.subject_id, f.month, r.made_at`);
    const told =
      past.length < fewest
        ? null
        : reliability(
            past.map(({ stated }) => stated),
            past.map(({ came }) => came),
            'cases',
          );
    return {
      run: found ? toldRun(found) : null,
      fewest,
      tried: found?.tried ?? null,
      live: told && {
        cases: told.cases,
        happened: past.filter(({ came }) => came === 1).length,
        bins: [...told.bins],
        brier: told.brier,
        calibrationError: told.calibrationError,
      },
      liveCases: past.length,
      subjects: subjects.map(({ all: _all, ...each }) => each),
      inAll: subjects[0]?.all ?? 0,
    };
  },
});

/** 逐月记录: the months from which one subject was foretold, each opening its records. */
export const subjectMonthsRead = read('risk-centre.subject-months', {
  title: { zh: '逐月记录', en: 'Months of a subject' },
  query: z.strictObject({ outcome: z.string().max(60), subject: z.uuid() }),
  answer: z.strictObject({
    months: z.array(
      z.strictObject({
        month: z.iso.date(),
        happened: z.literal([0, 1]).nullable(),
        measures: z.record(z.string(), z.number().nullable()),
        opens: z.string(),
      }),
    ),
  }),
  who: chainReaders,
  async fetch(tx, { outcome, subject }, context) {
    const rows = await outcomeRows(
      tx,
      context.now,
      sql`outcome = ${outcome} and subject_id = ${subject} and ${inScope(context, chainReaders)}`,
    );
    return {
      months: rows
        .map(({ month, happened, measures, opens }) => ({ month, happened, measures, opens }))
        .toReversed()
        .slice(0, 120),
    };
  },
});
