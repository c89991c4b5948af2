/** FI-04: payments to one payee that stay below an approval step each and reach it together within days, oftener than the payee's usual pace explains. */
import type { Payment } from './duplicate-payments.ts';

export interface SplitPayments {
  /** Places of the payments in the list. */
  readonly at: readonly number[];
  readonly sum: number;
  readonly step: number;
  /** Windows with so many payments that the payee's own pace would bring about over the ledger's span. */
  readonly expected: number;
}

/** More payments than these are a running business, and the step is not what they were cut for. */
const most = 6;
/** A part that is far below the step needs no cutting. */
const leastPart = 0.2;

/**
 * @param step an approval limit, in the unit of the amounts. @param windowDays within which they are looked at together
 * @param span days that the ledger covers
 */
export function splitPayments(
  payments: readonly Payment[],
  step: number,
  windowDays: number,
  span: number,
): SplitPayments[] {
  return [...Map.groupBy(payments.keys(), (i) => payments[i]!.payee).values()].flatMap((all) => {
    const parts = all
      .filter((i) => payments[i]!.amount < step && payments[i]!.amount >= leastPart * step)
      .toSorted((a, b) => payments[a]!.day - payments[b]!.day || a - b);
    const found: SplitPayments[] = [];
    for (let from = 0; from < parts.length; from++) {
      const day = payments[parts[from]!]!.day;
      const window = parts.slice(from, from + most + 1).filter((i) => payments[i]!.day - day < windowDays);
      const sum = window.reduce((total, i) => total + payments[i]!.amount, 0);
      if (window.length < 2 || window.length > most || sum < step) continue;
      found.push({ at: window, sum, step, expected: windowsByPace(parts.length, window.length, windowDays / span) });
      from += window.length - 1;
    }
    return found;
  });
}

/** N payments on random days: how many are followed within the window by at least n − 1 others. */
function windowsByPace(all: number, inWindow: number, windowShare: number): number {
  const share = Math.min(1, windowShare);
  let fewer = 0;
  let term = (1 - share) ** (all - 1);
  for (let k = 0; k < inWindow - 1; k++) {
    fewer += term;
    term *= (((all - 1 - k) / (k + 1)) * share) / Math.max(1e-9, 1 - share);
  }
  return all * Math.max(0, 1 - fewer);
}
