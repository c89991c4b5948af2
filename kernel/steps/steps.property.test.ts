/**
 * Whatever the process, the organisation and the acts: no operation loses a case. Definitions, organisations and acts are drawn;
 * a third of the acts are drawn from what `mayDo` allows, the rest are anybody trying anything.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { activeSeats, openSteps, own, runOf } from './case.ts';
import { later, monday, startOf, worldOf, type Town } from './library.ts';
import {
  act,
  checkDefinition,
  mayDo,
  openCase,
  readDefinition,
  replay,
  stepRefusals,
  tasksOf,
  type Act,
  type Case,
  type Definition,
  type DefinitionFile,
  type StepsWorld,
  type StepTask,
  type TaskChanges,
} from './steps.ts';

const persons = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyPerson = fc.constantFrom(...persons);
const stepIds = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7'];

const anyTown: fc.Arbitrary<Town> = fc.record({
  persons: fc.constant(persons),
  superior: fc.dictionary(anyPerson, fc.subarray(persons, { maxLength: 2 }), { maxKeys: 6 }),
  roles: fc.dictionary(fc.constantFrom('r1@u', 'r2@u', 'r1@top', 'r3@top'), fc.subarray(persons, { maxLength: 3 }), {
    maxKeys: 4,
  }),
  standIns: fc.dictionary(anyPerson, fc.subarray(persons, { maxLength: 2 }), { maxKeys: 3 }),
  above: fc.constant({ u: 'top' }),
});

type Step = Extract<DefinitionFile['steps'][number], { id: string }>;
const condition = fc.oneof(
  fc.record({ n: fc.record({ over: fc.integer({ min: 0, max: 9 }) }) }),
  fc.record({ n: fc.record({ under: fc.integer({ min: 0, max: 9 }) }) }),
  fc.record({ b: fc.boolean() }),
  fc.record({ not: fc.record({ b: fc.boolean() }) }),
  fc.record({
    and: fc.tuple(
      fc.record({ b: fc.boolean() }),
      fc.record({ n: fc.record({ over: fc.integer({ min: 0, max: 9 }) }) }),
    ),
  }),
);
const holder = fc.oneof(
  fc.record({ person: fc.constantFrom(...persons, 'gone') }),
  fc.record({
    role: fc.constantFrom('r1', 'r2', 'r3'),
    at: fc.constantFrom('unit' as const, 'nearest' as const, 'above' as const),
  }),
  fc.record({ superiorOf: fc.constant('asker' as const) }),
  fc.record({ superiorOf: fc.record({ step: fc.constantFrom('s0', 's1') }) }),
  fc.record({ field: fc.constantFrom('who', 'others') }),
);
const limit = fc.record({
  after: fc.oneof(
    fc.record({ workdays: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ workhours: fc.integer({ min: 1, max: 9 }) }),
  ),
  do: fc.constantFrom('remind' as const, 'escalate' as const, 'stand-in' as const, 'approve' as const),
  because: fc.constant('办法'),
});
const bare: fc.Arbitrary<Step> = fc.record(
  {
    id: fc.constant('?'),
    title: fc.constant({ zh: '步', en: 'step' }),
    holders: fc.array(holder, { minLength: 1, maxLength: 3 }),
    mode: fc.oneof(
      fc.constantFrom('any' as const, 'all' as const),
      fc.record({ share: fc.constantFrom(0.3, 0.5, 0.67, 1) }),
    ),
    when: condition,
    limits: fc.array(limit, { maxLength: 2 }),
    fills: fc.constant(['n']),
  },
  { requiredKeys: ['id', 'title', 'holders'] },
);
const { tree } = fc.letrec<{ tree: DefinitionFile['steps'][number] }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    bare,
    fc.record(
      { serial: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }), when: condition },
      { requiredKeys: ['serial'] },
    ),
    fc.record(
      {
        parallel: fc.array(fc.array(tie('tree'), { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 }),
        when: condition,
      },
      { requiredKeys: ['parallel'] },
    ),
  ),
}));

/** Steps get their names in order of the tree; trees that need more names than there are do without the rest. */
function named(steps: DefinitionFile['steps']): DefinitionFile {
  let next = 0;
  const name = (node: DefinitionFile['steps'][number]): DefinitionFile['steps'][number] => {
    if ('serial' in node) return { ...node, serial: node.serial.map(name) };
    if ('parallel' in node) return { ...node, parallel: node.parallel.map((branch) => branch.map(name)) };
    return { ...node, id: stepIds[next++] ?? `more-${next}` };
  };
  const words = { zh: '数', en: 'n' };
  return {
    title: { zh: '流程', en: 'process' },
    attributes: {
      n: { type: 'number', title: words },
      b: { type: 'yes-no', title: words, optional: true },
      who: { type: 'person', title: words, optional: true },
      others: { type: 'persons', title: words, optional: true },
    },
    fallback: [{ person: 'f' }, { person: 'e' }, { person: 'd' }],
    withdraw: 'until-the-end',
    steps: steps.map(name),
  };
}
const anyDefinition = fc
  .array(tree, { minLength: 1, maxLength: 4 })
  .map((steps) => readDefinition('library.drawn', named(steps)));

