import { Workbook } from '@cj-tech-master/excelts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../reads/list.ts';
import { exportColumnsOfList } from './export-columns.ts';
import { exportTable } from './export-table.ts';
import type { AnyRow } from './sheet-definition.ts';
import { exportOf, judged, labels } from './testing/books-exported.ts';
import { cellsOf } from './testing/read-all.ts';
import { bookSheet, branches } from './testing/small-library.ts';
import { temporaryFiles } from './testing/temporary-files.ts';

const files = temporaryFiles();
const anyText = (longest: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: longest }),
      fc.constantFrom(
        '=1+1',
        "'=1",
        '+86',
        '-5',
        '@a',
        '＝1',
        "''-",
        '001',
        '1E5x',
        'a"b',
        'a,b;c',
        '※ x',
        '#N/A',
        '𠮷',
        '_x0041_',
      ),
    )
    .map((raw) => raw.normalize('NFC').trim())
    // Separators of lines become line breaks where text comes in: no ledger holds them.
    .filter(
      (text) =>
        text !== '' &&
        [...text].length <= longest &&
        /^[^\p{Zl}\p{Zp}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\ufffd]*$/u.test(text),
    );
const anyDay = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
  .filter((day) => day >= '1900-01-01');
const anyBook = fc.record({
  callNumber: anyText(20),
  title: anyText(40),
  pages: fc.option(fc.integer({ min: 1, max: 1e9 })),
  price: fc.option(fc.integer({ min: 0, max: 1e13 })),
  bought: fc.option(anyDay),
  binding: fc.option(fc.constantFrom('hard', 'soft')),
  branch: fc.option(fc.constantFrom(...Object.values(branches).map(({ id }) => id))),
  lendable: fc.option(fc.boolean()),
});
const anyBooks = fc.uniqueArray(anyBook, { minLength: 1, maxLength: 8, selector: (book) => book.callNumber });

const column = (zh: string, kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  title: { zh, en: zh },
  kind,
  ...more,
});

describe('what goes out comes back', () => {
  test.each(['xlsx', 'csv'] as const)(
    'an export as %s, imported again, changes nothing',
    async (format) => {
      const same = fc.asyncProperty(anyBooks, async (books) => {
        const path = await files.write(exportTable(exportOf(books, format)), `round.${format}`);
        const report = await judged(path, books);
        return (
          report.counts.same === books.length && report.counts.refused + report.counts.changed + report.counts.new === 0
        );
      });
      expect(await fc.check(same, { numRuns: 50 })).toMatchObject({ failed: false, counterexample: null });
    },
    60_000,
  );

  test('a code decides while its label stands as exported; a label that was written over decides itself', async () => {
    const book: AnyRow = { callNumber: 'B1', title: '一', branch: 'u-shiqiao-2', binding: 'soft' };
    const path = await files.write(exportTable(exportOf([book], 'xlsx')), 'edit.xlsx');
    expect((await judged(path, [book])).counts.same).toBe(1);
    const editor = new Workbook();
    await editor.xlsx.readFile(path);
    const sheet = editor.worksheets[0]!;
    expect(sheet.getCell('G3').value).toBe('少儿馆');
    sheet.getCell('G3').value = '临江市总馆';
    await editor.xlsx.writeFile(path);
    expect((await judged(path, [book])).changed[0]?.changes).toEqual([
      { column: 'branch', from: 'u-shiqiao-2', to: 'u-linjiang' },
    ]);
    sheet.getCell('G3').value = '少儿馆 ';
    sheet.getCell('J3').value = null;
    await editor.xlsx.writeFile(path);
    expect((await judged(path, [book])).refused[0]?.problems[0]?.code).toBe('ambiguous-unit');
  });

  test('columns may be moved, renamed and deleted in an exported workbook', async () => {
    const book: AnyRow = { callNumber: 'B1', title: '一', pages: 5, lendable: true };
    const path = await files.write(exportTable(exportOf([book], 'xlsx')), 'moved.xlsx');
    const editor = new Workbook();
    await editor.xlsx.readFile(path);
    const sheet = editor.worksheets[0]!;
    sheet.getCell('B2').value = '书的名字';
    sheet.spliceColumns(3, 1);
    await editor.xlsx.writeFile(path);
    expect((await judged(path, [book])).counts).toEqual({ new: 0, changed: 0, same: 1, refused: 0 });
  });

  test('a ledger that names its sheet exports what the sheet takes back', async () => {
    const columns = exportColumnsOfList(
      {
        call_number: column('编号', 'text'),
        title: column('题名', 'text'),
        unit_id: column('所在', 'unit'),
        borrower: column('借阅人', 'person'),
        secret: column('内部', 'id', { hidden: true }),
      },
      bookSheet,
    );
    const rows = [{ call_number: 'B1', title: '一', unit_id: 'u-shiqiao-2', borrower: 'p1', secret: 'never' }];
    const path = await files.write(
      exportTable(exportOf([], 'xlsx', { columns, rows, labels: { ...labels, person: () => '何涛' } })),
    );
    const book: AnyRow = { callNumber: 'B1', title: '一', branch: 'u-shiqiao-2', pages: 9 };
    expect((await judged(path, [book])).counts.same).toBe(1);
    const cells = await cellsOf(path);
    expect(cells[2]).toEqual(['B1', '一', '少儿馆', '何涛', 'SQ-02=少儿馆']);
    expect(JSON.stringify(cells)).not.toContain('never');
  });
});
