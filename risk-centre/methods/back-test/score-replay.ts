/** What became of a replay's alarms: hits and misses against verdicts known later, what it cost, how early it was. Cases nobody ever looked into are not known to be clean. */
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import { asOf, type KnownRow } from './as-of.ts';
import type { LaterVerdict, ReplayedDay } from './replay.ts';

export interface ReplayScore {
  /** Alarms within the hours of their month; a subject counts once, at its first alarm. */
  readonly alarms: number;
  readonly hits: number;
  readonly wrong: number;
  /** Without a verdict by the time of scoring. */
  readonly unknown: number;
  /** Among alarms with a verdict; null without any. */
  readonly precision: number | null;
  /** Subjects found true of which no alarm spoke; by another way, so that these are not all there are. */
  readonly misses: number;
  readonly recall: number | null;
  readonly hours: number;
  readonly lossFoundFen: number;
  readonly lossPerHourFen: number | null;
  /** Median days from the beginning of what was found to the first alarm; below 0 when it came before. */
  readonly daysToDetection: number | null;
  /** Mean share of a month's alarms that the month before had as well. */
  readonly overlap: number | null;
  /** Share of what alarms cost at the price of an hour against what they found. */
  readonly costFen: number;
}

/**
 * @param until verdicts known by this day count as labels; at least `matureDays` after the last day replayed, since cases take their time
 * @returns `insufficient_data` where labels are not mature, or nobody was found true
 */
export function scoreReplay(
  days: readonly ReplayedDay[],
  verdicts: readonly KnownRow<LaterVerdict>[],
  {
    until,
    matureDays = 183,
    hourFen,
  }: { readonly until: string; readonly matureDays?: number; readonly hourFen: number },
): MethodResult<ReplayScore> {
  const last = days.at(-1)?.day;
  const waited = last === undefined ? 0 : daysBetween(last, until);
  if (last === undefined || waited < matureDays)
    return insufficient({
      zh: `结论成熟需要${matureDays}天，现为${waited}天`,
      en: `labels need ${matureDays} days to mature; there are ${waited}`,
      needed: matureDays,
      found: waited,
    });
  const labels = new Map(asOf(verdicts, until).map((each) => [each.subject, each]));
  const truths = [...labels.values()].filter(({ came }) => came > 0);
  if (truths.length === 0)
    return insufficient({ zh: '没有属实的结论', en: 'nothing was found true', needed: 1, found: 0 });
  const first = new Map<string, string>();
  for (const { day, alarms, within } of days)
    for (const { subject } of alarms.slice(0, within)) if (!first.has(subject)) first.set(subject, day);
  const judged = [...first.keys()].flatMap((subject) => labels.get(subject) ?? []);
  const right = judged.reduce((sum, { came }) => sum + came, 0);
  const hits = judged.filter(({ came }) => came > 0);
  const waits = hits.map(({ subject, since }) => daysBetween(since, first.get(subject)!)).toSorted((a, b) => a - b);
  const overlaps = days.flatMap((each, i) => {
    const before = days[i - 1];
    if (!before || each.within === 0) return [];
    const known = new Set(before.alarms.slice(0, before.within).map(({ subject }) => subject));
    return each.alarms.slice(0, each.within).filter(({ subject }) => known.has(subject)).length / each.within;
  });
  const hours = days.reduce((sum, { hoursUsed }) => sum + hoursUsed, 0);
  const lossFoundFen = hits.reduce((sum, { came, lossFen }) => sum + came * lossFen, 0);
  return ok({
    alarms: first.size,
    hits: hits.length,
    wrong: judged.length - hits.length,
    unknown: first.size - judged.length,
    precision: judged.length > 0 ? right / judged.length : null,
    misses: truths.length - hits.length,
    recall: hits.length / truths.length,
    hours,
    lossFoundFen,
    lossPerHourFen: hours > 0 ? lossFoundFen / hours : null,
    daysToDetection: waits.length > 0 ? (waits[(waits.length - 1) >> 1]! + waits[waits.length >> 1]!) / 2 : null,
    overlap: overlaps.length > 0 ? overlaps.reduce((sum, each) => sum + each, 0) / overlaps.length : null,
    costFen: hours * hourFen,
  });
}

/** Last days of the months between two days, the way a kit is rolled forward. */
export function monthEnds(from: string, toExclusive: string): string[] {
  const days: string[] = [];
  for (let day = from; day < toExclusive; day = addDays(day, 1)) if (addDays(day, 1).slice(8) === '01') days.push(day);
  return days;
}
