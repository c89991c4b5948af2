import type { ColumnMapping, MappedColumn } from './column-mapping.ts';
import { cellProblem, type RowProblem } from './cell-problems.ts';
import { isProblem, parseCell } from './parse-cell.ts';
import type { RawCell, RawRow } from './raw-table.ts';
import type { AnyRow, CellValue, TableShape, UnitFinder } from './sheet-definition.ts';

/** A row of the file in the sheet's own columns, with everything that is wrong with it. */
export interface ParsedRow {
  readonly raw: RawRow;
  /** Values of the columns that the file has; a cell with a problem is null. */
  readonly values: AnyRow;
  /** Values given for all, in columns that the file leaves out or blank: for new rows, and where they are part of the key. */
  readonly filled: AnyRow;
  readonly problems: readonly RowProblem[];
}

export interface RowReading {
  readonly findUnit: UnitFinder;
  /** Values for columns that the file leaves out or blank: the importer's own unit, for one. */
  readonly fill?: AnyRow;
  /** CSV: a row with more cells than headers has lost a quote, and its cells stand in the wrong columns. */
  readonly strictWidth: boolean;
}

/** Makes the reader of the rows below a header. Every problem of a row is found, not only the first. */
export function rowParser(sheet: TableShape, mapping: ColumnMapping, reading: RowReading): (raw: RawRow) => ParsedRow {
  const fill = reading.fill ?? {};
  return (raw) => {
    const values: Record<string, CellValue> = {};
    const filled: Record<string, CellValue> = { ...fill };
    const problems: RowProblem[] = [];
    if (reading.strictWidth && raw.cells.length > mapping.headers.length)
      problems.push(cellProblem(null, 'too-many-cells', { cells: raw.cells.length, headers: mapping.headers.length }));
    for (const column of mapping.columns) {
      const shape = sheet.columns[column.name]!;
      const given = fill[column.name] ?? null;
      const parsed = parseCell(
        column.name,
        given === null ? shape : { ...shape, required: false },
        cellOf(raw, column),
        {
          findUnit: reading.findUnit,
          moneyUnit: column.moneyUnit,
        },
      );
      if (isProblem(parsed)) problems.push(parsed);
      const value = isProblem(parsed) ? null : parsed.value;
      // Blank where something is given for all is as good as left out.
      if (value === null && given !== null && !isProblem(parsed)) continue;
      values[column.name] = value;
      delete filled[column.name];
    }
    return { raw, values, filled, problems };
  };
}

/**
 * An exported file holds `code=label` in a hidden column beside the label. While the label stands as it was exported,
 * the code decides, however the label reads by now; once somebody has written another label, the label does.
 */
function cellOf(raw: RawRow, column: MappedColumn): RawCell {
  const cell = raw.cells[column.index] ?? null;
  const coded = column.codeIndex === null ? null : (raw.cells[column.codeIndex] ?? null);
  if (typeof coded !== 'string' || typeof cell !== 'string') return cell;
  const cut = coded.indexOf('=');
  return cut > 0 && coded.slice(cut + 1).trim() === cell.trim() ? coded.slice(0, cut) : cell;
}
