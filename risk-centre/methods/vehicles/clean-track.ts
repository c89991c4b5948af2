import { atRest, judgeFix, quality, type Standing } from '@opengoa/vehicles/judge-positions';
import type { Fix } from '@opengoa/vehicles/stay-points';
import type { Span } from './spans.ts';

/** A fix that counts. */
export interface CleanFix extends Fix {
  /** Metres driven to it since the one before. */
  readonly stepM: number;
  /** Metres driven to it since the first. */
  readonly alongM: number;
}

export interface CleanTrack {
  /** In the order of time. */
  readonly fixes: readonly CleanFix[];
  /** Fixes that no vehicle could have reached. */
  readonly jumps: number;
  /** Further fixes of a moment that had one already. */
  readonly repeated: number;
}

/**
 * The fixes of one vehicle that count, judged as positions are when they come in from terminals (VE-01): one of a moment, and none that would take
 * more than `maxSpeedKmh` to reach, unless those after it agree with it.
 * @param fixes WGS-84 degrees and seconds since 1970, in any order
 */
export function cleanTrack(fixes: readonly Fix[], maxSpeedKmh = 200): CleanTrack {
  const kept: CleanFix[] = [];
  let standing: Standing = atRest;
  let jumps = 0;
  let repeated = 0;
  let lastS = Number.NaN;
  let alongM = 0;
  for (const fix of fixes.toSorted((a, b) => a.atS - b.atS)) {
    if (fix.atS === lastS) {
      repeated += 1;
      continue;
    }
    lastS = fix.atS;
    const judged = judgeFix(standing, inMillionths(fix), maxSpeedKmh);
    standing = judged.standing;
    if (judged.quality !== quality.counted) jumps += 1;
    else {
      alongM += judged.stepDm / 10;
      kept.push({ ...fix, stepM: judged.stepDm / 10, alongM });
    }
  }
  return { fixes: kept, jumps, repeated };
}

const inMillionths = ({ atS, latitude, longitude }: Fix) => ({
  at: atS * 1_000,
  latitude: latitude * 1e6,
  longitude: longitude * 1e6,
  speed: null,
});

/** Kilometres driven after `fromS` up to and with `toS`. */
export function kmBetween(fixes: readonly CleanFix[], { fromS, toS }: Span): number {
  const along = (atS: number) => fixes[placeAfter(fixes, atS) - 1]?.alongM ?? 0;
  return Math.max(0, along(toS) - along(fromS)) / 1_000;
}

/** Fixes of a span, both ends included. */
export function fixesIn(fixes: readonly CleanFix[], { fromS, toS }: Span): readonly CleanFix[] {
  let from = placeAfter(fixes, fromS);
  if (fixes[from - 1]?.atS === fromS) from -= 1;
  return fixes.slice(from, placeAfter(fixes, toS));
}

/** Where the first fix after a moment stands; the length of the list where there is none. */
export function placeAfter(fixes: readonly { readonly atS: number }[], atS: number): number {
  let [low, high] = [0, fixes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fixes[middle]!.atS <= atS) low = middle + 1;
    else high = middle;
  }
  return low;
}
