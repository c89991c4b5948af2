import { nearestHolders, newId, refuse, verb, type FactDraft, type Id } from '@opengoa/kernel';
import type { z } from 'zod';
import { FindingRaised, FindingReopened, KitRun, RunKit, SignalMerged, type Level } from '../contract.ts';
import { rhoFor } from '../evidence/compared-kits.ts';
import { LooksKept } from '../evidence/contract.ts';
import { findRepeating, findStatedCases, newLooks } from '../evidence/evidence-store.ts';
import { correctionsFrom, stateProbability, type Stated } from '../evidence/state-probability.ts';
import { countOutcomes, findKitState } from '../register/kit-store.ts';
import { levelFor } from '../register/judge-level.ts';
import { measuredOf } from '../register/measured-kits.ts';
import { dueFor, findingOf } from './finding.ts';
import { lockLiveOnes, nextNumber, recordsOf, recordsSpokenOf, ruleKey, type LiveFinding } from './finding-store.ts';
import { taskFor } from './finding-task.ts';
import { lockClosedOnes, nextRoundNumber, onceEach, type ClosedFinding } from './reopen-finding.ts';
import { belongsTo, gravest, mergedLoss, type Loss } from './merge-signals.ts';
import type { Spoken } from './weigh-signals.ts';

const lossOf = (verdict: Record<string, unknown>): Loss | null => (verdict['loss'] as Loss | undefined) ?? null;

type Flagged = z.infer<typeof RunKit>['flagged'][number];

/**
 * 规则运行: what one kit found in one unit's cases. What is already being handled, by this kit or by another of the same risk, gets the new signal
 * merged into its finding (RE-04): nobody is asked twice for the same thing, and what was said before is not said again. What was closed not long ago is opened again. Cases without enough
 * data are counted, so that silence is not read as clean.
 */
