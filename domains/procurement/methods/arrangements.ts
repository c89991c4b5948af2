/** The chance of a statistic when the same winners are dealt to the same tenders in another order: exact where that can be counted through. */
import { seeded } from '@opengoa/kernel/seeded';

export interface ArrangementChance {
  readonly p: number;
  readonly arrangements: number;
  readonly asSmall: number;
  /** False where orders were drawn and not counted through. */
  readonly exact: boolean;
}

const mostExact = 100_000;

/** n! / Π kᵢ!, or infinity where that is too many to count. */
export function arrangementCount(winners: readonly number[]): number {
  const counts = countsOf(winners);
  let found = 1;
  let placed = 0;
  for (const count of counts)
    for (let k = 1; k <= count; k++) {
      placed += 1;
      found = (found * placed) / k;
    }
  return Math.round(found);
}

/**
 * @param winners for each tender, in order of time, the number of the member that won it, 0 …
 * @param statistic small where winners look arranged; pure, and the array it is given must not be kept
 * @param draws orders drawn where there are more than 100,000
 */
export function arrangementChance(
  winners: readonly number[],
  statistic: (order: ArrayLike<number>) => number,
  draws = 1999,
  seed = 1,
): ArrangementChance {
  const observed = statistic(winners);
  // Sums in another order differ by rounding; a tie stays a tie.
  const limit = observed + 1e-9 * Math.max(1, Math.abs(observed));
  const arrangements = arrangementCount(winners);
  if (arrangements <= mostExact) {
    let asSmall = 0;
    const left = countsOf(winners);
    const order = new Int32Array(winners.length);
    const place = (at: number): void => {
      if (at === order.length) {
        if (statistic(order) <= limit) asSmall += 1;
        return;
      }
      for (let member = 0; member < left.length; member++) {
        if (left[member] === 0) continue;
        left[member]! -= 1;
        order[at] = member;
        place(at + 1);
        left[member]! += 1;
      }
    };
    place(0);
    return { p: asSmall / arrangements, arrangements, asSmall, exact: true };
  }
  const next = seeded(seed);
  const order = Int32Array.from(winners);
  let asSmall = 0;
  for (let draw = 0; draw < draws; draw++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    if (statistic(order) <= limit) asSmall += 1;
  }
  return { p: (asSmall + 1) / (draws + 1), arrangements, asSmall, exact: false };
}

function countsOf(winners: readonly number[]): number[] {
  const counts: number[] = [];
  for (const winner of winners) counts[winner] = (counts[winner] ?? 0) + 1;
  return Array.from(counts, (count) => count ?? 0);
}
