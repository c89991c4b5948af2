/** Meters that keep one time the whole year in places whose people do not: hours are put where people's clocks had them. */
import { dayNumber, hoursOfDay } from '@opengoa/energy/hour-series';

/** `europe`: people's clocks are an hour ahead of the stamps from the last Sunday of March to the last of October, 01:00 UTC. */
export type Clock = 'as-written' | 'europe';

type Hours = readonly (number | null)[];

/** @param hour hours since 1970-01-01T00:00Z */
export function isEuropeanSummer(hour: number): boolean {
  const year = new Date(hour * 3_600_000).getUTCFullYear();
  return hour >= changeHour(year, 3) && hour < changeHour(year, 10);
}

const changes = new Map<number, number>();

function changeHour(year: number, month: number): number {
  const key = year * 12 + month;
  const known = changes.get(key);
  if (known !== undefined) return known;
  const last = new Date(Date.UTC(year, month, 0));
  const found = Date.UTC(year, month - 1, last.getUTCDate() - last.getUTCDay(), 1) / 3_600_000;
  changes.set(key, found);
  return found;
}

/** Where a place of a series that starts on a day stands on a clock. */
export const placeOn = (clock: Clock, startsOn: string, place: number): number =>
  clock === 'europe' && isEuropeanSummer(dayNumber(startsOn) * hoursOfDay + place) ? place + 1 : place;

/** The hours by another clock, a day longer: one hour of spring has no value, and of the two that meet in autumn the later stands. */
export function turnedTo(clock: Clock, startsOn: string, hours: Hours): (number | null)[] {
  const turned: (number | null)[] = Array.from({ length: hours.length + hoursOfDay }, () => null);
  hours.forEach((value, place) => {
    if (value !== null) turned[placeOn(clock, startsOn, place)] = value;
  });
  return turned;
}
