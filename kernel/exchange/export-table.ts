import { writeNewFile } from '../files/write-new-file.ts';
import { Refused, type Refusal } from '../refusal.ts';
import type { Words } from '../words.ts';
import { exportMark } from './exchange-marks.ts';
import { type Labels, outgoing } from './export-cell.ts';
import { type ExportColumn, headerOf } from './export-columns.ts';
import { fileRefused } from './file-refusals.ts';
import { shanghaiLocal } from './parse-time.ts';
import { byteOrderMark, csvLine } from './write-csv.ts';
import { type OutCell, type OutColumn, type OutRow, writeWorkbook } from './write-workbook.ts';

/** Who took the data out, and when: printed on the last line and on every page (SEC-FI-13). */
export interface ExportMark {
  readonly who: string;
  readonly unit: string;
  readonly at: Date;
  /** Why, where the data asks for a reason. */
  readonly reason?: string;
  /** The day by which whoever took it destroys it, where the data asks for one. */
  readonly until?: string;
}

export interface ExportOrder {
  readonly title: Words;
  readonly columns: readonly ExportColumn[];
  /** Rows as filtered, permitted and masked for this reader; taken one by one. */
  readonly rows: Iterable<Readonly<Record<string, unknown>>> | AsyncIterable<Readonly<Record<string, unknown>>>;
  readonly format: 'xlsx' | 'csv';
  readonly mark: ExportMark;
  readonly labels: Labels;
  /** Most rows that may leave at once. */
  readonly rowLimit: number;
  /** Told after the last row. */
  readonly ended?: (rows: number) => void;
}

/**
 * Writes any list as a workbook or as CSV (UTF-8 with byte order mark), row by row in bounded memory. Text that opens
 * like a formula is inert, numbers stay numbers (SEC-FI-12).
 * @throws Refused `export-too-long` when there are more rows than may leave; nothing is cut silently
 */
export function exportTable(order: ExportOrder): AsyncGenerator<Buffer> {
  return order.format === 'xlsx' ? exportWorkbook(order) : exportCsv(order);
}

/** Writes an export to a file, or refuses and leaves no file behind. */
export async function exportToFile(order: ExportOrder, path: string): Promise<{ readonly rows: number } | Refusal> {
  let rows = 0;
  const counted = { ...order, ended: (count: number) => (rows = count) };
  try {
    await writeNewFile(path, exportTable(counted));
    return { rows };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function* limited(order: ExportOrder): AsyncGenerator<Readonly<Record<string, unknown>>> {
  let count = 0;
  for await (const row of order.rows) {
    count += 1;
    if (count > order.rowLimit) throw fileRefused('export-too-long', { max: order.rowLimit });
    yield row;
  }
  order.ended?.(count);
}

const markLine = ({ who, unit, at, reason, until }: ExportMark, rows: number | null): string =>
  [
    exportMark,
    `${unit} ${who}`,
    `${shanghaiLocal(at.toISOString()).slice(0, 16).replace('T', ' ')} 导出`,
    ...(rows === null ? [] : [`${rows} 行`]),
    ...(reason === undefined ? [] : [`事由：${reason}`]),
    ...(until === undefined ? [] : [`有效期至 ${until}，逾期销毁`]),
  ].join(' · ');

const widths: Readonly<Partial<Record<ExportColumn['kind'], number>>> = {
  text: 20,
  instant: 20,
  unit: 24,
  json: 40,
  id: 38,
};

/** Labels that stand for a code: their codes travel in hidden columns behind the last one. */
const isCoded = (column: ExportColumn): boolean =>
  column.takenBackAs !== undefined && (column.kind === 'choice' || column.kind === 'unit');

function exportWorkbook(order: ExportOrder): AsyncGenerator<Buffer> {
  const { columns, title, mark } = order;
  const coded = columns.filter(isCoded);
  const returns = columns.some((column) => column.takenBackAs !== undefined);
  const shape: OutColumn[] = [
    ...columns.map(({ kind }) => ({ width: widths[kind] ?? 14, format: formatOf(kind) })),
    ...coded.map(() => ({ hidden: true, format: 'text' as const })),
  ];
  return writeWorkbook([
    {
      name: title.zh,
      columns: shape,
      rows: workbookRows(order, coded, returns),
      frozenRows: returns ? 2 : 1,
      pageFooter: markLine(mark, null),
    },
  ]);
}

const formatOf = (kind: ExportColumn['kind']): OutCell['format'] & string => {
  if (kind === 'money-fen') return 'money';
  if (kind === 'day' || kind === 'instant') return kind;
  return kind === 'integer' || kind === 'decimal' ? 'general' : 'text';
};

const header = (value: string): OutCell => ({ value, look: 'header' });

async function* workbookRows(
  order: ExportOrder,
  coded: readonly ExportColumn[],
  returns: boolean,
): AsyncGenerator<OutRow> {
  const { columns, labels, mark } = order;
  if (returns) {
    const codes = [
      ...columns.map(({ takenBackAs }) => (takenBackAs === undefined ? '' : `#${takenBackAs}`)),
      ...coded.map(({ takenBackAs }) => `#${takenBackAs}#code`),
    ];
    yield { hidden: true, cells: codes.map((value) => ({ value, look: 'quiet' })) };
  }
  yield {
    cells: [
      ...columns.map((column) => header(headerOf(column))),
      ...coded.map(({ title }) => header(`${title.zh}#代码`)),
    ],
  };
  let count = 0;
  for await (const row of limited(order)) {
    count += 1;
    const out = columns.map((column) => outgoing(column, row[column.name], labels));
    const codes = columns.flatMap((column, index) => (isCoded(column) ? [out[index]!.coded] : []));
    yield {
      cells: [
        ...out.map(({ cell }) => cell),
        ...codes.map((value): OutCell => ({ value, format: 'text', look: 'quiet' })),
      ],
    };
  }
  yield { cells: [{ value: markLine(mark, count), look: 'quiet' }] };
}

const pieceLength = 65_536;

async function* exportCsv(order: ExportOrder): AsyncGenerator<Buffer> {
  const { columns, labels, mark } = order;
  let piece = byteOrderMark + csvLine(columns.map(headerOf));
  let count = 0;
  for await (const row of limited(order)) {
    count += 1;
    piece += csvLine(columns.map((column) => outgoing(column, row[column.name], labels).csv));
    if (piece.length < pieceLength) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece + csvLine([markLine(mark, count)]));
}
