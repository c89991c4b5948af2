/**
 * Door of the calendar: working days with 调休, office hours, and deadlines counted in them.
 *
 * Deadlines follow the civil code's counting (民法典 第二百零一条, 第二百零三条): the first day is not counted, and the
 * last one ends when the office closes.
 */
import { addDays, dayOf, instantAt, isDay, minuteOfDay, weekday, type Day } from './day.ts';
import { layOver, packagedDays, type HolidayData } from './holiday-data.ts';

export { addDays, dayOf, daysBetween, instantAt, isDay, minuteOfDay, weekday, type Day } from './day.ts';
export { readHolidayData, HolidayData } from './holiday-data.ts';

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup-workday';

/** What a day is. `known` is false when nobody has data for its year: then weekends are all that is known of it. */
export type DayWord = { kind: DayKind; name?: { zh: string; en: string }; known: boolean };

/** Stretches of a working day, in minutes since midnight, in order. */
export type OfficeHours = readonly (readonly [fromMinute: number, toMinute: number])[];

export type Calendar = {
  kindOf(day: Day): DayWord;
  isWorkday(day: Day): boolean;
  /** Are the holidays of this year known? Screens say so when they are not, since a deadline may then move. */
  known(year: number): boolean;
  /** Working days after `from` up to and with `to`; when `to` is earlier, minus the working days from `to` to before `from`. */
  workdaysBetween(from: Day, to: Day): number;
  /** The n-th working day after the day (before it when negative); the day itself for 0. `workdaysBetween(d, addWorkdays(d, n)) = n`. */
  addWorkdays(day: Day, count: number): Day;
  dayOf(instant: Date): Day;
  isOfficeTime(instant: Date): boolean;
  /** The close of office on the n-th working day after the instant's day. */
  deadlineAfterWorkdays(from: Date, workdays: number): Date;
  /** The instant at which so many office hours have passed since `from`. */
  deadlineAfterWorkhours(from: Date, workhours: number): Date;
};

const NINE_TO_FIVE: OfficeHours = [
  [9 * 60, 12 * 60],
  [13 * 60, 17 * 60],
];

/** No count walks further than this: a calendar whose every day were a holiday must fail, not hang. */
const FURTHEST_DAYS = 200_000;

/**
 * A calendar from the package's holidays with the given files laid over it.
 *
 * @param given.holidays files over the package, later ones win; those of a region count only where `place` holds its code
 * @param given.place chain of codes from the nation down
 * @param given.officeHours stretches of a working day; 09:00-12:00 and 13:00-17:00 when not given
 */
export function calendarFrom(
  given: { holidays?: readonly HolidayData[]; place?: readonly string[]; officeHours?: OfficeHours } = {},
): Calendar {
  const { years, days } = layOver(packagedDays(), given.holidays ?? [], given.place ?? []);
  const hours = given.officeHours ?? NINE_TO_FIVE;
  checkHours(hours);

  const known = (year: number): boolean => years.has(year);

  const kindOf = (day: Day): DayWord => {
    if (!isDay(day)) throw new RangeError(`not a day: ${JSON.stringify(day)}`);
    const special = days.get(day);
    const sure = known(Number(day.slice(0, 4)));
    if (special) return { kind: special.kind, name: special.name, known: sure };
    return { kind: weekday(day) > 5 ? 'weekend' : 'workday', known: sure };
  };

  // Kits ask the same few thousand days once per reading, so the answer is kept; the bound keeps a wild caller from filling memory.
  const answered = new Map<Day, boolean>();
  const isWorkday = (day: Day): boolean => {
    const before = answered.get(day);
    if (before !== undefined) return before;
    const { kind } = kindOf(day);
    const answer = kind === 'workday' || kind === 'makeup-workday';
    if (answered.size < 50_000) answered.set(day, answer);
    return answer;
  };

  const addWorkdays = (day: Day, count: number): Day => {
    if (!Number.isInteger(count)) throw new RangeError(`working days are counted whole, not ${count}`);
    const step = count < 0 ? -1 : 1;
    let at = day;
    let left = Math.abs(count);
    for (let walked = 0; left > 0; walked += 1) {
      if (walked > FURTHEST_DAYS) throw new RangeError(`no ${count} working days around ${day}`);
      at = addDays(at, step);
      if (isWorkday(at)) left -= 1;
    }
    return at;
  };

  const workdaysBetween = (from: Day, to: Day): number => {
    let count = 0;
    if (from <= to) for (let at = from; at < to;) count += isWorkday((at = addDays(at, 1))) ? 1 : 0;
    else for (let at = from; at > to;) count -= isWorkday((at = addDays(at, -1))) ? 1 : 0;
    return count;
  };

  const isOfficeTime = (instant: Date): boolean => {
    const minute = minuteOfDay(instant);
    return isWorkday(dayOf(instant)) && hours.some(([from, to]) => minute >= from && minute < to);
  };

  const deadlineAfterWorkdays = (from: Date, workdays: number): Date =>
    instantAt(addWorkdays(dayOf(from), workdays), hours.at(-1)![1]);

  const deadlineAfterWorkhours = (from: Date, workhours: number): Date => {
    if (!(workhours >= 0)) throw new RangeError(`office hours cannot be ${workhours}`);
    let leftMs = workhours * 3_600_000;
    let day = dayOf(from);
    if (leftMs === 0) return new Date(from);
    for (let walked = 0; walked <= FURTHEST_DAYS; walked += 1, day = addDays(day, 1)) {
      if (!isWorkday(day)) continue;
      for (const [open, close] of hours) {
        const begin = Math.max(instantAt(day, open).getTime(), from.getTime());
        const end = instantAt(day, close).getTime();
        if (begin >= end) continue;
        if (begin + leftMs <= end) return new Date(begin + leftMs);
        leftMs -= end - begin;
      }
    }
    throw new RangeError(`no ${workhours} office hours after ${from.toISOString()}`);
  };

  return {
    kindOf,
    isWorkday,
    known,
    workdaysBetween,
    addWorkdays,
    dayOf,
    isOfficeTime,
    deadlineAfterWorkdays,
    deadlineAfterWorkhours,
  };
}

function checkHours(hours: OfficeHours): void {
  let last = 0;
  for (const [from, to] of hours) {
    if (!(from >= last && to > from && to <= 1440)) throw new RangeError('office hours overlap or go backwards');
    last = to;
  }
  if (hours.length === 0) throw new RangeError('an office is open at some time of the day');
}
