/** What is owed for a lease, and since when. Pure. Money in fen. */
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import type { RentPeriod } from './contract.ts';

export interface RentTerms {
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly endedOn: string | null;
  readonly every: RentPeriod;
  readonly rentFen: number;
}

export interface Instalment {
  readonly from: string;
  readonly to: string;
  readonly dueBy: string;
  readonly amountFen: number;
  readonly paidFen: number;
  readonly lateDays: number;
}

export interface Owed {
  readonly instalments: readonly Instalment[];
  readonly dueFen: number;
  readonly paidFen: number;
  readonly overdueFen: number;
  readonly overdueSince: string | null;
}

const months: Readonly<Record<RentPeriod, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12, once: 0 };

/** The same day so many months later; the 31st becomes the month's last. */
export function monthsLater(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0));
  const to = new Date(Date.UTC(year, month - 1 + count, Math.min(date, last.getUTCDate())));
  return to.toISOString().slice(0, 10);
}

/**
 * Instalments that have begun by a day, each owed in advance for its period and due so many days after it begins; what was paid settles the
 * oldest first. A period cut short by the end of the lease is owed by its days.
 * @param paidFen all that was paid, whenever
 * @param graceDays of the standard `space.leases`
 */
export function owed(terms: RentTerms, paidFen: number, today: string, graceDays: number): Owed {
  const end = terms.endedOn !== null && terms.endedOn < terms.to ? terms.endedOn : terms.to;
  const begun: Omit<Instalment, 'paidFen' | 'lateDays'>[] = [];
  const step = months[terms.every];
  for (let n = 0; n < 1_200 && terms.rentFen > 0; n += 1) {
    const from = monthsLater(terms.from, n * step);
    if (from > end || from > today || (step === 0 && n > 0)) break;
    const whole = step === 0 ? terms.to : addDays(monthsLater(terms.from, (n + 1) * step), -1);
    const to = whole < end ? whole : end;
    const days = daysBetween(from, addDays(to, 1));
    const amountFen =
      to === whole ? terms.rentFen : Math.round((terms.rentFen * days) / daysBetween(from, addDays(whole, 1)));
    begun.push({ from, to, dueBy: addDays(from, graceDays), amountFen });
  }
  let left = paidFen;
  const instalments = begun.map((each): Instalment => {
    const paid = Math.min(left, each.amountFen);
    left -= paid;
    const open = each.amountFen > paid && each.dueBy < today;
    return { ...each, paidFen: paid, lateDays: open ? daysBetween(each.dueBy, today) : 0 };
  });
  const late = instalments.filter(({ lateDays }) => lateDays > 0);
  return {
    instalments,
    dueFen: instalments.reduce((sum, { amountFen }) => sum + amountFen, 0),
    paidFen,
    overdueFen: late.reduce((sum, each) => sum + each.amountFen - each.paidFen, 0),
    overdueSince: late[0]?.dueBy ?? null,
  };
}
