/** Readings of one meter put on an even grid of time, with gaps as NaN. */
import { type KindOfDay, placeOfDay, weekdayOf } from '@opengoa/energy/hour-series';
import { medianOf } from './middle.ts';

export interface ReadingGrid {
  /** Local time of place 0, in milliseconds as if it were UTC. */
  readonly startMs: number;
  readonly stepMs: number;
  /** NaN where nothing was read. */
  readonly values: Float64Array;
  /** Outdoor temperature in °C of the same places, NaN where it is not known; null without weather. */
  readonly outdoorC: Float64Array | null;
  /** Places from each to the same hour of the day whose profile its day follows: 0 on ordinary days, a holiday's lead to Sunday; null without a calendar. */
  readonly profileShift: Int32Array | null;
  /** Places of a day and of a week, at least 1. */
  readonly day: number;
  readonly week: number;
}

const dayMs = 86_400_000;
/** A grid is at most so many times longer than its readings: a stamp of the wrong century makes no grid. */
const longest = 50;

/** The usual distance of consecutive stamps. @param times ascending, milliseconds */
export function stepOf(times: ArrayLike<number>): number {
  const gaps: number[] = [];
  for (let i = 1; i < times.length && gaps.length < 5_000; i++)
    if (times[i]! > times[i - 1]!) gaps.push(times[i]! - times[i - 1]!);
  return gaps.length > 0 ? medianOf(gaps) : dayMs;
}

/** What is known of a meter's hours besides its readings. */
export interface Surroundings {
  /** Outdoor temperature in °C at a local time, NaN where it is not known. */
  readonly outdoorAt?: ((timeMs: number) => number) | undefined;
  /** How a day is worked; without it all weeks are alike. */
  readonly kindOfDay?: KindOfDay | undefined;
}

/**
 * @param times local time in milliseconds as if it were UTC, strictly ascending
 * @returns the grid and for each reading its place, or null where the stamps are too scattered to make one
 */
export function gridOf(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  { outdoorAt, kindOfDay }: Surroundings = {},
): { readonly grid: ReadingGrid; readonly places: Int32Array } | null {
  if (times.length === 0) return null;
  const stepMs = stepOf(times);
  const startMs = times[0]!;
  const length = Math.round((times[times.length - 1]! - startMs) / stepMs) + 1;
  if (length > longest * times.length + 10_000) return null;
  const onGrid = new Float64Array(length).fill(Number.NaN);
  const places = Int32Array.from({ length: times.length }, (_, i) => Math.round((times[i]! - startMs) / stepMs));
  for (let i = 0; i < places.length; i++) onGrid[places[i]!] = values[i]!;
  const day = Math.max(1, Math.round(dayMs / stepMs));
  return {
    grid: {
      startMs,
      stepMs,
      values: onGrid,
      outdoorC: outdoorAt ? Float64Array.from(onGrid, (_, place) => outdoorAt(startMs + place * stepMs)) : null,
      profileShift: kindOfDay ? profileShifts(startMs, stepMs, length, day, kindOfDay) : null,
      day,
      week: Math.max(1, Math.round((7 * dayMs) / stepMs)),
    },
    places,
  };
}

/** The part of the day, 0 to 1, and the weekday, 0 Monday to 6 Sunday, of a place. */
export function clockOf({ startMs, stepMs }: ReadingGrid, place: number): { dayShare: number; weekday: number } {
  const time = startMs + place * stepMs;
  const day = Math.floor(time / dayMs);
  return { dayShare: time / dayMs - day, weekday: (((day + 3) % 7) + 7) % 7 };
}

function profileShifts(startMs: number, stepMs: number, length: number, day: number, kindOfDay: KindOfDay): Int32Array {
  const shifts = new Int32Array(length);
  let known = Number.NaN;
  let shift = 0;
  for (let place = 0; place < length; place++) {
    const number = Math.floor((startMs + place * stepMs) / dayMs);
    if (number !== known) {
      known = number;
      shift = (placeOfDay(number, kindOfDay).profileWeekday - weekdayOf(number)) * day;
    }
    shifts[place] = shift;
  }
  return shifts;
}
