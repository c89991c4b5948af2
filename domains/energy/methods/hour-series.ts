/**
 * One meter's hours beside the weather of the same hours.
 *
 * Position 0 is the hour that begins at local midnight of `startsOn`, position 24 the midnight after it, so a day
 * always has 24 places. China keeps one time zone without daylight saving, which makes this exact; a source in
 * another zone is shifted before it gets here. A place without a trustworthy value holds `null`, never zero.
 */
export interface HourSeries {
  /** Local day of position 0, 'YYYY-MM-DD'. */
  readonly startsOn: string;
  readonly electricityKwh: readonly (number | null)[];
  /** Outdoor temperature in °C, as long as `electricityKwh`. */
  readonly outdoorC: readonly (number | null)[];
}

/**
 * How a day is worked. A rest day that a State Council notice turns into a workday (调休) is 'workday' although it
 * falls on a Saturday; a bridge day off is 'rest-day' although it falls on a Tuesday; 'holiday' is a public holiday.
 */
export type DayKind = 'workday' | 'rest-day' | 'holiday';
export type KindOfDay = (day: string) => DayKind;

export const hoursOfDay = 24;
export const slotsOfWeek = 168;

const dayMs = 86_400_000;

/** Day number since 1970-01-01 of a 'YYYY-MM-DD'. Throws on anything else. */
export function dayNumber(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(ms)) throw new Error(`not a day: ${day}`);
  return Math.round(ms / dayMs);
}

export const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** 0 is Monday, 6 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** 1 to 12. */
export const monthOf = (day: string): number => Number(day.slice(5, 7));

/** The plain week: Saturday and Sunday rest. Only for places whose calendar is not known. */
export const plainWeek: KindOfDay = (day) => (weekdayOf(dayNumber(day)) >= 5 ? 'rest-day' : 'workday');

export interface DayPlace {
  readonly day: string;
  /** 1 to 12. */
  readonly month: number;
  /** 0 on the first of January. */
  readonly dayOfYear: number;
  readonly kind: DayKind;
  /** The weekday (0 Monday … 6 Sunday) whose profile this day follows. */
  readonly profileWeekday: number;
}

/**
 * The weekday whose profile a day follows. Worked weekends lean on the nearest weekday (Saturday on Friday, Sunday on
 * Monday); weekdays off, and public holidays, lean on Sunday.
 */
export function placeOfDay(number: number, kindOfDay: KindOfDay): DayPlace {
  const day = dayOf(number);
  const weekday = weekdayOf(number);
  const kind = kindOfDay(day);
  const profileWeekday =
    kind === 'workday'
      ? weekday === 5
        ? 4
        : weekday === 6
          ? 0
          : weekday
      : weekday >= 5 && kind === 'rest-day'
        ? weekday
        : 6;
  const dayOfYear = number - dayNumber(`${day.slice(0, 4)}-01-01`);
  return { day, month: monthOf(day), dayOfYear, kind, profileWeekday };
}

/** The days a series covers, the last one possibly in part. */
export function placesOf(series: { startsOn: string; hours: number }, kindOfDay: KindOfDay): DayPlace[] {
  const first = dayNumber(series.startsOn);
  return Array.from({ length: Math.ceil(series.hours / hoursOfDay) }, (_, i) => placeOfDay(first + i, kindOfDay));
}

/**
 * Fills gaps of at most `longestGap` hours by a straight line between the readings on either side (EN-01: at most six
 * hours for temperature). Longer gaps and gaps at the ends stay `null`.
 */
export function bridgeShortGaps(values: readonly (number | null)[], longestGap = 6): (number | null)[] {
  const filled = [...values];
  let last = -1;
  for (let i = 0; i < values.length; i++) {
    const right = values[i];
    if (right === null || right === undefined) continue;
    const gap = i - last - 1;
    const left = values[last];
    if (last >= 0 && gap > 0 && gap <= longestGap && left !== null && left !== undefined) {
      for (let g = 1; g <= gap; g++) filled[last + g] = left + ((right - left) * g) / (gap + 1);
    }
    last = i;
  }
  return filled;
}
