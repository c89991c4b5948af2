import { type Fix, type Stay, type StayRule, staysIn } from './stay-points.ts';

/**
 * Where a vehicle stood: its stays (VE-01), unless its terminal was silent for too long in between. A terminal sleeps while the ignition is off: where
 * it fell asleep and woke up at the same spot within that time, the vehicle stood there meanwhile. Pure.
 * @param fixes in the order of time, only those that count, also those away from the spot
 */
export function standsOf(
  fixes: readonly Fix[],
  { asleepS, ...rule }: StayRule & { readonly asleepS: number },
): readonly Stay[] {
  const pieces: Fix[][] = [];
  for (const [n, fix] of fixes.entries()) {
    const before = fixes[n - 1];
    if (before && fix.atS - before.atS <= asleepS) pieces.at(-1)!.push(fix);
    else pieces.push([fix]);
  }
  return pieces.flatMap((piece) => staysIn(piece, rule));
}

/** Whole minutes of a stay in which something is so, looked at minute by minute. */
export function minutesIn({ fromS, toS }: Pick<Stay, 'fromS' | 'toS'>, isSo: (at: Date) => boolean): number {
  let minutes = 0;
  for (let at = fromS; at + 60 <= toS; at += 60) if (isSo(new Date(at * 1_000))) minutes += 1;
  return minutes;
}
