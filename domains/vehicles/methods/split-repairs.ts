import { daysBetween } from '@opengoa/kernel/calendar';

/** VE-09: repairs of one vehicle at one garage, close together, each within what a head approves and together above it. */

export interface RepairBill {
  readonly id: string;
  /** Day it was ordered, YYYY-MM-DD. */
  readonly day: string;
  readonly garage: string;
  readonly amountFen: number;
}

export interface Split {
  readonly garage: string;
  readonly bills: readonly RepairBill[];
  readonly sumFen: number;
  /** The largest as a share of the limit. */
  readonly maxShare: number;
}

/** The split with the largest sum: at least two bills within so many days of the first. Null when there is none. */
export function largestSplit(bills: readonly RepairBill[], limitFen: number, days: number): Split | null {
  const within = bills.filter(({ amountFen }) => amountFen <= limitFen);
  let largest: Split | null = null;
  for (const [garage, ofGarage] of Map.groupBy(within, (bill) => bill.garage)) {
    const inOrder = ofGarage.toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
    for (const [i, first] of inOrder.entries()) {
      const close = inOrder.slice(i).filter((bill) => daysBetween(first.day, bill.day) <= days);
      const sumFen = close.reduce((sum, bill) => sum + bill.amountFen, 0);
      if (close.length < 2 || sumFen <= limitFen || (largest && sumFen <= largest.sumFen)) continue;
      const maxShare = Math.max(...close.map((bill) => bill.amountFen)) / limitFen;
      largest = { garage, bills: close, sumFen, maxShare };
    }
  }
  return largest;
}