/** An act not yet tied to the case: numbers pick among what is there. */
type Draw = {
  kind: Act['kind'];
  by: string;
  other: string;
  pick: number;
  fill: number;
  hours: number;
  allowed: boolean;
};
const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom(
    'approve',
    'approve',
    'approve',
    'refuse',
    'return',
    'return',
    'add-signer',
    'remove-signer',
    'hand-over',
    'delegate',
    'withdraw',
    'urge',
    'resubmit',
    'resubmit',
    'time-out',
  ),
  by: anyPerson,
  other: fc.constantFrom(...persons, 'gone'),
  pick: fc.nat({ max: 30 }),
  fill: fc.integer({ min: 0, max: 9 }),
  hours: fc.integer({ min: 0, max: 30 }),
  allowed: fc.integer({ min: 0, max: 2 }).map((third) => third > 0),
});

function actFrom(given: Draw, definition: Definition, of: Case, world: StepsWorld): Act {
  const pickOf = <T>(list: readonly T[], or: T): T => list[given.pick % Math.max(1, list.length)] ?? or;
  let { kind, by } = given;
  let step = given.pick % 5 === 0 ? pickOf(stepIds, 's0') : pickOf(openSteps(of), 's0');
  let to = given.pick % 3 === 0 ? 'asker' : pickOf(stepIds, 's0');
  let standingInFor: string | undefined;
  if (given.allowed) {
    const choices = persons.flatMap((person) => mayDo(definition, of, person, world).map((may) => ({ person, may })));
    // Ends come up rarely among what is allowed, so that cases live long enough to get into trouble.
    const lively = choices.filter(({ may }) => !['refuse', 'withdraw'].includes(may.kind) || given.pick % 7 === 0);
    const takenBack = lively.filter(({ may }) => may.kind === 'remove-signer');
    const offered = takenBack.length > 0 && given.pick % 3 === 1 ? takenBack : lively;
    const choice = pickOf(offered, undefined as never) as (typeof choices)[number] | undefined;
    if (choice) {
      ({ kind } = choice.may);
      by = choice.person;
      step = choice.may.step ?? step;
      standingInFor = choice.may.standingInFor;
      to = pickOf(['asker', ...(choice.may.to ?? [])], 'asker');
    }
  }
  const held = { by, step, ...(standingInFor === undefined ? {} : { standingInFor }) };
  if (kind === 'time-out') return { kind };
  if (kind === 'withdraw' || kind === 'urge') return { kind, by };
  if (kind === 'resubmit') return { kind, by, attributes: { n: given.fill } };
  if (kind === 'return') return { kind, ...held, to };
  if (kind === 'add-signer')
    return {
      kind,
      ...held,
      persons: [given.other, by === given.other ? 'c' : given.other],
      when: given.pick % 2 ? 'before' : 'after',
    };
  if (kind === 'remove-signer') {
    const added = runOf(of, step)?.sittings.flatMap(({ seats }) => seats.filter((seat) => seat.addedBy === by)) ?? [];
    return { kind, ...held, person: pickOf(added, undefined as never)?.person ?? given.other };
  }
  if (kind === 'hand-over' || kind === 'delegate') return { kind, ...held, to: given.other };
  return { kind, ...held, ...(given.pick % 4 === 0 ? { fill: { n: given.fill } } : {}) };
}

/** A broken promise: fast-check shrinks whatever throws. */
function must(promise: boolean, broken: string, shown: unknown = ''): void {
  if (!promise) throw new Error(`${broken} ${JSON.stringify(shown)}`);
}
const distinct = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

function mustHold(definition: Definition, of: Case): void {
  const tasks = tasksOf(definition, of);
  if (of.status !== 'open') {
    must(tasks.length === 0, 'an ended case has no task', tasks);
    return must(of.history.filter(({ kind }) => kind === 'ended').length === 1, 'it ended once', of.history);
  }
  must(tasks.length > 0, 'a live case has a task', of);
  must(distinct(tasks.map(({ key }) => key)), 'each task has its own key', tasks);
  if (of.withAsker)
    return must(tasks.length === 1 && tasks[0]?.person === of.asker, 'a returned case is with its asker', tasks);
  const open = openSteps(of);
  must(open.length > 0, 'a live case has an open step', of);
  for (const step of open) {
    const run = runOf(of, step)!;
    const active = activeSeats(run);
    must(active.length > 0, 'an open step has a holder', run);
    must(
      active.every(({ key }) => key !== ''),
      'every holder has a task',
      run,
    );
    must(distinct(run.sittings.flatMap(({ seats }) => seats.map(({ person }) => person))), 'one seat a person', run);
    must(
      active.every(({ person, standIn }) => !own(of).includes(person) && !own(of).includes(standIn ?? '')),
      'no asker holds',
      run,
    );
  }
}