export const runKit = verb('risk-centre.run-kit', {
  title: { zh: '规则运行', en: 'Run a kit' },
  input: RunKit,
  who: ['job'],
  internal: true,
  facts: [KitRun, LooksKept, FindingRaised, FindingReopened, SignalMerged],
  refusals: ['kit-unknown'],
  async load(tx, { kit, flagged, looks }, context) {
    const { today, kits } = context;
    const state = await findKitState(tx, kit);
    const known = kits.get(kit)?.kit;
    const year = Number(today.slice(0, 4));
    const fresh = await newLooks(tx, kit, looks);
    if (!known || flagged.length === 0) return { ...nothingFlagged, state, fresh, year };
    const shadow = (state ?? known.state) !== 'live';
    // The closed ones first: whoever opens one again meanwhile is then found among the live ones.
    const closed = await lockClosedOnes(tx, { risk: known.risk, shadow }, flagged, context);
    const live = await lockLiveOnes(tx, { risk: known.risk, shadow }, flagged);
    const spoken = await recordsSpokenOf(
      tx,
      { kit, shadow },
      flagged.map(({ subject }) => subject),
    );
    const raising = countFresh(flagged, live, spoken, closed);
    const first = raising === 0 ? 0 : await nextNumber(tx, year, raising);
    const sameRisk = [...kits.values()].filter((each) => each.kit.risk === known.risk).map((each) => each.kit.id);
    return {
      state,
      live,
      closed,
      spoken,
      counts: await countOutcomes(tx),
      repeating: await findRepeating(tx),
      cases: await findStatedCases(tx, sameRisk),
      fresh,
      year,
      first,
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ state, live, closed, spoken, counts, repeating, cases, fresh, year, first }, input, context) {
    const { kit, unit, period, flagged, clear, insufficient, notApplicable, atOnce, peers } = input;
    const registered = context.kits.get(kit);
    if (!registered) return refuse('kit-unknown', {}, { status: 404 });
    const { risk } = registered.kit;
    const stating = {
      kitOf: (id: string) => context.kits.get(id)?.kit,
      measuredOf: measuredOf(counts, context),
      rhoOf: rhoFor(risk, repeating),
      correctionOf: correctionsFrom(cases),
    };
    let number = first;
    let repeated = 0;
    const shadow = (state ?? registered.kit.state) !== 'live';
    // A subject flagged for several periods of one run is asked once: the later periods merge into what the first one raised.
    const handled: LiveFinding[] = [...live];
    const reopened = onceEach(closed);
    const found = flagged.flatMap((each): FactDraft[] => {
      const before = handled.find((one) => belongsTo(each, one));
      if (saidBefore(each, spoken)) {
        repeated += 1;
        return [];
      }
      const told: Spoken = {
        kit,
        evidenceClass: each.verdict.evidenceClass,
        llr: typeof each.verdict['llr'] === 'number' ? each.verdict['llr'] : 0,
      };
      const signals = [...(before?.signals ?? []), { period: each.period, loss: lossOf(each.verdict), ...told }];
      const stated = stateProbability(signals, stating);
      const { probability } = stated;
      const loss = mergedLoss(signals);
      const now = levelFor(registered.kit, { ...each.verdict, loss }, { probability, shadow }, context);
      const level = before ? gravest(before.level, now) : now;
      const raised = before
        ? []
        : raiseOrReopen(
            each,
            reopened(each) ?? `RF-${year}-${String(number++).padStart(5, '0')}`,
            { ...stated, level, risk, shadow },
            context,
          );
      const id = before?.id ?? raised[0]!.object.id;
      const about = [...new Set([...(before?.about ?? []), ...each.about])];
      const merged = { id, unit: each.unit, subject: before?.subject ?? each.subject, about, level, signals };
      handled.splice(before ? handled.indexOf(before) : handled.length, before ? 1 : 0, merged);
      if (!before) return raised;
      return [
        SignalMerged.of({
          object: findingOf({ id }),
          unit: before.unit,
          body: { period: each.period, about: each.about, verdict: each.verdict, level, ...stated, loss },
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
          repeated,
          atOnce,
          peers,
        },
      }),
      ...(fresh === null
        ? []
        : [
            LooksKept.of({
              object: { kind: 'risk-centre.evidence', id: newId() },
              unit,
              body: { ...fresh, kit },
            }),
          ]),
      ...found,
    ];
  },
});

const nothingFlagged = {
  live: [],
  closed: [],
  spoken: new Map<string, Set<string>>(),
  counts: [],
  repeating: [],
  cases: [],
  first: 0,
};

/** How many findings these signals will raise: as many numbers are taken, so that none is left out of the year's row. */
function countFresh(
  flagged: readonly Flagged[],
  live: readonly LiveFinding[],
  spoken: ReadonlyMap<string, ReadonlySet<string>>,
  closed: readonly ClosedFinding[],
): number {
  const reopened = onceEach(closed);
  const known: Pick<LiveFinding, 'unit' | 'subject' | 'about'>[] = [...live];
  let fresh = 0;
  for (const each of flagged) {
    if (saidBefore(each, spoken)) continue;
    const before = known.find((one) => belongsTo(each, one));
    if (!before && !reopened(each)) fresh += 1;
    known.push({ unit: before?.unit ?? each.unit, subject: before?.subject ?? each.subject, about: each.about });
  }
  return fresh;
}

/** Nothing in it is new: the same rule has spoken of every record that it rests on. */
function saidBefore({ subject, verdict }: Flagged, spoken: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const before = spoken.get(ruleKey(subject, verdict.rule));
  const records = recordsOf(verdict);
  return before !== undefined && records.length > 0 && records.every((record) => before.has(record));
}

/** @param as the number of a new case, or the closed one that is opened again */
function raiseOrReopen(
  each: Flagged,
  as: string | ClosedFinding,
  given: Parameters<typeof raise>[3],
  context: Parameters<typeof dueFor>[3],
): FactDraft[] {
  if (typeof as === 'string') return raise(each, as, null, given, context);
  const number = nextRoundNumber(as);
  const raised = raise(each, number, { finding: as.id, round: as.round + 1 }, given, context);
  return [
    ...raised,
    FindingReopened.of({
      object: findingOf(as),
      unit: as.unit,
      body: { by: raised[0]!.object.id, number, closedOn: as.closedOn },
    }),
  ];
}

function raise(
  each: Flagged,
  number: string,
  reopens: { finding: Id; round: number } | null,
  given: Stated & { level: Level; risk: string; shadow: boolean },
  context: Parameters<typeof dueFor>[3],
): FactDraft[] {
  const id: Id = newId();
  const due = dueFor('answer', given.level, each.unit, context);
  const about = { id, unit: each.unit, number, subjectName: each.subject.name };
  return [
    FindingRaised.of({
      object: findingOf(about),
      unit: each.unit,
      body: { ...each, number, ...given, reopens, due: due.toISOString() },
    }),
    ...(given.shadow
      ? []
      : taskFor(about, {
          title: reopens
            ? { zh: '异常再次出现：请单位说明', en: 'It appeared again: the unit is asked to explain' }
            : { zh: '待核实异常：请单位说明', en: 'To be verified: the unit is asked to explain' },
          holders: nearestHolders(context.organisation, 'head', each.unit),
          verbs: ['risk-centre.explain-finding'],
          due,
        })),
  ];
}
