import { describe, expect, test } from 'vitest';
import { isRefusal, type Refusal } from '../refusal.ts';
import { batchIdOf, fileSha256, fingerprintOf, requestIdOf } from './batch-identity.ts';
import type { SaidMapping } from './column-mapping.ts';
import { type Counts, dryRun } from './dry-run.ts';
import { importBatch, type ImportOrder, type ImportReport } from './import-batch.ts';
import { openTable } from './open-table.ts';
import type { MappingMemory } from './table-rows.ts';
import { BatchNotes, bookSheet, findUnit, SmallLibrary } from './testing/small-library.ts';
import { temporaryFiles } from './testing/temporary-files.ts';
import { undoBatch } from './undo-batch.ts';

const files = temporaryFiles();
const header = '索书号,书名,页数,定价（元）,购入日期,装帧,馆藏地,可外借\n';
const rowsText = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, index) => `B${from + index},书${from + index},${100 + index},12.50,2026-03-05,平装,SQ-01,是\n`,
  ).join('');

async function order(library: SmallLibrary, text: string, more: Partial<ImportOrder> = {}): Promise<ImportOrder> {
  const path = await files.write(text);
  const unit = 'u-linjiang';
  const fingerprint = fingerprintOf({
    kind: bookSheet.kind,
    unit,
    by: '周敏',
    fileSha256: await fileSha256(path),
    mapping: more.mapping,
  });
  return {
    sheet: bookSheet,
    path,
    findUnit,
    judges: library.judges,
    batchId: batchIdOf(fingerprint, 0),
    unit,
    accept: 'good-rows',
    runVerb: library.runVerb,
    wordsOf: (refusal: Refusal) => ({ zh: refusal.code, en: refusal.code }),
    log: new BatchNotes(),
    open: openTable,
    ...more,
  };
}

const done = (report: ImportReport | Refusal): ImportReport => {
  if (isRefusal(report)) throw new Error(`refused: ${report.code}`);
  return report;
};
const counts = (fresh: number, changed: number, same: number, refused: number): Counts => ({
  new: fresh,
  changed,
  same,
  refused,
});

const judge = async () => [
  { column: null, code: 'not-your-right', message: { zh: '不在您的范围', en: 'Out of scope' } },
];

