/**
 * PR-06 among the suppliers of one buyer: who quotes together more than the own rates explain. Pairs by their own chance, with the number of pairs looked at
 * counted in; groups are what such pairs join to.
 */
import { type Attendance, coBiddingPairs, type CoBiddingPair } from './co-bidding.ts';

export interface Together {
  /** Sorted, two or more. */
  readonly members: readonly string[];
  readonly pairs: readonly CoBiddingPair[];
  /** The smallest chance among its pairs, times the number of pairs looked at. */
  readonly p: number;
}

/**
 * @param least common inquiries from which a pair is looked at. @param nearness the least Jaccard share of a pair
 * @param tail chance at or below which a pair is told, the number of pairs counted in
 */
export function keepTogether(attendance: Attendance, least: number, nearness: number, tail: number): Together[] {
  const looked = coBiddingPairs(attendance, least);
  const close = looked.filter(({ jaccard, p }) => jaccard >= nearness && p * looked.length <= tail);
  const groups: { members: Set<string>; pairs: CoBiddingPair[] }[] = [];
  for (const each of close) {
    const touched = groups.filter(({ members }) => each.pair.some((name) => members.has(name)));
    const joined = { members: new Set<string>(each.pair), pairs: [each] };
    for (const group of touched) {
      for (const name of group.members) joined.members.add(name);
      joined.pairs.push(...group.pairs);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  return groups
    .map(({ members, pairs }) => ({
      members: [...members].toSorted(),
      pairs,
      p: Math.min(1, looked.length * Math.min(...pairs.map(({ p }) => p))),
    }))
    .toSorted((a, b) => a.p - b.p);
}
