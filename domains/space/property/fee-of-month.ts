import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { type Edition, editionsOf } from './editions.ts';
import { lastDayOf, type ServiceContract } from './service-contract.ts';

export interface FeeOfMonth {
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly amountFen: number;
}

/**
 * 物业费 of a month: a twelfth of the annual fee; of a month it serves in part, by its days, and each day by the terms it had.
 * @param month `YYYY-MM`
 * @param editions the terms by their days, where an amendment changed them
 * @returns null where it does not serve in the month
 */
export function feeOfMonth(
  contract: Pick<ServiceContract, 'from' | 'to' | 'endedOn' | 'annualFeeFen'>,
  month: string,
  editions: readonly Pick<Edition, 'first' | 'last' | 'annualFeeFen'>[] = editionsOf(
    { ...contract, dimensions: [], energyTargets: '' },
    [],
  ),
): FeeOfMonth | null {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const first = `${month}-01`;
  const last = new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10);
  const end = lastDayOf(contract);
  const from = contract.from > first ? contract.from : first;
  const to = end < last ? end : last;
  if (from > to) return null;
  const days = daysBetween(first, addDays(last, 1));
  const amount = editions.reduce((sum, edition) => {
    const begins = edition.first > from ? edition.first : from;
    const ends = edition.last < to ? edition.last : to;
    return begins > ends ? sum : sum + ((edition.annualFeeFen / 12) * daysBetween(begins, addDays(ends, 1))) / days;
  }, 0);
  return { from, to, amountFen: Math.round(amount) };
}

/** The month before a day: whose fee is due to be recorded. `YYYY-MM` */
export function monthBefore(day: string): string {
  const [year = 0, at = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, at - 2, 1)).toISOString().slice(0, 7);
}
