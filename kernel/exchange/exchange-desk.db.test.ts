import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal, type Refusal } from '../refusal.ts';
import { house, type House, type Person } from '../testing/testing.ts';
import { isErrorWorkbook } from './error-workbook.ts';
import { dryRunFile, errorWorkbookOf, importFile, refusedRowsOf, undoImport } from './exchange-desk.ts';
import { cellsOf } from './testing/read-all.ts';
import type { ImportReport } from './import-batch.ts';
import { libraryWithSheets } from './testing/library-with-sheets.ts';
import { temporaryFiles } from './testing/temporary-files.ts';

let at: House;
let clerk: Person;
let superuser: Pool;
const files = temporaryFiles();
const kind = 'library.book';

beforeAll(async () => {
  at = await house({ rooms: [libraryWithSheets], migrated: { name: 'library', roots: [libraryWithSheets.folder] } });
  clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance, name: '图书员' });
  superuser = new Pool({ connectionString: at.urls.superuser, max: 3 });
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

const done = (report: ImportReport | Refusal): ImportReport => {
  if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
  return report;
};
const count = async (query: string, values: unknown[] = []): Promise<number> =>
  Number((await superuser.query<{ n: string }>(query, values)).rows[0]!.n);
const booksLike = (prefix: string) =>
  count(`select count(*) as n from library.book where title like $1`, [`${prefix}%`]);
const rows = (prefix: string, from: number, to: number, pages = 100) =>
  Array.from({ length: to - from }, (_, index) => `${prefix}${from + index},${pages}\n`).join('');
const bring = async (text: string, person = clerk) => ({
  actor: person.actor,
  kind,
  path: await files.write(text),
  fileName: '图书.csv',
});

