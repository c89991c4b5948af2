/** What a process is: a tree of steps, who holds each, when it is walked and how long it may take. Data, never code. */
import type { Words } from '../words.ts';
import type { Condition, Term } from './condition.ts';

/** A person of the organisation, by id. */
export type PersonId = string;

/**
 * Where a post or role is looked for, seen from the case's unit: at the unit itself, at it or the nearest unit above that has
 * a holder, at the nearest strictly above, or at a named unit.
 */
export type At = 'unit' | 'nearest' | 'above' | { readonly unit: string };

/** Who holds a step. */
export type HolderRule =
  | { readonly post: string; readonly at: At }
  | { readonly role: string; readonly at: At }
  | { readonly superiorOf: 'asker' | { readonly step: string } }
  | { readonly field: string }
  | { readonly person: PersonId };

/** `any` 或签: the first decision counts. `all` 会签: everybody must agree. A share 票签: so large a part of the signers must agree. */
export type Mode = 'any' | 'all' | { readonly share: number };

/** What happens when a step has waited so long. `approve` is silence as consent and must say on what it rests. */
export type Limit = {
  readonly after: { readonly workdays: Term } | { readonly workhours: Term };
  readonly do: 'remind' | 'escalate' | 'stand-in' | 'approve';
  readonly because?: string;
};

export type StepNode = {
  readonly kind: 'step';
  readonly id: string;
  readonly title: Words;
  readonly when?: Condition;
  /** All that the rules find together. */
  readonly holders: readonly HolderRule[];
  readonly mode: Mode;
  readonly limits: readonly Limit[];
  /** Attributes that whoever decides here may fill in. */
  readonly fills: readonly string[];
  /** Walked only when nobody has decided anything: no case is approved by nobody. */
  readonly unlessDecided?: true;
};
/** Groups carry an id of their own making ('#2'), so that a condition once judged stays judged. */
export type SerialNode = {
  readonly kind: 'serial';
  readonly id: string;
  readonly when?: Condition;
  readonly nodes: readonly Node[];
};
export type ParallelNode = {
  readonly kind: 'parallel';
  readonly id: string;
  readonly when?: Condition;
  readonly nodes: readonly Node[];
};
export type Node = StepNode | SerialNode | ParallelNode;

export type AttributeShape = {
  readonly type: 'number' | 'text' | 'yes-no' | 'choice' | 'person' | 'persons';
  readonly title: Words;
  readonly of?: readonly string[];
  readonly optional: boolean;
};

export type Definition = {
  readonly id: string;
  readonly title: Words;
  /** SHA-256 over the content: a case goes on under the very definition it began with. */
  readonly hash: string;
  readonly attributes: Readonly<Record<string, AttributeShape>>;
  /** Who holds a step whose own rule finds nobody; the first rule that finds somebody counts. */
  readonly fallback: readonly HolderRule[];
  readonly withdraw: 'before-first-decision' | 'until-the-end';
  readonly root: SerialNode;
};

/** The step that is walked when every other was left out. */
export const LAST_RESORT = 'last-resort';
/** The word for the asker where a step is named: `return` to it, and who holds a returned case. */
export const ASKER = 'asker';

export function* stepsOf(node: Node): Iterable<StepNode> {
  if (node.kind === 'step') yield node;
  else for (const inner of node.nodes) yield* stepsOf(inner);
}

export function* nodesOf(node: Node): Iterable<Node> {
  yield node;
  if (node.kind !== 'step') for (const inner of node.nodes) yield* nodesOf(inner);
}

export function stepOf(definition: Definition, id: string): StepNode | undefined {
  for (const step of stepsOf(definition.root)) if (step.id === id) return step;
  return undefined;
}

/** The groups and finally the node itself, from the root down. */
export function wayTo(root: Node, id: string): Node[] {
  if (root.id === id) return [root];
  if (root.kind === 'step') return [];
  for (const inner of root.nodes) {
    const way = wayTo(inner, id);
    if (way.length > 0) return [root, ...way];
  }
  return [];
}

/** Is `a` always walked before `b`? Branches beside each other have no order, nor has a group and what is inside it. */
export function precedes(root: Node, a: string, b: string): boolean {
  const [wayA, wayB] = [wayTo(root, a), wayTo(root, b)];
  let shared = 0;
  while (shared < wayA.length && shared < wayB.length && wayA[shared] === wayB[shared]) shared += 1;
  const parent = wayA[shared - 1];
  const [nextA, nextB] = [wayA[shared], wayB[shared]];
  if (!parent || parent.kind !== 'serial' || !nextA || !nextB) return false;
  return parent.nodes.indexOf(nextA) < parent.nodes.indexOf(nextB);
}
