import type { CsvDeclared } from './detect-csv.ts';
import { tableKind } from './file-kind.ts';
import type { Detected, Noticed, RawRow } from './raw-table.ts';
import { type ReadBudget, readBudget } from './read-budget.ts';
import { openCsv } from './read-csv.ts';
import { openWorkbook } from './read-workbook.ts';
import { NoticeBoard } from './read-worksheet.ts';

export interface TableOptions extends CsvDeclared {
  /** Which sheet of a workbook; the first visible one otherwise. */
  readonly sheetName?: string;
  readonly budget?: Partial<ReadBudget>;
}

/** A table file whose format is known and whose rows have not been read yet. */
export interface OpenTable {
  readonly detected: Detected;
  /** Filled rows in portions, once. */
  rows(): AsyncGenerator<RawRow[]>;
  /** Null until the rows have been read to their end. */
  noticed(): Noticed | null;
  close(): Promise<void>;
}

/**
 * Opens an xlsx or CSV file in this thread; files from outside go through `readTable`, which gives them a thread of
 * their own.
 * @throws Refused with one of `exchangeRefusals`
 */
export async function openTable(path: string, options: TableOptions = {}): Promise<OpenTable> {
  const budget = { ...readBudget, ...options.budget };
  const notices = new NoticeBoard();
  let ended = false;
  const noticed = () => (ended ? notices.noticed() : null);
  const untilEnd = async function* untilEnd(rows: AsyncGenerator<RawRow[]>) {
    yield* rows;
    ended = true;
  };
  if ((await tableKind(path, budget)) === 'csv') {
    const csv = await openCsv(path, budget, notices, options);
    return { detected: csv.detected, rows: () => untilEnd(csv.rows()), noticed, close: async () => {} };
  }
  const workbook = await openWorkbook(path, budget, notices, options.sheetName);
  return {
    detected: workbook.detected,
    rows: () => untilEnd(workbook.rows()),
    noticed,
    close: async () => workbook.close(),
  };
}