describe('importing through the kernel', () => {
  test('every row is an act of the importer, caused by the batch, and the batch is in the Record', async () => {
    const report = done(await importFile(at.kernel, await bring(`书名,页数\n${rows('甲', 0, 250)}`)));
    expect(report).toMatchObject({ state: 'done', counts: { new: 250, changed: 0, same: 0, refused: 0 } });
    expect(await booksLike('甲')).toBe(250);
    const { rows: facts } = await superuser.query(
      `select type, person_name, (select count(*)::int from kernel.fact r where r.cause_id = f.id) as caused from kernel.fact f where object_id = $1 order by id`,
      [report.batchId],
    );
    expect(facts).toEqual([
      { type: 'kernel.ImportBegun', person_name: '图书员', caused: 250 },
      { type: 'kernel.ImportEnded', person_name: '图书员', caused: 0 },
    ]);
    const { rows: batch } = await superuser.query(
      `select state, new_rows, file_name from kernel.import_batch where id = $1`,
      [report.batchId],
    );
    expect(batch).toEqual([{ state: 'done', new_rows: 250, file_name: '图书.csv' }]);
    expect(
      await count(
        `select count(*) as n from kernel.import_row where batch_id = $1 and (settled_at is null or input is not null)`,
        [report.batchId],
      ),
    ).toBe(0);
  });

  test('SEC-FI-11 the same file again, and the same file twice at once, add nothing', async () => {
    const order = await bring(`书名,页数\n${rows('乙', 0, 120)}`);
    const [one, two] = await Promise.all([importFile(at.kernel, order), importFile(at.kernel, order)]);
    expect([one, two].map((report) => (isRefusal(report) ? report.code : report.state))).toContain('done');
    expect(await booksLike('乙')).toBe(120);
    expect(done(await importFile(at.kernel, order)).counts).toMatchObject({ new: 0, same: 120 });
    expect(await booksLike('乙')).toBe(120);
  });

  test('what is there and differs is changed, and says with which fields', async () => {
    done(await importFile(at.kernel, await bring(`书名,页数\n${rows('丙', 0, 3)}`)));
    const text = await bring(`书名,页数\n${rows('丙', 0, 1)}${rows('丙', 1, 4, 200)}`);
    const dry = await dryRunFile(at.kernel, text);
    expect(dry).toMatchObject({
      counts: { new: 1, changed: 2, same: 1, refused: 0 },
      changed: [{ changes: [{ column: 'pages', from: 100, to: 200 }] }, {}],
    });
    expect(done(await importFile(at.kernel, text)).counts).toMatchObject({ new: 1, changed: 2, same: 1 });
  });

  test('SEC-FI-11 rows of foreign units are refused by row, by name or by code, and nothing of them is stored', async () => {
    const text = `书名,页数,所属单位\n丁1,1,\n丁2,1,石桥县财政局\n丁3,1,临江市财政局\n丁4,1,无此单位\n`;
    const order = await bring(text);
    expect(await importFile(at.kernel, order)).toMatchObject({ code: 'rows-refused', data: { count: 2 } });
    expect(await booksLike('丁')).toBe(0);
    const report = done(await importFile(at.kernel, { ...order, accept: 'good-rows' }));
    expect(report.counts).toMatchObject({ new: 2, refused: 2 });
    const refused = await refusedRowsOf(at.kernel, { actor: clerk.actor, batchId: report.batchId });
    expect([...refused].map(([line, problems]) => [line, problems[0]?.code])).toEqual([
      [3, 'not-your-right'],
      [5, 'unknown-unit'],
    ]);
    for (const batch of [{}, { batchId: report.batchId }]) {
      const made = await errorWorkbookOf(at.kernel, { ...order, ...batch, onlyRefused: true });
      if (!isErrorWorkbook(made)) throw new Error(made.code);
      const cells = await cellsOf(await files.write(made, 'errors.xlsx'));
      expect(cells.slice(1).map((row) => row[0])).toEqual(['丁2', '丁4']);
    }
  });

  test('SEC-AC-04 a foreign clerk sees neither the batch nor its reasons, and cannot put one down at a foreign unit', async () => {
    const foreign = at.with([{ role: 'clerk', unit: at.ids.countyFinance, below: true }], {
      unit: at.ids.countyFinance,
    });
    const report = done(
      await importFile(at.kernel, { ...(await bring(`书名,页数\n戊1,1\n戊2,x\n`)), accept: 'good-rows' }),
    );
    expect(await refusedRowsOf(at.kernel, { actor: foreign.actor, batchId: report.batchId })).toEqual(new Map());
    expect(await undoImport(at.kernel, { actor: foreign.actor, batchId: report.batchId })).toMatchObject({
      code: 'not-found',
    });
    const order = await bring('书名,页数\n戊3,1\n', foreign);
    expect(await importFile(at.kernel, { ...order, unit: at.ids.finance })).toMatchObject({ code: 'not-your-right' });
    const stranger = at.with([{ role: 'driver', unit: at.ids.finance, below: false }], { unit: at.ids.finance });
    expect(await dryRunFile(at.kernel, { ...order, actor: stranger.actor })).toMatchObject({ code: 'not-your-right' });
  });

  test('a batch is taken back: new rows go, changed ones get their values back, what is lent out stays and is named', async () => {
    done(await importFile(at.kernel, await bring('书名,页数\n己0,10\n')));
    const report = done(await importFile(at.kernel, await bring(`书名,页数\n己0,20\n${rows('己', 1, 4)}`)));
    const { rows: lent } = await superuser.query<{ id: string }>(`select id from library.book where title = '己2'`);
    await clerk.does('library.lend-book', { book: lent[0]!.id, to: at.ids.persons['周敏'].person });
    expect(await undoImport(at.kernel, { actor: clerk.actor, batchId: report.batchId })).toMatchObject({
      takenBack: 3,
      kept: [{ line: 4, problem: { code: 'book-is-out' } }],
    });
    const { rows: left } = await superuser.query(
      `select title, pages from library.book where title like '己%' order by title`,
    );
    expect(left).toEqual([
      { title: '己0', pages: 10 },
      { title: '己2', pages: 100 },
    ]);
  });

  test('what was taken back can be imported again', async () => {
    const order = await bring(`书名,页数\n${rows('庚', 0, 5)}`);
    const first = done(await importFile(at.kernel, order));
    await undoImport(at.kernel, { actor: clerk.actor, batchId: first.batchId });
    expect(await booksLike('庚')).toBe(0);
    const second = done(await importFile(at.kernel, order));
    expect(second.batchId).not.toBe(first.batchId);
    expect(await booksLike('庚')).toBe(5);
  });

  test('an import that was stopped goes on as the same batch', async () => {
    const stop = new AbortController();
    const order = await bring(`书名,页数\n${rows('辛', 0, 600)}`);
    const stopping = {
      ...order,
      accept: 'good-rows' as const,
      signal: stop.signal,
      progress: ({ done: so }: { done: number }) => so >= 200 && stop.abort(),
    };
    const first = done(await importFile(at.kernel, stopping));
    expect(first.state).toBe('stopped');
    expect(await booksLike('辛')).toBe(500);
    const rest = done(await importFile(at.kernel, { ...order, accept: 'good-rows' }));
    expect(rest).toMatchObject({ state: 'done', batchId: first.batchId, counts: { new: 600 } });
    expect(await booksLike('辛')).toBe(600);
  });

  test('a mapping said once is offered again to the unit for files with the same headers', async () => {
    const text = '名称,厚\n壬1,5\n';
    expect(await dryRunFile(at.kernel, await bring(text))).toMatchObject({ code: 'header-not-found' });
    done(await importFile(at.kernel, { ...(await bring(text)), mapping: { 名称: 'title', 厚: 'pages' } }));
    expect(await dryRunFile(at.kernel, await bring('名称,厚\n壬2,5\n'))).toMatchObject({ counts: { new: 1 } });
    const elsewhere = at.with([{ role: 'clerk', unit: at.ids.countyFinance, below: true }], {
      unit: at.ids.countyFinance,
    });
    expect(await dryRunFile(at.kernel, await bring('名称,厚\n壬2,5\n', elsewhere))).toMatchObject({
      code: 'header-not-found',
    });
  });
});