describe('the dry run', () => {
  test('tells new, changed, same and refused apart, with fields, cells and reasons, and changes nothing', async () => {
    const library = new SmallLibrary();
    done(await importBatch(await order(library, header + rowsText(2))));
    const before = structuredClone([...library.books]);
    const text = `${header}B0,书0,100,12.50,2026-03-05,平装,SQ-01,是\nB1,新书名,101,13,2026-03-05,平装,石桥县分馆,是\nB7,七,0,x,2026-02-30,布面,少儿馆,也许\n`;
    const report = await dryRun(await order(library, text + rowsText(1, 9)));
    expect(report).toMatchObject({ counts: counts(1, 1, 1, 1) });
    const { changed, refused } = report as ImportReport;
    expect(changed[0]).toMatchObject({
      line: 3,
      changes: [
        { column: 'title', from: '书1', to: '新书名' },
        { column: 'price', from: 1250, to: 1300 },
      ],
    });
    expect(refused[0]!.problems.map(({ column, code }) => [column, code])).toEqual([
      ['pages', 'below-least'],
      ['price', 'not-money'],
      ['bought', 'not-a-day'],
      ['binding', 'not-a-choice'],
      ['branch', 'ambiguous-unit'],
      ['lendable', 'not-yes-or-no'],
    ]);
    expect([...library.books]).toEqual(before);
  });

  test('a column that the file does not have keeps its value, a blank cell empties it', async () => {
    const library = new SmallLibrary();
    done(await importBatch(await order(library, header + rowsText(1))));
    expect(await dryRun(await order(library, '索书号,书名\nB0,书0\n'))).toMatchObject({ counts: counts(0, 0, 1, 0) });
    const blank = await dryRun(await order(library, '索书号,书名,页数\nB0,书0,\n'));
    expect((blank as ImportReport).changed[0]?.changes).toEqual([{ column: 'pages', from: 100, to: null }]);
  });

  test('a key that comes twice is refused the second time, with the line of the first', async () => {
    const report = await dryRun(await order(new SmallLibrary(), `索书号,书名\nB1,一\nB2,二\nB1,三\n`));
    expect((report as ImportReport).refused).toMatchObject([
      { line: 4, problems: [{ column: 'callNumber', code: 'key-repeated', message: { zh: '与第 2 行重复' } }] },
    ]);
  });

  test('a CSV row that is wider than its header has lost a quote and is refused', async () => {
    const report = await dryRun(await order(new SmallLibrary(), '索书号,书名\nB1,一,二\n'));
    expect((report as ImportReport).refused[0]?.problems[0]?.code).toBe('too-many-cells');
  });

  test('the whole file is refused when there is nothing to read in it', async () => {
    const library = new SmallLibrary();
    expect(await dryRun(await order(library, header))).toMatchObject({ code: 'no-rows' });
    expect(await dryRun(await order(library, '索书号,页数\nB1,1\n'))).toMatchObject({ code: 'column-missing' });
    expect(await dryRun(await order(library, '甲,乙\n1,2\n'))).toMatchObject({ code: 'header-not-found' });
  });

  test('what the verb would refuse is refused in the dry run when it is asked', async () => {
    const library = new SmallLibrary();
    const report = await dryRun(await order(library, header + rowsText(2), { judges: { ...library.judges, judge } }));
    expect(report).toMatchObject({ counts: counts(0, 0, 0, 2) });
  });

  test('a mapping is said, remembered under the headers, and overruled by being said again', async () => {
    const kept = new Map<string, SaidMapping>();
    const memory: MappingMemory = {
      recall: async (prints) => prints.map((print) => kept.get(print)).find(Boolean) ?? null,
      remember: async (print, said) => void kept.set(print, said),
    };
    const library = new SmallLibrary();
    const text = 'ID,NAME,备注\nB1,一,x\n';
    expect(await dryRun(await order(library, text, { memory }))).toMatchObject({ code: 'header-not-found' });
    done(await importBatch(await order(library, text, { memory, mapping: { ID: 'callNumber', NAME: 'title' } })));
    expect(await dryRun(await order(library, text, { memory }))).toMatchObject({ counts: counts(0, 0, 1, 0) });
    expect(await dryRun(await order(library, text, { memory, mapping: { NAME: '', 备注: 'title' } }))).toMatchObject({
      counts: counts(0, 1, 0, 0),
    });
  });

  test('columns that the file leaves out or blank take what the importer gives for all', async () => {
    const library = new SmallLibrary();
    const text = '索书号,书名,馆藏地\nB1,一,\nB2,二,LJ-01\n';
    done(await importBatch(await order(library, text, { fill: { branch: 'u-shiqiao', lendable: true } })));
    expect([...library.books.values()].map((book) => [book['branch'], book['lendable']])).toEqual([
      ['u-shiqiao', true],
      ['u-linjiang', true],
    ]);
  });
});

test('what is given for all is for new rows: what exists keeps its own', async () => {
  const library = new SmallLibrary();
  done(await importBatch(await order(library, '索书号,书名,馆藏地\nB1,一,LJ-01\n')));
  const fill = { branch: 'u-shiqiao' };
  for (const text of ['索书号,书名\nB1,一\n', '索书号,书名,馆藏地\nB1,一,\n'])
    expect(await dryRun(await order(library, text, { fill }))).toMatchObject({ counts: counts(0, 0, 1, 0) });
});

