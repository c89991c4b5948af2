import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { house, type House, type Person } from '../testing/testing.ts';
import { importFile, ownBatch, undoImport } from './exchange-desk.ts';
import { libraryWithSheets } from './testing/library-with-sheets.ts';
import { temporaryFiles } from './testing/temporary-files.ts';

let at: House;
let clerk: Person;
const files = temporaryFiles();

beforeAll(async () => {
  at = await house({ rooms: [libraryWithSheets], migrated: { name: 'library', roots: [libraryWithSheets.folder] } });
  clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance, name: '图书员' });
});
afterAll(() => at?.close());

const rowsOf = async (person: Person, list: string, query: Record<string, string> = {}) => {
  const answer = await person.list(list, query);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.rows as Record<string, unknown>[];
};

test('SEC-AC-05 what was brought is told to whoever brought it and to the head of the unit, with its counts and reasons', async () => {
  const path = await files.write('书名,页数\n甲1,10\n甲2,十页\n');
  const order = { actor: clerk.actor, kind: 'library.book', path, fileName: '图书.csv', accept: 'good-rows' as const };
  const report = await importFile(at.kernel, order);
  if (isRefusal(report)) throw new Error(report.code);
  const [mine, ...others] = await rowsOf(clerk, 'kernel.imports');
  expect(others).toEqual([]);
  expect(mine).toMatchObject({ file_name: '图书.csv', state: 'done', new_rows: 1, refused_rows: 1 });
  expect(at.kernel.lists.get('kernel.imports')!.columns['kind']!.choices).toHaveProperty(['library.book', 'zh']);
  const errors = { 'f.batch_id': report.batchId };
  expect(await rowsOf(clerk, 'kernel.import-errors', errors)).toMatchObject([{ line: 3 }]);
  expect((await rowsOf(clerk, 'kernel.import-errors', errors))[0]!['reason']).not.toBe('');

  const head = at.with([{ role: 'head', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  expect(await rowsOf(head, 'kernel.imports')).toHaveLength(1);
  const foreign = at.with([{ role: 'head', unit: at.ids.countyFinance, below: true }], { unit: at.ids.countyFinance });
  const colleague = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  for (const other of [foreign, colleague]) {
    expect(await rowsOf(other, 'kernel.imports')).toEqual([]);
    expect(await rowsOf(other, 'kernel.import-errors', errors)).toEqual([]);
  }

  // Taken back later by whoever brought it, and by nobody else; the counts stay to be read.
  for (const other of [head, foreign, colleague])
    expect(await ownBatch(at.kernel, { actor: other.actor, batchId: report.batchId })).toBeUndefined();
  expect(await ownBatch(at.kernel, { actor: clerk.actor, batchId: report.batchId })).toMatchObject({ state: 'done' });
  const undone = await undoImport(at.kernel, { actor: clerk.actor, batchId: report.batchId });
  if (isRefusal(undone)) throw new Error(undone.code);
  expect((await rowsOf(clerk, 'kernel.imports'))[0]).toMatchObject({ state: 'undone', new_rows: 1, refused_rows: 1 });
});
