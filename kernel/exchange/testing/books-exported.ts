import { isRefusal } from '../../refusal.ts';
import { dryRun, type DryRunReport, type FileOrder } from '../dry-run.ts';
import type { Labels } from '../export-cell.ts';
import { exportColumnsOfSheet } from '../export-columns.ts';
import type { ExportOrder } from '../export-table.ts';
import { openTable } from '../open-table.ts';
import { type AnyRow, type Existing, keyOf } from '../sheet-definition.ts';
import { bookSheet, branches, findUnit } from './small-library.ts';

export const labels: Labels = {
  unit: (id) => {
    const found = Object.entries(branches).find(([, branch]) => branch.id === id);
    return found ? { code: found[0], title: found[1].title } : null;
  },
};
/** 周敏 takes books out for the yearly stock-take. */
export const mark = { who: '周敏', unit: '临江市财政局', at: new Date('2026-11-21T02:00:00Z'), reason: '年度清查' };
export const exportOf = (
  rows: readonly AnyRow[],
  format: 'xlsx' | 'csv',
  more: Partial<ExportOrder> = {},
): ExportOrder => ({
  title: bookSheet.title,
  columns: exportColumnsOfSheet(bookSheet),
  rows,
  format,
  mark,
  labels,
  rowLimit: 100_000,
  ...more,
});
export const orderOf = (path: string, there: readonly AnyRow[]): FileOrder => ({
  sheet: bookSheet,
  path,
  findUnit,
  open: openTable,
  judges: {
    existingByKey: async () =>
      new Map(
        there.map((values): [string, Existing] => [
          keyOf(bookSheet, values),
          { object: { kind: 'book', id: 'x' }, values },
        ]),
      ),
  },
});
export const judged = async (path: string, there: readonly AnyRow[]): Promise<DryRunReport> => {
  const report = await dryRun(orderOf(path, there));
  if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
  return report;
};
