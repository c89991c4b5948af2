import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '@opengoa/kernel';
import { dryRunFile, importFile } from '@opengoa/kernel/exchange';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';

let at: House;
const folder = mkdtempSync(join(tmpdir(), 'opengoa-costs-'));

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate: '青A·90001', ...described };
  await at.as('郑科长').does('vehicles.register-vehicle', input);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await at?.close();
});

const done = <Report>(report: Report) => {
  if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
  return report as Exclude<Report, { refused: true }>;
};

test('a month’s bills come in by plate, once; a strange plate and a day ahead are refused by row', async () => {
  const path = join(folder, '账单.csv');
  writeFileSync(
    path,
    `车牌号,种类,日期,金额,收款单位,发票号
青A·90001,ETC,2026-02-28,312.50,高速公司,E-202602
青A·90001,保险,2026-01-03,4200,人保财险,P-1
青A·99999,停车费,2026-02-28,20,停车场,S-1
青A·90001,停车费,2026-03-09,20,停车场,S-2
`,
  );
  const bring = { actor: at.as('郑科长').actor, kind: 'vehicles.cost', path, accept: 'good-rows' as const };
  expect(done(await importFile(at.kernel, bring)).counts).toEqual({ new: 2, changed: 0, same: 0, refused: 2 });
  expect(done(await dryRunFile(at.kernel, bring)).counts).toMatchObject({ changed: 0, same: 2 });
  expect(await at.as('郑科长').list('vehicles.vehicle-years', { 'f.plate': '青A·90001' })).toMatchObject({
    rows: [{ toll_fen: 31_250, insurance_fen: 420_000, total_fen: 451_250 }],
  });
  const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
  expect(done(await importFile(at.kernel, { ...bring, actor: county.actor })).counts).toMatchObject({
    new: 0,
    refused: 4,
  });
});
