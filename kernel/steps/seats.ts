/** Signers added and taken back, work handed over or lent: who sits in a step changes, and never becomes nobody. */
import { activeSeats, own, type Deed, type Seat, type Sitting, type StepRun } from './case.ts';
import type { PersonId } from './definition.ts';
import { activate, Halt, newKey, note, settle, type Work } from './work.ts';

/** More signers than this in one step is a circular, not an approval. */
const MOST_SEATS = 50;

const everySeat = (run: StepRun): Seat[] => run.sittings.flatMap(({ seats }) => seats);

/** May this person be given a seat here? In service, not the asker, not there already. */
function mustBeFree(work: Work, run: StepRun, person: PersonId): void {
  if (own(work.of).includes(person)) throw new Halt('own-request', { person }, 403);
  if (!work.world.resolve({ person }, work.of).includes(person)) throw new Halt('no-such-person', { person }, 422);
  if (everySeat(run).some((seat) => seat.person === person)) throw new Halt('already-holder', { person });
}

type Adding = {
  readonly persons: readonly PersonId[];
  readonly when: 'before' | 'after';
  readonly mode?: 'all' | 'any';
  readonly step: string;
};

export function addSigner(work: Work, run: StepRun, given: Adding, said: Deed): void {
  const persons = [...new Set(given.persons)];
  if (persons.length === 0) throw new Halt('no-such-person', {}, 422);
  for (const person of persons) mustBeFree(work, run, person);
  if (everySeat(run).length + persons.length > MOST_SEATS)
    throw new Halt('too-many-signers', { most: MOST_SEATS }, 422);
  const addedBy = said.standingInFor ?? said.by;
  const sitting: Sitting = {
    kind: given.when,
    mode: given.mode ?? 'all',
    seats: persons.map((person): Seat => ({ key: '', person, via: 'added', ...(addedBy ? { addedBy } : {}) })),
  };
  note(work, { kind: 'signers-added', ...said, to: persons, because: given.when });
  if (given.when === 'after') {
    run.sittings.splice(run.current + 1, 0, sitting);
    return;
  }
  // Those who wait get a new task when their turn comes back.
  for (const { key } of activeSeats(run)) work.reasons.set(key, { why: 'waiting', by: said.by });
  run.sittings.splice(run.current, 0, sitting);
  activate(work, run);
}

export function removeSigner(
  work: Work,
  run: StepRun,
  given: { by: PersonId; person: PersonId; step: string; opinion?: string },
): void {
  const at = run.sittings.findIndex(({ seats }) => seats.some((seat) => seat.person === given.person && !seat.decided));
  const sitting = run.sittings[at];
  const seat = sitting?.seats.find(({ person }) => person === given.person);
  const adder = seat?.addedBy;
  const standingIn = adder !== undefined && adder !== given.by && work.world.standInsFor(adder).includes(given.by);
  if (!sitting || !seat || adder === undefined || (adder !== given.by && !standingIn)) {
    throw new Halt('not-added-by-you', { person: given.person }, 403);
  }
  work.reasons.set(seat.key, { why: 'removed', by: given.by });
  note(work, {
    kind: 'signer-removed',
    by: given.by,
    ...(standingIn ? { standingInFor: adder } : {}),
    step: given.step,
    from: [given.person],
    ...(given.opinion === undefined ? {} : { opinion: given.opinion }),
  });
  sitting.seats = sitting.seats.filter((other) => other !== seat);
  const turn = at === run.current;
  if (sitting.seats.length > 0) {
    if (turn) settle(work, given.step, given.by);
    return;
  }
  run.sittings.splice(at, 1);
  if (!turn) return;
  if (run.sittings[run.current]) activate(work, run);
  else {
    // The last word was a signer's who is no longer asked; everybody before has agreed.
    run.current = run.sittings.length - 1;
    settle(work, given.step, given.by);
  }
}

export function handOver(work: Work, run: StepRun, seat: Seat, to: PersonId, said: Deed): void {
  mustBeFree(work, run, to);
  work.reasons.set(seat.key, { why: 'handed-over', by: said.by });
  const from = seat.person;
  seat.person = to;
  seat.via = 'hand-over';
  seat.key = newKey(work);
  delete seat.standIn;
  note(work, { kind: 'handed-over', ...said, from: [from], to: [to] });
}

export function delegate(work: Work, run: StepRun, seat: Seat, to: PersonId, isStandIn: boolean, said: Deed): void {
  // What was lent is not lent on: the holder must always know who acts in their name.
  if (isStandIn) throw new Halt('stand-in-only-decides', {}, 403);
  mustBeFree(work, run, to);
  seat.standIn = to;
  note(work, { kind: 'stand-in-named', ...said, from: [seat.person], to: [to] });
}
