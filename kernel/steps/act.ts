/** One act on a case: a new case with the tasks and facts that follow, or why not. Pure: the case given is never changed. */
import { isDay } from '../calendar/calendar.ts';
import type { Refusal } from '../refusal.ts';
import {
  activeSeats,
  own,
  runOf,
  wrongAttribute,
  type Case,
  type Deed,
  type Seat,
  type StepFact,
  type StepRun,
  type StepsWorld,
} from './case.ts';
import { resubmit, saidOf, urge, withdraw, type Said } from './asker-acts.ts';
import type { Attributes } from './condition.ts';
import { ASKER, precedes, stepOf, type Definition, type PersonId } from './definition.ts';
import { addSigner, delegate, handOver, removeSigner } from './seats.ts';
import { timeOut } from './time-out.ts';
import {
  advance,
  Halt,
  newKey,
  note,
  openRuns,
  settle,
  startWork,
  taskChanges,
  type TaskChanges,
  type Work,
} from './work.ts';

/** An act of a holder, or of somebody standing in for one; `standingInFor` only where it would be unclear whose seat is meant. */
type Held = Said & { readonly by: PersonId; readonly step: string; readonly standingInFor?: PersonId };

export type Act =
  | (Held & { readonly kind: 'approve' | 'refuse'; readonly fill?: Attributes })
  /** `to`: an earlier step, or 'asker'. */
  | (Held & { readonly kind: 'return'; readonly to: string })
  /** 加签. Those added `before` decide first; those added `after` decide when the present ones have. All of them must agree unless said otherwise. */
  | (Held & {
      readonly kind: 'add-signer';
      readonly persons: readonly PersonId[];
      readonly when: 'before' | 'after';
      readonly mode?: 'all' | 'any';
    })
  /** Takes back a signer one has added and who has not decided. */
  | (Held & { readonly kind: 'remove-signer'; readonly person: PersonId })
  /** 转办 */
  | (Held & { readonly kind: 'hand-over'; readonly to: PersonId })
  /** 代: both may decide; both names stay. */
  | (Held & { readonly kind: 'delegate'; readonly to: PersonId })
  | (Said & { readonly kind: 'withdraw' | 'urge'; readonly by: PersonId })
  | (Said & { readonly kind: 'resubmit'; readonly by: PersonId; readonly attributes?: Attributes })
  /** By the program: fires every limit that is due, of one step or of all. */
  | { readonly kind: 'time-out'; readonly step?: string };

export type Moved = { readonly case: Case; readonly tasks: TaskChanges; readonly facts: readonly StepFact[] };

/** What a case begins with. */
export type Start = {
  readonly id: string;
  readonly asker: PersonId;
  readonly onBehalfOf?: PersonId;
  readonly unit: string;
  /** Chain of codes from the nation down, for the standards in conditions and limits. */
  readonly place: readonly string[];
  readonly attributes: Attributes;
};

/**
 * Every refusal the engine may answer, in the order they are tested.
 * `no-holder` means that neither a rule nor the fallback finds anybody: nothing was changed, and somebody must be appointed first.
 */
export const stepRefusals = [
  'case-closed',
  'own-request',
  'bad-attributes',
  'not-the-asker',
  'with-asker',
  'not-with-asker',
  'already-decided',
  'urged-today',
  'step-not-open',
  'not-a-holder',
  'not-earlier',
  'no-such-person',
  'already-holder',
  'too-many-signers',
  'stand-in-only-decides',
  'not-added-by-you',
  'not-due',
  'no-holder',
] as const;

/** Sends a case: opens its first steps. */
export function openCase(definition: Definition, start: Start, now: Date, world: StepsWorld): Moved | Refusal {
  const before: Case = {
    id: start.id,
    definition: { id: definition.id, hash: definition.hash },
    asker: start.asker,
    ...(start.onBehalfOf === undefined ? {} : { onBehalfOf: start.onBehalfOf }),
    unit: start.unit,
    place: [...start.place],
    attributes: { ...start.attributes },
    day: world.calendar.dayOf(now),
    status: 'open',
    withAsker: null,
    round: 1,
    keys: 0,
    nodes: {},
    history: [],
  };
  if (!isDay(before.day)) throw new RangeError('no such instant');
  return applied(definition, before, now, world, (work) => {
    const wrong = wrongAttribute(definition, start.attributes);
    if (wrong) throw new Halt('bad-attributes', wrong, 422);
    note(work, { kind: 'sent', by: start.asker });
    advance(work);
  });
}

/**
 * Applies one act.
 * @throws Error when the definition is not the one the case began with: our fault
 */
export function act(definition: Definition, of: Case, given: Act, now: Date, world: StepsWorld): Moved | Refusal {
  if (of.definition.id !== definition.id || of.definition.hash !== definition.hash) {
    throw new Error(`case ${of.id} began under another definition of ${of.definition.id}`);
  }
  return applied(definition, of, now, world, (work) => {
    if (of.status !== 'open') throw new Halt('case-closed', { status: of.status });
    perform(work, given);
  });
}

