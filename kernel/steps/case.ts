/** What a case is: who asked, what is known, which steps it walked and who holds it now. Plain data, kept as JSON. */
import type { Calendar } from '../calendar/calendar.ts';
import type { StandardSet } from '../standards/standards.ts';
import type { Words } from '../words.ts';
import type { Attribute, Attributes, Term, TermValue } from './condition.ts';
import { ASKER, stepOf, type At, type Definition, type Limit, type Mode, type PersonId } from './definition.ts';

/** A rule the organisation can answer by itself. */
export type PlainRule =
  | { readonly post: string; readonly at: At }
  | { readonly role: string; readonly at: At }
  | { readonly superiorOf: PersonId }
  | { readonly person: PersonId };

/** What a resolver may look at. */
export type CaseAbout = Pick<Case, 'id' | 'asker' | 'unit' | 'attributes'>;

/** Everything outside the case that the engine asks. All answers must come from what is already in memory: the engine is pure. */
export type StepsWorld = {
  /**
   * Who answers to a rule today, in order; nobody is []. `{ person }` answers that person when they are in service, else [].
   * `{ superiorOf }` answers the person's own superiors, and goes no further up by itself.
   */
  resolve(rule: PlainRule, about: CaseAbout): readonly PersonId[];
  /** Persons who may act for this person now, by a stand-in on record. */
  standInsFor(person: PersonId): readonly PersonId[];
  readonly standards: StandardSet;
  readonly calendar: Calendar;
};

/** Why a person sits here. */
export type Via = 'rule' | 'superior' | 'fallback' | 'added' | 'hand-over' | 'escalation';

/** One person's place in a step, and their task. */
export type Seat = {
  /** Names the task: unique in the case, and new whenever the seat becomes active again. */
  key: string;
  person: PersonId;
  via: Via;
  /** Named for this one task; decides with both names on record. */
  standIn?: PersonId;
  addedBy?: PersonId;
  decided?: { outcome: 'approved' | 'refused'; by: PersonId | null; at: string };
};

/** Persons who decide together. Signers added before or after form a sitting of their own, one after the other. */
export type Sitting = { kind: 'rule' | 'before' | 'after'; mode: Mode; seats: Seat[] };

export type Due = { at: string; do: Limit['do']; fired: boolean };

export type StepRun = {
  state: 'open' | 'done';
  openedAt: string;
  sittings: Sitting[];
  /** Index of the sitting whose turn it is. */
  current: number;
  dues: Due[];
};

/** A step or group that was left out, or a group that was entered: judged once, and not again unless the case comes back before it. */
export type Judged = { state: 'skipped' | 'taken' };

export type CaseStatus = 'open' | 'approved' | 'refused' | 'withdrawn';

export type Case = {
  id: string;
  definition: { id: string; hash: string };
  asker: PersonId;
  /** Whom the asker asked for, when not for themselves; may not approve either. */
  onBehalfOf?: PersonId;
  unit: string;
  place: string[];
  attributes: Record<string, Attribute>;
  /** The day it was (last) sent: its standards judge the case. */
  day: string;
  status: CaseStatus;
  /** Key of the asker's task while the case is returned to them. */
  withAsker: string | null;
  /** How often it was sent. */
  round: number;
  keys: number;
  nodes: Record<string, StepRun | Judged>;
  history: StepFact[];
};

export type StepFactKind =
  | 'sent'
  | 'step-opened'
  | 'step-skipped'
  | 'step-done'
  | 'approved'
  | 'refused'
  | 'returned'
  | 'signers-added'
  | 'signer-removed'
  | 'handed-over'
  | 'stand-in-named'
  | 'urged'
  | 'reminded'
  | 'escalated'
  | 'approved-by-silence'
  | 'resubmitted'
  | 'ended';

