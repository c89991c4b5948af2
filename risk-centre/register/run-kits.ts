import { isRefusal, type Job, type JobRun, type RiskCase } from '@opengoa/kernel';
import type { RegisteredKit } from '@opengoa/kernel/risk-kit';
import { standardsInForce } from './standards-in-force.ts';

/** Runs every kit, or the ones asked for, over a period: the last thirty-one days unless said otherwise. What is found is raised through a verb, unit by unit. */
export const runKits: Job = {
  name: 'run-kits',
  title: { zh: '运行风险规则', en: 'Run the risk kits' },
  dailyAt: '04:20',
  async run(run, asked) {
    const { calendar, now, kits } = run.context;
    const today = calendar.dayOf(now);
    const period = (asked['period'] as [string, string] | undefined) ?? [daysBefore(today, 31), today];
    const wanted = [...kits.values()].filter(({ kit }) => asked['kit'] === undefined || asked['kit'] === kit.id);
    for (const [at, registered] of wanted.entries()) {
      if (run.signal.aborted) return;
      run.progress(at, wanted.length, registered.kit.title);
      await runOne(run, registered, period);
    }
    run.progress(wanted.length, wanted.length);
  },
};

async function runOne(run: JobRun, { kit, source }: RegisteredKit, period: [string, string]): Promise<void> {
  const cases = await run.reading((tx, context) => source.gather(tx, period, context));
  for (const [unit, ofUnit] of Map.groupBy(cases, (each) => each.unit)) {
    const verdicts = ofUnit.map((each) => ({
      each,
      verdict: kit.judge(each.subject, each.inputs, { standards: standardsInForce(kit, each, run.context) }),
    }));
    const having = (status: string) => verdicts.filter(({ verdict }) => verdict.status === status);
    const answer = await run.verb('risk-centre.run-kit', {
      kit: kit.id,
      unit,
      period,
      flagged: having('flag').map(({ each, verdict: { subject, period: within, ...verdict } }) => ({
        unit,
        subject,
        period: within ?? each.period,
        opens: each.opens,
        verdict,
      })),
      clear: having('clear').length,
      insufficient: having('insufficient_data').length,
      notApplicable: having('not_applicable').length,
    });
    if (isRefusal(answer)) throw new Error(`${kit.id} at ${unit}: ${answer.code} ${JSON.stringify(answer.data)}`);
  }
}

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

export type { RiskCase };
