import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Workbook, WorkbookReader, WorkbookWriter } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse';
import {
  type BatchLog,
  dryRun,
  type Existing,
  exportColumnsOfSheet,
  exportTable,
  importBatch,
  type ImportOrder,
  readTable,
  sheet,
} from '../kernel/exchange/exchange.ts';
import { openTable } from '../kernel/exchange/open-table.ts';
import { newId } from '../kernel/id.ts';
import { isRefusal } from '../kernel/refusal.ts';

/**
 * What 100,000 rows of ten columns cost, in and out: this program beside bare csv-parse and excelts in the same run.
 * `node bench/exchange.ts [rows]`; medians of three, milliseconds, and the growth of the process's memory.
 */

const rowCount = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'opengoa-bench-exchange-'));
const csvPath = join(folder, 'table.csv');
const xlsxPath = join(folder, 'table.xlsx');

const things = sheet({
  kind: 'bench.thing',
  title: { zh: '台账', en: 'Things' },
  key: ['number'],
  columns: {
    number: { type: 'text', title: { zh: '编号', en: 'Number' }, required: true, maxLength: 20 },
    year: { type: 'integer', title: { zh: '年份', en: 'Year' } },
    maker: { type: 'text', title: { zh: '厂牌', en: 'Maker' }, maxLength: 40 },
    model: { type: 'text', title: { zh: '型号', en: 'Model' }, maxLength: 40 },
    place: { type: 'text', title: { zh: '处所', en: 'Place' }, maxLength: 40 },
    price: { type: 'money-fen', title: { zh: '价格', en: 'Price' } },
    bought: { type: 'day', title: { zh: '购置日期', en: 'Bought' } },
    kind: {
      type: 'choice',
      title: { zh: '类别', en: 'Kind' },
      choices: [
        { code: 'a', zh: '甲类', en: 'A' },
        { code: 'b', zh: '乙类', en: 'B' },
      ],
    },
    inUse: { type: 'yes-no', title: { zh: '在用', en: 'In use' } },
    note: { type: 'text', title: { zh: '备注', en: 'Note' }, maxLength: 200 },
  },
  verb: 'bench.register-thing',
  input: (row) => row,
});

function* rows() {
  for (let index = 0; index < rowCount; index++)
    yield {
      number: `U${index}`,
      year: 2000 + (index % 25),
      maker: 'FORD',
      model: `TRANSIT ${index % 300}`,
      place: `处室 ${index % 50}`,
      price: index * 125,
      bought: new Date(Date.UTC(2020, 0, 1 + (index % 2000))).toISOString().slice(0, 10),
      kind: index % 2 ? 'a' : 'b',
      inUse: index % 3 === 0,
      note: `备注 ${index}`,
    };
}

const mark = { who: '周敏', unit: '临江市财政局', at: new Date() };
const exported = (format: 'csv' | 'xlsx') =>
  exportTable({
    title: things.title,
    columns: exportColumnsOfSheet(things),
    rows: rows(),
    format,
    mark,
    labels: { unit: () => null },
    rowLimit: rowCount,
  });

async function drain(source: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const record of source) count += record === null ? 0 : 1;
  return count;
}

const ours = async (open: typeof openTable, path: string) => {
  const table = await open(path);
  let count = 0;
  for await (const some of table.rows()) count += some.length;
  await table.close();
  return count;
};

async function measure(what: string, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  const ms = Math.round(times.toSorted((a, b) => a - b)[1]!);
  console.log(`${String(ms).padStart(7)} ms  ${what}`);
  return ms;
}

const times = (ms: number, floorMs: number): string => `${(ms / floorMs).toFixed(2)}x`;

async function main(): Promise<void> {
  await pipeline(Readable.from(exported('csv')), createWriteStream(csvPath));
  await pipeline(Readable.from(exported('xlsx')), createWriteStream(xlsxPath));
  console.log(`${rowCount} rows x 10 columns`);
  const bareCsv = await measure('read CSV: bare csv-parse', () =>
    drain(createReadStream(csvPath).pipe(parse({ relax_column_count: true }))),
  );
  const csv = await measure('read CSV: detected, judged, in this thread', () => ours(openTable, csvPath));
  const csvApart = await measure('read CSV: in a thread of its own', () => ours(readTable, csvPath));
  const excelts = await measure('read xlsx: excelts, streaming', async () => {
    let count = 0;
    for await (const worksheet of new WorkbookReader(xlsxPath, {
      worksheets: 'emit',
      sharedStrings: 'cache',
      hyperlinks: 'ignore',
      styles: 'cache',
    }))
      for await (const row of worksheet) count += row.number > 0 ? 1 : 0;
    return count;
  });
  await measure('read xlsx: excelts, whole workbook', () => new Workbook().xlsx.readFile(xlsxPath));
  const xlsx = await measure('read xlsx: judged, in this thread', () => ours(openTable, xlsxPath));
  const xlsxApart = await measure('read xlsx: in a thread of its own', () => ours(readTable, xlsxPath));
  const writeTheirs = await measure('write xlsx: excelts, streaming', async () => {
    const out = new WorkbookWriter({ filename: join(folder, 'theirs.xlsx'), useStyles: true });
    const worksheet = out.addWorksheet('Sheet1');
    for (const row of rows()) worksheet.addRow(Object.values(row)).commit();
    worksheet.commit();
    await out.commit();
  });
  const write = await measure('write xlsx: this program', () =>
    pipeline(Readable.from(exported('xlsx')), createWriteStream(join(folder, 'ours.xlsx'))),
  );
  await measure('write CSV: this program', () => writeFile(join(folder, 'ours.csv'), Readable.from(exported('csv'))));
  const judges = { existingByKey: async () => new Map<string, Existing>() };
  const order = { sheet: things, findUnit: () => 'unknown' as const, judges };
  await measure('dry run of the CSV', () => dryRun({ ...order, path: csvPath }));
  await measure('dry run of the xlsx', () => dryRun({ ...order, path: xlsxPath }));
  await memory(order);
  console.log(`CSV ${times(csv, bareCsv)} of csv-parse (${times(csvApart, bareCsv)} in its thread)`);
  console.log(
    `xlsx ${times(xlsx, excelts)} of excelts (${times(xlsxApart, excelts)} in its thread), writing ${times(write, writeTheirs)}`,
  );
}

/** The whole of an import with verbs that do nothing: what the framework itself holds in memory. */
async function memory(order: Pick<ImportOrder, 'sheet' | 'findUnit' | 'judges'>): Promise<void> {
  const log: BatchLog = { plan: async () => [], settle: async () => {}, takenBack: async () => {} };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const begun = performance.now();
  const report = await importBatch({
    ...order,
    path: xlsxPath,
    batchId: newId(),
    unit: newId(),
    accept: 'good-rows',
    runVerb: async () => ({ facts: [] }),
    wordsOf: ({ code }) => ({ zh: code, en: code }),
    log,
    progress: () => {
      most = Math.max(most, process.memoryUsage().rss);
    },
  });
  if (isRefusal(report)) throw new Error(report.code);
  const ms = Math.round(performance.now() - begun);
  console.log(
    `${String(ms).padStart(7)} ms  import of the xlsx, ${report.counts.new} acts of no weight; memory grew by ${Math.round((most - before) / 1e6)} MB`,
  );
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