describe('SEC-FI-11 going in', () => {
  test('SEC-FI-11 the same file twice adds nothing', async () => {
    const library = new SmallLibrary();
    const text = header + rowsText(450);
    expect(done(await importBatch(await order(library, text)))).toMatchObject({
      state: 'done',
      counts: counts(450, 0, 0, 0),
    });
    expect(done(await importBatch(await order(library, text))).counts).toEqual(counts(0, 0, 450, 0));
    expect(library.books.size).toBe(450);
  });

  test('SEC-FI-11 the same file sent twice at once adds nothing', async () => {
    const library = new SmallLibrary();
    const text = header + rowsText(300);
    await Promise.all([importBatch(await order(library, text)), importBatch(await order(library, text))]);
    expect(library.books.size).toBe(300);
    expect(library.acts).toHaveLength(300);
  });

  test('SEC-FI-11 all or nothing unless declared: one bad row keeps the file out', async () => {
    const library = new SmallLibrary();
    const text = `${header + rowsText(300)}B999,,,,,,,\n`;
    const refused = await importBatch(await order(library, text, { accept: 'all-or-nothing' }));
    expect(refused).toMatchObject({ code: 'rows-refused', data: { count: 1 } });
    expect(library.acts).toEqual([]);
    const report = done(await importBatch(await order(library, text, { accept: 'good-rows' })));
    expect(report.counts).toEqual(counts(300, 0, 0, 1));
    expect(report.refused[0]).toMatchObject({ line: 302, problems: [{ column: 'title', code: 'missing' }] });
  });

  test('SEC-FI-11 a row that its verb refuses after all takes the others out again', async () => {
    const library = new SmallLibrary();
    library.outOfScope.add('B250');
    const log = new BatchNotes();
    const report = done(
      await importBatch(await order(library, header + rowsText(300), { accept: 'all-or-nothing', log })),
    );
    expect(report).toMatchObject({
      state: 'taken-back',
      refused: [{ line: 252, problems: [{ code: 'not-your-right' }] }],
    });
    expect(library.books.size).toBe(0);
    expect(log.back.length).toBeGreaterThan(200);
  });

  test('SEC-FI-11 a row out of the importer’s scope is refused by its verb, the others go in', async () => {
    const library = new SmallLibrary();
    library.outOfScope.add('B1');
    const log = new BatchNotes();
    const report = done(await importBatch(await order(library, header + rowsText(3), { log })));
    expect(report.counts).toEqual(counts(2, 0, 0, 1));
    expect(log.refused.map(({ line }) => line)).toEqual([3]);
  });

  test('SEC-FI-11 after a crash the same file goes on where it was, and every row is there once', async () => {
    const library = new SmallLibrary();
    const log = new BatchNotes();
    const text = header + rowsText(500);
    library.crashAfter = 333;
    await expect(importBatch(await order(library, text, { log }))).rejects.toThrow('power cut');
    library.crashAfter = Number.POSITIVE_INFINITY;
    const report = done(await importBatch(await order(library, text, { log })));
    expect(report).toMatchObject({ state: 'done', counts: counts(500, 0, 0, 0) });
    expect(library.books.size).toBe(500);
    expect(library.acts).toHaveLength(500);
    expect(log.applied()).toHaveLength(500);
  });

  test('an import can be cancelled between portions; what went in is said and stays', async () => {
    const library = new SmallLibrary();
    const stop = new AbortController();
    const seen: number[] = [];
    const progress: ImportOrder['progress'] = ({ done: rows }) => {
      seen.push(rows);
      if (rows >= 1000) stop.abort();
    };
    const text = header + rowsText(1500);
    const report = done(await importBatch(await order(library, text, { progress, signal: stop.signal })));
    expect(report).toMatchObject({ state: 'stopped', counts: counts(1000, 0, 0, 0) });
    expect(seen).toEqual([500, 1000]);
    expect(await dryRun(await order(library, text, { signal: stop.signal }))).toMatchObject({ code: 'stopped' });
    const rest = done(await importBatch(await order(library, text)));
    expect(rest.counts).toEqual(counts(500, 0, 1000, 0));
  });

  test('a portion is planned while the one before it runs, and run when that one has landed', async () => {
    const library = new SmallLibrary();
    const said: string[] = [];
    const log = new (class extends BatchNotes {
      override plan(...asked: Parameters<BatchNotes['plan']>) {
        said.push(`plan ${asked[0].length}`);
        return super.plan(...asked);
      }
      override async settle(...asked: Parameters<BatchNotes['settle']>) {
        await new Promise((soon) => setTimeout(soon, 50));
        said.push(`settle ${asked[0].length}`);
        return super.settle(...asked);
      }
    })();
    done(await importBatch(await order(library, header + rowsText(1200), { log })));
    expect(said).toEqual(['plan 500', 'plan 500', 'settle 500', 'plan 200', 'settle 500', 'settle 200']);
  });

  test('a fault of a portion on its way ends the import, and nothing goes on behind it', async () => {
    const library = new SmallLibrary();
    let acts = 0;
    const runVerb: ImportOrder['runVerb'] = (...asked) => {
      acts += 1;
      if (acts === 600) throw new Error('the store is gone');
      return library.runVerb(...asked);
    };
    const path = header + rowsText(1500);
    await expect(importBatch(await order(library, path, { runVerb }))).rejects.toThrow('the store is gone');
    const after = acts;
    await new Promise((soon) => setTimeout(soon, 50));
    expect(acts).toBe(after);
    expect(acts).toBeLessThan(1_000);
  });

  test('ids of batches and rows follow from what is imported, and from nothing else', async () => {
    const print = fingerprintOf({ kind: 'a.b', by: 'p', unit: 'u', fileSha256: 'f', mapping: { x: 'y', a: 'b' } });
    expect(fingerprintOf({ kind: 'a.b', by: 'p', unit: 'u', fileSha256: 'f', mapping: { a: 'b', x: 'y' } })).toBe(
      print,
    );
    expect(fingerprintOf({ kind: 'a.b', by: 'p', unit: 'v', fileSha256: 'f', mapping: { a: 'b', x: 'y' } })).not.toBe(
      print,
    );
    const batch = batchIdOf(print, 0);
    expect(batch).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(
      new Set([
        batch,
        batchIdOf(print, 1),
        requestIdOf(batch, 2, 'in'),
        requestIdOf(batch, 2, 'back'),
        requestIdOf(batch, 3, 'in'),
      ]).size,
    ).toBe(5);
  });
});

