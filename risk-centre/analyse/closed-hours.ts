import { addDays, calendarFrom, type Day, weekday } from '@opengoa/kernel/calendar';
import { joined, type Span, without } from '../methods/vehicles/spans.ts';
import { instantIn, minutesAhead } from './zone-clock.ts';

/** When an office is open on a working day, in minutes since midnight. */
export interface OpenHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** `08:00-18:00`; null for anything else. */
export function openHoursOf(text: string): OpenHours | null {
  const found = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(text);
  if (!found) return null;
  const [fromMinute, toMinute] = [Number(found[1]) * 60 + Number(found[2]), Number(found[3]) * 60 + Number(found[4])];
  return fromMinute < toMinute && toMinute <= 1_440 ? { fromMinute, toMinute } : null;
}

/**
 * Closed time (VE-03) between two moments: nights, weekends, holidays. In China's own zone by the calendar with its shifted working days, elsewhere
 * weekends are all that is known.
 */
export function closedSpans({ fromS, toS }: Span, zone: string, { fromMinute, toMinute }: OpenHours): Span[] {
  const calendar = calendarFrom();
  const works = (day: Day) => (zone === 'Asia/Shanghai' ? calendar.isWorkday(day) : weekday(day) <= 5);
  const open: Span[] = [];
  const last = instantIn(zone, toS).slice(0, 10);
  for (let day = instantIn(zone, fromS).slice(0, 10); day <= last; day = addDays(day, 1)) {
    if (!works(day)) continue;
    const midnight = Date.parse(`${day}T00:00:00Z`) / 1_000;
    const at = (minute: number) => {
      const local = midnight + minute * 60;
      return local - minutesAhead(zone, local - minutesAhead(zone, local) * 60) * 60;
    };
    open.push({ fromS: at(fromMinute), toS: at(toMinute) });
  }
  return without([{ fromS, toS }], joined(open));
}