/** Decided once, never by or for the asker, both names kept, and never approved by nobody. */
function mustBeFair(of: Case): void {
  const decisions = of.history.filter(({ kind }) => ['approved', 'refused', 'approved-by-silence'].includes(kind));
  must(distinct(decisions.map(({ key }) => key)), 'one decision a task', decisions);
  for (const { by, standingInFor } of decisions) {
    must(
      !own(of).includes(by ?? '') && !own(of).includes(standingInFor ?? ''),
      'nobody decides their own request',
      decisions,
    );
    must(standingInFor === undefined || standingInFor !== by, 'a stand-in is somebody else', decisions);
  }
  must(of.status !== 'approved' || decisions.some(({ kind }) => kind !== 'refused'), 'somebody approved', of.history);
  must(
    of.history.every(({ no }, i) => no === i + 1),
    'history is numbered without gaps',
    of.history,
  );
}

/** From here, does agreeing to everything lead to the end? */
function walkToTheEnd(definition: Definition, from: Case, at: Date, world: StepsWorld): Case {
  let of = from;
  for (let i = 0; of.status === 'open' && i < 400; i += 1) {
    const [task] = tasksOf(definition, of);
    if (!task) throw new Error('an open case without a task');
    const { person, step } = task;
    const next = act(
      definition,
      of,
      step === 'asker' ? { kind: 'resubmit', by: person } : { kind: 'approve', by: person, step },
      at,
      world,
    );
    if (isRefusal(next)) throw new Error(`${step} held by ${person}: ${next.code}`);
    of = next.case;
  }
  must(of.status !== 'open', 'an end can be reached', of);
  return of;
}

const shown = (list: Iterable<StepTask>): string =>
  JSON.stringify([...list].toSorted((a, b) => (a.key < b.key ? -1 : 1)));

/** The tasks that were told to open, change and close, kept as a store would keep them. */
class Desk {
  readonly open = new Map<string, StepTask>();
  readonly ever = new Set<string>();
  follow(tasks: TaskChanges, definition: Definition, of: Case): void {
    for (const { key } of tasks.close) must(this.open.delete(key), 'only open tasks are closed', key);
    for (const task of tasks.open) {
      must(!this.ever.has(task.key), 'a key is used once', task);
      this.ever.add(task.key);
      this.open.set(task.key, task);
    }
    for (const task of tasks.change) this.open.set(task.key, task);
    must(
      tasks.remind.every(({ key }) => this.open.has(key)),
      'only open tasks are reminded of',
      tasks.remind,
    );
    must(shown(this.open.values()) === shown(tasksOf(definition, of)), 'the desk shows what the case says', tasks);
  }
}

