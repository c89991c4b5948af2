/** EV-08: whether raters have a common view at all (Kendall's coefficient of concordance, with ties). Kendall, M. G. (1948): Rank Correlation Methods. */
import { meanRanks } from '../mean-ranks.ts';
import { chiSquareAtMost } from '../gamma-distribution.ts';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface Concordance {
  /** Sum of squared distances of the items' rank sums from their mean. */
  readonly s: number;
  /** Σ (t³ − t) over groups of ties of all raters. */
  readonly ties: number;
  /** 0 no common view, 1 the same order by all. */
  readonly w: number;
  readonly chi2: number;
  readonly p: number;
  /** Below a half the panel has no common view: its marks are not averaged, the rubric is discussed. */
  readonly hasCommonView: boolean;
}

/**
 * @param ranks raters by items, 1 the first; alike are given the mean of their ranks
 * @throws RangeError where a rater's ranks do not sum to those of so many items
 */
export function kendallW(ranks: readonly (readonly number[])[]): MethodResult<Concordance> {
  const [m, n] = [ranks.length, ranks[0]?.length ?? 0];
  if (m < 2) return insufficient({ zh: '评分人不足两名', en: 'fewer than two raters', needed: 2, found: m });
  if (n < 3) return insufficient({ zh: '评价对象不足三个', en: 'fewer than three items', needed: 3, found: n });
  for (const own of ranks)
    if (own.length !== n || Math.abs(own.reduce((sum, rank) => sum + rank, 0) - (n * (n + 1)) / 2) > 1e-6)
      throw new RangeError('ranks of all items, ties at the mean of their ranks');
  const middle = (m * (n + 1)) / 2;
  const s = ranks[0]!.reduce((sum, _, j) => sum + (ranks.reduce((all, own) => all + own[j]!, 0) - middle) ** 2, 0);
  const ties = ranks.reduce((sum, own) => sum + tiesOf(own), 0);
  const most = m * m * (n ** 3 - n) - m * ties;
  if (most <= 0)
    return insufficient({ zh: '所有评分人都未区分对象', en: 'no rater told the items apart', needed: 1, found: 0 });
  const w = (12 * s) / most;
  const chi2 = m * (n - 1) * w;
  return ok({ s, ties, w, chi2, p: 1 - chiSquareAtMost(chi2, n - 1), hasCommonView: w >= 0.5 });
}

function tiesOf(ranks: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}

/** Marks as ranks: the highest is 1, alike have the mean of their ranks. */
export const ranksOf = (marks: readonly number[]): number[] => meanRanks(marks.map((mark) => -mark));
