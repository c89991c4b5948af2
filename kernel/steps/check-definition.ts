/** Can a definition be walked? Asked when the program starts and before an administrator's change is taken. */
import type { StandardSet } from '../standards/standards.ts';
import {
  everyTest,
  holds,
  type Attribute,
  type Attributes,
  type Condition,
  type Term,
  type Test,
} from './condition.ts';
import {
  nodesOf,
  precedes,
  stepsOf,
  wayTo,
  type AttributeShape,
  type Definition,
  type HolderRule,
  type StepNode,
} from './definition.ts';

/** How many combinations of attributes are tried before a step's condition is believed. */
const MOST_TRIED = 50_000;

/**
 * Every problem of a definition: steps that no case can reach, references to nothing, silence as consent without a reason.
 * That each case can end follows from the tree: every group holds steps and none leads back by itself.
 * @param standards when given, the standards that terms name are looked up too
 */
export function checkDefinition(definition: Definition, standards?: StandardSet): string[] {
  const problems: string[] = [];
  const steps = [...stepsOf(definition.root)].filter(({ unlessDecided }) => !unlessDecided);
  if (steps.length === 0) problems.push('there is no step: no end can be reached');
  for (const node of nodesOf(definition.root)) {
    if (node.kind !== 'step' && node.nodes.length === 0)
      problems.push(`group ${node.id} is empty: no end can be reached`);
    if (node.when) problems.push(...checkCondition(definition, node.when, node.id, standards));
  }
  const ids = steps.map(({ id }) => id);
  for (const id of new Set(ids.filter((one, i) => ids.indexOf(one) !== i))) problems.push(`step ${id} is there twice`);
  for (const step of steps) {
    problems.push(
      ...step.holders.flatMap((rule) => checkHolder(definition, rule, step)),
      ...checkLimits(step, standards),
    );
    for (const name of step.fills)
      if (!definition.attributes[name]) problems.push(`step ${step.id} fills ${name}, which is no attribute`);
    if (ids.indexOf(step.id) === ids.lastIndexOf(step.id) && !reachable(definition, step, standards)) {
      problems.push(`step ${step.id} cannot be reached: its conditions never hold`);
    }
  }
  for (const rule of definition.fallback) {
    if ('superiorOf' in rule && rule.superiorOf !== 'asker')
      problems.push('the fallback names a step, which may not have been walked');
    if ('field' in rule) problems.push(...checkHolder(definition, rule));
  }
  return problems;
}

function checkCondition(definition: Definition, when: Condition, at: string, standards?: StandardSet): string[] {
  const problems: string[] = [];
  for (const [name, test] of everyTest(when)) {
    const shape = definition.attributes[name];
    if (!shape) {
      problems.push(`${at}: ${name} is no attribute`);
      continue;
    }
    const compared = test.over !== undefined || test.under !== undefined;
    if (compared && shape.type !== 'number') problems.push(`${at}: ${name} is no number and has no over or under`);
    for (const word of [...(test.is === undefined ? [] : [test.is]), ...(test.in ?? [])]) {
      if (!comparable(shape.type, word)) problems.push(`${at}: ${name} is never ${JSON.stringify(word)}`);
      else if (shape.of && !shape.of.includes(String(word)))
        problems.push(`${at}: ${String(word)} is no choice of ${name}`);
    }
    for (const term of [test.over, test.under]) problems.push(...checkTerm(term, at, standards));
  }
  return problems;
}

const comparable = (type: string, word: unknown): boolean =>
  typeof word === ({ number: 'number', 'yes-no': 'boolean' }[type] ?? 'string');

function checkTerm(term: Term | undefined, at: string, standards?: StandardSet): string[] {
  if (term === undefined || typeof term === 'number' || !standards) return [];
  if (!standards.has(term.standard)) return [`${at}: there is no standard ${term.standard}`];
  const given = [...Object.keys(term.selector ?? {}), ...(term.item === undefined ? [] : ['item'])];
  const standard = standards.get(term.standard);
  if (given.toSorted().join() !== standard.by.toSorted().join()) {
    return [`${at}: ${term.standard} is by [${standard.by.join(', ')}], not by [${given.join(', ')}]`];
  }
  const selector: Record<string, string> = {
    ...term.selector,
    ...(term.item === undefined ? {} : { item: term.item }),
  };
  const rows = standard.dated.flatMap((dated) => dated.rows);
  const named = rows.some(
    (row) =>
      typeof row.value === 'number' &&
      Object.entries(row.when).every(([key, words]) => words.includes(selector[key] ?? '')),
  );
  return named ? [] : [`${at}: ${term.standard} has no number for ${JSON.stringify(selector)}`];
}

