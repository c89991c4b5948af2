import { formulaOpening } from './clean-text.ts';

/** A CSV value: text is made inert where a spreadsheet would compute it, the digits of a number are written as they are. */
export type CsvValue = string | { readonly digits: string } | null;

export const byteOrderMark = '\ufeff';

/**
 * Text that opens like a formula gets an apostrophe in front (SEC-FI-12); the import takes exactly one off again.
 * Numbers stay numbers: `-5` is not text.
 */
export const inert = (text: string): string => (formulaOpening.test(text) ? `'${text}` : text);

function field(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return value.digits;
  const text = inert(value);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record with its line end (RFC 4180). */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(field).join(',')}\r\n`;
