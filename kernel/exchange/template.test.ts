import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, test } from 'vitest';
import { dryRun } from './dry-run.ts';
import type { AnyRow } from './sheet-definition.ts';
import { templateCsv, templateWorkbook } from './template.ts';
import { judged, orderOf } from './testing/books-exported.ts';
import { bookSheet, branches } from './testing/small-library.ts';
import { temporaryFiles } from './testing/temporary-files.ts';

const files = temporaryFiles();

describe('the template', () => {
  const units = Object.entries(branches).map(([code, { title }]) => ({ code, title }));

  test('it has drop-downs, text columns, notes and hidden codes, and reads as a sheet without rows', async () => {
    const path = await files.write(templateWorkbook(bookSheet, { units }), 'template.xlsx');
    const other = new Workbook();
    await other.xlsx.readFile(path);
    const [sheet, notes, lists] = other.worksheets;
    expect(sheet!.getRow(1).hidden).toBe(true);
    expect(sheet!.getRow(2).values).toContain('* 索书号');
    expect(sheet!.getCell('F3').dataValidation).toMatchObject({ type: 'list', formulae: ['lists!$F$1:$F$2'] });
    expect(sheet!.getColumn(1).numFmt).toBe('@');
    expect(notes!.name).toBe('填写说明');
    expect(notes!.getColumn(7).values).toContain('I247.5/0012');
    expect(lists!.state).toBe('veryHidden');
    expect(lists!.getColumn(7).values.slice(1)).toEqual([
      '临江市总馆',
      '石桥县分馆',
      '少儿馆 [SQ-02]',
      '少儿馆 [LJ-02]',
    ]);
    expect(await dryRun(orderOf(path, []))).toMatchObject({ code: 'no-rows' });
  });

  test('what is filled into it goes in, by the words of its own drop-downs', async () => {
    const path = await files.write(templateWorkbook(bookSheet, { units }), 'filled.xlsx');
    const other = new Workbook();
    await other.xlsx.readFile(path);
    const bought = new Date('2026-03-05T00:00:00Z');
    other.worksheets[0]!.getRow(3).values = ['0012', '红楼梦', 5, 12.5, bought, '平装', '少儿馆 [LJ-02]', '否'];
    await other.xlsx.writeFile(path);
    const filled: AnyRow = {
      callNumber: '0012',
      title: '红楼梦',
      pages: 5,
      price: 1250,
      bought: '2026-03-05',
      binding: 'soft',
      branch: 'u-linjiang-2',
      lendable: false,
    };
    expect((await judged(path, [filled])).counts).toEqual({ new: 0, changed: 0, same: 1, refused: 0 });
  });

  test('the CSV template is its header', () => {
    expect(templateCsv(bookSheet).toString()).toBe(
      '\ufeff* 索书号,* 书名,页数,定价（元）,购入日期,装帧,馆藏地,可外借\r\n',
    );
  });
});
