/** Conditions that hardly ever meet, met: pairs seen together oftener than their own frequencies allow, and seldom enough to be looked at one by one. */
import { discoveries } from '../false-discovery.ts';
import { type Condition, conditionsOf, type Features, holds } from './condition.ts';
import { poissonAtLeast } from './tails.ts';

export interface RarePair {
  readonly conditions: readonly [Condition, Condition];
  readonly seen: number;
  /** How often chance would bring them together. */
  readonly expected: number;
  readonly adjustedP: number;
  /** Which cases, by their place in the list. */
  readonly at: readonly number[];
}

/**
 * @param limits.seen together at least so often. @param limits.share and in at most this share of all cases
 * @param limits.q false discovery rate over all pairs looked at
 */
export function rareTogether(
  cases: readonly Features[],
  { seen, share = 0.05, q = 0.05 }: { readonly seen: number; readonly share?: number; readonly q?: number },
): RarePair[] {
  const single = conditionsOf(cases, seen).map((condition) => ({
    condition,
    held: cases.flatMap((each, place) => (holds(condition, each) ? [place] : [])),
  }));
  const pairs = single.flatMap((a, i) =>
    single.slice(i + 1).flatMap((b) => {
      if (a.condition.feature === b.condition.feature) return [];
      const conditions: [Condition, Condition] = [a.condition, b.condition];
      const ofB = new Set(b.held);
      const at = a.held.filter((place) => ofB.has(place));
      const expected = (a.held.length * b.held.length) / cases.length;
      return [{ conditions, at, expected, p: poissonAtLeast(at.length, expected) }];
    }),
  );
  const { adjusted } = discoveries(
    pairs.map(({ p }) => p),
    q,
    'any',
  );
  return pairs
    .flatMap(({ conditions, at, expected }, i) =>
      adjusted[i]! <= q && at.length >= seen && at.length <= share * cases.length
        ? [{ conditions, seen: at.length, expected, adjustedP: adjusted[i]!, at }]
        : [],
    )
    .toSorted((a, b) => a.adjustedP - b.adjustedP || b.seen - a.seen);
}
