import { isRefusal, type Id, type Job, type JobRun, type RiskCase } from '@opengoa/kernel';
import type { RegisteredKit, Settings, Verdict } from '@opengoa/kernel/risk-kit';
import { isCompared, looksOf } from '../evidence/compared-kits.ts';
import { ownSettings } from './kit-settings.ts';
import { findKitState, tunedSettings } from './kit-store.ts';
import { peersOf, typeOf, type PeerFigures } from './peers.ts';
import { standardsInForce } from './standards-in-force.ts';

/** Runs every kit, or the ones asked for, over a period: the last thirty-one days unless said otherwise. What is found is raised through a verb, unit by unit. */
export const runKits: Job = {
  name: 'run-kits',
  title: { zh: '运行风险规则', en: 'Run the risk kits' },
  dailyAt: '04:20',
  async run(run, asked) {
    const { calendar, now } = run.context;
    const today = calendar.dayOf(now);
    const period = (asked['period'] as [string, string] | undefined) ?? [daysBefore(today, 31), today];
    const wanted = [...run.kits.values()].filter(({ kit }) => asked['kit'] === undefined || asked['kit'] === kit.id);
    for (const [at, registered] of wanted.entries()) {
      if (run.signal.aborted) return;
      run.progress(at, wanted.length, registered.kit.title);
      await runOne(run, registered, period);
    }
    run.progress(wanted.length, wanted.length);
  },
};

/**
 * One kit over one period, or over the things alone that a fact called for.
 * @param only those things, as the kit's source knows them
 */
export async function runOne(
  run: JobRun,
  { kit, source }: RegisteredKit,
  period: readonly [string, string],
  only?: readonly Id[],
): Promise<void> {
  const { cases, tuned } = await run.reading(async (tx, context) => {
    const state = (await findKitState(tx, kit.id)) ?? kit.state;
    if (state === 'draft' || state === 'retired') return { cases: [], tuned: undefined };
    return { cases: await source.gather(tx, period, context, only), tuned: (await tunedSettings(tx)).get(kit.id) };
  });
  const settings: Settings = { ...ownSettings(kit), ...tuned };
  const judged = cases.map((each) => ({
    each,
    verdict: kit.judge(each.subject, each.inputs, { settings, standards: standardsInForce(kit, each, run.context) }),
  }));
  const compared = isCompared(kit, run.kits);
  const { organisation } = run.context;
  const measured = judged.map(({ each, verdict }) => ({ verdict, type: typeOf(organisation, each.unit) }));
  const ofType = new Map<string, Record<string, PeerFigures>>();
  for (const [unit, verdicts] of Map.groupBy(judged, ({ each }) => each.unit)) {
    const type = typeOf(organisation, unit);
    const peers = only ? {} : (ofType.get(type) ?? peersOf(measured, type));
    ofType.set(type, peers);
    const having = (status: Verdict['status']) => verdicts.filter(({ verdict }) => verdict.status === status);
    // A subject flagged several times in one period is raised once; its other signals follow into the same finding.
    const rounds = inRounds(having('flag'), ({ each }) => each.subject.id);
    for (const [at, flagged] of (rounds.length > 0 ? rounds : [[]]).entries()) {
      const answer = await run.verb('risk-centre.run-kit', {
        kit: kit.id,
        unit,
        period,
        flagged: flagged.map(({ each, verdict }) => raisedBy(each, verdict, kit.title)),
        clear: at === 0 ? having('clear').length : 0,
        insufficient: at === 0 ? having('insufficient_data').length : 0,
        notApplicable: at === 0 ? having('not_applicable').length : 0,
        atOnce: only !== undefined,
        peers: at === 0 ? peers : {},
        looks:
          at === 0 && compared
            ? looksOf(
                verdicts.map(({ verdict }) => verdict),
                period,
              )
            : null,
      });
      if (isRefusal(answer)) throw new Error(`${kit.id} at ${unit}: ${answer.code} ${JSON.stringify(answer.data)}`);
    }
  }
}

const raisedBy = (each: RiskCase, verdict: Verdict, title: RegisteredKit['kit']['title']) => {
  const { subject, period: within, ...kept } = verdict;
  return {
    unit: each.unit,
    subject,
    period: within ?? each.period,
    opens: each.opens,
    about: (each.about ?? []).filter((_, at) => at < 400),
    // A signal that joins another subject's finding still says what it is about.
    verdict: { ...kept, title, subject },
  };
};

/** The first of each key, then the second of each, and so on; at most 500 in one. */
export function inRounds<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const rounds: Item[][] = [];
  const seen = new Map<string, number>();
  for (const item of items) {
    const round = seen.get(keyOf(item)) ?? 0;
    seen.set(keyOf(item), round + 1);
    (rounds[round] ??= []).push(item);
  }
  return rounds.flatMap((round) =>
    Array.from({ length: Math.ceil(round.length / 500) }, (_, at) => round.slice(at * 500, at * 500 + 500)),
  );
}

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
