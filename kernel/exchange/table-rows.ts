import { isRefusal, Refused } from '../refusal.ts';
import {
  type ColumnMapping,
  headerPrint,
  headersIn,
  mapColumns,
  missingColumns,
  type SaidMapping,
} from './column-mapping.ts';
import { isExportMark } from './exchange-marks.ts';
import { fileRefused } from './file-refusals.ts';
import type { OpenTable } from './open-table.ts';
import { type ParsedRow, rowParser } from './parse-row.ts';
import type { RawRow } from './raw-table.ts';
import type { AnyRow, TableShape, UnitFinder } from './sheet-definition.ts';

export interface MappedTable {
  readonly mapping: ColumnMapping;
  /** Data rows in portions of at most `portion`. */
  readonly rows: AsyncGenerator<RawRow[]>;
}

export interface ParsedTable {
  readonly mapping: ColumnMapping;
  readonly rows: AsyncGenerator<ParsedRow[]>;
}

const firstRows = 20;
/** Rows judged, planned and settled together: four transactions of acts side by side, and one more or less to stop after. */
export const portion = 500;

/** Mappings that were settled for files with the same headers before. */
export interface MappingMemory {
  /** The newest mapping kept under any of these prints of headers. */
  recall(prints: readonly string[]): Promise<SaidMapping | null>;
  remember(print: string, said: SaidMapping): Promise<void>;
}

/**
 * Finds the header of an open table and gives the rows below it. What the importer says goes before what is remembered,
 * and both before what is found.
 * @throws Refused when there is no such header
 */
export async function mappedTable(
  table: OpenTable,
  sheet: TableShape,
  said: SaidMapping = {},
  memory?: Pick<MappingMemory, 'recall'>,
): Promise<MappedTable> {
  const source = table.rows();
  try {
    const early: RawRow[] = [];
    while (early.length < firstRows) {
      const step = await source.next();
      if (step.done === true) break;
      early.push(...step.value);
    }
    if (early.length === 0) throw fileRefused('empty-file');
    const recalled = (await memory?.recall(early.slice(0, firstRows).map((row) => headerPrint(headersIn(row))))) ?? {};
    const mapping = mapColumns(sheet, early, { ...recalled, ...said });
    if (isRefusal(mapping)) throw new Refused(mapping);
    return { mapping, rows: dataRows(early, source, mapping.headerLine) };
  } catch (error) {
    await source.return(undefined);
    throw error;
  }
}

async function* dataRows(
  early: readonly RawRow[],
  source: AsyncGenerator<RawRow[]>,
  headerLine: number,
): AsyncGenerator<RawRow[]> {
  try {
    let waiting = early.filter((row) => row.line > headerLine && !isExportMark(row));
    for await (const rows of source) {
      waiting.push(...rows.filter((row) => !isExportMark(row)));
      while (waiting.length >= portion) {
        yield waiting.slice(0, portion);
        waiting = waiting.slice(portion);
      }
    }
    if (waiting.length > 0) yield waiting;
  } finally {
    await source.return(undefined);
  }
}

/** The rows of an open table, read as the sheet wants them. @throws Refused */
export async function parsedTable(
  table: OpenTable,
  sheet: TableShape,
  reading: {
    readonly said?: SaidMapping;
    readonly memory?: Pick<MappingMemory, 'recall'>;
    readonly findUnit: UnitFinder;
    readonly fill?: AnyRow;
  },
): Promise<ParsedTable> {
  const { mapping, rows } = await mappedTable(table, sheet, reading.said, reading.memory);
  const missing = missingColumns(sheet, mapping, Object.keys(reading.fill ?? {}));
  if (missing) {
    await rows.return(undefined);
    throw new Refused(missing);
  }
  const { findUnit, fill = {} } = reading;
  const parse = rowParser(sheet, mapping, { findUnit, fill, strictWidth: table.detected.format === 'csv' });
  return { mapping, rows: parsedRows(rows, parse) };
}

async function* parsedRows(
  rows: AsyncGenerator<RawRow[]>,
  parse: (raw: RawRow) => ParsedRow,
): AsyncGenerator<ParsedRow[]> {
  for await (const some of rows) yield some.map(parse);
}
