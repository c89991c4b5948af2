import { createHash } from 'node:crypto';
import { type Refusal, refuse } from '../refusal.ts';
import { isExportMark, refusedHeader } from './exchange-marks.ts';
import { moneyUnitOfHeader } from './parse-number.ts';
import { columnLetters, isBlank, type RawCell, type RawRow } from './raw-table.ts';
import { headersOf, type MoneyUnit, plainWord, type SheetDefinition } from './sheet-definition.ts';

/** What the importer says, or what was remembered: header of the file -> column of the sheet, '' to leave it out. */
export type SaidMapping = Readonly<Record<string, string>>;

export interface MappedColumn {
  /** Column of the sheet. */
  readonly name: string;
  /** Column of the file, from 0. */
  readonly index: number;
  readonly header: string;
  /** Hidden column that holds `code=label` of this one, in files that were exported here. */
  readonly codeIndex: number | null;
  readonly moneyUnit: MoneyUnit | null;
}

export interface ColumnMapping {
  /** Rows up to and including this line are not data. */
  readonly headerLine: number;
  /** Lines above the header that were passed over, such as a title. */
  readonly linesAbove: number;
  readonly headers: readonly string[];
  readonly columns: readonly MappedColumn[];
  /** Headers of the file that no column takes. */
  readonly leftOut: readonly string[];
  /** Columns of the sheet that the file does not have; what exists keeps its values there. */
  readonly absent: readonly string[];
}

const linesSearched = 20;

/**
 * Finds the header among the first rows and says which column is which: by code, title or alias, and by what the
 * importer said, which goes first. Nothing is taken by likeness: a header that is not known is left out and listed.
 */
export function mapColumns(
  sheet: SheetDefinition,
  firstRows: readonly RawRow[],
  said: SaidMapping = {},
): ColumnMapping | Refusal {
  const wanted = saidColumns(sheet, said);
  if ('refused' in wanted) return wanted;
  const known = knownHeaders(sheet);
  const found = (cell: RawCell | undefined): string | null => {
    if (typeof cell !== 'string') return null;
    const header = cell.trim();
    if (header === refusedHeader) return null;
    return wanted.get(plainHeader(header)) ?? known.get(plainWord(header)) ?? null;
  };
  const candidates = firstRows.slice(0, linesSearched).filter((row) => !isExportMark(row));
  const score = (row: RawRow) => row.cells.filter((cell) => (found(cell) ?? '') !== '').length;
  const best = candidates.reduce<RawRow | null>(
    (so, row) => (score(row) > (so === null ? 0 : score(so)) ? row : so),
    null,
  );
  if (best === null) return refuse('header-not-found', { title: sheet.title.zh, first: shownCells(firstRows[0]) });
  const missing = unknownHeaders(said, best);
  if (missing !== undefined) return refuse('no-such-column', { name: missing });
  const titles = titlesBelow(best, candidates, found);
  const taken = takenColumns(best, titles, found);
  if ('refused' in taken) return taken;
  const names = new Set(taken.columns.map((column) => column.name));
  const absent = Object.keys(sheet.columns).filter((name) => !names.has(name));
  return {
    headerLine: (titles ?? best).line,
    linesAbove: firstRows.findIndex((row) => row.line === best.line),
    headers: headersIn(titles ?? best),
    columns: taken.columns,
    leftOut: taken.leftOut,
    absent,
  };
}

/** Required columns that neither the file nor `given` provides, or null. */
export function missingColumns(
  sheet: SheetDefinition,
  mapping: ColumnMapping,
  given: readonly string[],
): Refusal | null {
  const missing = mapping.absent.filter((name) => sheet.columns[name]!.required && !given.includes(name));
  if (missing.length === 0) return null;
  return refuse('column-missing', {
    columns: missing.map((name) => sheet.columns[name]!.title.zh).join('、'),
    names: missing,
  });
}

/** Files with the same headers are mapped the same way: the name under which a mapping is remembered. */
export const headerPrint = (headers: readonly string[]): string =>
  createHash('sha256').update(headers.map(plainWord).join('\u001f')).digest('hex');