describe('undo by batch', () => {
  test('new rows go out again, changed rows get their values back, and what has moved on is kept and named', async () => {
    const library = new SmallLibrary();
    done(await importBatch(await order(library, '索书号,书名\nB1,旧名\n')));
    const was = structuredClone([...library.books.values()]);
    const log = new BatchNotes();
    const asked = await order(library, '索书号,书名,可外借\nB1,新名,是\nB2,二,是\nB3,三,否\n', { log });
    done(await importBatch(asked));
    expect(library.books.size).toBe(3);
    const report = await undoBatch({ ...asked, rows: log.applied() });
    expect(report).toMatchObject({
      takenBack: 2,
      kept: [{ line: 4, problem: { code: 'book-is-kept' } }],
      stopped: false,
    });
    expect([...library.books.values()]).toEqual([...was, expect.objectContaining({ callNumber: 'B3' })]);
    const twice = library.acts.length;
    await undoBatch({ ...asked, rows: log.applied() });
    expect(library.acts).toHaveLength(twice);
  });

  test('a sheet without an inverse verb cannot be undone, and says so', async () => {
    const { undo: _undo, ...sheet } = bookSheet;
    const library = new SmallLibrary();
    expect(await undoBatch({ ...(await order(library, header)), sheet, rows: [] })).toMatchObject({
      code: 'undo-not-possible',
    });
  });
});
