/** The working copy of a case while one act is applied to it; thrown away when the act is refused. */
import { refuse, type Refusal } from '../refusal.ts';
import type { PersonId } from './definition.ts';
import {
  type Case,
  type CaseStatus,
  type Seat,
  type Sitting,
  type StepFact,
  type StepRun,
  type StepsWorld,
} from './case.ts';
import { activeSeats, openSteps, runOf, tasksOf, termValueFor, type StepTask } from './case.ts';
import { holds } from './condition.ts';
import type { Definition, Limit, Node, StepNode } from './definition.ts';
import { findHolders } from './holders.ts';

/** Why a task is closed. `decided` is the only one that counts as done by its person. */
export type CloseReason =
  | 'decided'
  | 'overtaken'
  | 'returned'
  | 'handed-over'
  | 'removed'
  | 'waiting'
  | 'escalated'
  | 'withdrawn'
  | 'resubmitted';

export type TaskChanges = {
  readonly open: readonly StepTask[];
  readonly close: readonly {
    readonly key: string;
    readonly step: string;
    readonly person: PersonId;
    readonly why: CloseReason;
    readonly by: PersonId | null;
  }[];
  /** Still open, but somebody may now act for the holder, or the due time moved. */
  readonly change: readonly StepTask[];
  readonly remind: readonly {
    readonly key: string;
    readonly step: string;
    readonly person: PersonId;
    readonly why: 'urged' | 'time-out';
  }[];
};

/** Carries a refusal out of the middle of an act; the working copy is dropped with it. */
export class Halt extends Error {
  readonly refusal: Refusal;
  constructor(code: string, data: Record<string, unknown> = {}, status = 409) {
    super(code);
    this.refusal = refuse(code, data, { status });
  }
}

export type Work = {
  readonly definition: Definition;
  readonly of: Case;
  readonly world: StepsWorld;
  readonly now: Date;
  readonly facts: StepFact[];
  readonly reasons: Map<string, { why: CloseReason; by: PersonId | null }>;
  readonly reminded: Map<string, 'urged' | 'time-out'>;
};

export const startWork = (definition: Definition, of: Case, world: StepsWorld, now: Date): Work => ({
  definition,
  of: structuredClone(of),
  world,
  now,
  facts: [],
  reasons: new Map(),
  reminded: new Map(),
});

export function note(work: Work, fact: Omit<StepFact, 'no' | 'at'>): void {
  const full = { no: work.of.history.length + 1, at: work.now.toISOString(), ...fact };
  work.of.history.push(full);
  work.facts.push(full);
}

export const newKey = (work: Work): string => `t${(work.of.keys += 1)}`;

/** What tasks came, went and changed: the open ones before against those after. */
export function taskChanges(work: Work, before: Case): TaskChanges {
  const was = new Map(tasksOf(work.definition, before).map((task) => [task.key, task]));
  const is = new Map(tasksOf(work.definition, work.of).map((task) => [task.key, task]));
  return {
    open: [...is.values()].filter(({ key }) => !was.has(key)),
    close: [...was.values()]
      .filter(({ key }) => !is.has(key))
      .map(({ key, step, person }) => ({
        key,
        step,
        person,
        ...(work.reasons.get(key) ?? { why: 'overtaken' as const, by: null }),
      })),
    change: [...is.values()].filter(
      (task) => was.has(task.key) && JSON.stringify(was.get(task.key)) !== JSON.stringify(task),
    ),
    remind: [...work.reminded].flatMap(([key, why]) => {
      const task = is.get(key);
      return task ? [{ key, step: task.step, person: task.person, why }] : [];
    }),
  };
}

export function end(
  work: Work,
  status: Exclude<CaseStatus, 'open'>,
  by: PersonId | null,
  more: Pick<StepFact, 'standingInFor' | 'opinion' | 'papers'> = {},
): void {
  work.of.status = status;
  work.of.withAsker = null;
  note(work, { kind: 'ended', by, status, ...more });
}

/** Walks on from wherever the case stands: opens what is due, leaves out what does not apply, and ends the case after its last step. */
export function advance(work: Work): void {
  if (work.of.status === 'open' && !work.of.withAsker && walk(work, work.definition.root)) end(work, 'approved', null);
}

