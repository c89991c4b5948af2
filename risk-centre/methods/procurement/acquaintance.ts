/**
 * PR-06 for one tender: how well its bidders know each other from the other tenders of the file. Counts leave the tender itself out, so that a
 * file in which nobody meets twice says 0. Names serve to count meetings alone.
 */
import { type Attendance, coBiddingPairs } from '@opengoa/procurement/co-bidding';

export interface Acquaintance {
  /** The most other tenders any two of its bidders met in. */
  readonly most: number;
  /** The mean of ln(1 + other meetings) over pairs. */
  readonly mean: number;
  /** The share of pairs that met elsewhere. */
  readonly share: number;
  /** The mean of meetings over appearances (Jaccard) of pairs that met elsewhere, 0 for others. */
  readonly tie: number;
}

/** @returns for each tender its acquaintance; null where fewer than two bidders are named */
export function acquaintances(attendance: Attendance): (Acquaintance | null)[] {
  const pairs = new Map(coBiddingPairs(attendance, 2).map((found) => [JSON.stringify(found.pair), found]));
  return attendance.map((bidders) => {
    const names = [...new Set(bidders)].toSorted();
    if (names.length < 2) return null;
    const found = names.flatMap((one, i) =>
      names.slice(i + 1).map((other) => pairs.get(JSON.stringify([one, other])) ?? { both: 1, jaccard: 0 }),
    );
    const mean = (of: (pair: { both: number; jaccard: number }) => number) =>
      found.reduce((sum, pair) => sum + of(pair), 0) / found.length;
    return {
      most: Math.max(...found.map(({ both }) => both - 1)),
      mean: mean(({ both }) => Math.log(both)),
      share: mean(({ both }) => Number(both > 1)),
      tie: mean(({ jaccard }) => jaccard),
    };
  });
}
