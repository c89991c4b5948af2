import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type CsvDeclared, detectCsv } from './detect-csv.ts';
import { fileRefused } from './file-refusals.ts';
import type { Detected, RawCell, RawRow } from './raw-table.ts';
import type { ReadBudget } from './read-budget.ts';
import type { NoticeBoard } from './read-worksheet.ts';
import { strictText } from './strict-text.ts';

const portion = 500;

export interface OpenCsv {
  readonly detected: Extract<Detected, { format: 'csv' }>;
  rows(): AsyncGenerator<RawRow[]>;
}

/** Opens a CSV file (RFC 4180, any of `,` `;` and tab): what it is, then its records. @throws Refused */
export async function openCsv(
  path: string,
  budget: ReadBudget,
  notices: NoticeBoard,
  declared?: CsvDeclared,
): Promise<OpenCsv> {
  const detected = await detectCsv(path, declared);
  return { detected, rows: () => csvRows(path, detected, budget, notices) };
}

async function* csvRows(
  path: string,
  { encoding, delimiter }: OpenCsv['detected'],
  budget: ReadBudget,
  notices: NoticeBoard,
): AsyncGenerator<RawRow[]> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 4 * 1024 * 1024,
  });
  const text = strictText(createReadStream(path, { highWaterMark: 1 << 18 }), encoding, 'unknown-encoding');
  pipeline(Readable.from(text, { objectMode: true }), parser, () => {});
  let line = 0;
  let rows: RawRow[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      line += 1;
      const cells = cellsOf(record, line, budget, notices);
      if (cells.length === 0) {
        notices.blankRows += 1;
        continue;
      }
      notices.filledRows += 1;
      if (notices.filledRows > budget.rows) throw fileRefused('too-many-rows', { max: budget.rows });
      rows.push({ line, cells });
      if (rows.length < portion) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, line + 1, budget) : error;
  }
  if (rows.length > 0) yield rows;
}

function cellsOf(record: readonly string[], line: number, budget: ReadBudget, notices: NoticeBoard): RawCell[] {
  if (record.length > budget.columns) throw fileRefused('too-many-columns', { line, max: budget.columns });
  const cells: RawCell[] = [];
  let filled = 0;
  for (const [column, text] of record.entries()) {
    if (text.length > budget.cellCharacters) throw fileRefused('cell-too-long', { line, max: budget.cellCharacters });
    const blank = text === '' || text.trim() === '';
    cells.push(blank ? null : text.startsWith('="') ? unwrapped(text, column, line, notices) : text);
    if (!blank) filled = column + 1;
  }
  cells.length = filled;
  return cells;
}

/** `="001234"` is how other programs force text on a spreadsheet; it is taken for the text, and noticed as a formula. */
function unwrapped(text: string, column: number, line: number, notices: NoticeBoard): string {
  const inner = /^="([^"]*)"$/.exec(text)?.[1];
  if (inner === undefined) return text;
  notices.formula(column, line);
  return inner;
}

const refusalOf = (error: CsvError, line: number, budget: ReadBudget) =>
  error.code === 'CSV_MAX_RECORD_SIZE'
    ? fileRefused('cell-too-long', { line, max: budget.cellCharacters })
    : fileRefused('broken-quotes', { line });
