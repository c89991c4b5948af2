import { createHash } from 'node:crypto';
import { type Refusal, refuse } from '../refusal.ts';
import { isExportMark, refusedHeader } from './exchange-marks.ts';
import { moneyUnitOfHeader } from './parse-number.ts';
import { columnLetters, isBlank, type RawRow } from './raw-table.ts';
import { headersOf, type MoneyUnit, plainWord, type TableShape } from './sheet-definition.ts';

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
  /** The hidden row of codes above the titles, in files that were made here. */
  readonly codeLine: number | null;
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
  sheet: TableShape,
  firstRows: readonly RawRow[],
  said: SaidMapping = {},
): ColumnMapping | Refusal {
  const wanted = saidColumns(sheet, said);
  if ('refused' in wanted) return wanted;
  const known = knownHeaders(sheet);
  const candidates = firstRows.slice(0, linesSearched).filter((row) => !isExportMark(row));
  const header =
    codedHeader(sheet, candidates, wanted) ??
    titledHeader(candidates, (cell) => wanted.get(plainHeader(cell)) ?? known.get(plainWord(cell)) ?? null);
  if (header === null) return refuse('header-not-found', { title: sheet.title.zh, first: shownCells(firstRows[0]) });
  const missing = unknownHeaders(said, header.cells);
  if (missing !== undefined) return refuse('no-such-column', { name: missing, has: shownHeaders(header.cells) });
  const columns = takenColumns(header.cells);
  if ('refused' in columns) return columns;
  const names = new Set(columns.map((column) => column.name));
  return {
    headerLine: header.line,
    codeLine: header.codeLine,
    linesAbove: firstRows.findIndex((row) => row.line === (header.codeLine ?? header.line)),
    headers: header.cells.map((cell) => cell.shown),
    columns,
    leftOut: header.cells.filter(({ role, shown }) => role === null && shown !== '').map(({ shown }) => shown),
    absent: Object.keys(sheet.columns).filter((name) => !names.has(name)),
  };
}