/** What to remember of a mapping: every header with its column, and '' for those left out. */
export const sayAgain = (mapping: ColumnMapping): SaidMapping =>
  Object.fromEntries([
    ...mapping.leftOut.map((header) => [header, '']),
    ...mapping.columns.map((column) => [column.header, column.name]),
  ]);

const plainHeader = (header: string): string => header.normalize('NFKC').trim().toLowerCase();

/** The texts of a row, as headers. */
export const headersIn = (row: RawRow): string[] =>
  row.cells.map((cell) => (typeof cell === 'string' ? cell.trim() : ''));

const shownCells = (row: RawRow | undefined): string =>
  (row === undefined ? [] : headersIn(row)).filter(Boolean).slice(0, 10).join('、');

/** Said headers in plain form -> column name; a column may be said by its code, its title or an alias. */
function saidColumns(sheet: SheetDefinition, said: SaidMapping): Map<string, string> | Refusal {
  const known = knownHeaders(sheet);
  const wanted = new Map<string, string>();
  for (const [header, column] of Object.entries(said)) {
    const name = column.trim() === '' ? '' : known.get(plainWord(column));
    if (name === undefined) return refuse('no-such-column', { name: column });
    wanted.set(plainHeader(header), name);
  }
  return wanted;
}

function unknownHeaders(said: SaidMapping, header: RawRow): string | undefined {
  const there = new Set(headersIn(header).map(plainHeader));
  return Object.entries(said).find(([name, column]) => column.trim() !== '' && !there.has(plainHeader(name)))?.[0];
}

function knownHeaders(sheet: SheetDefinition): Map<string, string> {
  const known = new Map<string, string>();
  for (const [name, column] of Object.entries(sheet.columns))
    for (const header of headersOf(name, column)) known.set(header, name);
  return known;
}

/** Exports carry a hidden row of codes above the row of titles; both together are the header. */
function titlesBelow(
  header: RawRow,
  candidates: readonly RawRow[],
  found: (cell: RawCell | undefined) => string | null,
): RawRow | null {
  const next = candidates[candidates.indexOf(header) + 1];
  if (next === undefined || next.line !== header.line + 1) return null;
  const agree = header.cells.filter((cell, index) => found(cell) !== null && found(cell) === found(next.cells[index]));
  return agree.length > 0 && agree.length === header.cells.filter((cell) => found(cell) !== null).length ? next : null;
}

/** `branch#code` or `馆藏地#代码`: the hidden column beside a column of labels. */
const codeHeader = /^(.+)#(?:code|代码)$/;

function takenColumns(
  header: RawRow,
  titles: RawRow | null,
  found: (cell: RawCell | undefined) => string | null,
): { columns: MappedColumn[]; leftOut: string[] } | Refusal {
  const codes = new Map<string, number>();
  const places = new Map<string, number[]>();
  const leftOut: string[] = [];
  for (const [index, cell] of header.cells.entries()) {
    const coded = typeof cell === 'string' ? found(codeHeader.exec(cell.trim())?.[1]) : null;
    const name = found(cell);
    if (coded) codes.set(coded, index);
    else if (name) places.set(name, [...(places.get(name) ?? []), index]);
    else if (!isBlank(cell) && cell !== refusedHeader) leftOut.push(String(cell).trim());
  }
  const columns: MappedColumn[] = [];
  for (const [name, indexes] of places) {
    if (indexes.length > 1) {
      const headers = indexes.map((index) => `${columnLetters(index)} ${String(header.cells[index])}`).join('、');
      return refuse('header-repeated', { column: name, headers });
    }
    const index = indexes[0]!;
    const written = String(titles?.cells[index] ?? header.cells[index]).trim();
    const codeIndex = codes.get(name) ?? null;
    columns.push({ name, index, header: written, codeIndex, moneyUnit: moneyUnitOfHeader(written) });
  }
  return { columns, leftOut };
}