const scene = fc.record({
  definition: anyDefinition,
  town: anyTown,
  asker: anyPerson,
  onBehalfOf: fc.option(anyPerson, { nil: undefined }),
  n: fc.integer({ min: 0, max: 9 }),
  b: fc.option(fc.boolean(), { nil: undefined }),
  who: fc.option(fc.constantFrom(...persons, 'gone'), { nil: undefined }),
  draws: fc.array(draw, { maxLength: 40 }),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

function begin({ definition, town, asker, onBehalfOf, n, b, who }: Scene) {
  const world = worldOf(town);
  const attributes = {
    n,
    ...(b === undefined ? {} : { b }),
    ...(who === undefined ? {} : { who, others: [who, 'a'] }),
  };
  const start = startOf({ asker, unit: 'u', attributes, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) });
  return { world, start, at: monday, opened: openCase(definition, start, monday, world) };
}

const seen = {
  cases: 0,
  live: 0,
  done: new Map<string, number>(),
  refused: new Map<string, number>(),
  ended: new Map<string, number>(),
};
const count = (map: Map<string, number>, word: string): unknown => map.set(word, (map.get(word) ?? 0) + 1);

function live(given: Scene): void {
  const { definition } = given;
  const { world, start, at: startedAt, opened } = begin(given);
  if (isRefusal(opened)) return void count(seen.refused, `start: ${opened.code}`);
  seen.cases += 1;
  const desk = new Desk();
  const acts: { act: Act; at: Date }[] = [];
  let at = startedAt;
  let of = opened.case;
  desk.follow(opened.tasks, definition, of);
  mustHold(definition, of);
  for (const drawn of given.draws) {
    at = new Date(at.getTime() + drawn.hours * 3_600_000);
    const what = actFrom(drawn, definition, of, world);
    acts.push({ act: what, at });
    const frozen = JSON.stringify(of);
    const next = act(definition, of, what, at, world);
    must(JSON.stringify(of) === frozen, 'the case given is never changed', what);
    if (isRefusal(next)) {
      count(seen.refused, next.code);
      must((stepRefusals as readonly string[]).includes(next.code), 'every refusal is listed', next.code);
      continue;
    }
    count(seen.done, what.kind);
    of = next.case;
    mustHold(definition, of);
    desk.follow(next.tasks, definition, of);
  }
  mustBeFair(of);
  const end = walkToTheEnd(definition, of, at, world);
  mustBeFair(end);
  const again = replay(definition, start, startedAt, acts, world);
  must(
    !isRefusal(again) && JSON.stringify(again.case) === JSON.stringify(of),
    'the same acts give the same case',
    acts,
  );
  count(seen.ended, of.status);
}

/** Whatever `mayDo` offers is not refused. */
function offersAreGood(given: Scene): void {
  const { definition } = given;
  const { world, at, opened } = begin(given);
  if (isRefusal(opened)) return;
  let of = opened.case;
  for (const drawn of given.draws.slice(0, 8)) {
    for (const person of persons) {
      for (const { kind, step = '', standingInFor, to = [] } of mayDo(definition, of, person, world)) {
        const held = { by: person, step, ...(standingInFor === undefined ? {} : { standingInFor }) };
        const tries: Act[] = [];
        if (kind === 'approve' || kind === 'refuse') tries.push({ kind, ...held });
        if (kind === 'return') for (const target of ['asker', ...to]) tries.push({ kind, ...held, to: target });
        if (kind === 'resubmit' || kind === 'withdraw') tries.push({ kind, by: person });
        for (const what of tries)
          must(!isRefusal(act(definition, of, what, at, world)), 'what is offered is not refused', what);
      }
    }
    const next = act(definition, of, actFrom(drawn, definition, of, world), at, world);
    if (!isRefusal(next)) of = next.case;
  }
}

/** Steps that some attributes open, found by trying them all. */
function walkedSteps(definition: Definition): Set<string> {
  const world = worldOf({ persons, superior: {}, roles: {}, standIns: {}, above: {} });
  const walked = new Set<string>();
  for (let half = -1; half <= 20; half += 1) {
    for (const b of [true, false]) {
      const opened = openCase(
        definition,
        startOf({ asker: 'z', unit: 'u', attributes: { n: half / 2, b } }),
        monday,
        world,
      );
      if (isRefusal(opened)) continue;
      for (const { kind, step } of walkToTheEnd(definition, opened.case, later(1), world).history) {
        if (kind === 'step-opened' && step) walked.add(step);
      }
    }
  }
  return walked;
}

const seldom = (map: Map<string, number>, words: string[]): string[] =>
  words.filter((word) => (map.get(word) ?? 0) < 1);

describe('a case is never lost', () => {
  test('SEC-AC-11 for drawn processes, organisations and acts', { timeout: 120_000 }, () => {
    fc.assert(fc.property(scene, live), { numRuns: 500 });
    expect(seen.cases).toBeGreaterThan(150);
  });

  test('the draws reached what they were meant to reach', () => {
    const kinds = ['approve', 'refuse', 'return', 'add-signer', 'remove-signer', 'hand-over', 'delegate'];
    expect(seldom(seen.done, [...kinds, 'withdraw', 'urge', 'resubmit', 'time-out'])).toEqual([]);
    const codes = [
      'own-request',
      'not-a-holder',
      'already-holder',
      'not-earlier',
      'with-asker',
      'step-not-open',
      'case-closed',
    ];
    expect(seldom(seen.refused, codes)).toEqual([]);
    expect(seldom(seen.ended, ['open', 'approved', 'refused', 'withdrawn'])).toEqual([]);
  });

  test('what a person may do is not refused to them', { timeout: 60_000 }, () => {
    expect(() => fc.assert(fc.property(scene, offersAreGood), { numRuns: 100 })).not.toThrow();
  });

  test('a step that the check calls unreachable is opened by no attributes', { timeout: 60_000 }, () => {
    let judged = 0;
    const unreachable = (definition: Definition): void => {
      const walked = walkedSteps(definition);
      for (const problem of checkDefinition(definition).filter((text) => text.includes('cannot be reached'))) {
        judged += 1;
        must(!walked.has(problem.split(' ')[1] ?? ''), 'it was opened after all', problem);
      }
    };
    fc.assert(fc.property(anyDefinition, unreachable), { numRuns: 100 });
    expect(judged).toBeGreaterThan(0);
  });
});
