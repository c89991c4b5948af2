/** The door of import and export: what rooms declare, what the program runs. */
export { sheet } from './sheet-definition.ts';
export type {
  AnyRow,
  AppliedRow,
  CellValue,
  Choice,
  Existing,
  RowContext,
  SheetColumn,
  SheetColumns,
  SheetDefinition,
  SheetRow,
  TableShape,
  UnitFinder,
} from './sheet-definition.ts';

// Going in, through the kernel: as acts of an actor.
export {
  dryRunFile,
  errorWorkbookOf,
  importFile,
  refusedRowsOf,
  sheetOf,
  ownBatch,
  undoImport,
  type DeskOrder,
  unitFinder,
} from './exchange-desk.ts';
export { type Batch, batchOf, type BatchState } from './import-store.ts';
export { exchangeSaves, exchangeVerbs } from './import-verbs.ts';
export { exchangeRefusals, fileRefused } from './file-refusals.ts';

// Going in, piece by piece.
export { type Counts, dryRun, type DryRunReport, type ExchangeProgress, type FileOrder } from './dry-run.ts';
export { importBatch, type BatchLog, type ImportOrder, type ImportReport } from './import-batch.ts';
export type { RunRowVerb } from './row-verb.ts';
export { undoBatch, type UndoOrder, type UndoReport } from './undo-batch.ts';
export { type ColumnMapping, headersIn, mapColumns, type SaidMapping } from './column-mapping.ts';
export type { ChangedRow, JudgedRow, Judges, RefusedRow } from './judge-rows.ts';
export type { RowProblem } from './cell-problems.ts';
export { readTable } from './read-table.ts';
export { unpackFile } from './unpack-file.ts';
export { type ParsedTable, parsedTable } from './table-rows.ts';
export type { ParsedRow } from './parse-row.ts';
export type { OpenTable, TableOptions } from './open-table.ts';
export type { Detected, Noticed, RawCell, RawRow } from './raw-table.ts';
export { localOfSerial } from './parse-time.ts';
export { readBudget, type ReadBudget } from './read-budget.ts';

// Coming out.
export { templateCsv, templateWorkbook, type TemplateOptions } from './template.ts';
export { errorWorkbook, isErrorWorkbook, mappingOf, reasonOf } from './error-workbook.ts';
export { exportTable, exportToFile, type ExportMark, type ExportOrder } from './export-table.ts';
export { type ExportColumn, exportColumnsOfList, exportColumnsOfSheet } from './export-columns.ts';
export type { Labels } from './export-cell.ts';
export { type OutCell, type OutRow, type OutSheet, writeWorkbook } from './write-workbook.ts';
export { byteOrderMark, csvLine, type CsvValue } from './write-csv.ts';
export { type PdfBlock, type PdfPaper, writePdf } from './write-pdf.ts';

// Codes that prove themselves.
export { isCreditCode, isIdNumber, isPlate, isVin, plainPlate } from './check-digits.ts';
