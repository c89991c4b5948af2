/** What happens when a step has waited too long. The step always keeps a holder. */
import { activeSeats, own, runOf, type Due, type Seat, type StepRun } from './case.ts';
import { findHolders, superiorsOf } from './holders.ts';
import { stepOf, type PersonId } from './definition.ts';
import { Halt, newKey, note, openRuns, settle, type Work } from './work.ts';

/** Fires every limit that is due. */
export function timeOut(work: Work, only?: string): void {
  const now = work.now.toISOString();
  let fired = 0;
  for (const [step, run] of openRuns(work)) {
    if (only !== undefined && step !== only) continue;
    for (const [index, due] of run.dues.entries()) {
      // An earlier limit of the same run, or of a step beside it, may have ended the step or the case.
      if (
        due.fired ||
        due.at > now ||
        runOf(work.of, step) !== run ||
        run.state !== 'open' ||
        work.of.status !== 'open'
      )
        continue;
      due.fired = true;
      fired += 1;
      fire(work, step, run, due, index);
    }
  }
  if (fired === 0) throw new Halt('not-due');
}

function fire(work: Work, step: string, run: StepRun, due: Due, index: number): void {
  const seats = activeSeats(run);
  if (due.do === 'approve') {
    const because = stepOf(work.definition, step)?.limits[index]?.because;
    for (const seat of seats) {
      seat.decided = { outcome: 'approved', by: null, at: work.now.toISOString() };
      note(work, {
        kind: 'approved-by-silence',
        by: null,
        step,
        key: seat.key,
        from: [seat.person],
        ...(because ? { because } : {}),
      });
    }
    return settle(work, step, null);
  }
  for (const seat of seats) {
    const given = due.do === 'remind' ? undefined : due.do === 'stand-in' ? lend(work, run, step, seat) : false;
    if (given === undefined) remind(work, step, seat);
    else if (!given) escalate(work, run, step, seat);
  }
}

function remind(work: Work, step: string, seat: Seat): void {
  work.reminded.set(seat.key, 'time-out');
  note(work, { kind: 'reminded', by: null, step, key: seat.key, to: [seat.person] });
}

/** To the stand-in on record; the holder keeps the task too. False when there is none. */
function lend(work: Work, run: StepRun, step: string, seat: Seat): boolean {
  const candidates = seat.standIn === undefined ? work.world.standInsFor(seat.person) : [seat.standIn];
  const to = candidates.find((person) => seat.standIn === person || isFree(work, run, person));
  if (to === undefined) return false;
  seat.standIn = to;
  note(work, { kind: 'stand-in-named', by: null, step, key: seat.key, from: [seat.person], to: [to] });
  work.reminded.set(seat.key, 'time-out');
  return true;
}

/** To the next superior, else to the fallback, else the holder is reminded and keeps it. */
function escalate(work: Work, run: StepRun, step: string, seat: Seat): void {
  const above = superiorsOf(seat.person, work.of, work.world).filter((person) => isFree(work, run, person));
  const fallback = (): PersonId[] =>
    findHolders([], 'any', work.definition.fallback, work.of, work.world)
      .map(({ person }) => person)
      .filter((person) => isFree(work, run, person));
  const to = above[0] ?? fallback()[0];
  if (to === undefined) return remind(work, step, seat);
  const from = seat.person;
  const key = seat.key;
  work.reasons.set(key, { why: 'escalated', by: null });
  seat.person = to;
  seat.via = 'escalation';
  seat.key = newKey(work);
  delete seat.standIn;
  note(work, { kind: 'escalated', by: null, step, key, from: [from], to: [to] });
}

const isFree = (work: Work, run: StepRun, person: PersonId): boolean =>
  !own(work.of).includes(person) && !run.sittings.some(({ seats }) => seats.some((seat) => seat.person === person));
