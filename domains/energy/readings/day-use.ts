/** What a day's readings of a meter add up to: whole thousandths of the unit of measure, multiplier applied. */
import { hoursOfDay } from '../methods/hour-series.ts';

export interface DayUse {
  /** Days since 1970-01-01. */
  readonly dayNumber: number;
  readonly total: number;
  /** 24 places; null where the hour's own use is not known. */
  readonly hours: readonly (number | null)[];
  /** Readings that count, those of them that are estimates, and those kept apart. */
  readonly count: number;
  readonly estimated: number;
  readonly suspect: number;
}

export type GrowingDay = { -readonly [Key in keyof DayUse]: DayUse[Key] } & { hours: (number | null)[] };

export const emptyDay = (dayNumber: number): GrowingDay => ({
  dayNumber,
  total: 0,
  hours: Array.from({ length: hoursOfDay }, () => null),
  count: 0,
  estimated: 0,
  suspect: 0,
});

/** The day of a growing list, begun where it is not there yet. */
export function dayIn(days: Map<number, GrowingDay>, dayNumber: number): GrowingDay {
  const there = days.get(dayNumber);
  if (there) return there;
  const begun = emptyDay(dayNumber);
  days.set(dayNumber, begun);
  return begun;
}
