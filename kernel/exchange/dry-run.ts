import { Refused, type Refusal } from '../refusal.ts';
import type { ColumnMapping, SaidMapping } from './column-mapping.ts';
import { fileRefused } from './file-refusals.ts';
import { type ChangedRow, judgeRows, type JudgedRow, type Judges, type RefusedRow } from './judge-rows.ts';
import type { OpenTable, TableOptions } from './open-table.ts';
import type { Detected, Noticed } from './raw-table.ts';
import { readTable } from './read-table.ts';
import type { AnyRow, SheetDefinition, UnitFinder } from './sheet-definition.ts';
import { type MappingMemory, parsedTable } from './table-rows.ts';

/** A file to be read by a sheet. */
export interface FileOrder {
  readonly sheet: SheetDefinition;
  readonly path: string;
  readonly options?: TableOptions;
  /** What the importer says: header -> column. */
  readonly mapping?: SaidMapping;
  readonly memory?: MappingMemory;
  readonly findUnit: UnitFinder;
  /** Values for columns that the file leaves out or blank. */
  readonly fill?: AnyRow;
  readonly judges: Judges;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: ExchangeProgress) => void;
  /** Told of every refused row, portion by portion; a report lists the first ones only. */
  readonly onRefused?: (rows: readonly RefusedRow[]) => void;
  /** How the file is opened; a thread of its own unless a test says otherwise. */
  readonly open?: (path: string, options?: TableOptions) => Promise<OpenTable>;
}

export interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
}

export interface ExchangeProgress {
  readonly phase: 'judging' | 'going-in' | 'taking-back';
  readonly done: number;
  /** Rows in all, once known. */
  readonly of: number | null;
  readonly counts: Counts;
}

export interface DryRunReport {
  readonly detected: Detected;
  /** Null when the reading was stopped before the end of the file. */
  readonly noticed: Noticed | null;
  readonly mapping: ColumnMapping;
  readonly counts: Counts;
  /** The first refused rows with every reason; all of them are in the error workbook. */
  readonly refused: readonly RefusedRow[];
  /** The first changed rows with their fields. */
  readonly changed: readonly ChangedRow[];
}

/** How many refused and changed rows a report lists; the counts are always complete. */
export const listedRows = 200;

/**
 * Says what importing the file would do, and changes nothing: 新增 · 变更 · 相同 · 拒绝. Memory holds one portion of rows, the
 * keys met so far and the listed rows.
 * @returns the report, or the refusal of the whole file (one of `exchangeRefusals`)
 */
export async function dryRun(order: FileOrder): Promise<DryRunReport | Refusal> {
  return readJudged(order, async () => {
    if (order.signal?.aborted) throw fileRefused('stopped');
    return 'go on';
  });
}

/** Judges a file and hands over each portion until it is enough; shared by the dry run and the import. */
export async function readJudged(
  order: FileOrder,
  take: (rows: readonly JudgedRow[]) => Promise<'go on' | 'enough'>,
): Promise<DryRunReport | Refusal> {
  const { sheet, judges } = order;
  let table: OpenTable | undefined;
  try {
    table = await (order.open ?? readTable)(order.path, order.options);
    const { mapping, rows } = await parsedTable(table, sheet, {
      findUnit: order.findUnit,
      ...(order.mapping ? { said: order.mapping } : {}),
      ...(order.memory ? { memory: order.memory } : {}),
      ...(order.fill ? { fill: order.fill } : {}),
    });
    const counts = { new: 0, changed: 0, same: 0, refused: 0 };
    const refused: RefusedRow[] = [];
    const changed: ChangedRow[] = [];
    const met = new Map<string, number>();
    for await (const some of rows) {
      const judged = await judgeRows(sheet, some, judges, met);
      for (const row of judged) {
        counts[row.outcome] += 1;
        if (row.outcome === 'refused' && refused.length < listedRows) refused.push(row);
        if (row.outcome === 'changed' && changed.length < listedRows) changed.push(row);
      }
      order.onRefused?.(judged.filter((row) => row.outcome === 'refused'));
      order.progress?.({ phase: 'judging', done: sumOf(counts), of: null, counts: { ...counts } });
      if ((await take(judged)) === 'enough') break;
    }
    if (sumOf(counts) === 0) throw fileRefused('no-rows');
    return { detected: table.detected, noticed: table.noticed(), mapping, counts, refused, changed };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  } finally {
    await table?.close();
  }
}

export const sumOf = (counts: Counts): number => counts.new + counts.changed + counts.same + counts.refused;