/** True when nothing is left to do in this node. */
function walk(work: Work, node: Node): boolean {
  const { of } = work;
  const judged = of.nodes[node.id];
  if (judged?.state === 'skipped' || judged?.state === 'done') return true;
  if (judged?.state === 'open') return false;
  if (judged === undefined && !applies(work, node)) {
    of.nodes[node.id] = { state: 'skipped' };
    if (node.kind === 'step' && !node.unlessDecided) note(work, { kind: 'step-skipped', by: null, step: node.id });
    return true;
  }
  if (node.kind === 'step') {
    openStep(work, node);
    return false;
  }
  of.nodes[node.id] = { state: 'taken' };
  if (node.kind === 'serial') return node.nodes.every((inner) => walk(work, inner));
  return node.nodes.map((inner) => walk(work, inner)).every(Boolean);
}

function applies(work: Work, node: Node): boolean {
  if (node.kind === 'step' && node.unlessDecided) {
    return !Object.keys(work.of.nodes).some((id) => runOf(work.of, id)?.state === 'done');
  }
  if (!node.when) return true;
  return holds(node.when, work.of.attributes, termValueFor(work.of, work.world.standards)) ?? true;
}

function openStep(work: Work, step: StepNode): void {
  const found = findHolders(step.holders, step.mode, work.definition.fallback, work.of, work.world);
  if (found.length === 0) throw new Halt('no-holder', { step: step.id });
  const seats = found.map(({ person, via }): Seat => ({ key: '', person, via }));
  const run: StepRun = {
    state: 'open',
    openedAt: work.now.toISOString(),
    sittings: [{ kind: 'rule', mode: step.mode, seats }],
    current: 0,
    dues: step.limits.flatMap((limit) => {
      const at = dueAt(work, limit);
      return at ? [{ at: at.toISOString(), do: limit.do, fired: false }] : [];
    }),
  };
  work.of.nodes[step.id] = run;
  activate(work, run);
  note(work, { kind: 'step-opened', by: null, step: step.id, to: found.map(({ person }) => person) });
}

function dueAt(work: Work, { after }: Limit): Date | undefined {
  const valueOf = termValueFor(work.of, work.world.standards);
  const { calendar } = work.world;
  if ('workdays' in after) {
    const days = valueOf(after.workdays);
    return days === undefined ? undefined : calendar.deadlineAfterWorkdays(work.now, Math.ceil(days));
  }
  const hours = valueOf(after.workhours);
  return hours === undefined ? undefined : calendar.deadlineAfterWorkhours(work.now, hours);
}

/** The turn comes to the current sitting: whoever has not decided gets a task of their own. */
export function activate(work: Work, run: StepRun): void {
  for (const seat of activeSeats(run)) seat.key = newKey(work);
}

/** After a decision or a changed sitting: is the sitting decided, the step done, the case over? */
export function settle(work: Work, step: string, by: PersonId | null): void {
  const run = runOf(work.of, step);
  if (!run || run.state !== 'open') return;
  const sitting = run.sittings[run.current];
  const outcome = sitting ? outcomeOf(sitting) : 'approved';
  if (outcome === 'undecided') return;
  if (outcome === 'refused') return end(work, 'refused', by);
  run.current += 1;
  if (run.sittings[run.current]) return activate(work, run);
  run.state = 'done';
  note(work, { kind: 'step-done', by: null, step });
  advance(work);
}

function outcomeOf({ mode, seats }: Sitting): 'approved' | 'refused' | 'undecided' {
  const approved = seats.filter(({ decided }) => decided?.outcome === 'approved').length;
  const refused = seats.filter(({ decided }) => decided?.outcome === 'refused').length;
  const needed =
    mode === 'any' ? 1 : mode === 'all' ? seats.length : Math.max(1, Math.ceil(mode.share * seats.length - 1e-9));
  if (approved >= needed) return 'approved';
  const still = mode === 'any' ? (refused > 0 ? 0 : 1) : seats.length - refused;
  return still < needed ? 'refused' : 'undecided';
}

/** Every step that is open now, with its run. */
export const openRuns = (work: Work): [string, StepRun][] => openSteps(work.of).map((id) => [id, runOf(work.of, id)!]);
