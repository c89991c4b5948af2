/**
 * Days as text 'YYYY-MM-DD' in Asia/Shanghai, and the little arithmetic on them.
 *
 * A day is never a Date: a Date is an instant, and the same instant is two different days in two places.
 */

/** A calendar day, 'YYYY-MM-DD', read in Asia/Shanghai. */
export type Day = string;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** True for a day that exists ('2026-02-29' does not). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  // Told without a Date: rows of a file ask it by the hundred thousand.
  return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysOfMonth(Number(text.slice(0, 4)), month));
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Number of days since 1970-01-01. Throws on a day that does not exist: a wrong day is our fault, never a user's (inputs are checked before). */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${JSON.stringify(day)}`);
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayFromNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day `count` days after (before, when negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday ... 7 = Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/**
 * The Shanghai day an instant falls on. China has kept UTC+8 without summer time since 1992, so the offset is fixed;
 * instants between 1986 and 1991 would be an hour off in summer, and the program records none.
 */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Minutes since midnight in Shanghai, 0-1439. */
export function minuteOfDay(instant: Date): number {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET_MS);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** The instant at which a Shanghai day reaches the given minute (0 = midnight, 1440 = the next midnight). */
export function instantAt(day: Day, minute: number): Date {
  return new Date(dayNumber(day) * DAY_MS + minute * 60_000 - SHANGHAI_OFFSET_MS);
}
