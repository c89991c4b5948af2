import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isRefusal } from '@opengoa/kernel';
import {
  dryRunFile,
  errorWorkbookOf,
  exportColumnsOfSheet,
  exportTable,
  importFile,
  isErrorWorkbook,
  readTable,
} from '@opengoa/kernel/exchange';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding } from '../testing/given.ts';
import { homeSheet } from './home-sheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'opengoa-homes-'));
const now = new Date('2026-03-05T09:00:00+08:00');
let at: House;
let clerk: Person;
beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => now });
  const { city, bureau } = at.ids;
  clerk = at.with([{ role: 'space-clerk', unit: city, below: true }], { unit: bureau, name: '房管员' });
  await aBuilding(clerk, bureau, { name: '周转楼', address: '人民路9号' });
});
afterAll(async () => {
  await at?.close();
  rmSync(folder, { recursive: true, force: true });
});

const head = '住房,管理单位,坐落,台账房屋,面积,居室,月租金（元）,备注';
const kept = '临江市机关事务局';
const file = (name: string, ...lines: string[]) => {
  const path = join(folder, name);
  writeFileSync(path, [head, ...lines].join('\n'));
  return { actor: clerk.actor, kind: 'space.home', path, unit: at.ids.bureau, fileName: name };
};
const done = (report: unknown) => {
  if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
  return report as { batchId: string; counts: Record<string, number> };
};
const homes = async () =>
  ((await clerk.list('space.homes', { size: '100' })) as unknown as { rows: Record<string, unknown>[] }).rows;

test('good rows go in, bad ones come back by row and column; the same file adds nothing', async () => {
  const lines = [
    `1-101,${kept},人民路9号,周转楼,62.5,2,500,朝南`,
    `1-102,${kept},人民路9号,,60,2,0,`,
    // Named twice, too large, no rooms, less than nothing, nobody's unit, no such building, no place.
    `1-101,${kept},人民路9号,周转楼,62.5,2,500,`,
    `1-103,${kept},人民路9号,,99999,2,500,`,
    `1-104,${kept},人民路9号,,60,两,500,`,
    `1-105,${kept},人民路9号,,60,2,-5,`,
    `1-106,没有这个单位,人民路9号,,60,2,500,`,
    `1-107,${kept},人民路9号,南楼,60,2,500,`,
    `1-108,${kept},,,60,2,500,`,
    `"=HYPERLINK(""http://x"")",${kept},人民路9号,,60,2,500,`,
  ];
  const order = file('住房.csv', ...lines);
  // Nobody said that the good rows are wanted without the others.
  expect(await importFile(at.kernel, order)).toMatchObject({ code: 'rows-refused' });
  const before = await homes();
  expect(before).toEqual([]);
  const report = done(await importFile(at.kernel, { ...order, accept: 'good-rows' }));
  const made = await errorWorkbookOf(at.kernel, { ...order, batchId: report.batchId, onlyRefused: true });
  if (!isErrorWorkbook(made)) throw new Error(made.code);
  const path = join(folder, 'errors.xlsx');
  await pipeline(Readable.from(made), createWriteStream(path));
  const table = await readTable(path);
  const cells: (readonly unknown[])[] = [];
  for await (const rows of table.rows()) for (const row of rows) cells.push(row.cells);
  await table.close();
  const at_ = cells.findIndex(([first]) => first === '住房');
  const told = cells.slice(at_ + 1).map((row) => [row[0], String(row[cells[at_]!.length - 1])] as const);
  const why = Object.fromEntries(told);
  for (const [name, column] of [
    ['1-103', '面积'],
    ['1-104', '居室'],
    ['1-105', '月租金'],
    ['1-106', '管理单位'],
    ['1-107', '南楼'],
    ['1-108', '坐落'],
  ] as const)
    expect([name, why[name]]).toEqual([name, expect.stringContaining(column)]);
  // A formula is a name like any other text here, and is never reckoned.
  expect(report.counts).toMatchObject({ new: 3, changed: 0, refused: 7 });
  const [first] = (await homes()).filter(({ name }) => name === '1-101');
  expect(first).toMatchObject({
    address: '人民路9号',
    building: '周转楼',
    area_m2: 62.5,
    rent_fen: 50_000,
    state: 'vacant',
  });

  // The batch itself is known, and so is each row of it.
  const count = (await homes()).length;
  await importFile(at.kernel, { ...order, accept: 'good-rows' });
  const again = done(
    await importFile(at.kernel, { ...file('又一份.csv', ...lines.slice(0, 2), lines[3]!), accept: 'good-rows' }),
  );
  expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 2, refused: 1 });
  expect((await homes()).length).toBe(count);
});

test('a home that is there is changed; from xlsx as from csv; a stranger brings nothing in', async () => {
  const rows = [
    { name: '9-901', unit: at.ids.bureau, address: '人民路9号', areaM2: 60, rooms: 2, rentFen: 50_000 },
    { name: '9-902', unit: at.ids.bureau, address: '人民路9号', areaM2: 60, rooms: 2, rentFen: 50_000 },
  ];
  const path = join(folder, '住房.xlsx');
  const columns = exportColumnsOfSheet(homeSheet).filter(({ name }) => Object.hasOwn(rows[0]!, name));
  const table = exportTable({
    title: homeSheet.title,
    columns,
    rows,
    format: 'xlsx',
    mark: { who: '房管员', unit: '临江市', at: now },
    labels: { unit: () => ({ code: kept, title: kept }) },
    rowLimit: 10,
  });
  await pipeline(Readable.from(table), createWriteStream(path));
  const order = { actor: clerk.actor, kind: 'space.home', path, unit: at.ids.bureau, fileName: '住房.xlsx' };
  expect(done(await importFile(at.kernel, order)).counts).toMatchObject({ new: 2, refused: 0 });
  expect(done(await dryRunFile(at.kernel, order)).counts).toMatchObject({ same: 2 });
  const wider = file('改.csv', `9-901,${kept},人民路9号,,66,3,600,扩建`);
  expect(done(await importFile(at.kernel, wider)).counts).toMatchObject({ new: 0, changed: 1 });
  const changed = (await homes()).find(({ name }) => name === '9-901');
  expect(changed).toMatchObject({ area_m2: 66, rooms: 3, rent_fen: 60_000, note: '扩建' });

  const stranger = at.with([{ role: 'space-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  const tried = await importFile(at.kernel, {
    ...file('他人.csv', `8-801,${kept},人民路9号,,60,2,500,`),
    actor: stranger.actor,
    unit: at.ids.county,
    accept: 'good-rows',
  });
  if (!isRefusal(tried)) expect(tried.counts).toMatchObject({ new: 0, refused: 1 });
  expect((await homes()).some(({ name }) => name === '8-801')).toBe(false);
});
