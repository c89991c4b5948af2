import type { Evidence } from '@opengoa/kernel/risk-kit';
import type { AwardRule, Method } from '../contract.ts';

/** A quote as it was judged. Fen. */
export interface JudgedQuote {
  readonly id: string;
  readonly supplier: string;
  readonly amountFen: number;
  readonly late: boolean;
  readonly valid: boolean;
  readonly won: boolean;
}

/** An awarded inquiry with every quote that was not struck. */
export interface JudgedInquiry {
  readonly method: Method;
  readonly rule: AwardRule;
  /** Suppliers invited by name. */
  readonly invited: number;
  readonly quotes: readonly JudgedQuote[];
}

/** Judged not valid though it came in time: one that came late was out by the deadline, and by nobody's judgement. */
export const disqualified = (quotes: readonly JudgedQuote[]): JudgedQuote[] =>
  quotes.filter(({ valid, late }) => !valid && !late);

export const validOf = (quotes: readonly JudgedQuote[]): JudgedQuote[] => quotes.filter(({ valid }) => valid);

export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** What every one of these rules rests on: the quotes, their amounts and how they were judged. */
export const evidenceOf = (quotes: readonly JudgedQuote[]): Evidence[] =>
  quotes.flatMap(({ id, amountFen, valid }) => [
    { table: 'procurement.quote', key: id, field: 'amountFen', value: amountFen },
    { table: 'procurement.quote', key: id, field: 'valid', value: valid },
  ]);
