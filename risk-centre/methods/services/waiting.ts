/** SV-03: waiting at a desk with several places and one queue (Erlang C): arrivals by chance, nobody leaves. */
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface Waiting {
  /** Places that are busy on average. */
  readonly offeredLoad: number;
  readonly chanceToWait: number;
  readonly chanceToWaitLonger: number;
}

/** @param longerThanMinutes the wait that `chanceToWaitLonger` speaks of. Too few staff for the load is a queue without end, and has no answer. */
export function waiting(
  arrivalsPerHour: number,
  minutesEach: number,
  staff: number,
  longerThanMinutes: number,
): MethodResult<Waiting> {
  const load = (arrivalsPerHour * minutesEach) / 60;
  if (staff <= load)
    return insufficient({
      zh: `业务量需要多于${load.toFixed(1)}个席位，现有${staff}个，队列不会稳定`,
      en: `the load takes more than ${load.toFixed(1)} places and there are ${staff}: the queue has no steady state`,
      needed: Math.floor(load) + 1,
      found: staff,
    });
  // Erlang B by its recursion, which does not overflow, and C from it.
  let blocked = 1;
  for (let places = 1; places <= staff; places += 1) blocked = (load * blocked) / (places + load * blocked);
  const chanceToWait = (staff * blocked) / (staff - load * (1 - blocked));
  const chanceToWaitLonger = chanceToWait * Math.exp((-(staff - load) * longerThanMinutes) / minutesEach);
  return ok({ offeredLoad: load, chanceToWait, chanceToWaitLonger });
}
