/** Estimates of readings that are missing, from those around them (DQ-07). Pure: amounts in, amounts out. */
import { median } from '@opengoa/kernel/robust-statistics';

export interface FillRules {
  /** Longest gap drawn between its ends, in intervals. */
  readonly betweenIntervals: number;
  /** How far like days may lie, in weeks. */
  readonly likeWeeks: number;
  /** Fewest like readings an estimate may stand on. */
  readonly leastLike: number;
}

export interface Estimate {
  readonly at: number;
  readonly value: number;
  readonly by: 'between' | 'like';
}

export interface Filled {
  readonly estimates: readonly Estimate[];
  /** Instants for which too little is known. */
  readonly left: number;
}

const weekMs = 7 * 86_400_000;

/**
 * @param read what was read, by the millisecond at which its interval begins; whole thousandths
 * @param from first instant looked at, on the meter's rhythm
 * @param toExclusive the instant after the last
 * @param apart instants that are there and of which nothing is drawn: they are no gap
 */
export function fillGaps(
  read: ReadonlyMap<number, number>,
  from: number,
  toExclusive: number,
  intervalMs: number,
  rules: FillRules,
  apart: ReadonlySet<number> = new Set(),
): Filled {
  const estimates: Estimate[] = [];
  let left = 0;
  for (let at = from; at < toExclusive;) {
    if (read.has(at) || apart.has(at)) {
      at += intervalMs;
      continue;
    }
    let end = at;
    while (end < toExclusive && !read.has(end) && !apart.has(end)) end += intervalMs;
    const [before, after] = [read.get(at - intervalMs), read.get(end)];
    const length = (end - at) / intervalMs;
    for (let n = 0; n < length; n += 1) {
      const instant = at + n * intervalMs;
      if (length <= rules.betweenIntervals && before !== undefined && after !== undefined) {
        const value = Math.round(before + ((after - before) * (n + 1)) / (length + 1));
        estimates.push({ at: instant, value, by: 'between' });
        continue;
      }
      const like = likeReadings(read, instant, rules.likeWeeks);
      if (like.length < rules.leastLike) left += 1;
      else estimates.push({ at: instant, value: Math.round(median(like)), by: 'like' });
    }
    at = end;
  }
  return { estimates, left };
}

/** Readings of the same weekday and time, so many weeks before and after. */
function likeReadings(read: ReadonlyMap<number, number>, at: number, weeks: number): number[] {
  const found: number[] = [];
  for (let week = 1; week <= weeks; week += 1)
    for (const value of [read.get(at - week * weekMs), read.get(at + week * weekMs)])
      if (value !== undefined) found.push(value);
  return found;
}
