import { addDays, instantAt } from '@opengoa/kernel/calendar';
import { isRefusal, type Id, type Job, type JobRun, type RiskCase } from '@opengoa/kernel';
import type { RegisteredKit, StandardsInForce, Verdict, VerdictStatus } from '@opengoa/kernel/risk-kit';
import type { z } from 'zod';
import { standardsInForce } from '../register/standards-in-force.ts';
import type { TrialAlarm } from './contract.ts';
import { monthsOf } from './months-of.ts';
import { findTrial, waitingTrials, type Trial } from './trial-store.ts';

type Alarm = z.infer<typeof TrialAlarm>;
type Counts = Partial<Record<VerdictStatus, number>>;

/** 历史试算: every trial that waits, month by month, through the same rule and the same sources as the nightly run. It writes no finding. */
export const tryOnHistory: Job = {
  name: 'try-on-history',
  title: { zh: '历史试算', en: 'Try kits on history' },
  everyMinutes: 10,
  async run(run) {
    for (const { id } of await run.reading((tx) => waitingTrials(tx))) {
      if (run.signal.aborted) return;
      const trial = await run.reading((tx) => findTrial(tx, id));
      if (trial?.state === 'waiting') await tryOne(run, trial);
    }
  },
};

async function tryOne(run: JobRun, trial: Trial): Promise<void> {
  const registered = run.kits.get(trial.kit);
  const limit = (item: 'cases' | 'alarms') =>
    run.context.standards.numberOn('risk-centre.trial-limits', run.context.today, [], { item });
  const months = monthsOf(trial.period);
  const seen = new Set<string>();
  let cases = 0;
  let alarms = 0;
  for (const [at, month] of (registered ? months : []).entries()) {
    if (run.signal.aborted) return;
    run.progress(at, months.length);
    const part = await judgeMonth(run, registered!, trial, month, seen);
    cases += part.cases;
    alarms += part.alarms.length;
    const over = cases > limit('cases') || alarms > limit('alarms');
    const kept = await run.verb('risk-centre.keep-trial-part', {
      trial: trial.id,
      done: at + 1,
      of: months.length,
      asked: part.asked,
      present: part.present,
      alarms: over ? part.alarms.slice(0, Math.max(0, limit('alarms') - alarms + part.alarms.length)) : part.alarms,
    });
    if (isRefusal(kept)) {
      // Somebody has cancelled it.
      if (kept.code === 'trial-over') return;
      throw new Error(`trial ${trial.id}: ${kept.code} ${JSON.stringify(kept.data)}`);
    }
    if (over) {
      await run.verb('risk-centre.end-trial', { trial: trial.id, state: 'too-much' });
      return;
    }
  }
  await run.verb('risk-centre.end-trial', { trial: trial.id, state: 'done' });
}

/** One month: each case judged twice, under the asked settings and under the present ones. An alarm that a month before had is not one again. */
async function judgeMonth(
  run: JobRun,
  { kit, source }: RegisteredKit,
  trial: Trial,
  month: readonly [string, string],
  seen: Set<string>,
): Promise<{ cases: number; alarms: Alarm[]; asked: Counts; present: Counts }> {
  const { organisation } = run.context;
  const knownBefore = trial.asKnown ? instantAt(month[1], 0) : undefined;
  const gathered = await run.reading((tx, context) => source.gather(tx, month, context, undefined, knownBefore));
  const testedOn = addDays(month[1], -1);
  const cases = gathered.filter(({ unit }) => organisation.covers(trial.unit, unit, true));
  const asked: Counts = {};
  const present: Counts = {};
  const alarms: Alarm[] = [];
  for (const each of cases) {
    const inForce = standardsInForce(kit, each, run.context);
    const drafted = withDrafts(inForce, trial.standards);
    const tried = kit.judge(each.subject, each.inputs, { settings: trial.settings, standards: drafted });
    const now = kit.judge(each.subject, each.inputs, { settings: trial.present, standards: inForce });
    asked[tried.status] = (asked[tried.status] ?? 0) + 1;
    present[now.status] = (present[now.status] ?? 0) + 1;
    if (tried.status !== 'flag' && now.status !== 'flag') continue;
    const alarm = alarmOf(each, tried.status === 'flag' ? tried : now, {
      asked: tried.status === 'flag',
      present: now.status === 'flag',
      testedOn,
    });
    const key = `${alarm.subject.id} ${alarm.period.join()} ${alarm.rule} ${alarm.value}`;
    if (seen.has(key)) continue;
    seen.add(key);
    alarms.push(alarm);
  }
  return { cases: cases.length, alarms, asked, present };
}

/** A drafted value takes the place of the one in force; a standard that was not in force stays absent where nothing was drafted. */
function withDrafts(inForce: StandardsInForce, drafts: Readonly<Record<string, number>>): StandardsInForce {
  return Object.fromEntries(
    Object.entries(inForce).map(([name, standard]) =>
      name in drafts ? [name, { ...standard, value: drafts[name]! }] : [name, standard],
    ),
  );
}

const alarmOf = (each: RiskCase, verdict: Verdict, by: Pick<Alarm, 'asked' | 'present' | 'testedOn'>): Alarm => ({
  unit: each.unit as Id,
  subject: verdict.subject,
  period: [...(verdict.period ?? each.period)] as [string, string],
  rule: verdict.rule,
  value: verdict.value,
  threshold: verdict.threshold,
  measure: verdict.unit,
  explanation: verdict.explanation,
  ...by,
});
