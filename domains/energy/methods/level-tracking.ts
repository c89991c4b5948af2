/**
 * A baseline that follows the level its meter has lately been at.
 *
 * A baseline fitted last year knows the shape of a week and the answer to weather, but not that a floor was let since.
 * For judging a single hour or the day ahead, the median residual of the days just past is added, apart for occupied and
 * unoccupied hours. Judging a lasting drift needs the untracked baseline: this one would learn the drift.
 */
import { hoursOfDay } from './hour-series.ts';
import { median } from '@opengoa/kernel/robust-statistics';

export interface TrackedHour {
  readonly expectedKwh: number | null;
  readonly occupied: boolean;
}

/**
 * @param hours expected values from local midnight on, in whole days, beside what was read in them
 * @param days how many days before a day its level is taken from; no day ever uses itself or a later one
 * @returns expected kWh of each hour, null where the baseline had none
 */
export function trackLevel(
  hours: readonly TrackedHour[],
  actualKwh: readonly (number | null)[],
  days = 14,
): (number | null)[] {
  const levels = new Map<string, number>();
  return hours.map(({ expectedKwh, occupied }, i) => {
    if (expectedKwh === null) return null;
    const day = Math.floor(i / hoursOfDay);
    const key = `${day} ${occupied}`;
    const level = levels.get(key) ?? levelBefore(day * hoursOfDay, occupied, hours, actualKwh, days);
    levels.set(key, level);
    return Math.max(0, expectedKwh + level);
  });
}

/** Median residual of one class of hours in the days before `end`; 0 below a day's worth of them. */
function levelBefore(
  end: number,
  occupied: boolean,
  hours: readonly TrackedHour[],
  actualKwh: readonly (number | null)[],
  days: number,
): number {
  const residuals: number[] = [];
  for (let i = Math.max(0, end - days * hoursOfDay); i < end; i++) {
    const expected = hours[i]?.expectedKwh ?? null;
    const actual = actualKwh[i] ?? null;
    if (expected !== null && actual !== null && hours[i]!.occupied === occupied) residuals.push(actual - expected);
  }
  return residuals.length >= hoursOfDay ? median(residuals) : 0;
}
