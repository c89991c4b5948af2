/**
 * EN-08, jumps of the base load: the day on which the nights of a meter went to another level and stayed there, as when a pump was left on or a server room
 * moved in. A night is the middle of its hours 00–05. Season moves nights too, but slowly: a jump must show between the nights right before and right after.
 */
import { hoursOfDay } from '@opengoa/energy/hour-series';
import { median } from '@opengoa/kernel/robust-statistics';

export interface JumpSettings {
  /** Nights on each side that a level is told by. */
  readonly nights: number;
  /** Share by which the level must have changed. */
  readonly leastShare: number;
  /** Spreads of the difference that it must lie beyond. */
  readonly leastZ: number;
}

export interface BaseLoadJump {
  /** First day of the new level. */
  readonly day: number;
  /** Day of a jump back by at least half, or on which the nights were nearer to the level before; null while neither. */
  readonly until: number | null;
  /** In the unit of the readings, for an hour. */
  readonly before: number;
  readonly after: number;
  /** after / before − 1 */
  readonly share: number;
  readonly z: number;
}

const nightHours = 5;
const leastKnown = 4;
/** Nights right before and right after. */
const near = 5;
/** Nights lean on one another: their middle is as sure as that of a quarter as many. */
const inflation = 4;

/** The middle of each night, NaN where fewer than four of its hours are known. @param kwh hours from local midnight on */
export function nightsOf(kwh: ArrayLike<number | null>): Float64Array {
  return Float64Array.from({ length: Math.floor(kwh.length / hoursOfDay) }, (_, day) => {
    const hours = Array.from({ length: nightHours }, (_hour, h) => kwh[day * hoursOfDay + h] ?? Number.NaN);
    const known = hours.filter((value) => !Number.isNaN(value));
    return known.length < leastKnown ? Number.NaN : median(known);
  });
}

/**
 * @param nights one a day, NaN where unknown
 * @returns in the order of days; none within `nights` of another, the larger one standing
 */
export function baseLoadJumps(nights: Float64Array, settings: JumpSettings): BaseLoadJump[] {
  const found: BaseLoadJump[] = [];
  for (let day = 0; day < nights.length; day++) {
    const jump = jumpAt(nights, day, settings);
    if (jump) found.push(jump);
  }
  const kept: BaseLoadJump[] = [];
  for (const jump of found.toSorted((a, b) => sizeOf(b) - sizeOf(a)))
    if (kept.every(({ day }) => Math.abs(day - jump.day) >= settings.nights)) kept.push(jump);
  const inOrder = kept.toSorted((a, b) => a.day - b.day);
  return inOrder.map((jump) => {
    const back = inOrder.find(
      (other) => other.day > jump.day && other.share * jump.share < 0 && sizeOf(other) >= sizeOf(jump) / 2,
    );
    return { ...jump, until: back?.day ?? endOf(nights, jump) };
  });
}

const sizeOf = ({ before, after }: BaseLoadJump): number => Math.abs(Math.log(after / before));

const knownIn = (nights: Float64Array, from: number, to: number): number[] =>
  Array.from(nights.subarray(Math.max(0, from), Math.max(0, to))).filter((value) => !Number.isNaN(value));

function jumpAt(nights: Float64Array, day: number, { nights: reach, leastShare, leastZ }: JumpSettings) {
  if (day < reach || day + reach > nights.length || Number.isNaN(nights[day]!)) return null;
  const [old, fresh] = [knownIn(nights, day - reach, day), knownIn(nights, day, day + reach)];
  if (Math.min(old.length, fresh.length) < (2 * reach) / 3) return null;
  const [before, after] = [median(old), median(fresh)];
  if (before <= 0 || after <= 0 || Math.abs(Math.log(after / before)) < Math.log1p(leastShare)) return null;
  const [lately, soon] = [knownIn(nights, day - near, day), knownIn(nights, day, day + near)];
  if (Math.min(lately.length, soon.length) < near / 2) return null;
  const step = median(soon) - median(lately);
  if (step / (after - before) < 0.5) return null;
  // The place of the step: the night before belongs to the old level, this one to the new.
  const middle = (before + after) / 2;
  const rising = after > before;
  if (nights[day]! > middle !== rising || lately.at(-1)! > middle === rising) return null;
  const offs = [...old.map((value) => Math.abs(value - before)), ...fresh.map((value) => Math.abs(value - after))];
  const spread = Math.max(1.4826 * median(offs), 0.01 * Math.min(before, after));
  const doubt = 1.2533 * spread * Math.sqrt(inflation * (1 / old.length + 1 / fresh.length));
  const z = Math.abs(after - before) / doubt;
  return z < leastZ ? null : { day, until: null, before, after, share: after / before - 1, z };
}

/** A week in the middle of which the nights are nearer to the level before. */
function endOf(nights: Float64Array, { day, before, after }: BaseLoadJump): number | null {
  const half = (before + after) / 2;
  for (let at = day + near; at < nights.length; at++) {
    const week = knownIn(nights, at, at + 7);
    if (week.length >= leastKnown && median(week) > half !== after > before) return at;
  }
  return null;
}
