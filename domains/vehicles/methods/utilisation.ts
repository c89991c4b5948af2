/**
 * VE-10, use of a fleet: days out over working days, the most out at once, and the smallest fleet that would have refused few.
 * Times are minutes since 1970; a trip takes [from, to).
 */

export type Taken = readonly [fromMinute: number, toMinute: number];

/** Working days out over all working days; null while there are none. */
export const idleShare = (usedWorkdays: number, workdays: number): number | null =>
  workdays === 0 ? null : Math.round((usedWorkdays / workdays) * 10_000) / 10_000;

/** The most trips out at the same moment. One that begins when another ends takes its vehicle. */
export function peakOf(trips: readonly Taken[]): number {
  const turns = trips
    .flatMap(([from, to]) => [[from, 1] as const, [to, -1] as const])
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  let out = 0;
  let most = 0;
  for (const [, change] of turns) most = Math.max(most, (out += change));
  return most;
}

/**
 * The smallest number of vehicles with which at most `share` of these trips had found none: each is tried in the order of time, and one that
 * finds no vehicle is refused and takes none (the empirical curve, not Erlang's formula: requests of offices are no Poisson stream).
 */
export function smallestFleet(trips: readonly Taken[], share: number): number {
  const inOrder = trips.toSorted((a, b) => a[0] - b[0]);
  const refusedWith = (vehicles: number): number => {
    const backAt: number[] = [];
    let refused = 0;
    for (const [from, to] of inOrder) {
      const free = backAt.findIndex((minute) => minute <= from);
      if (free >= 0) backAt[free] = to;
      else if (backAt.length < vehicles) backAt.push(to);
      else refused += 1;
    }
    return refused;
  };
  let [low, high] = [0, peakOf(trips)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (refusedWith(middle) <= share * inOrder.length) high = middle;
    else low = middle + 1;
  }
  return low;
}
