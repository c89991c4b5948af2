/** Where a vehicle stood, from its fixes (VE-01); pure. */
import { haversineM, type Point } from './haversine.ts';

export interface PlacedFix extends Point {
  /** Milliseconds. */
  readonly at: number;
}

/** A stretch in which a vehicle did not move away. */
export interface Stand {
  readonly from: number;
  readonly to: number;
  readonly first: PlacedFix;
  readonly last: PlacedFix;
}

/**
 * Stretches in which every fix lies within `withinM` of the first one. A terminal sleeps while the ignition is off: where it fell asleep and woke up
 * within `asleepMs` at the same spot, the vehicle stood there meanwhile. One fix alone is no standing.
 * @param fixes in the order of time, only those that count, also those away from the spot
 */
export function standsOf(
  fixes: readonly PlacedFix[],
  { withinM, asleepMs }: { readonly withinM: number; readonly asleepMs: number },
): Stand[] {
  const found: Stand[] = [];
  let first: PlacedFix | undefined;
  let last: PlacedFix | undefined;
  const end = () => {
    if (first && last && last.at > first.at) found.push({ from: first.at, to: last.at, first, last });
  };
  for (const fix of fixes) {
    const goesOn = first && last && fix.at - last.at <= asleepMs && haversineM(first, fix) <= withinM;
    if (!goesOn) {
      end();
      first = fix;
    }
    last = fix;
  }
  end();
  return found;
}

/** Minutes of a stretch in which something is so, looked at minute by minute. */
export function minutesIn({ from, to }: Pick<Stand, 'from' | 'to'>, isSo: (at: Date) => boolean): number {
  let minutes = 0;
  for (let at = from; at + 60_000 <= to; at += 60_000) if (isSo(new Date(at))) minutes += 1;
  return minutes;
}
