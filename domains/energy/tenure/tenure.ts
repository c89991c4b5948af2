/** 归属: whose a building was on a day, and for how much of a period. Pure. */
import type { Id } from '@opengoa/kernel';
import { daysBetween } from '@opengoa/kernel/calendar';
import { meanSize, type Size, type SizeNow } from '../sizes/size.ts';

export interface Tenure {
  readonly unit: Id;
  readonly from: string;
  /** Null: still. */
  readonly toExclusive: string | null;
}

/** From a day to the day after the last. */
export type Stretch = readonly [from: string, toExclusive: string];

/** The parts of a period in which one of these units had the building; all of it where it never moved. */
export function stretchesOf(
  tenures: readonly Tenure[] | undefined,
  units: ReadonlySet<Id>,
  [from, to]: Stretch,
): Stretch[] {
  if (!tenures || tenures.length === 0) return [[from, to]];
  return tenures.flatMap(({ unit, from: since, toExclusive }): Stretch[] => {
    if (!units.has(unit)) return [];
    const begins = since > from ? since : from;
    const ends = toExclusive !== null && toExclusive < to ? toExclusive : to;
    return begins < ends ? [[begins, ends]] : [];
  });
}

export const daysIn = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [from, to]) => sum + daysBetween(from, to), 0);

/**
 * How large a building was to its units over a period: a building that was theirs for half of it counts half.
 * @returns null for what is not known of one of the days on which it was theirs; 0 where it never was
 */
export function heldSize(sizes: readonly Size[], stretches: readonly Stretch[], period: Stretch): SizeNow {
  const days = daysBetween(...period);
  const mean = (of: keyof SizeNow): number | null => {
    let sum = 0;
    for (const stretch of stretches) {
      const value = meanSize(sizes, stretch)[of];
      if (value === null) return null;
      sum += value * daysBetween(...stretch);
    }
    return days < 1 ? null : sum / days;
  };
  return { areaM2: mean('areaM2'), people: mean('people') };
}
