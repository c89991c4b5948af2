/** PR-08: orders that together pass a threshold and each stay below it (化整为零), and contracts that crowd just below one. */
import { daysBetween } from '@opengoa/kernel/calendar';
import { betaAtMost } from '@opengoa/kernel/beta-distribution';
import { insufficient, type MethodResult, ok } from '@opengoa/kernel/method-result';

export interface Order {
  readonly day: string;
  readonly amount: number;
}

export interface SplitOrders {
  readonly sum: number;
  readonly count: number;
  readonly from: string;
  readonly to: string;
  readonly eachBelow: true;
}

/**
 * The window with the largest sum: at least two orders within so many days, each below the threshold, together at or above it.
 * @param orders of one buyer, category and supplier, in any order. @returns null when there is none
 */
export function splitOrders(orders: readonly Order[], threshold: number, windowDays: number): SplitOrders | null {
  const below = orders.filter(({ amount }) => amount < threshold).toSorted((a, b) => a.day.localeCompare(b.day));
  let best: SplitOrders | null = null;
  for (const [i, first] of below.entries()) {
    const window = below.slice(i).filter(({ day }) => daysBetween(first.day, day) < windowDays);
    const sum = window.reduce((total, { amount }) => total + amount, 0);
    if (window.length >= 2 && sum >= threshold && sum > (best?.sum ?? 0))
      best = { sum, count: window.length, from: first.day, to: window.at(-1)!.day, eachBelow: true };
  }
  return best;
}

/** Contracts in equal log windows below and above a threshold: the chance of so many below, where both are alike. */
export function bunching(
  below: number,
  above: number,
  least = 20,
): MethodResult<{ readonly pUpper: number; readonly excessRatio: number | null }> {
  const n = below + above;
  if (n < least)
    return insufficient({
      zh: `限额附近合同${n}份，至少需要${least}份`,
      en: `${n} contracts near the threshold; ${least} are needed`,
      needed: least,
      found: n,
    });
  return ok({
    pUpper: below === 0 ? 1 : betaAtMost(0.5, below, above + 1),
    excessRatio: above > 0 ? below / above : null,
  });
}
