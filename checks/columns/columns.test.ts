import { CatalogueRefused, readColumns } from '@opengoa/kernel/host';
import { describe, expect, test } from 'vitest';
import { compareColumns } from './catalogued-columns.ts';

const entry = (more: string) => `
tables:
  books.loan:
    title: { zh: 借阅, en: Loans }
    class: general
    level: 1
    owner: clerk
    purpose: { zh: 借书, en: lending }
    retention: business
${more}`;
const told = (more: string) =>
  readColumns(entry(more), 'columns.yaml').map((each) => ({ ...each, path: 'columns.yaml' }));
const present = (...columns: string[]) => columns.map((column) => ({ table: 'books.loan', column }));

describe('SEC-DC-01 the catalogue of columns', () => {
  test('a column takes what its table says, and its own where it says more', () => {
    const [id, reader] = told(
      '    plain: [id]\n    columns:\n      reader: { level: 2, mark: personal, purpose: { zh: 催还, en: asking back } }',
    );
    expect(id).toMatchObject({ class: 'general', level: 1, mark: 'none', owner: 'clerk', retention: 'business' });
    expect(reader).toMatchObject({ level: 2, mark: 'personal', purpose: { en: 'asking back' } });
  });

  test('a column nobody told of is a problem, and so is one that is not there', () => {
    const says = compareColumns(present('id', 'reader'), told('    plain: [id, gone]')).map((each) => each.says);
    expect(says).toEqual([
      expect.stringContaining('books.loan.reader has no class'),
      expect.stringContaining('books.loan.gone is no column'),
    ]);
    expect(compareColumns(present('id'), told('    plain: [id]'))).toEqual([]);
  });

  test('SEC-DC-05 a retention nobody knows is a problem', () => {
    const known = told('    plain: [id]').map((each) => ({ ...each, retention: 'for-ever' }));
    expect(compareColumns(present('id'), known)).toHaveLength(1);
  });

  test.each([
    ['is told of twice', '    plain: [id, id]'],
    ['says no purpose', '    columns:\n      reader: { mark: personal }'],
    ['has a class nobody knows', '    columns:\n      id: { class: top }'],
  ])('SEC-DC-05 refused: a column that %s', (_what, more) => {
    expect(() => told(more)).toThrow(CatalogueRefused);
  });
});
