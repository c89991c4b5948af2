/** 面积与人数: what a building was on a day, and on the mean of a period. */
import { addDays, daysBetween } from '@opengoa/kernel/calendar';

export interface SizeNow {
  readonly areaM2: number | null;
  readonly people: number | null;
}

export interface Size extends SizeNow {
  readonly from: string;
}

/** What a building is from a day on where nothing else was said. */
export const sinceEver = '0001-01-01';

/** @param sizes of one building in the order of their days, those of one day in the order they were said */
export const sizeOn = (sizes: readonly Size[], day: string): SizeNow =>
  sizes.findLast(({ from }) => from <= day) ?? { areaM2: null, people: null };

/**
 * The mean over the days of a period: a building twice as large for half of the year counts one and a half.
 * @returns null for what is not known on one of the days: a mean of the rest would be another building's
 */
export function meanSize(sizes: readonly Size[], [from, toExclusive]: readonly [string, string]): SizeNow {
  const days = daysBetween(from, toExclusive);
  if (days < 1) return { areaM2: null, people: null };
  const starts = [from, ...new Set(sizes.map((size) => size.from).filter((day) => day > from && day < toExclusive))];
  const mean = (of: (size: SizeNow) => number | null): number | null => {
    let sum = 0;
    for (const [i, start] of starts.entries()) {
      const value = of(sizeOn(sizes, start));
      if (value === null) return null;
      sum += value * daysBetween(start, starts[i + 1] ?? toExclusive);
    }
    return sum / days;
  };
  return { areaM2: mean((size) => size.areaM2), people: mean((size) => size.people) };
}

/** The first day after a month, given by its first day. */
export const afterMonth = (month: string): string => `${addDays(`${month.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
