/** FI-04: consecutive invoice numbers of one payee on distant days: it issues to nobody else. Of small retailers alone; others issue in bursts. */
import { daysBetween } from '@opengoa/kernel/calendar';

export interface InvoiceSequence {
  readonly consecutivePairs: number;
  readonly spanDays: number;
  readonly isDistant: boolean;
}

/** @param invoices of one payee. @param leastDays over which a run of numbers is told */
export function invoiceSequence(
  invoices: readonly { readonly number: number; readonly day: string }[],
  leastDays = 60,
): InvoiceSequence {
  const sorted = invoices.toSorted((a, b) => a.number - b.number);
  const consecutivePairs = sorted.filter((each, i) => i > 0 && each.number === sorted[i - 1]!.number + 1).length;
  const days = invoices.map(({ day }) => day).toSorted((a, b) => a.localeCompare(b));
  const spanDays = days.length > 1 ? daysBetween(days[0]!, days.at(-1)!) : 0;
  return { consecutivePairs, spanDays, isDistant: consecutivePairs >= 2 && spanDays >= leastDays };
}
