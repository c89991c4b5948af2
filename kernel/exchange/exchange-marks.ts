import { isBlank, type RawRow } from './raw-table.ts';

/** Header of the column that says why a row was refused; an import passes over it. */
export const refusedHeader = '拒绝原因 / Refused because';

/** What the line with who, when and how many begins with; an import passes over the line. */
export const exportMark = '※ OpenGOA';

/** The last line of an export: one filled cell that begins with the mark. */
export function isExportMark(row: RawRow): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  return filled.length === 1 && typeof filled[0] === 'string' && filled[0].startsWith(exportMark);
}
