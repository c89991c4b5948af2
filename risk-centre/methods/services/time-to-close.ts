/** SV-02: whether a request will be closed in time, from how long others took; what is still open says that it took longer, and is never dropped. */
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface Ticket {
  /** From the first opening to the closing, or to now. */
  readonly days: number;
  readonly closed: boolean;
}

export interface StillOpen {
  readonly days: number;
  /** Share still open after so many days. */
  readonly share: number;
}

/** Kaplan and Meier 1958: a step at each day on which something was closed; what is open leaves after the closings of its day. */
export function stillOpen(tickets: readonly Ticket[]): MethodResult<{ readonly steps: readonly StillOpen[] }> {
  if (!tickets.some(({ closed }) => closed))
    return insufficient({
      zh: '尚无办结的工单，至少需要1件',
      en: 'nothing was closed yet; 1 is needed',
      needed: 1,
      found: 0,
    });
  const days = [...new Set(tickets.filter(({ closed }) => closed).map((each) => each.days))].toSorted((a, b) => a - b);
  let share = 1;
  const steps = days.map((day) => {
    const atRisk = tickets.filter((each) => each.days >= day).length;
    const closing = tickets.filter((each) => each.closed && each.days === day).length;
    share *= 1 - closing / atRisk;
    return { days: day, share };
  });
  return ok({ steps });
}

const openAfter = (steps: readonly StillOpen[], days: number): number =>
  steps.findLast((step) => step.days <= days)?.share ?? 1;

/**
 * The chance of a breach: S(limit) / S(age).
 * @param ageDays how long it has been open. @returns null where nothing ever stayed open so long
 */
export function breachChance(steps: readonly StillOpen[], limitDays: number, ageDays = 0): number | null {
  if (ageDays >= limitDays) return 1;
  // What was opened just now is open, also where all others were closed the same day.
  const now = ageDays === 0 ? 1 : openAfter(steps, ageDays);
  return now > 0 ? openAfter(steps, limitDays) / now : null;
}
