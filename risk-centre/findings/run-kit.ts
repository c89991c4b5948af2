import { newId, refuse, verb, type FactDraft, type Id } from '@opengoa/kernel';
import type { z } from 'zod';
import { FindingRaised, KitRun, RunKit, SignalMerged, type Level } from '../contract.ts';
import { findKitState } from '../register/kit-store.ts';
import { levelFor, probabilityOf } from '../register/judge-level.ts';
import { dueFor, findingOf } from './finding.ts';
import { lockLiveOnes, nextNumber, subjectKey, type LiveFinding } from './finding-store.ts';
import { nearestHolders, taskFor } from './finding-task.ts';
import { gravest, mergedLoss, type Loss, type ToldLoss } from './merge-signals.ts';

const lossOf = (verdict: Record<string, unknown>): Loss | null => (verdict['loss'] as Loss | undefined) ?? null;

type Flagged = z.infer<typeof RunKit>['flagged'][number];

/**
 * 规则运行: what one kit found in one unit's cases. A subject that is already being handled gets the new signal merged into its finding
 * (RE-04): nobody is asked twice for the same thing. Cases without enough data are counted, so that silence is not read as clean.
 */
export const runKit = verb('risk-centre.run-kit', {
  title: { zh: '规则运行', en: 'Run a kit' },
  input: RunKit,
  who: ['job'],
  internal: true,
  facts: [KitRun, FindingRaised, SignalMerged],
  refusals: ['kit-unknown'],
  async load(tx, { kit, flagged }, { today }) {
    const live = await lockLiveOnes(
      tx,
      kit,
      flagged.map(({ subject }) => subject),
    );
    const fresh = new Set(flagged.map(({ subject }) => subjectKey(subject))).difference(new Set(live.keys())).size;
    const year = Number(today.slice(0, 4));
    const state = await findKitState(tx, kit);
    return { state, live, year, first: fresh === 0 ? 0 : await nextNumber(tx, year, fresh) };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ state, live, year, first }, { kit, unit, period, flagged, clear, insufficient, notApplicable }, context) {
    const registered = context.kits.get(kit);
    if (!registered) return refuse('kit-unknown', {}, { status: 404 });
    let number = first;
    const shadow = (state ?? registered.kit.state) !== 'live';
    // A subject flagged for several periods of one run is asked once: the later periods merge into what the first one raised.
    const handled = new Map<string, LiveFinding>(live);
    const found = flagged.flatMap((each): FactDraft[] => {
      const key = subjectKey(each.subject);
      const before = handled.get(key);
      const alone = probabilityOf(registered.kit, each.verdict);
      const probability = Math.max(alone, before?.probability ?? 0);
      const signals: ToldLoss[] = [...(before?.signals ?? []), { period: each.period, loss: lossOf(each.verdict) }];
      const loss = mergedLoss(signals);
      const now = levelFor(registered.kit, { ...each.verdict, loss }, { probability, shadow }, context);
      const level = before ? gravest(before.level, now) : now;
      const raised = before
        ? []
        : raise(each, `RF-${year}-${String(number++).padStart(5, '0')}`, { level, probability, shadow }, context);
      const id = before?.id ?? raised[0]!.object.id;
      handled.set(key, { id, level, probability, signals });
      if (!before) return raised;
      return [
        SignalMerged.of({
          object: findingOf({ id }),
          unit: each.unit,
          body: { period: each.period, verdict: each.verdict, level, probability, loss },
        }),
      ];
    });
    const looked = flagged.length + clear + insufficient + notApplicable;
    return [
      KitRun.of({
        object: { kind: 'risk-centre.kit', id: newId() },
        unit,
        body: {
          kit,
          version: registered.kit.version,
          period,
          looked,
          flagged: flagged.length,
          clear,
          insufficient,
          notApplicable,
        },
      }),
      ...found,
    ];
  },
});

function raise(
  each: Flagged,
  number: string,
  { level, probability, shadow }: { level: Level; probability: number; shadow: boolean },
  context: Parameters<typeof dueFor>[3],
): FactDraft[] {
  const id: Id = newId();
  const due = dueFor('answer', level, each.unit, context);
  const about = { id, unit: each.unit, number, subjectName: each.subject.name };
  return [
    FindingRaised.of({
      object: findingOf(about),
      unit: each.unit,
      body: { ...each, number, level, probability, shadow, due: due.toISOString() },
    }),
    ...(shadow
      ? []
      : taskFor(about, {
          title: { zh: '待核实异常：请单位说明', en: 'To be verified: the unit is asked to explain' },
          holders: nearestHolders('head', each.unit, context),
          verbs: ['risk-centre.explain-finding'],
          due,
        })),
  ];
}