/** What happened, in order. `by` is who acted (null: the program); `standingInFor` whose right it was. */
export type StepFact = {
  no: number;
  at: string;
  kind: StepFactKind;
  by: PersonId | null;
  standingInFor?: PersonId;
  step?: string;
  key?: string;
  /** From whom, where somebody gave way. */
  from?: PersonId[];
  to?: PersonId[];
  toStep?: string;
  opinion?: string;
  papers?: string[];
  filled?: Record<string, Attribute>;
  because?: string;
  status?: CaseStatus;
};

/** What every fact of a holder carries. */
export type Deed = Omit<StepFact, 'no' | 'at' | 'kind'>;

/** A task of one person. Open tasks of a case are exactly its active, undecided seats, or the asker's while it is returned. */
export type StepTask = {
  readonly key: string;
  /** The step, or 'asker'. */
  readonly step: string;
  readonly title: Words;
  readonly person: PersonId;
  readonly standIn?: PersonId;
  readonly via: Via | 'asker';
  readonly dueAt?: string;
};

/** The asker and whoever they ask for: neither may approve. */
export const own = (of: Pick<Case, 'asker' | 'onBehalfOf'>): readonly PersonId[] =>
  of.onBehalfOf === undefined ? [of.asker] : [of.asker, of.onBehalfOf];

export function runOf(of: Case, step: string): StepRun | undefined {
  const node = of.nodes[step];
  return node && 'sittings' in node ? node : undefined;
}

/** The active, undecided seats of an open step. */
export const activeSeats = (run: StepRun): Seat[] =>
  run.state === 'open' ? (run.sittings[run.current]?.seats.filter((seat) => !seat.decided) ?? []) : [];

export const openSteps = (of: Case): string[] =>
  of.status === 'open' ? Object.keys(of.nodes).filter((id) => runOf(of, id)?.state === 'open') : [];

/** Every open task of the case. */
export function tasksOf(definition: Definition, of: Case): StepTask[] {
  if (of.status !== 'open') return [];
  if (of.withAsker) {
    const title = { zh: '修改后重新提交', en: 'Change and send again' };
    return [{ key: of.withAsker, step: ASKER, title, person: of.asker, via: 'asker' }];
  }
  return openSteps(of).flatMap((id) => {
    const run = runOf(of, id)!;
    const title = stepOf(definition, id)?.title ?? definition.title;
    const due = run.dues.find(({ fired }) => !fired)?.at ?? run.dues.at(-1)?.at;
    return activeSeats(run).map(({ key, person, via, standIn }) => ({
      key,
      step: id,
      title,
      person,
      via,
      ...(standIn ? { standIn } : {}),
      ...(due ? { dueAt: due } : {}),
    }));
  });
}

/** The value of a term on the day and at the place of the case. */
export function termValueFor(of: Pick<Case, 'day' | 'place'>, standards: StandardSet): TermValue {
  return (term: Term) => {
    if (typeof term === 'number') return term;
    const selector = { ...term.selector, ...(term.item === undefined ? {} : { item: term.item }) };
    const found = standards.valueOn(term.standard, of.day, of.place, selector);
    return found.found && typeof found.value === 'number' ? found.value : undefined;
  };
}

/** The first attribute that does not fit its shape, with the reason. */
export function wrongAttribute(
  definition: Definition,
  attributes: Attributes,
  given: { partly?: readonly string[] } = {},
): { name: string; reason: string } | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    const shape = definition.attributes[name];
    if (!shape || (given.partly && !given.partly.includes(name))) return { name, reason: 'unknown' };
    const fits = {
      number: Number.isFinite(value),
      text: typeof value === 'string' && value.length <= 2000,
      'yes-no': typeof value === 'boolean',
      choice: typeof value === 'string' && (shape.of?.includes(value) ?? false),
      person: typeof value === 'string' && value !== '',
      persons: Array.isArray(value) && value.every((person) => typeof person === 'string' && person !== ''),
    }[shape.type];
    if (!fits) return { name, reason: shape.type };
  }
  if (given.partly) return undefined;
  const missing = Object.entries(definition.attributes).find(
    ([name, shape]) => !shape.optional && attributes[name] === undefined,
  );
  return missing ? { name: missing[0], reason: 'missing' } : undefined;
}
