import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, newId } from '@opengoa/kernel';
import { dryRunFile, importFile, undoImport } from '@opengoa/kernel/exchange';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import procurement from '../domain.ts';
import { madeUpCode } from '../testing/made-up-codes.ts';

let at: House;
let now = new Date('2026-03-05T09:00:00+08:00');
const folder = mkdtempSync(join(tmpdir(), 'opengoa-quotes-'));
const person = newId();

beforeAll(async () => {
  at = await house({ rooms: [procurement], clock: () => now });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await at?.close();
});

const clerk = () => at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { person });
const bring = (path: string) => ({ actor: clerk().actor, kind: 'procurement.quote', path });
const done = <Report>(report: Report) => {
  if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
  return report as Exclude<Report, { refused: true }>;
};
const header = '询价编号,供应商,统一社会信用代码,报价金额（元）,收到时间,备注\n';
const written = (name: string, ...rows: string[]) => {
  const path = join(folder, name);
  writeFileSync(path, header + rows.join('\n'));
  return path;
};
const publish = async () =>
  (
    await clerk().does('procurement.publish-inquiry', {
      unit: at.ids.finance,
      title: '办公用纸',
      kind: 'goods',
      estimateFen: 2_000_000,
      method: 'open',
      rule: 'lowest',
      deadline: '2026-03-09T17:00:00+08:00',
    })
  ).result as { inquiry: string; number: string };

test('quotes come in by the sheet; a wrong code is refused in its cell, a second quote of a supplier in its row', async () => {
  const { inquiry, number } = await publish();
  const row = (n: number, yuan: string, code = madeUpCode(n)) =>
    `${number},供应商${n},${code},${yuan},2026-03-05 08:30,`;
  const wrong = row(3, '19000', '91990100MA00000XXX');
  const dry = done(await dryRunFile(at.kernel, bring(written('wrong.csv', row(1, '17800.50'), wrong))));
  expect(dry.counts).toEqual({ new: 1, changed: 0, same: 0, refused: 1 });
  const path = written('quotes.csv', row(1, '17800.50'), row(2, '18200'));
  expect(done(await importFile(at.kernel, bring(path))).counts.new).toBe(2);
  // Sealed: whether a second one has another amount is told to nobody.
  for (const yuan of ['17800.50', '17000'])
    expect(done(await dryRunFile(at.kernel, bring(written('again.csv', row(1, yuan))))).counts.same, yuan).toBe(0);
  const again = done(await importFile(at.kernel, bring(written('again.csv', row(1, '17000')))));
  expect(again.counts.refused).toBe(1);
  now = new Date('2026-03-10T09:00:00+08:00');
  await clerk().does('procurement.open-quotes', { inquiry });
  expect(await clerk().list('procurement.quotes', { 'f.inquiry_id': inquiry, sort: 'amount_fen' })).toMatchObject({
    rows: [
      { supplier: '供应商1', amount_fen: 1_780_050, late: false },
      { supplier: '供应商2', amount_fen: 1_820_000 },
    ],
  });
  // Open: the same row is the same.
  const known = done(await dryRunFile(at.kernel, bring(written('known.csv', row(1, '17800.50')))));
  expect(known.counts).toEqual({ new: 0, changed: 0, same: 1, refused: 0 });
});

test('a batch is taken back while the quotes are sealed', async () => {
  now = new Date('2026-03-05T09:30:00+08:00');
  const { inquiry, number } = await publish();
  const path = written('wrong.csv', `${number},供应商1,${madeUpCode(1)},1,2026-03-05 09:00,`);
  const { batchId } = done(await importFile(at.kernel, bring(path)));
  expect(done(await undoImport(at.kernel, { actor: clerk().actor, batchId })).takenBack).toBe(1);
  expect(await clerk().list('procurement.quotes', { 'f.inquiry_id': inquiry })).toMatchObject({
    rows: [{ state: 'struck', amount_fen: null }],
  });
});
