/**
 * PR-06: groups of bidders that keep to each other, held against networks in which every bidder has as many tenders and every tender as many
 * bidders as here. Source: Wachs & Kertész 2019.
 */
import { seeded } from '@opengoa/kernel/seeded';
import {
  type Attendance,
  coBiddingPairs,
  coherence,
  type CoBiddingPair,
  exclusivity,
} from '@opengoa/procurement/co-bidding';
import { communities } from './communities.ts';

export interface BiddingGroup {
  readonly members: readonly string[];
  readonly coherence: number;
  readonly exclusivity: number;
  /** The share of rewired networks that hold a group of as many members with as high a product of both. */
  readonly p: number;
}

/** @param least common tenders of a pair. @param rewirings networks drawn for comparison */
export function biddingGroups(attendance: Attendance, least = 3, rewirings = 99, seed = 1): BiddingGroup[] {
  const found = groupsIn(coBiddingPairs(attendance, least));
  if (found.length === 0) return [];
  const next = seeded(seed);
  const drawn = Array.from({ length: rewirings }, () => groupsIn(coBiddingPairs(rewired(attendance, next), least)));
  return found.map((group) => {
    const height = group.coherence * group.exclusivity;
    const asHigh = drawn.filter((groups) =>
      groups.some(
        (other) => other.members.length >= group.members.length && other.coherence * other.exclusivity >= height,
      ),
    ).length;
    return { ...group, p: (asHigh + 1) / (rewirings + 1) };
  });
}

function groupsIn(pairs: readonly CoBiddingPair[]): Omit<BiddingGroup, 'p'>[] {
  const weightOf = new Map(pairs.map(({ pair, jaccard }) => [JSON.stringify(pair), jaccard]));
  const strength = new Map<string, number>();
  for (const { pair, jaccard } of pairs)
    for (const name of pair) strength.set(name, (strength.get(name) ?? 0) + jaccard);
  return communities(pairs.map(({ pair, jaccard }) => ({ pair, weight: jaccard })))
    .filter((members) => members.length >= 3)
    .map((members) => {
      const inside = members.flatMap((one, i) =>
        members.slice(i + 1).map((other) => weightOf.get(JSON.stringify([one, other])) ?? 0),
      );
      const within = inside.reduce((sum, weight) => sum + weight, 0);
      const outside = members.reduce((sum, name) => sum + (strength.get(name) ?? 0), 0) - 2 * within;
      return { members, coherence: coherence(inside), exclusivity: exclusivity(inside, Math.max(0, outside)) };
    });
}

/** Two bidders of two tenders change places, many times: each keeps its number of tenders, each tender its number of bidders. */
function rewired(attendance: Attendance, next: () => number): string[][] {
  const tenders = attendance.map((bidders) => [...new Set(bidders)]);
  const places = tenders.flatMap((bidders, t) => bidders.map((_, i) => [t, i] as const));
  for (let k = 0; k < 5 * places.length; k++) {
    const [t, i] = places[Math.floor(next() * places.length)]!;
    const [u, j] = places[Math.floor(next() * places.length)]!;
    const [one, other] = [tenders[t]![i]!, tenders[u]![j]!];
    if (t === u || one === other || tenders[t]!.includes(other) || tenders[u]!.includes(one)) continue;
    tenders[t]![i] = other;
    tenders[u]![j] = one;
  }
  return tenders;
}
