import { isRefusal, Refused, type Refusal } from '../refusal.ts';
import type { ColumnMapping } from './column-mapping.ts';
import type { RowProblem } from './cell-problems.ts';
import { isExportMark, refusedHeader } from './exchange-marks.ts';
import { type OpenTable, type TableOptions } from './open-table.ts';
import { isBrokenCell, isDateCell, type RawCell, type RawRow } from './raw-table.ts';
import { readTable } from './read-table.ts';
import type { SheetDefinition } from './sheet-definition.ts';
import type { FileOrder } from './dry-run.ts';
import { mappedTable } from './table-rows.ts';
import { type OutCell, type OutRow, writeWorkbook } from './write-workbook.ts';

export interface ErrorWorkbookOrder {
  readonly sheet: SheetDefinition;
  /** The file that was imported, and how it was read then. */
  readonly path: string;
  readonly options?: TableOptions;
  readonly mapping: ColumnMapping;
  readonly refused: ReadonlyMap<number, readonly RowProblem[]>;
  /** Leaves the good rows out, so that what comes back is what has to be mended and sent again. */
  readonly onlyRefused: boolean;
  readonly open?: (path: string, options?: TableOptions) => Promise<OpenTable>;
}

/**
 * The importer's own sheet with the bad cells filled and the reasons in a last column. It can be mended and sent again
 * as it is: the column of reasons is passed over. The file is read twice and kept in memory at no time.
 * @returns the workbook as a stream, or the refusal of a file that is not what it was
 */
export async function errorWorkbook(order: ErrorWorkbookOrder): Promise<AsyncGenerator<Buffer> | Refusal> {
  const open = order.open ?? readTable;
  try {
    const width = await widest(await open(order.path, order.options));
    const table = await open(order.path, order.options);
    const name = table.detected.format === 'xlsx' ? table.detected.sheetName : order.sheet.title.zh;
    const reasonAt = order.mapping.headers.indexOf(refusedHeader);
    const rows = markedRows(table, order, reasonAt < 0 ? Math.max(width, order.mapping.headers.length) : reasonAt);
    const columns = Array.from({ length: width }, () => ({ width: 14 }));
    return writeWorkbook([{ name, columns: [...columns, { width: 60 }], rows }]);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** How a file's columns are understood, without reading its rows. */
export async function mappingOf(
  order: Pick<FileOrder, 'sheet' | 'path' | 'options' | 'mapping' | 'memory' | 'open'>,
): Promise<ColumnMapping | Refusal> {
  try {
    const table = await (order.open ?? readTable)(order.path, order.options);
    const { mapping, rows } = await mappedTable(table, order.sheet, order.mapping, order.memory);
    await rows.return(undefined);
    await table.close();
    return mapping;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function widest(table: OpenTable): Promise<number> {
  let width = 0;
  for await (const rows of table.rows()) for (const row of rows) width = Math.max(width, row.cells.length);
  await table.close();
  return width;
}

async function* markedRows(table: OpenTable, order: ErrorWorkbookOrder, reasonAt: number): AsyncGenerator<OutRow> {
  const { mapping, refused, onlyRefused } = order;
  try {
    for await (const rows of table.rows())
      for (const row of rows) {
        if (isExportMark(row)) continue;
        const problems = refused.get(row.line);
        if (row.line <= mapping.headerLine) yield headerRow(row, mapping, reasonAt);
        else if (problems) yield refusedRowOf(row, problems, order, reasonAt);
        else if (!onlyRefused) yield { cells: row.cells.map((cell) => copied(cell, 'plain')) };
      }
  } finally {
    await table.close();
  }
}

function headerRow(row: RawRow, mapping: ColumnMapping, reasonAt: number): OutRow {
  const isHeader = row.line === mapping.headerLine;
  const cells = row.cells.map((cell) => copied(cell, isHeader ? 'header' : 'plain'));
  return {
    cells: isHeader ? withReason(cells, reasonAt, { value: refusedHeader, look: 'required' }) : cells,
    hidden: row.line === mapping.codeLine,
  };
}

function refusedRowOf(
  row: RawRow,
  problems: readonly RowProblem[],
  { sheet, mapping }: ErrorWorkbookOrder,
  reasonAt: number,
): OutRow {
  const bad = new Set(
    problems.flatMap((problem) =>
      mapping.columns.filter(({ name }) => name === problem.column).map(({ index }) => index),
    ),
  );
  const width = Math.max(row.cells.length, ...[...bad].map((index) => index + 1));
  const cells = Array.from({ length: width }, (_, index) =>
    copied(row.cells[index] ?? null, bad.has(index) ? 'bad' : 'plain'),
  );
  const reason = problems.map((problem) => reasonOf(sheet, problem)).join('；');
  return { cells: withReason(cells, reasonAt, { value: reason, look: 'bad', format: 'text' }) };
}

/** `页数：不能小于 1` */
export function reasonOf(sheet: SheetDefinition, problem: RowProblem): string {
  const title = problem.column === null ? undefined : sheet.columns[problem.column]?.title.zh;
  return title === undefined ? problem.message.zh : `${title}：${problem.message.zh}`;
}

function withReason(cells: readonly (OutCell | null)[], at: number, reason: OutCell): (OutCell | null)[] {
  const all = [...cells];
  while (all.length <= at) all.push(null);
  all[at] = reason;
  return all;
}

function copied(cell: RawCell, look: NonNullable<OutCell['look']>): OutCell {
  if (isDateCell(cell)) return { value: cell, format: Number.isInteger(cell.serial) ? 'day' : 'instant', look };
  if (isBrokenCell(cell)) return { value: cell.error, format: 'text', look };
  return { value: cell, format: typeof cell === 'string' ? 'text' : 'general', look };
}

export const isErrorWorkbook = (answer: AsyncGenerator<Buffer> | Refusal): answer is AsyncGenerator<Buffer> =>
  !isRefusal(answer);
