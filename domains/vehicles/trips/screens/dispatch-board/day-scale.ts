import { shanghaiParts } from '@opengoa/web-kit';

const OFFICE = { from: 6 * 60, to: 22 * 60 };
const FULL = { from: 0, to: 24 * 60 };

/** The stretch of a day that the board draws, in minutes since midnight. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

interface Stretch {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Minutes since the day's midnight, Shanghai; what lies before or after the day is cut to its edges. */
function minutesOn(day: string, instant: string): number {
  const at = shanghaiParts(instant);
  if (!at || at.day < day) return FULL.from;
  if (at.day > day) return FULL.to;
  const [hours = 0, minutes = 0] = at.clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** From six to ten at night, or the whole day when something lies outside. */
export function scaleFor(day: string, stretches: readonly Stretch[]): Scale {
  const outside = stretches.some(
    ({ startsAt, endsAt }) => minutesOn(day, startsAt) < OFFICE.from || minutesOn(day, endsAt) > OFFICE.to,
  );
  return outside ? FULL : OFFICE;
}

/** Left edge and width in percent of the lane. */
export function placeOn(scale: Scale, day: string, { startsAt, endsAt }: Stretch): { left: string; width: string } {
  const length = scale.to - scale.from;
  const from = Math.max(minutesOn(day, startsAt), scale.from);
  const to = Math.min(minutesOn(day, endsAt), scale.to);
  return { left: `${((from - scale.from) / length) * 100}%`, width: `${(Math.max(to - from, 0) / length) * 100}%` };
}

export const hoursOn = ({ from, to }: Scale): readonly number[] =>
  Array.from({ length: (to - from) / 60 }, (_, i) => from / 60 + i);

/** Where the present moment stands on this day, if it is drawn at all. */
export function nowOn(scale: Scale, day: string, at: Date): string | undefined {
  const instant = at.toISOString();
  const minute = minutesOn(day, instant);
  const drawn = shanghaiParts(instant)?.day === day && minute >= scale.from && minute <= scale.to;
  return drawn ? placeOn(scale, day, { startsAt: instant, endsAt: instant }).left : undefined;
}
