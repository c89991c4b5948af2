import type { Context } from '@opengoa/kernel';
import { dayOf, minuteOfDay } from '@opengoa/kernel/calendar';

/** When a fence watches. */
export interface Watch {
  readonly watches: 'always' | 'off-hours' | 'days-off' | 'holidays' | 'window';
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
}

/** Whether a fence watches at a moment, by Shanghai’s clock and the calendar. A window that ends before it begins goes over midnight. */
export function watchesAt(
  { watches, fromMinute, toMinute }: Watch,
  at: Date,
  calendar: Pick<Context['calendar'], 'isOfficeTime' | 'isWorkday' | 'kindOf'>,
): boolean {
  if (watches === 'off-hours') return !calendar.isOfficeTime(at);
  if (watches === 'days-off') return !calendar.isWorkday(dayOf(at));
  if (watches === 'holidays') return calendar.kindOf(dayOf(at)).kind === 'holiday';
  if (watches === 'always' || fromMinute === null || toMinute === null) return true;
  const minute = minuteOfDay(at);
  return fromMinute < toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
}
