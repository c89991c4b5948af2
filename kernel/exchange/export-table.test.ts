import { readFile } from 'node:fs/promises';
import { Workbook } from '@cj-tech-master/excelts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportMark } from './exchange-marks.ts';
import { exportTable, exportToFile } from './export-table.ts';
import { readBudget } from './read-budget.ts';
import type { AnyRow } from './sheet-definition.ts';
import { exportOf, judged } from './testing/books-exported.ts';
import { cellsOf } from './testing/read-all.ts';
import { temporaryFiles } from './testing/temporary-files.ts';
import { inert } from './write-csv.ts';
import { openJudgedZip } from './zip-directory.ts';

const files = temporaryFiles();

const exported = async (title: string, format: 'xlsx' | 'csv') =>
  files.write(exportTable(exportOf([{ callNumber: 'B1', title, pages: -5, price: -1250 }], format)));

async function part(path: string, name: string): Promise<string> {
  const zip = await openJudgedZip(path, readBudget);
  let text = '';
  for await (const piece of zip.unpack(name)) text += piece.toString();
  zip.close();
  return text;
}
const sheetXmlOf = (path: string) => part(path, 'xl/worksheets/sheet1.xml');
async function quotedStyles(path: string): Promise<Set<number>> {
  const cellFormats = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(await part(path, 'xl/styles.xml'))![1]!;
  const formats = cellFormats.match(/<xf [^>]*>/g)!;
  return new Set(formats.flatMap((format, index) => (format.includes('quotePrefix="1"') ? [index] : [])));
}

describe('SEC-FI-12 what leaves is inert', () => {
  const openings = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

  test.each(openings)(
    'SEC-FI-12 text that begins with %j is no formula in CSV, and numbers stay numbers',
    async (opening) => {
      const path = await exported(`${opening}cmd|' /C calc'!A0`, 'csv');
      const record = (await readFile(path, 'utf8')).slice(1);
      expect(record).toContain(`'${opening}cmd`);
      expect(record).toContain(',-5,-12.5,');
    },
  );

  test.each(openings)(
    'SEC-FI-12 text that begins with %j is text in a workbook, to an independent program too',
    async (opening) => {
      const path = await exported(`${opening}1+1`, 'xlsx');
      const other = new Workbook();
      await other.xlsx.readFile(path);
      const cell = other.worksheets[0]!.getCell('B3');
      expect(cell.formula).toBeUndefined();
      expect(typeof cell.value).toBe('string');
      const number = other.worksheets[0]!.getCell('C3');
      expect(number.value).toBe(-5);
      const xml = await sheetXmlOf(path);
      expect(xml).not.toContain('<f>');
      const style = Number(/r="B3" s="(\d+)"/.exec(xml)?.[1]);
      expect((await quotedStyles(path)).has(style)).toBe(true);
    },
  );

  test('SEC-FI-12 the apostrophe is put on once and taken off once, whatever the text', () => {
    const once = fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', 'a', '＝') }), (text) => {
      const out = inert(text);
      return out === text ? !/^'*[=\-＝]/.test(text) : out === `'${text}`;
    });
    expect(fc.check(once)).toMatchObject({ failed: false });
  });
});

describe('SEC-FI-13 marks and limits of an export', () => {
  test('SEC-FI-13 the last line says who, when, how many and why; the import passes over it', async () => {
    const books: AnyRow[] = [{ callNumber: 'B1', title: '一' }];
    for (const format of ['xlsx', 'csv'] as const) {
      const path = await files.write(exportTable(exportOf(books, format)));
      expect((await cellsOf(path)).at(-1)).toEqual([
        `${exportMark} · 临江市财政局 周敏 · 2026-11-21 10:00 导出 · 1 行 · 事由：年度清查`,
      ]);
      expect((await judged(path, books)).counts).toEqual({ new: 0, changed: 0, same: 1, refused: 0 });
    }
  });

  test('SEC-FI-13 more rows than may leave are refused, and no file is left behind', async () => {
    const books = [1, 2, 3].map((count): AnyRow => ({ callNumber: `B${count}`, title: 'x' }));
    const path = `${files.folder}/limited.xlsx`;
    expect(await exportToFile(exportOf(books, 'xlsx', { rowLimit: 2 }), path)).toMatchObject({
      code: 'export-too-long',
    });
    expect(await exportToFile(exportOf(books, 'xlsx', { rowLimit: 3 }), path)).toEqual({ rows: 3 });
    await expect(exportToFile(exportOf(books, 'xlsx'), path)).rejects.toThrow('EEXIST');
    expect((await cellsOf(path)).length).toBe(6);
  });
});
