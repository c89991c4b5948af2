import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { dryRun, type DryRunReport, type FileOrder } from './dry-run.ts';
import { errorWorkbook, isErrorWorkbook } from './error-workbook.ts';
import { refusedHeader } from './exchange-marks.ts';
import { openTable } from './open-table.ts';
import { sheet } from './sheet-definition.ts';
import { cellsOf } from './testing/read-all.ts';
import { temporaryFiles } from './testing/temporary-files.ts';

const files = temporaryFiles();
const sample = join(import.meta.dirname, '../../demo/fleet/toronto-sample.csv');

/** A register of anything with a number, a year and a place: the real file's headers are not its own. */
const register = sheet({
  kind: 'library.thing',
  title: { zh: '登记册', en: 'Register' },
  key: ['number'],
  columns: {
    number: { type: 'text', title: { zh: '编号', en: 'Number' }, required: true, maxLength: 12 },
    year: { type: 'integer', title: { zh: '年份', en: 'Built' }, required: true, min: 2013, max: 2026 },
    maker: { type: 'text', title: { zh: '厂牌', en: 'Maker' }, required: true, maxLength: 30 },
    type: { type: 'text', title: { zh: '型号', en: 'Type' }, required: true, maxLength: 18 },
    place: { type: 'unit', title: { zh: '单位', en: 'Place' }, required: true },
  },
  verb: 'library.shelve-thing',
  input: (row) => row,
});

const mapping = { UNIT_NO: 'number', YEAR: 'year', MAKE: 'maker', MODEL: '型号', REF_USING_DIV: 'place' };
const known = new Set(['TORONTO WATER', 'PARKS & RECREATION', 'TRANSPORTATION SERVICES', 'MUNICIPAL LICENSING & STDS']);
const order: FileOrder = {
  sheet: register,
  path: sample,
  mapping,
  findUnit: (text) => (known.has(text) ? { id: text } : 'unknown'),
  judges: { existingByKey: async () => new Map() },
  open: openTable,
};

const judged = async (): Promise<DryRunReport> => {
  const report = await dryRun(order);
  if (isRefusal(report)) throw new Error(report.code);
  return report;
};

test('a real register with headers of its own is mapped, judged and answered row by row', async () => {
  expect(await dryRun({ ...order, mapping: {} })).toMatchObject({
    code: 'column-missing',
    data: { columns: '编号、厂牌、型号、单位' },
  });
  const { detected, mapping: found, counts, refused } = await judged();
  expect(detected).toEqual({ format: 'csv', encoding: 'utf-8', encodingKnown: 'proved', delimiter: ',' });
  expect(found.leftOut).toEqual(['_id', 'Specialized units', 'Utilization']);
  expect(counts.new + counts.refused).toBe(50);
  const reasons = refused.flatMap(({ problems }) => problems.map(({ code }) => code));
  expect(new Set(reasons)).toEqual(new Set(['unknown-unit', 'below-least', 'too-long']));
});

test('numbers keep their leading zeros, and the error workbook holds exactly the rows that did not fit', async () => {
  const { mapping: found, counts, refused } = await judged();
  const made = await errorWorkbook({
    sheet: register,
    path: sample,
    mapping: found,
    refused: new Map(refused.map(({ line, problems }) => [line, problems])),
    onlyRefused: true,
    open: openTable,
  });
  if (!isErrorWorkbook(made)) throw new Error(made.code);
  const [header, ...rows] = await cellsOf(await files.write(made, 'toronto.xlsx'));
  expect(header?.at(-1)).toBe(refusedHeader);
  expect(rows).toHaveLength(counts.refused);
  expect(rows.some((row) => String(row[1]).startsWith('0'))).toBe(true);
  expect(rows.every((row) => /：/.test(String(row.at(-1))))).toBe(true);
});
