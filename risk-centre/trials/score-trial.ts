import { sql, type Context, type Id, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import type { RiskKit } from '@opengoa/kernel/risk-kit';
import { z } from 'zod';
import type { Outcome } from '../contract.ts';
import type { KnownRow } from '../methods/back-test/as-of.ts';
import type { LaterVerdict, ReplayedDay } from '../methods/back-test/replay.ts';
import { scoreReplay } from '../methods/back-test/score-replay.ts';
import { fewestVerdicts, none } from '../register/measured-kits.ts';
import { precisionShown } from '../register/register-reads.ts';

const share = z.strictObject({ reviewed: z.number(), mean: z.number(), lower: z.number(), upper: z.number() });

/** What became of a trial's alarms; each count is that of the rows of the alarms' list with this `score`. */
export const BackTest = z.strictObject({
  /** Subjects or findings that alarms spoke of, each once. */
  alarms: z.number(),
  hits: z.number(),
  wrong: z.number(),
  unverified: z.number(),
  missed: z.number(),
  /** Null below the fewest verdicts, and until verdicts are complete. */
  precision: share.nullable(),
  recall: share.nullable(),
  fewest: z.number(),
  lossFoundFen: z.number(),
  lossMissedFen: z.number(),
  /** How many hits and how many misses were not told in money: they are in no sum. */
  notInMoney: z.strictObject({ hits: z.number(), missed: z.number() }),
  minutesOnWrong: z.number(),
  wrongFen: z.number(),
  /** Days from the beginning of what was found to the first alarm, median. */
  daysToDetection: z.number().nullable(),
  /** What is missing before it can be scored. */
  why: z.array(z.strictObject({ zh: z.string(), en: z.string(), needed: z.number(), found: z.number() })),
});

interface Row {
  readonly thing: string;
  readonly score: 'hit' | 'wrong' | 'unverified' | 'missed';
  readonly testedOn: string;
  readonly outcome: Outcome | null;
  readonly decidedAt: Date | null;
  readonly since: string;
  readonly lossFen: number | null;
}

/** Alarms and verdicts of a trial, scored as a replay is; every alarm counts as looked into, since a trial has no queue. */
export async function scoreTrial(
  tx: Tx,
  trial: { readonly id: Id; readonly period: readonly [string, string] },
  kit: Pick<RiskKit, 'checkHours'> | undefined,
  context: Context,
): Promise<z.infer<typeof BackTest>> {
  const rows = await tx.rows<Row>(sql`
    select coalesce(a.finding_id::text, a.subject_kind || ' ' || a.subject_id) as thing, a.score, a.tested_on as "testedOn", a.outcome, a.decided_at as "decidedAt",
           coalesce(f.period_from, a.period_from) as since, case when f.loss_unit = 'fen' then f.loss_mid end as "lossFen"
      from risk_centre_read.trial_alarm_v1 a left join risk_centre.finding f on (f.node_id, f.id) = (a.node_id, a.finding_id)
     where a.trial_id = ${trial.id} and a.score in ('hit', 'wrong', 'unverified', 'missed') order by a.tested_on, a.id`);
  const standard = (of: string, item: string) => context.standards.numberOn(of, context.today, [], { item });
  const hourFen = standard('risk-centre.threshold-moves', 'hour-fen');
  const hours = kit?.checkHours ?? 0;
  const having = (score: Row['score']) => rows.filter((each) => each.score === score);
  const found = scoreReplay(daysOf(rows, trial.period, hours), verdictsOf(rows, context), {
    until: context.today,
    matureDays: standard('risk-centre.back-test', 'mature'),
    hourFen,
  });
  const fewest = fewestVerdicts(context);
  const [hits, wrong, missed] = [having('hit'), having('wrong'), having('missed')];
  const partly = (some: readonly Row[]) => some.filter(({ outcome }) => outcome === 'partly-confirmed').length;
  const lossOf = (some: readonly Row[]) => some.reduce((sum, each) => sum + came(each) * (each.lossFen ?? 0), 0);
  const notInMoney = (some: readonly Row[]) => some.filter(({ lossFen }) => lossFen === null).length;
  const scored = found.status === 'ok';
  return {
    alarms: hits.length + wrong.length + having('unverified').length,
    hits: hits.length,
    wrong: wrong.length,
    unverified: having('unverified').length,
    missed: missed.length,
    precision: scored
      ? precisionShown(
          {
            ...none,
            confirmed: hits.length - partly(hits),
            'partly-confirmed': partly(hits),
            explained: wrong.length,
          },
          fewest,
        )
      : null,
    recall: scored ? precisionShown({ ...none, confirmed: hits.length, explained: missed.length }, fewest) : null,
    fewest,
    lossFoundFen: lossOf(hits),
    lossMissedFen: lossOf(missed),
    notInMoney: { hits: notInMoney(hits), missed: notInMoney(missed) },
    minutesOnWrong: wrong.length * hours * 60,
    wrongFen: wrong.length * hours * hourFen,
    daysToDetection: scored ? found.daysToDetection : null,
    why:
      rows.length > 0 && hits.length + wrong.length + missed.length === 0
        ? [{ zh: '测试日之后还没有核实结论', en: 'no verdict came after the days tested', needed: 1, found: 0 }]
        : scored
          ? []
          : [...found.reasons],
  };
}

const came = ({ outcome }: Row): number => (outcome === 'confirmed' ? 1 : outcome === 'partly-confirmed' ? 0.5 : 0);

function daysOf(rows: readonly Row[], period: readonly [string, string], hours: number): ReplayedDay[] {
  const byDay = Map.groupBy(
    rows.filter(({ score }) => score !== 'missed'),
    ({ testedOn }) => testedOn,
  );
  const last = addDays(period[1], -1);
  return [...new Set([...byDay.keys(), last])].toSorted().map((day) => {
    const alarms = (byDay.get(day) ?? []).map(({ thing, lossFen }) => ({
      subject: thing,
      probability: 0,
      lossFen: lossFen ?? 0,
      hours,
    }));
    return { day, looked: alarms.length, alarms, within: alarms.length, hoursUsed: alarms.length * hours };
  });
}

const verdictsOf = (rows: readonly Row[], { calendar }: Pick<Context, 'calendar'>): KnownRow<LaterVerdict>[] =>
  rows.flatMap((each) =>
    each.score === 'unverified' || each.decidedAt === null
      ? []
      : {
          key: each.thing,
          knownOn: calendar.dayOf(each.decidedAt),
          row: { subject: each.thing, since: each.since, came: came(each), lossFen: each.lossFen ?? 0 },
        },
  );
