/** By which calendar a building is worked. Asked of the readings themselves where nobody says so: a holiday looks like a Sunday. */
import { calendarFrom } from '@opengoa/kernel/calendar';
import {
  type HourSeries,
  type KindOfDay,
  dayNumber,
  dayOf,
  hoursOfDay,
  plainWeek,
  weekdayOf,
} from '@opengoa/energy/hour-series';
import { median } from '@opengoa/kernel/robust-statistics';

export type CalendarName = 'china' | 'england' | 'united-states' | 'plain';

/** State Council notices with 调休, as the kernel has them. */
export const chinaDays: KindOfDay = (() => {
  const calendar = calendarFrom();
  return (day) => {
    const { kind } = calendar.kindOf(day);
    return kind === 'holiday' ? 'holiday' : kind === 'weekend' ? 'rest-day' : 'workday';
  };
})();

/** Days of England that the rules below do not give (gov.uk/bank-holidays): a day moved, and what was moved to it. */
const movedInEngland: Readonly<Record<string, boolean>> = {
  '2020-05-04': false,
  '2020-05-08': true,
  '2022-05-30': false,
  '2022-06-02': true,
  '2022-06-03': true,
  '2022-09-19': true,
  '2023-05-08': true,
};

/** Bank holidays of England by rule, and the working days from Christmas Eve to New Year's Eve, on which offices are shut by custom. */
export const englandDays: KindOfDay = (day) => {
  const number = dayNumber(day);
  const weekday = weekdayOf(number);
  const isHoliday = movedInEngland[day] ?? bankHoliday(day, number, weekday);
  return isHoliday ? 'holiday' : weekday >= 5 ? 'rest-day' : 'workday';
};

function bankHoliday(day: string, number: number, weekday: number): boolean {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  const afterEaster = number - easterSunday(Number(day.slice(0, 4)));
  if (afterEaster === -2 || afterEaster === 1) return true;
  if (month === 12 && (date === 25 || date === 26)) return true;
  if (month === 12 && date >= 24) return weekday < 5;
  if (month === 1) return date === 1 || (weekday === 0 && date <= 3);
  return weekday === 0 && ((month === 5 && (date <= 7 || date > 24)) || (month === 8 && date > 24));
}

/**
 * Holidays of the United States that nearly all offices keep (5 U.S.C. 6103), moved to Friday or Monday from a weekend, and the Friday after Thanksgiving.
 * Washington's birthday, Columbus and Veterans day are worked in most places and are left out.
 */
export const unitedStatesDays: KindOfDay = (day) => {
  const number = dayNumber(day);
  const weekday = weekdayOf(number);
  const isHoliday = [-1, 0, 1].some((moved) => {
    if (moved !== 0 && weekday !== (moved === 1 ? 4 : 0)) return false;
    const fixed = dayOf(number + moved).slice(5);
    return fixed === '01-01' || fixed === '07-04' || fixed === '12-25';
  });
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  const inWeek = Math.ceil(date / 7);
  const isMonday = (month === 1 && inWeek === 3) || (month === 5 && date > 24) || (month === 9 && inWeek === 1);
  const isThanksgiving = (weekday === 3 && inWeek === 4) || (weekday === 4 && date >= 23 && date <= 29);
  if (isHoliday || (weekday === 0 && isMonday) || (month === 11 && isThanksgiving)) return 'holiday';
  return weekday >= 5 ? 'rest-day' : 'workday';
};

/** Day number of Easter Sunday (Gauss, in the form of Meeus, Jones and Butcher). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return dayNumber(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
}

export const calendars: Readonly<Record<CalendarName, KindOfDay>> = {
  china: chinaDays,
  england: englandDays,
  'united-states': unitedStatesDays,
  plain: plainWeek,
};

const fewestHolidays = 3;

/**
 * The calendar whose special weekdays were most often worked as it says: a holiday nearer to the Sundays around it than to its own weekday, a weekend worked
 * by notice nearer to Mondays. Only days before `untilDay` are looked at. With fewer than three such days `china` stands, and where hardly
 * one day in three was worked as either says, `plain`.
 */
export function calendarThatFits(
  series: readonly Pick<HourSeries, 'startsOn' | 'electricityKwh'>[],
  untilDay: string,
): CalendarName {
  const score = (name: CalendarName) => {
    let [asSaid, asked] = [0, 0];
    for (const each of series)
      for (const right of specialDays(each, untilDay, calendars[name])) {
        asked += 1;
        asSaid += Number(right);
      }
    return { name, asked, share: asked === 0 ? 0 : asSaid / asked };
  };
  const asked = (['china', 'england', 'united-states'] as const)
    .map(score)
    .filter((each) => each.asked >= fewestHolidays);
  if (asked.length === 0) return 'china';
  const best = asked.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share >= 0.35 ? best.name : 'plain';
}

/** For each special day that can be judged, whether it was worked as the calendar says. */
function specialDays(
  { startsOn, electricityKwh }: Pick<HourSeries, 'startsOn' | 'electricityKwh'>,
  untilDay: string,
  kindOfDay: KindOfDay,
): boolean[] {
  const first = dayNumber(startsOn);
  const days = Math.min(Math.floor(electricityKwh.length / hoursOfDay), dayNumber(untilDay) - first);
  const totals = Array.from({ length: Math.max(days, 0) }, (_, d) => {
    const hours = electricityKwh.slice(d * hoursOfDay, (d + 1) * hoursOfDay);
    return hours.every((value) => value !== null) ? hours.reduce<number>((sum, value) => sum + value!, 0) : null;
  });
  const near = (d: number, weekday: number): number | null => {
    const some = totals.slice(Math.max(0, d - 35), d + 36).flatMap((total, k) => {
      const at = Math.max(0, d - 35) + k;
      return total !== null && at !== d && weekdayOf(first + at) === weekday ? [total] : [];
    });
    return some.length < 3 ? null : median(some);
  };
  return totals.flatMap((total, d) => {
    const weekday = weekdayOf(first + d);
    const kind = kindOfDay(dayOf(first + d));
    if (total === null || (kind === 'workday') === weekday < 5) return [];
    const working = near(d, weekday < 5 ? weekday : 0);
    const resting = near(d, 6);
    // Where Sundays are worked like weekdays nothing can be said.
    if (working === null || resting === null || working < 1.15 * resting) return [];
    const isResting = Math.abs(total - resting) < Math.abs(total - working);
    return [isResting === (kind !== 'workday')];
  });
}
