import { addDays, type Day, dayOf } from '@opengoa/kernel/calendar';

/**
 * VE-10 of one vehicle: on which working days it was out of those on which it could have been, and where it stood still for long. Pure.
 * Days are Shanghai's, working days are the calendar's (调休 included).
 */

export interface Out {
  readonly from: Date;
  readonly to: Date;
}

export interface History {
  /** First and last day looked at, both included; nothing after the last is known. */
  readonly from: Day;
  readonly to: Day;
  /** Since when anything is known of the vehicle. */
  readonly since: Day;
  readonly outs: readonly Out[];
  /** Days in the workshop, both included. */
  readonly repairs: readonly { readonly from: Day; readonly to: Day }[];
}

export interface IdleStretch {
  readonly from: Day;
  readonly to: Day;
  readonly workdays: number;
}

export interface Use {
  readonly usedDays: number;
  readonly usedWorkdays: number;
  /** Working days it could have been out: since it is known of, without those in the workshop. */
  readonly availableWorkdays: number;
  readonly repairWorkdays: number;
  readonly hours: number;
  readonly idleStretches: readonly IdleStretch[];
}

/** Every day from one to another, both included. */
function* daysFrom(from: Day, to: Day): Generator<Day> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}

/** @param stretchWorkdays a stretch of so many available working days without use is told */
export function useOf(
  { from, to, since, outs, repairs }: History,
  isWorkday: (day: Day) => boolean,
  stretchWorkdays: number,
): Use {
  const begin = since > from ? since : from;
  const used = new Set(
    outs.flatMap((out) => [...daysFrom(dayOf(out.from), dayOf(out.to))]).filter((day) => day >= from && day <= to),
  );
  const inWorkshop = (day: Day) => repairs.some((repair) => repair.from <= day && day <= repair.to);
  const workdays = [...daysFrom(begin, to)].filter(isWorkday);
  const available = workdays.filter((day) => used.has(day) || !inWorkshop(day));
  return {
    usedDays: used.size,
    usedWorkdays: available.filter((day) => used.has(day)).length,
    availableWorkdays: available.length,
    repairWorkdays: workdays.length - available.length,
    hours: outs.reduce((sum, out) => sum + (out.to.getTime() - out.from.getTime()) / 3_600_000, 0),
    idleStretches: stretchesOf(available, used).filter(({ workdays: count }) => count >= stretchWorkdays),
  };
}

/** Runs of available working days without use; a day in the workshop between two idle ones does not end a run. */
function stretchesOf(available: readonly Day[], used: ReadonlySet<Day>): IdleStretch[] {
  const found: IdleStretch[] = [];
  let run: Day[] = [];
  const close = () => {
    if (run.length > 0) found.push({ from: run[0]!, to: run.at(-1)!, workdays: run.length });
    run = [];
  };
  for (const day of available)
    if (used.has(day)) close();
    else run.push(day);
  close();
  return found;
}

export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const inOrder = values.toSorted((a, b) => a - b);
  const middle = Math.floor(inOrder.length / 2);
  return inOrder.length % 2 === 1 ? inOrder[middle]! : (inOrder[middle - 1]! + inOrder[middle]!) / 2;
}
