import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, test } from 'vitest';
import { errorWorkbook, isErrorWorkbook } from './error-workbook.ts';
import { refusedHeader } from './exchange-marks.ts';
import { exportTable } from './export-table.ts';
import { openTable } from './open-table.ts';
import { isDateCell } from './raw-table.ts';
import type { AnyRow } from './sheet-definition.ts';
import { exportOf, judged } from './testing/books-exported.ts';
import { cellsOf } from './testing/read-all.ts';
import { bookSheet } from './testing/small-library.ts';
import { temporaryFiles } from './testing/temporary-files.ts';

const files = temporaryFiles();

const text = '图书登记,,\n索书号,书名,页数\nB1,一,5\n=B2,,x\nB3,三,2026-03-05\n';
const workbookOf = async (path: string, onlyRefused: boolean, name: string) => {
  const report = await judged(path, []);
  const refused = new Map(report.refused.map(({ line, problems }) => [line, problems]));
  const made = await errorWorkbook({
    sheet: bookSheet,
    path,
    mapping: report.mapping,
    refused,
    onlyRefused,
    open: openTable,
  });
  if (!isErrorWorkbook(made)) throw new Error(made.code);
  return files.write(made, name);
};

describe('the error workbook', () => {
  test('it is the same sheet with the bad cells filled and the reasons in a last column', async () => {
    const path = await workbookOf(await files.write(text), false, 'errors.xlsx');
    const cells = await cellsOf(path);
    expect(cells).toEqual([
      ['图书登记'],
      ['索书号', '书名', '页数', refusedHeader],
      ['B1', '一', '5'],
      ['=B2', null, 'x', '书名：此项必填；页数：“x”不是数字'],
      ['B3', '三', '2026-03-05', '页数：“2026-03-05”不是数字'],
    ]);
    const other = new Workbook();
    await other.xlsx.readFile(path);
    const fill = (cell: string) => JSON.stringify(other.worksheets[0]!.getCell(cell).fill ?? null);
    expect(fill('B4')).toContain('FFFFC7CE');
    expect(fill('C4')).toContain('FFFFC7CE');
    expect(fill('A4')).not.toContain('FFFFC7CE');
  });

  test('only the refused rows, mended and sent again, go in; the reasons are passed over', async () => {
    const path = await workbookOf(await files.write(text), true, 'only.xlsx');
    const other = new Workbook();
    await other.xlsx.readFile(path);
    const sheet = other.worksheets[0]!;
    expect(sheet.rowCount).toBe(4);
    sheet.getCell('B3').value = '二';
    sheet.getCell('C3').value = 7;
    await other.xlsx.writeFile(path);
    expect((await judged(path, [])).counts).toEqual({ new: 1, changed: 0, same: 0, refused: 1 });
    const again = await workbookOf(path, true, 'again.xlsx');
    expect((await cellsOf(again)).slice(1)).toEqual([
      ['索书号', '书名', '页数', refusedHeader],
      ['B3', '三', '2026-03-05', '页数：“2026-03-05”不是数字'],
    ]);
  });

  test('dates stay dates, and the hidden row of codes stays hidden', async () => {
    const book: AnyRow = { callNumber: 'B1', title: '一', bought: '2026-03-05' };
    const source = await files.write(exportTable(exportOf([book, { ...book, callNumber: 'B2', title: null }], 'xlsx')));
    const path = await workbookOf(source, false, 'dates.xlsx');
    expect((await cellsOf(path))[2]!.some((cell) => isDateCell(cell) && cell.serial === 46086)).toBe(true);
    const other = new Workbook();
    await other.xlsx.readFile(path);
    expect(other.worksheets[0]!.getRow(1).hidden).toBe(true);
    expect((await judged(path, [book])).counts).toMatchObject({ same: 1, refused: 1 });
  });
});
