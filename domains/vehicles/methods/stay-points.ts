import { haversineM, type Point } from './haversine.ts';

/** A fix at a moment, in seconds since whenever. */
export interface Fix extends Point {
  readonly atS: number;
}

export interface Stay {
  readonly fromS: number;
  readonly toS: number;
  /** Mean of its fixes. */
  readonly latitude: number;
  readonly longitude: number;
}

export interface StayRule {
  /** D of VE-01: how far a fix may lie from the first of its stay. */
  readonly withinM: number;
  /** T of VE-01. */
  readonly atLeastS: number;
}

/**
 * VE-01: stays are the longest runs of fixes within D of their first one that last at least T.
 * @param fixes in the order of time
 */
export function staysIn(fixes: readonly Fix[], { withinM, atLeastS }: StayRule): Stay[] {
  const stays: Stay[] = [];
  for (let from = 0; from < fixes.length;) {
    const anchor = fixes[from]!;
    let to = from;
    while (to + 1 < fixes.length && haversineM(anchor, fixes[to + 1]!) <= withinM) to += 1;
    if (fixes[to]!.atS - anchor.atS < atLeastS) {
      from += 1;
      continue;
    }
    const run = fixes.slice(from, to + 1);
    const mean = (of: (fix: Fix) => number) => run.reduce((sum, fix) => sum + of(fix), 0) / run.length;
    stays.push({
      fromS: anchor.atS,
      toS: fixes[to]!.atS,
      latitude: mean(({ latitude }) => latitude),
      longitude: mean(({ longitude }) => longitude),
    });
    from = to + 1;
  }
  return stays;
}

/** What lies between stays: from leaving one, or the first fix, to reaching the next, or the last. */
export function movesBetween(fixes: readonly Fix[], stays: readonly Stay[]): { fromS: number; toS: number }[] {
  const [first, last] = [fixes[0], fixes.at(-1)];
  if (!first || !last) return [];
  const edges = [first.atS, ...stays.flatMap(({ fromS, toS }) => [fromS, toS]), last.atS];
  const moves: { fromS: number; toS: number }[] = [];
  for (let at = 0; at < edges.length; at += 2)
    if (edges[at + 1]! > edges[at]!) moves.push({ fromS: edges[at]!, toS: edges[at + 1]! });
  return moves;
}