function applied(
  definition: Definition,
  before: Case,
  now: Date,
  world: StepsWorld,
  run: (work: Work) => void,
): Moved | Refusal {
  const work = startWork(definition, before, world, now);
  try {
    run(work);
  } catch (error) {
    if (error instanceof Halt) return error.refusal;
    throw error;
  }
  return { case: work.of, tasks: taskChanges(work, before), facts: work.facts };
}

function perform(work: Work, given: Act): void {
  switch (given.kind) {
    case 'withdraw':
      return withdraw(work, given);
    case 'urge':
      return urge(work, given);
    case 'resubmit':
      return resubmit(work, given);
    case 'time-out':
      if (work.of.withAsker) throw new Halt('not-due');
      return timeOut(work, given.step);
    default:
      return performHeld(work, given);
  }
}

function performHeld(work: Work, given: Extract<Act, Held>): void {
  if (work.of.withAsker) throw new Halt('with-asker');
  const run = runOf(work.of, given.step);
  if (!run || run.state !== 'open') throw new Halt('step-not-open', { step: given.step });
  if (own(work.of).includes(given.by)) throw new Halt('own-request', { step: given.step }, 403);
  if (given.kind === 'remove-signer') return removeSigner(work, run, given);
  const { seat, standingInFor } = seatOf(work, run, given);
  const said = {
    by: given.by,
    ...(standingInFor ? { standingInFor } : {}),
    step: given.step,
    key: seat.key,
    ...saidOf(given),
  };
  switch (given.kind) {
    case 'approve':
    case 'refuse':
      return decide(work, seat, given, said);
    case 'return':
      return returnTo(work, seat, given, said);
    case 'add-signer':
      return addSigner(work, run, given, said);
    case 'hand-over':
      return handOver(work, run, seat, given.to, said);
    case 'delegate':
      return delegate(work, run, seat, given.to, standingInFor !== undefined, said);
  }
}

/** The seat this person may act on: their own before any they stand in for. */
function seatOf(work: Work, run: StepRun, { by, step, standingInFor }: Held): { seat: Seat; standingInFor?: PersonId } {
  const seats = activeSeats(run);
  const direct = seats.find(({ person }) => person === by);
  if (direct && standingInFor === undefined) return { seat: direct };
  const lent = seats.find(
    ({ person, standIn }) =>
      person !== by &&
      (standingInFor === undefined || person === standingInFor) &&
      (standIn === by || work.world.standInsFor(person).includes(by)),
  );
  if (lent) return { seat: lent, standingInFor: lent.person };
  const decided = run.sittings.some(({ seats: all }) => all.some((seat) => seat.person === by && seat.decided));
  throw decided ? new Halt('already-decided', { step }) : new Halt('not-a-holder', { step }, 403);
}

function decide(
  work: Work,
  seat: Seat,
  given: Held & { kind: 'approve' | 'refuse'; fill?: Attributes },
  said: Deed,
): void {
  const outcome = given.kind === 'approve' ? 'approved' : 'refused';
  if (given.fill) {
    const wrong = wrongAttribute(work.definition, given.fill, {
      partly: stepOf(work.definition, given.step)?.fills ?? [],
    });
    if (wrong) throw new Halt('bad-attributes', wrong, 422);
    Object.assign(work.of.attributes, given.fill);
  }
  seat.decided = { outcome, by: given.by, at: work.now.toISOString() };
  work.reasons.set(seat.key, { why: 'decided', by: given.by });
  note(work, { kind: outcome, ...said, ...(given.fill ? { filled: { ...given.fill } } : {}) });
  settle(work, given.step, given.by);
}

/** Everything walked after the target is forgotten (history keeps it) and will be walked again. */
function returnTo(work: Work, seat: Seat, given: Held & { to: string }, said: Deed): void {
  const { of, definition } = work;
  for (const [, run] of openRuns(work)) {
    for (const { key } of activeSeats(run)) work.reasons.set(key, { why: 'returned', by: given.by });
  }
  work.reasons.set(seat.key, { why: 'decided', by: given.by });
  if (given.to === ASKER) {
    of.nodes = {};
    of.withAsker = newKey(work);
    return note(work, { kind: 'returned', ...said, toStep: ASKER, to: [of.asker] });
  }
  const earlier = runOf(of, given.to)?.state === 'done' && precedes(definition.root, given.to, given.step);
  if (!earlier) throw new Halt('not-earlier', { step: given.step, to: given.to });
  delete of.nodes[given.to];
  for (const id of Object.keys(of.nodes)) if (precedes(definition.root, given.to, id)) delete of.nodes[id];
  note(work, { kind: 'returned', ...said, toStep: given.to });
  advance(work);
}
