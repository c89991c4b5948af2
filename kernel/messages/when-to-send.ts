import { addDays, dayOf, instantAt, minuteOfDay, type Calendar, type Day } from '../calendar/calendar.ts';
import type { NoticeChoice } from './contract.ts';

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A holiday longer than this is none: the next day counts then, so that a person is told some day. */
const FURTHEST_DAYS = 30;

function nextDay(day: Day, calendar: Calendar, workdaysOnly: boolean): Day {
  if (!workdaysOnly) return day;
  for (let ahead = 0; ahead < FURTHEST_DAYS; ahead += 1) {
    const at = addDays(day, ahead);
    if (calendar.isWorkday(at)) return at;
  }
  return day;
}

/**
 * The first moment, from `now` on, at which a person may be disturbed: outside of their quiet hours, and on a working day (a Saturday of 调休 is one)
 * where they chose so.
 */
export function outsideQuiet(
  now: Date,
  { quietFrom, quietTo, workdaysOnly }: Pick<NoticeChoice, 'quietFrom' | 'quietTo' | 'workdaysOnly'>,
  calendar: Calendar,
): Date {
  const [from, to] = [minutes(quietFrom), minutes(quietTo)];
  const today = dayOf(now);
  const minute = minuteOfDay(now);
  const night = from > to;
  const quiet = from !== to && (night ? minute >= from || minute < to : minute >= from && minute < to);
  const day = nextDay(today, calendar, workdaysOnly);
  if (day !== today) return instantAt(day, night ? to : 0);
  if (!quiet) return now;
  // The end of these quiet hours: today still, unless the night is only beginning.
  if (!night || minute < to) return instantAt(today, to);
  return instantAt(nextDay(addDays(today, 1), calendar, workdaysOnly), to);
}

/** When the next digest goes out: today at its time or, where that is over, on the next day that counts. */
export function nextDigest(now: Date, choice: NoticeChoice, calendar: Calendar): Date {
  const at = minutes(choice.digestAt);
  const today = dayOf(now);
  const from = minuteOfDay(now) < at ? today : addDays(today, 1);
  return instantAt(nextDay(from, calendar, choice.workdaysOnly), at);
}
