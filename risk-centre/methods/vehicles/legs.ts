import { movesBetween, type StayRule } from '@opengoa/vehicles/stay-points';
import { standsOf } from '@opengoa/vehicles/standing';
import type { CleanFix } from './clean-track.ts';
import type { Span } from './spans.ts';

export interface Gap extends Span {
  /** Straight from where the terminal fell silent to where it spoke again. */
  readonly km: number;
}

export interface Journeys {
  readonly stays: readonly Span[];
  /** What lies between stays, parted where the terminal was silent and the vehicle moved on meanwhile. */
  readonly journeys: readonly Span[];
  readonly gaps: readonly Gap[];
}

export interface JourneyRule extends StayRule {
  /** A terminal silent for longer than this stood nowhere for sure. */
  readonly asleepS: number;
  /** Silence of so long whose ends lie so far apart is a gap (VE-02). */
  readonly gapS: number;
  readonly gapKm: number;
}

/** Stays of VE-01, gaps of VE-02. */
export const journeyRule: JourneyRule = {
  withinM: 200,
  atLeastS: 1_200,
  asleepS: 14 * 3_600,
  gapS: 1_200,
  gapKm: 2,
};

/** @param fixes of one vehicle, those that count, in the order of time */
export function journeysOf(fixes: readonly CleanFix[], rule: JourneyRule = journeyRule): Journeys {
  const stays = standsOf(fixes, rule);
  const gaps = gapsOf(fixes, rule);
  const journeys = movesBetween(fixes, stays).flatMap(({ fromS, toS }) => {
    const inside = gaps.filter((gap) => gap.fromS >= fromS && gap.toS <= toS);
    const edges = [fromS, ...inside.flatMap((gap) => [gap.fromS, gap.toS]), toS];
    return edges.flatMap((from, i) =>
      i % 2 === 0 && edges[i + 1]! > from ? [{ fromS: from, toS: edges[i + 1]! }] : [],
    );
  });
  return { stays, journeys, gaps };
}

function gapsOf(fixes: readonly CleanFix[], { gapS, gapKm }: JourneyRule): Gap[] {
  return fixes.flatMap((fix, i) => {
    const before = fixes[i - 1];
    if (!before || fix.atS - before.atS < gapS || fix.stepM < gapKm * 1_000) return [];
    return [{ fromS: before.atS, toS: fix.atS, km: fix.stepM / 1_000 }];
  });
}

/** Journeys cut at moments within them, each cut ending one leg and beginning the next. Both in the order of time. */
export function legsOf(journeys: readonly Span[], cutsS: readonly number[]): Span[] {
  const legs: Span[] = [];
  let c = 0;
  for (const { fromS, toS } of journeys) {
    while (c < cutsS.length && cutsS[c]! <= fromS) c += 1;
    let from = fromS;
    for (; c < cutsS.length && cutsS[c]! < toS; c += 1) {
      legs.push({ fromS: from, toS: cutsS[c]! });
      from = cutsS[c]!;
    }
    legs.push({ fromS: from, toS });
  }
  return legs;
}
