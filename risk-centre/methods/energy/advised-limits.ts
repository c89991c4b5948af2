/**
 * EN-09, threshold advice: limits on the use of an hour that a person can type into a meter or a control system, and how often each would have sounded on days it
 * was not made of. A single limit is either deaf by night or always sounding by day; one for each hour of working and other days is neither; a limit that follows
 * the weather is the band of a baseline.
 */
import { hoursOfDay } from '@opengoa/energy/hour-series';
import { quantileOf } from './middle.ts';

export interface LimitTrial {
  /** Hours of the trial that were read, and those of them above the limit. */
  readonly hours: number;
  readonly above: number;
}

export interface AdvisedLimits {
  /** One for all hours. */
  readonly flat: number;
  /** For each hour of the day: of other days at `hour`, of working days at `24 + hour`; NaN where too little was read. */
  readonly byHour: Float64Array;
  readonly flatTrial: LimitTrial;
  readonly byHourTrial: LimitTrial;
}

/** Readings of a class below which its quantile is not told. */
const leastOfClass = 20;

/**
 * @param kwh one a place, NaN where unknown @param working 1 where the day is worked
 * @param quantile share of readings a limit is to stay above
 * @param split limits are tried on the places from here on, by limits made of those before; what is advised is made of all
 */
export function advisedLimits(kwh: Float64Array, working: Uint8Array, quantile: number, split: number): AdvisedLimits {
  const before = limitsOf(kwh, working, quantile, split);
  const { flat, byHour } = limitsOf(kwh, working, quantile, kwh.length);
  return {
    flat,
    byHour,
    flatTrial: trialOf(kwh, split, () => before.flat),
    byHourTrial: trialOf(kwh, split, (i) => before.byHour[classAt(working, i)]!),
  };
}

const classAt = (working: Uint8Array, i: number): number => hoursOfDay * working[i]! + (i % hoursOfDay);

function limitsOf(kwh: Float64Array, working: Uint8Array, quantile: number, end: number) {
  const classes = Array.from({ length: 2 * hoursOfDay }, (): number[] => []);
  const all: number[] = [];
  for (let i = 0; i < end; i++) {
    if (Number.isNaN(kwh[i]!)) continue;
    classes[classAt(working, i)]!.push(kwh[i]!);
    all.push(kwh[i]!);
  }
  const limit = (values: readonly number[]) =>
    values.length < leastOfClass ? Number.NaN : quantileOf(values, quantile);
  return { flat: limit(all), byHour: Float64Array.from(classes, limit) };
}

/** How often readings lie above their limits from a place on. Hours without a limit do not count. */
export function trialOf(kwh: ArrayLike<number>, from: number, limitAt: (i: number) => number): LimitTrial {
  let [hours, above] = [0, 0];
  for (let i = from; i < kwh.length; i++) {
    const limit = limitAt(i);
    if (Number.isNaN(kwh[i]!) || Number.isNaN(limit)) continue;
    hours += 1;
    above += Number(kwh[i]! > limit);
  }
  return { hours, above };
}
