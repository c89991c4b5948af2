/** What the rules of a plan want of a point at an instant. Pure. */
import { dayOf, type KindOfDay } from '../methods/hour-series.ts';
import { localDayNumber, localHour } from '../readings/local-time.ts';
import type { Reason, Rule } from './contract.ts';

export interface Surroundings {
  /** How the building's calendar takes a day: a Saturday that 调休 turns into a working day is one. */
  readonly kindOfDay: KindOfDay;
  readonly workFromHour: number;
  readonly workToHour: number;
  /** kW that were forecast for an hour of a day, of the point's meter; null where nothing was. */
  forecast(day: string, hour: number): number | null;
}

export interface Wanted {
  readonly value: number;
  readonly reason: Reason;
}

/** The first rule that holds; null where none does. */
export function wantedAt(rules: readonly Rule[], now: Date, around: Surroundings): Wanted | null {
  const day = dayOf(localDayNumber(now.getTime()));
  const hour = localHour(now.getTime());
  const workday = around.kindOfDay(day) === 'workday';
  const found = rules.find((rule) => {
    if (rule.days === 'workday' && !workday) return false;
    if (rule.days === 'rest-day' && workday) return false;
    switch (rule.when) {
      case 'off-hours':
        return !workday || hour < around.workFromHour || hour >= around.workToHour;
      case 'hours':
        return rule.fromHour !== null && rule.toHour !== null && within(hour, rule.fromHour, rule.toHour);
      case 'forecast-over': {
        const expected = around.forecast(day, hour);
        return rule.kw !== null && expected !== null && expected >= rule.kw;
      }
    }
  });
  return found ? { value: found.value, reason: found.when } : null;
}

/** From 22 to 6 runs over midnight; the day is the one of the hour itself. */
const within = (hour: number, from: number, to: number): boolean =>
  from <= to ? hour >= from && hour < to : hour >= from || hour < to;

/** Does a rule say all that it needs? */
export const isComplete = ({ when, fromHour, toHour, kw }: Rule): boolean =>
  when === 'hours'
    ? fromHour !== null && toHour !== null && fromHour !== toHour
    : when === 'forecast-over'
      ? kw !== null
      : true;