/** Required columns that neither the file nor `given` provides, or null. */
export function missingColumns(sheet: TableShape, mapping: ColumnMapping, given: readonly string[]): Refusal | null {
  const missing = mapping.absent.filter((name) => sheet.columns[name]!.required && !given.includes(name));
  if (missing.length === 0) return null;
  return refuse('column-missing', {
    columns: missing.map((name) => sheet.columns[name]!.title.zh).join('、'),
    names: missing,
    has: mapping.headers.filter(Boolean).join('、'),
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

const shownHeaders = (cells: readonly HeaderCell[]): string =>
  cells
    .map(({ shown }) => shown)
    .filter(Boolean)
    .join('、');

/** Said headers in plain form -> column name; a column may be said by its code, its title or an alias. */
function saidColumns(sheet: TableShape, said: SaidMapping): Map<string, string> | Refusal {
  const known = knownHeaders(sheet);
  const wanted = new Map<string, string>();
  for (const [header, column] of Object.entries(said)) {
    const name = column.trim() === '' ? '' : known.get(plainWord(column));
    if (name === undefined)
      return refuse('no-such-column', { name: column, has: Object.keys(sheet.columns).join('、') });
    // A header that is taken is not left out by another spelling of it.
    if (name !== '' || !wanted.has(plainHeader(header))) wanted.set(plainHeader(header), name);
  }
  return wanted;
}

function unknownHeaders(said: SaidMapping, cells: readonly HeaderCell[]): string | undefined {
  const there = new Set(cells.map(({ shown }) => plainHeader(shown)));
  return Object.entries(said).find(([name, column]) => column.trim() !== '' && !there.has(plainHeader(name)))?.[0];
}

function knownHeaders(sheet: TableShape): Map<string, string> {
  const known = new Map<string, string>();
  for (const [name, column] of Object.entries(sheet.columns))
    for (const header of headersOf(name, column)) known.set(header, name);
  return known;
}

/** One cell of the header: what it says, and what it is for. */
interface HeaderCell {
  readonly shown: string;
  /** A column of the sheet, the codes behind its labels, something that is passed over, or nothing known. */
  readonly role: { readonly name: string; readonly codes: boolean } | 'passed over' | null;
}

interface Header {
  readonly line: number;
  readonly codeLine: number | null;
  readonly cells: readonly HeaderCell[];
}

/** `#branch` and `#branch#code`, in the hidden first row of files that were made here. */
const codeForm = /^#([A-Za-z][A-Za-z0-9]*)(#code)?$/;
/** `馆藏地#代码`: the title of a column of codes, where the hidden row was deleted. */
const codesTitle = /^(.+)#(?:code|代码)$/;

/** The header of a file that was made here: a row of codes, and below it the titles, which may read differently by now. */
function codedHeader(
  sheet: TableShape,
  candidates: readonly RawRow[],
  wanted: ReadonlyMap<string, string>,
): Header | null {
  const codes = candidates.find((row) =>
    row.cells.every((cell) => isBlank(cell) || codeForm.test(String(cell).trim())),
  );
  const titles = codes && candidates[candidates.indexOf(codes) + 1];
  if (!titles || titles.line !== codes.line + 1) return null;
  const width = Math.max(codes.cells.length, titles.cells.length);
  const cells = Array.from({ length: width }, (_, index): HeaderCell => {
    const shown = headersIn(titles)[index] ?? '';
    const said = wanted.get(plainHeader(shown));
    const [, name, ofCodes] = codeForm.exec(String(codes.cells[index] ?? '').trim()) ?? [];
    if (said !== undefined) return { shown, role: roleOf(said, false) };
    return {
      shown,
      role:
        shown === refusedHeader
          ? 'passed over'
          : roleOf(name !== undefined && name in sheet.columns ? name : null, ofCodes !== undefined),
    };
  });
  return { line: titles.line, codeLine: codes.line, cells };
}

/** The row with the most known headers, the first of several. */
function titledHeader(candidates: readonly RawRow[], nameOf: (header: string) => string | null): Header | null {
  let best: Header | null = null;
  let most = 0;
  for (const row of candidates) {
    const cells = headersIn(row).map((shown): HeaderCell => {
      const codesOf = codesTitle.exec(shown)?.[1];
      const column = codesOf === undefined ? null : nameOf(codesOf);
      if (shown === refusedHeader) return { shown, role: 'passed over' };
      return { shown, role: column ? roleOf(column, true) : roleOf(nameOf(shown), false) };
    });
    const score = cells.filter(({ role }) => role !== null && role !== 'passed over').length;
    if (score <= most) continue;
    best = { line: row.line, codeLine: null, cells };
    most = score;
  }
  return best;
}

/** '' is how an importer leaves a column out. */
const roleOf = (name: string | null, codes: boolean): HeaderCell['role'] =>
  name === null || name === '' ? null : { name, codes };

function takenColumns(cells: readonly HeaderCell[]): MappedColumn[] | Refusal {
  const codes = new Map<string, number>();
  const places = new Map<string, number[]>();
  for (const [index, { role }] of cells.entries()) {
    if (role === null || role === 'passed over') continue;
    if (role.codes) codes.set(role.name, index);
    else places.set(role.name, [...(places.get(role.name) ?? []), index]);
  }
  const columns: MappedColumn[] = [];
  for (const [name, indexes] of places) {
    if (indexes.length > 1) {
      const headers = indexes.map((index) => `${columnLetters(index)} ${cells[index]!.shown}`).join('、');
      return refuse('header-repeated', { column: name, headers });
    }
    const index = indexes[0]!;
    const header = cells[index]!.shown;
    columns.push({ name, index, header, codeIndex: codes.get(name) ?? null, moneyUnit: moneyUnitOfHeader(header) });
  }
  return columns;
}
