/** PR-06: who bids together more than their rates explain. Pairs by their own chance, groups as communities of the network of pairs. */
import { logGamma } from '@opengoa/kernel/beta-distribution';

/** For each tender the bidders that took part, each once. */
export type Attendance = readonly (readonly string[])[];

export interface CoBiddingPair {
  readonly pair: readonly [string, string];
  readonly both: number;
  readonly jaccard: number;
  /** The chance of meeting as often or more where each picks its own number of tenders at random. */
  readonly p: number;
}

/** both / (a + b − both). */
export const jaccard = (a: number, b: number, both: number): number => both / (a + b - both);

/** P(X ≥ both) where a of N tenders are one bidder's and b the other's (hypergeometric). */
export function meetingChance(tenders: number, a: number, b: number, both: number): number {
  const choose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  let p = 0;
  for (let k = Math.max(both, a + b - tenders); k <= Math.min(a, b); k++)
    p += Math.exp(choose(a, k) + choose(tenders - a, b - k) - choose(tenders, b));
  return Math.min(1, p);
}

/** @param least common tenders from which a pair is looked at */
export function coBiddingPairs(attendance: Attendance, least = 3): CoBiddingPair[] {
  const own = new Map<string, number>();
  const common = new Map<string, { pair: readonly [string, string]; both: number }>();
  for (const bidders of attendance) {
    const sorted = [...new Set(bidders)].toSorted();
    for (const [i, one] of sorted.entries()) {
      own.set(one, (own.get(one) ?? 0) + 1);
      for (const other of sorted.slice(i + 1)) {
        const key = JSON.stringify([one, other]);
        const found = common.get(key);
        if (found) found.both += 1;
        else common.set(key, { pair: [one, other], both: 1 });
      }
    }
  }
  return [...common.values()]
    .filter(({ both }) => both >= least)
    .map(({ pair, both }) => {
      const [a, b] = [own.get(pair[0])!, own.get(pair[1])!];
      return { pair, both, jaccard: jaccard(a, b, both), p: meetingChance(attendance.length, a, b, both) };
    });
}

/** Geometric over arithmetic mean of the weights inside: 1 where all members are tied alike, 0 where two are not tied at all. */
export function coherence(inside: readonly number[]): number {
  if (inside.length === 0 || inside.some((weight) => weight <= 0)) return 0;
  const geometric = Math.exp(inside.reduce((sum, weight) => sum + Math.log(weight), 0) / inside.length);
  return geometric / (inside.reduce((sum, weight) => sum + weight, 0) / inside.length);
}

/** Strength inside over strength inside and to others. */
export function exclusivity(inside: readonly number[], strengthOutside: number): number {
  const strength = inside.reduce((sum, weight) => sum + weight, 0);
  return strength + strengthOutside > 0 ? strength / (strength + strengthOutside) : 0;
}
