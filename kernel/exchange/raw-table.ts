/** A cell that a spreadsheet holds as a date: days since 1899-12-30 with the day's fraction behind the point. */
export interface DateCell {
  readonly serial: number;
}

/** A cell that holds a spreadsheet's error (`#N/A`), or a formula that was never calculated. */
export interface BrokenCell {
  readonly error: string;
}

/** A cell as the file has it. CSV knows text only; blank is null. */
export type RawCell = null | string | number | boolean | DateCell | BrokenCell;

export interface RawRow {
  /** Row number as a spreadsheet program shows it; in CSV the number of the record. */
  readonly line: number;
  /** By column; trailing blanks are left out. */
  readonly cells: readonly RawCell[];
}

/** What was recognised about the file before its rows were read; shown to the importer, never kept silent. */
export type Detected =
  | {
      readonly format: 'xlsx';
      readonly sheetName: string;
      /** Visible sheets of the workbook; only `sheetName` is read. */
      readonly sheetNames: readonly string[];
    }
  | {
      readonly format: 'csv';
      readonly encoding: Encoding;
      /** How the encoding is known: said by the importer, by a byte order mark, by strict decoding, or only likely. */
      readonly encodingKnown: 'declared' | 'marked' | 'proved' | 'likely';
      readonly delimiter: Delimiter;
    };

export type Encoding = 'utf-8' | 'gb18030';
export type Delimiter = ',' | ';' | '\t';

/** What was noticed while the rows went by. */
export interface Noticed {
  /** Rows with at least one filled cell, headers included. */
  readonly filledRows: number;
  readonly blankRows: number;
  /** Cells with a formula: its last calculated value is taken, the formula is not. */
  readonly formulaCells: number;
  /** The first few of them, as `C7`. */
  readonly formulaExamples: readonly string[];
  readonly mergedRanges: number;
}

/** Error of a formula that no program has calculated yet. */
export const notCalculated = 'formula-not-calculated';

export const isDateCell = (cell: RawCell): cell is DateCell =>
  typeof cell === 'object' && cell !== null && 'serial' in cell;

export const isBrokenCell = (cell: RawCell): cell is BrokenCell =>
  typeof cell === 'object' && cell !== null && 'error' in cell;

export const isBlank = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** `0` -> `A`, `27` -> `AB`. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `A` -> `0`; the digits of `AB12` do not matter. NaN when it does not begin with a letter. */
export function columnIndex(reference: string): number {
  let index = 0;
  let place = 0;
  for (; place < reference.length; place++) {
    const code = reference.codePointAt(place)!;
    if (code < 65 || code > 90) break;
    index = index * 26 + (code - 64);
  }
  return place === 0 ? Number.NaN : index - 1;
}
