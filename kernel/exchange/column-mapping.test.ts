import { expect, test } from 'vitest';
import {
  headerPrint,
  mapColumns,
  missingColumns,
  sayAgain,
  type ColumnMapping,
  type SaidMapping,
} from './column-mapping.ts';
import { exportMark, refusedHeader } from './exchange-marks.ts';
import type { RawCell, RawRow } from './raw-table.ts';
import { bookSheet } from './testing/small-library.ts';

const rows = (...lines: RawCell[][]): RawRow[] => lines.map((cells, index) => ({ line: index + 1, cells }));
const mapped = (lines: RawCell[][], said?: SaidMapping) => mapColumns(bookSheet, rows(...lines), said) as ColumnMapping;
const places = (lines: RawCell[][], said?: SaidMapping) =>
  Object.fromEntries(mapped(lines, said).columns.map(({ name, index }) => [name, index]));
const code = (lines: RawCell[][], said?: SaidMapping) => {
  const mapping = mapColumns(bookSheet, rows(...lines), said);
  return 'refused' in mapping ? mapping.code : 'mapped';
};

test('columns are found by title, English title, code and alias, whatever their order, case and brackets', () => {
  expect(places([['书名', ' call number ', 'PAGES', '定价（元）']])).toEqual({
    title: 0,
    callNumber: 1,
    pages: 2,
    price: 3,
  });
  expect(places([['CALL_NO', '* 书 名']])).toEqual({ callNumber: 0, title: 1 });
});

test('a title above the header is passed over, and counted', () => {
  const mapping = mapped([['临江市图书登记表 2026'], ['索书号', '书名'], ['I247', '红楼梦']]);
  expect(mapping).toMatchObject({ headerLine: 2, linesAbove: 1 });
});

test('the hidden row of codes and the row of titles below it are one header', () => {
  const mapping = mapped([
    ['#callNumber', '#branch', '#branch#code'],
    ['索书号', '如今另有叫法', '馆藏地#代码'],
    ['I247', '少儿馆', 'SQ-02=少儿馆'],
  ]);
  expect(mapping.headerLine).toBe(2);
  expect(mapping.columns).toContainEqual(expect.objectContaining({ name: 'branch', index: 1, codeIndex: 2 }));
});

test('the unit of money is read from the header', () => {
  expect(mapped([['索书号', '定价（万元）']]).columns[1]).toMatchObject({ name: 'price', moneyUnit: 'wan-yuan' });
});

test('what the importer says goes before what is found, and may leave a column out', () => {
  const header = ['ID', '书名', '题名'];
  expect(places([header], { ID: 'callNumber', 题名: '书名', 书名: '' })).toEqual({ callNumber: 0, title: 2 });
  expect(mapped([header], { ID: 'Call number' }).leftOut).toEqual(['题名']);
});

test('nothing is taken by likeness: unknown headers are left out and listed', () => {
  const mapping = mapped([['索书号', '书名称', '备注']]);
  expect(mapping.leftOut).toEqual(['书名称', '备注']);
  expect(mapping.absent).toContain('title');
  expect(missingColumns(bookSheet, mapping, [])).toMatchObject({ code: 'column-missing', data: { columns: '书名' } });
  expect(missingColumns(bookSheet, mapping, ['title'])).toBeNull();
});

test('two columns for one are refused until the importer says which', () => {
  expect(code([['索书号', '书名', '书名']])).toBe('header-repeated');
  expect(code([['索书号', '书名', 'Title']])).toBe('header-repeated');
  expect(places([['索书号', '书名', 'Title']], { Title: '' })).toEqual({ callNumber: 0, title: 1 });
});

test('a mapping that names what is not there is refused', () => {
  expect(code([['索书号', '书名']], { 索书号: 'nothing' })).toBe('no-such-column');
  expect(code([['索书号', '书名']], { 没有: 'title' })).toBe('no-such-column');
});

test('a file of another kind has no header', () => {
  expect(
    code([
      ['姓名', '电话'],
      [1, 2],
    ]),
  ).toBe('header-not-found');
  expect(code([[`${exportMark} · 索书号`]])).toBe('header-not-found');
});

test('headers that are words of the machine are headers like others', () => {
  expect(mapped([['索书号', '__proto__', 'constructor']]).leftOut).toEqual(['__proto__', 'constructor']);
  expect(code([['索书号']], { __proto__: 'title' } as SaidMapping)).toBe('mapped');
});

test('the column of reasons in an error workbook is passed over', () => {
  expect(mapped([['索书号', '书名', refusedHeader]])).toMatchObject({ leftOut: [] });
});

test('a mapping can be said again for the next file with the same headers', () => {
  const header = ['ID', '题名', '备注'];
  const first = mapped([header], { ID: 'callNumber', 题名: 'title' });
  const again = mapped([header], sayAgain(first));
  expect(again).toEqual(first);
  expect(headerPrint(['ID', ' 题名 ', '备注'])).toBe(headerPrint(header));
  expect(headerPrint(['ID', '题名'])).not.toBe(headerPrint(header));
});