function checkHolder(definition: Definition, rule: HolderRule, step?: StepNode): string[] {
  const at = step?.id ?? 'fallback';
  if ('field' in rule) {
    const shape = definition.attributes[rule.field];
    if (!shape) return [`${at}: ${rule.field} is no attribute`];
    if (shape.type !== 'person' && shape.type !== 'persons') return [`${at}: ${rule.field} names no person`];
  }
  if ('superiorOf' in rule && rule.superiorOf !== 'asker') {
    const named = rule.superiorOf.step;
    if (![...stepsOf(definition.root)].some(({ id }) => id === named)) return [`${at}: there is no step ${named}`];
    if (!precedes(definition.root, named, at)) return [`${at}: step ${named} is not walked before it`];
  }
  return [];
}

function checkLimits(step: StepNode, standards?: StandardSet): string[] {
  return step.limits.flatMap((limit) => {
    const term = 'workdays' in limit.after ? limit.after.workdays : limit.after.workhours;
    const problems = checkTerm(term, step.id, standards);
    if (typeof term === 'number' && term <= 0) problems.push(`${step.id}: a limit of ${term}`);
    if (limit.do === 'approve' && !limit.because)
      problems.push(`${step.id}: silence as consent must say on what it rests (because)`);
    return problems;
  });
}

/** Tries every attribute at the values where its tests turn, and between them: exact for this language. */
function reachable(definition: Definition, step: StepNode, standards?: StandardSet): boolean {
  const conditions = wayTo(definition.root, step.id).flatMap(({ when }) => (when ? [when] : []));
  const tests = conditions.flatMap((when) => [...everyTest(when)]);
  if (tests.length === 0) return true;
  const limits = new Map<string, number>();
  const valueOf = (term: Term): number => {
    if (typeof term === 'number') return term;
    const name = JSON.stringify(term);
    const known = limits.get(name) ?? numberIn(term, standards) ?? 1000 + limits.size * 1000;
    limits.set(name, known);
    return known;
  };
  const names = [...new Set(tests.map(([name]) => name))];
  const tried = names.map((name) =>
    turningPoints(
      tests.filter(([other]) => other === name).map(([, test]) => test),
      definition.attributes[name],
      valueOf,
    ),
  );
  if (tried.reduce((product, values) => product * values.length, 1) > MOST_TRIED) return true;
  const attempt = (i: number, attributes: Attributes): boolean => {
    const name = names[i];
    if (name === undefined) return conditions.every((when) => holds(when, attributes, valueOf) !== false);
    return (tried[i] ?? []).some((value) =>
      attempt(i + 1, value === undefined ? attributes : { ...attributes, [name]: value }),
    );
  };
  return attempt(0, {});
}

function turningPoints(
  tests: readonly Test[],
  shape: AttributeShape | undefined,
  valueOf: (term: Term) => number,
): (Attribute | undefined)[] {
  const words = tests.flatMap((test) => [...(test.is === undefined ? [] : [test.is]), ...(test.in ?? [])]);
  const missing = shape?.optional ? [undefined] : [];
  const texts = ['something else', ...words.map(String)];
  if (shape?.type === 'yes-no') return [true, false, ...missing];
  if (shape?.type === 'choice') return [...(shape.of ?? []), ...missing];
  if (shape?.type === 'persons') return [[], texts, ...texts.map((one) => [one]), ...missing];
  if (shape?.type !== 'number') return [...texts, ...missing];
  const terms = tests.flatMap(({ over, under }) => [over, under]).filter((term) => term !== undefined);
  const turns = [...new Set([...words.filter((word) => typeof word === 'number'), ...terms.map(valueOf)])].toSorted(
    (x, y) => x - y,
  );
  const between = turns.map((turn, i) => (i === 0 ? turn - 1 : ((turns[i - 1] ?? turn) + turn) / 2));
  return [...turns, ...between, (turns.at(-1) ?? 0) + 1, ...missing];
}

function numberIn(term: Exclude<Term, number>, standards?: StandardSet): number | undefined {
  if (!standards?.has(term.standard)) return undefined;
  const selector: Record<string, string> = {
    ...term.selector,
    ...(term.item === undefined ? {} : { item: term.item }),
  };
  for (const { rows } of standards.get(term.standard).dated.toReversed()) {
    for (const { when, value } of rows) {
      if (
        typeof value === 'number' &&
        Object.entries(when).every(([key, words]) => words.includes(selector[key] ?? ''))
      )
        return value;
    }
  }
  return undefined;
}
