import { expect, expectTypeOf, test } from 'vitest';
import { plainWord, sheet, type SheetDefinition } from './sheet-definition.ts';

const title = { zh: '图书', en: 'Books' };
const columns = {
  isbn: { type: 'text', title: { zh: '书号', en: 'ISBN' }, maxLength: 20, required: true },
  pages: { type: 'integer', title: { zh: '页数', en: 'Pages' } },
  binding: {
    type: 'choice',
    title: { zh: '装帧', en: 'Binding' },
    choices: [
      { code: 'hard', zh: '精装', en: 'Hardback' },
      { code: 'soft', zh: '平装', en: 'Paperback' },
    ],
  },
} as const;
const about = { kind: 'library.book', title, verb: 'library.register-book' };

const book = sheet({
  ...about,
  key: ['isbn'],
  columns,
  input: (row) => {
    expectTypeOf(row.isbn).toEqualTypeOf<string>();
    expectTypeOf(row.pages).toEqualTypeOf<number | null>();
    expectTypeOf(row.binding).toEqualTypeOf<'hard' | 'soft' | null>();
    return row;
  },
});

test('a sheet of any columns can stand in a list of sheets', () => {
  const sheets: readonly SheetDefinition[] = [book];
  expect(sheets[0]?.kind).toBe('library.book');
});

test('a key column that is not required is refused when the sheet is declared', () => {
  expect(() => sheet({ ...about, columns, key: ['pages'], input: (row) => row })).toThrow(/key column pages/);
});

test('two columns that read the same are refused', () => {
  const leaves = { type: 'integer', title: { zh: '页 数', en: 'Leaves' } } as const;
  expect(() => sheet({ ...about, key: ['isbn'], columns: { ...columns, leaves }, input: (row) => row })).toThrow(
    /means both pages and leaves/,
  );
});

test('two choices that read the same are refused', () => {
  const choices = [
    { code: 'hard', zh: '精装', en: 'Hardback' },
    { code: 'stiff', zh: '精装', en: 'Stiff' },
  ] as const;
  const binding = { ...columns.binding, choices };
  expect(() => sheet({ ...about, key: ['isbn'], columns: { ...columns, binding }, input: (row) => row })).toThrow(
    /精装 means hard and stiff/,
  );
});

test('headers are compared without width, case, spaces, marks and a trailing bracket', () => {
  expect(plainWord('＊ 购置价（万元）')).toBe('购置价');
  expect(plainWord('UNIT_NO')).toBe(plainWord('unit no'));
});
