import { addDays } from '@opengoa/kernel/calendar';

/** Monthly statements of the city's institutions, as a plan: what each writes beside what stands in the records already. Pure. */

export type ReportedLine = 'electricity' | 'water' | 'natural-gas';

/** Where a figure came from: so many times what the meters say, a head, a square metre, or what the unit reported of another month (`2026-05`). */
export interface FigureOfReport {
  readonly line: ReportedLine;
  readonly from: 'meter' | 'heads' | 'area' | (string & {});
  readonly times: number;
  readonly basis: 'bill' | 'allocated' | 'estimated';
}

export interface ReportOfYear {
  readonly unit: string;
  /** `2026-10` */
  readonly month: string;
  /** What somebody wrote; every other line stands as it was taken. */
  readonly written: FigureOfReport[];
}

/** So many months later, or earlier. */
export function monthsFrom(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** What a form of the line holds: whole units, and thousandths where it is small, as 万千瓦时 are. */
export const writtenAs = (value: number): number =>
  value >= 60 ? Math.round(value) : Math.round(value * 1_000) / 1_000;

/** The day on which a month's statement is entered, and the one on which it is looked at from above. */
export const dayOfReport = (month: string): string => addDays(`${monthsFrom(month, 1)}-01`, 3);
export const dayOfReview = (month: string): string => addDays(`${monthsFrom(month, 1)}-01`, 11);
