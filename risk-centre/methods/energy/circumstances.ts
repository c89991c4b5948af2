/** What is known of each hour besides the meter: how the day is worked, how warm it was, how long the day is. */
import { type KindOfDay, hoursOfDay, placesOf } from '@opengoa/energy/hour-series';

/** Arrays of one place an hour, from local midnight of `startsOn`. Temperatures in °C, NaN where none is known at all. */
export interface Circumstances {
  readonly startsOn: string;
  readonly hours: number;
  /** The weekday (0 Monday … 6 Sunday) whose profile the hour follows. */
  readonly weekday: Uint8Array;
  readonly working: Uint8Array;
  readonly holiday: Uint8Array;
  /** Mean of the last 24 hours: what walls remember. */
  readonly dayC: Float64Array;
  /** Mean of the last 3 hours. */
  readonly nowC: Float64Array;
  /** 1 at the longest day of the northern year, −1 at the shortest. */
  readonly daylight: Float64Array;
  readonly hasTemperature: boolean;
}

/**
 * @param outdoorC one a place, null where unknown: a missing hour is taken as the same hour of the day before, so that beyond the last one known the last
 *   day is repeated
 */
export function circumstancesOf(
  { startsOn, outdoorC }: { readonly startsOn: string; readonly outdoorC: readonly (number | null)[] },
  kindOfDay: KindOfDay,
): Circumstances {
  const hours = outdoorC.length;
  const places = placesOf({ startsOn, hours }, kindOfDay);
  const first = outdoorC.find((value) => value !== null) ?? null;
  const filled = new Float64Array(hours);
  for (let i = 0; i < hours; i++) filled[i] = outdoorC[i] ?? (i >= hoursOfDay ? filled[i - hoursOfDay]! : first!);
  const of = <Kept extends Uint8Array | Float64Array>(
    kept: Kept,
    value: (place: (typeof places)[number]) => number,
  ) => {
    for (let i = 0; i < hours; i++) kept[i] = value(places[Math.floor(i / hoursOfDay)]!);
    return kept;
  };
  return {
    startsOn,
    hours,
    weekday: of(new Uint8Array(hours), ({ profileWeekday }) => profileWeekday),
    working: of(new Uint8Array(hours), ({ kind }) => Number(kind === 'workday')),
    holiday: of(new Uint8Array(hours), ({ kind }) => Number(kind === 'holiday')),
    dayC: first === null ? new Float64Array(hours).fill(Number.NaN) : meanOfLast(filled, 24),
    nowC: first === null ? new Float64Array(hours).fill(Number.NaN) : meanOfLast(filled, 3),
    daylight: of(new Float64Array(hours), ({ dayOfYear }) => Math.cos((2 * Math.PI * (dayOfYear - 172)) / 365.25)),
    hasTemperature: first !== null,
  };
}

function meanOfLast(values: Float64Array, hours: number): Float64Array {
  const means = new Float64Array(values.length);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    if (i >= hours) sum -= values[i - hours]!;
    means[i] = sum / Math.min(i + 1, hours);
  }
  return means;
}
