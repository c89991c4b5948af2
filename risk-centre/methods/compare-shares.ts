/** RE-11 over counts: two spans of the same kinds of answers, or of figures cut at the earlier span's quintiles, held against each other. */
import { type Drift, populationStability, sharesIn } from './drift.ts';
import { type MethodResult, insufficient, ok } from './method-result.ts';

export interface ComparedShares extends Drift {
  readonly before: number;
  readonly now: number;
  /** Shares of both spans, by bin; a bin of figures is named by its lower end, null for the lowest. */
  readonly bins: readonly { readonly from: number | null; readonly before: number; readonly now: number }[];
}

const tooFew = (before: number, now: number, fewest: number) =>
  insufficient({
    zh: `之前${before}条、最近${now}条，每一侧至少需要${fewest}条`,
    en: `${before} before and ${now} lately; ${fewest} are needed on either side`,
    needed: fewest,
    found: Math.min(before, now),
  });

/** @param before counts by kind of answer, in the order of `now`. @returns `insufficient_data` below `fewest` on either side */
export function compareCounts(
  before: readonly number[],
  now: readonly number[],
  fewest: number,
): MethodResult<ComparedShares> {
  const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);
  const [ofBefore, ofNow] = [total(before), total(now)];
  if (ofBefore === 0 || ofNow === 0 || Math.min(ofBefore, ofNow) < fewest) return tooFew(ofBefore, ofNow, fewest);
  const bins = before.map((n, i) => ({ from: i, before: n / ofBefore, now: now[i]! / ofNow }));
  const found = populationStability(
    bins.map((bin) => bin.before),
    bins.map((bin) => bin.now),
  );
  return ok({ ...found, before: ofBefore, now: ofNow, bins });
}

/** Figures of two spans, in the quintiles of the earlier; equal quintiles are one bin. */
export function compareFigures(
  before: readonly number[],
  now: readonly number[],
  fewest: number,
): MethodResult<ComparedShares> {
  if (before.length === 0 || now.length === 0 || Math.min(before.length, now.length) < fewest)
    return tooFew(before.length, now.length, fewest);
  const order = before.toSorted((a, b) => a - b);
  const cuts = [0.2, 0.4, 0.6, 0.8].map((q) => order[Math.floor(q * order.length)]!);
  const edges = [...new Set(cuts)].filter((edge) => edge > order[0]!);
  const [was, is] = [sharesIn(before, edges), sharesIn(now, edges)];
  const bins = was.map((share, i) => ({ from: i === 0 ? null : edges[i - 1]!, before: share, now: is[i]! }));
  return ok({ ...populationStability(was, is), before: before.length, now: now.length, bins });
}
