import { isRefusal } from '@opengoa/kernel';
import {
  fileRefused,
  headersIn,
  localOfSerial,
  mapColumns,
  type RawCell,
  type RawRow,
  type ReadBudget,
  readTable,
  type TableShape,
} from '@opengoa/kernel/exchange';
import type { FileHead } from './contract.ts';

/** A header stands among so many first rows. */
const firstRows = 20;
/** Rows shown beside the columns, and characters of each cell. */
const shownRows = 5;
const shownCharacters = 60;
const headerCharacters = 200;

/**
 * Headers, first rows and the number of rows of a table; which header is which column, where its name or an alias says so.
 * @throws Refused with one of `exchangeRefusals`
 */
export async function lookAtFile(
  path: string,
  shape: TableShape,
  budget: Partial<ReadBudget>,
): Promise<Omit<FileHead, 'file'>> {
  const table = await readTable(path, { budget });
  try {
    const early: RawRow[] = [];
    let all = 0;
    for await (const some of table.rows()) {
      all += some.length;
      if (early.length < firstRows) early.push(...some.slice(0, firstRows - early.length));
    }
    if (early.length === 0) throw fileRefused('empty-file');
    const { headers, line, columnOf } = headerOf(early, shape);
    const above = early.filter((row) => row.line <= line).length;
    if (all === above) throw fileRefused('no-rows');
    return {
      headers,
      taken: Object.fromEntries(headers.flatMap((header, at) => (header === '' ? [] : [[header, columnOf(at)]]))),
      rows: early
        .filter((row) => row.line > line)
        .slice(0, shownRows)
        .map(({ cells }) => headers.map((_, at) => shown(cells[at] ?? null))),
      rowsOf: all - above,
    };
  } finally {
    await table.close();
  }
}

interface Header {
  readonly headers: string[];
  readonly line: number;
  readonly columnOf: (at: number) => string;
}

/** The row that has known headers; where none has, or two mean one column, the fullest of the first rows, and a person says which is which. */
function headerOf(early: readonly RawRow[], shape: TableShape): Header {
  const mapping = mapColumns(shape, early);
  if (!isRefusal(mapping))
    return {
      headers: mapping.headers.map((header) => header.slice(0, headerCharacters)),
      line: mapping.headerLine,
      columnOf: (at) => mapping.columns.find(({ index }) => index === at)?.name ?? '',
    };
  const named = early.map((row) => ({ line: row.line, headers: headersIn(row) }));
  const full = ({ headers }: { readonly headers: readonly string[] }) => headers.filter(Boolean).length;
  const fullest = named.reduce((best, each) => (full(each) > full(best) ? each : best));
  return {
    ...fullest,
    headers: fullest.headers.map((header) => header.slice(0, headerCharacters)),
    columnOf: () => '',
  };
}

function shown(cell: RawCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell).slice(0, shownCharacters);
  if ('error' in cell) return cell.error;
  const local = localOfSerial(cell.serial);
  return local === null ? String(cell.serial) : local.replace('T', ' ').replace(/( 00:00:00)?\.000$/, '');
}
