import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isRefusal } from '@opengoa/kernel';
import {
  errorWorkbookOf,
  exportColumnsOfSheet,
  exportTable,
  importFile,
  isErrorWorkbook,
  readTable,
} from '@opengoa/kernel/exchange';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { cityClerk, clock } from '../testing/given-cards.ts';
import { cardSheet } from './card-sheet.ts';

/** `OPENGOA_IMPORT_ROWS=100000` brings a whole ledger along. */
const rowCount = Number(process.env['OPENGOA_IMPORT_ROWS'] ?? 4_000);
const folder = mkdtempSync(join(tmpdir(), 'opengoa-cards-'));

let at: House;
let clerk: Person;
beforeAll(async () => {
  at = await house({ rooms: [assets], clock });
  clerk = cityClerk(at);
});
afterAll(async () => {
  await at?.close();
  rmSync(folder, { recursive: true, force: true });
});

const isBad = (n: number) => n % 97 === 5;

/** One row in ninety-seven cannot be taken: half of these bear no class of the standard, the others no day. */
function* ledger() {
  for (let n = 0; n < rowCount; n += 1)
    yield {
      number: `LZ-${String(n).padStart(6, '0')}`,
      name: '办公椅',
      class: isBad(n) && n % 2 === 0 ? 'B9' : 'A05010301',
      quantity: 1,
      valueFen: 62_000,
      acquiredOn: isBad(n) && n % 2 === 1 ? '' : '2021-05-06',
      place: `${n % 9}号楼`,
    };
}

async function cellsOf(path: string): Promise<(readonly unknown[])[]> {
  const table = await readTable(path);
  const all: (readonly unknown[])[] = [];
  for await (const rows of table.rows()) for (const row of rows) all.push(row.cells);
  await table.close();
  return all;
}

test(
  'of a ledger from xlsx the good cards are in; the bad rows come back in the workbook, each with its reason',
  { timeout: 600_000 },
  async () => {
    const [path, errors] = [join(folder, 'ledger.xlsx'), join(folder, 'errors.xlsx')];
    const columns = exportColumnsOfSheet(cardSheet).filter(({ name }) =>
      Object.hasOwn(ledger().next().value ?? {}, name),
    );
    await pipeline(
      Readable.from(
        exportTable({
          title: cardSheet.title,
          columns,
          rows: ledger(),
          format: 'xlsx',
          mark: { who: '周敏', unit: '临江市', at: clock() },
          labels: { unit: () => null },
          rowLimit: rowCount,
        }),
      ),
      createWriteStream(path),
    );
    const order = { actor: clerk.actor, kind: 'assets.card', path, unit: at.ids.finance, fileName: '台账.xlsx' };
    const bad = Array.from({ length: rowCount }, (_, n) => n).filter(isBad);
    const numbers = bad.map((n) => `LZ-${String(n).padStart(6, '0')}`);

    // Nobody said that the good rows are wanted without the others: nothing goes in.
    expect(await importFile(at.kernel, order)).toMatchObject({ code: 'rows-refused', data: { count: bad.length } });
    const report = await importFile(at.kernel, { ...order, accept: 'good-rows' });
    if (isRefusal(report)) throw new Error(report.code);
    expect(report.counts).toMatchObject({ new: rowCount - bad.length, refused: bad.length });
    const kept = (await clerk.list('assets.cards', {
      'f.unit_id': at.ids.finance,
      size: '1',
      sums: '1',
    })) as unknown as {
      total: { count: number; exact: boolean };
      sums?: { quantity: number };
    };
    if (kept.total.exact) expect(kept.sums?.quantity).toBe(rowCount - bad.length);

    const made = await errorWorkbookOf(at.kernel, { ...order, batchId: report.batchId, onlyRefused: true });
    if (!isErrorWorkbook(made)) throw new Error(made.code);
    await pipeline(Readable.from(made), createWriteStream(errors));
    const cells = await cellsOf(errors);
    const header = cells.findIndex(([first]) => first === '资产编号');
    const [head, back] = [cells[header]!, cells.slice(header + 1)];
    expect(back.map(([number]) => number)).toEqual(numbers);
    const reasons = back.map((row) => String(row[head.length - 1]));
    expect(reasons.filter((reason) => reason.includes('应为 A 加')).length).toBe(bad.filter((n) => n % 2 === 0).length);
    expect(reasons.every((reason) => reason.length > 4)).toBe(true);
    // No card of a bad row is there.
    const listed = (await clerk.list('assets.cards', { 'f.number': numbers.slice(0, 100).join() })) as unknown as {
      rows: unknown[];
    };
    expect(listed.rows).toEqual([]);
  },
);

test('a row without a number is a new card, numbered by itself; one with a number changes the card it names', async () => {
  const line = (...cells: unknown[]) => cells.join(',');
  const head = line('资产编号', '名称', '分类代码', '原值（元）', '取得日期', '序列号');
  const file = (name: string, ...lines: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, [head, ...lines].join('\n'));
    return { actor: clerk.actor, kind: 'assets.card', path, unit: at.ids.bureau, fileName: name };
  };
  const blank = (what: string, serial = '') => line('', what, 'A05010301', '620.00', '2021-05-06', serial);
  const first = await importFile(
    at.kernel,
    file(
      '无编号.csv',
      blank('无号椅'),
      blank('无号椅'),
      line('YH-1', '有号椅', 'A05010301', '620.00', '2021-05-06', ''),
    ),
  );
  if (isRefusal(first)) throw new Error(JSON.stringify(first));
  expect(first.counts).toMatchObject({ new: 3, refused: 0 });
  const second = await importFile(
    at.kernel,
    file('再来.csv', line('YH-1', '改名椅', 'A05010301', '620.00', '2021-05-06', ''), blank('又一椅')),
  );
  if (isRefusal(second)) throw new Error(JSON.stringify(second));
  expect(second.counts).toMatchObject({ new: 1, changed: 1 });
  const listed = (await clerk.list('assets.cards', { 'f.unit_id': at.ids.bureau, size: '100' })) as unknown as {
    rows: { number: string; name: string }[];
  };
  const numbers = listed.rows.map(({ number, name }): [string, boolean] => [name, /^ZC-2026-\d{6}$/.test(number)]);
  expect(numbers.toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
    ['又一椅', true],
    ['改名椅', false],
    ['无号椅', true],
    ['无号椅', true],
  ]);
});
