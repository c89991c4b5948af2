import type { Id } from '@opengoa/kernel';

export interface PlacedScan {
  readonly place: Id;
  readonly at: number;
}

export interface Burst {
  readonly place: Id;
  readonly scans: number;
  /** ms */
  readonly from: number;
  readonly to: number;
}

/**
 * Stretches in which at least so many scans came from one place within so many minutes (SA-08, SF-02): the longest of each place. Not wrong in
 * itself: a store with labels side by side is scanned that fast.
 * @param scans in any order
 */
export function scanBursts(scans: readonly PlacedScan[], atLeast: number, minutes: number): readonly Burst[] {
  const span = minutes * 60_000;
  return [...Map.groupBy(scans, ({ place }) => place)].flatMap(([place, own]) => {
    const times = own.map(({ at }) => at).toSorted((a, b) => a - b);
    let most: Burst | undefined;
    for (let first = 0, last = 0; last < times.length; last += 1) {
      while (times[last]! - times[first]! > span) first += 1;
      const count = last - first + 1;
      if (count >= atLeast && count > (most?.scans ?? 0))
        most = { place, scans: count, from: times[first]!, to: times[last]! };
    }
    return most ? [most] : [];
  });
}
