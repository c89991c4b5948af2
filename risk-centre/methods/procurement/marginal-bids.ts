/**
 * PR-05 before escalation: among near ties the recent winner should lose as often as win. Costs move smoothly, so a jump at zero does not
 * come from costs. Source: Kawai, Nakabayashi, Ortner & Chassang 2023.
 */
import { betaAtMost } from '../beta-distribution.ts';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface NearTie {
  /** Did the recent winner of the two win this one as well? */
  readonly recentWinnerWon: boolean;
  /** (loser − winner) / winner. */
  readonly distance: number;
}

/** @param least near ties below which nothing is said */
export function marginalBids(
  ties: readonly NearTie[],
  within = 0.01,
  least = 8,
): MethodResult<{ readonly ties: number; readonly recentWinnerWon: number; readonly p: number }> {
  const near = ties.filter(({ distance }) => distance <= within);
  const n = near.length;
  if (n < least)
    return insufficient({
      zh: `相差不超过${100 * within}%的最低两家${n}组，至少需要${least}组`,
      en: `${n} near ties within ${100 * within} %; ${least} are needed`,
      needed: least,
      found: n,
    });
  const won = near.filter((tie) => tie.recentWinnerWon).length;
  // P(X ≤ won) and P(X ≥ won) of a fair coin, the smaller of the two doubled.
  const atMost = won === n ? 1 : 1 - betaAtMost(0.5, won + 1, n - won);
  const atLeast = won === 0 ? 1 : betaAtMost(0.5, won, n - won + 1);
  return ok({ ties: n, recentWinnerWon: won, p: Math.min(1, 2 * Math.min(atMost, atLeast)) });
}
