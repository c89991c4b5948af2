import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '@opengoa/kernel';
import { dryRunFile, importFile, undoImport } from '@opengoa/kernel/exchange';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';

let at: House;
const folder = mkdtempSync(join(tmpdir(), 'opengoa-fleet-'));
const toronto = join(import.meta.dirname, '../../../demo/fleet/toronto-sample.csv');

beforeAll(async () => {
  at = await house({ rooms: [vehicles] });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await at?.close();
});

const bring = (path: string) => ({ actor: at.as('郑科长').actor, kind: 'vehicles.vehicle', path });
const written = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const done = <Report>(report: Report) => {
  if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
  return report as Exclude<Report, { refused: true }>;
};

test('a real register from elsewhere goes in as it is, once', async () => {
  expect(done(await dryRunFile(at.kernel, bring(toronto))).counts).toEqual({
    new: 50,
    changed: 0,
    same: 0,
    refused: 0,
  });
  const report = done(await importFile(at.kernel, bring(toronto)));
  expect(report.counts).toEqual({ new: 50, changed: 0, same: 0, refused: 0 });
  expect(done(await dryRunFile(at.kernel, bring(toronto))).counts).toEqual({
    new: 0,
    changed: 0,
    same: 50,
    refused: 0,
  });
  expect(await at.as('郑科长').list('vehicles.vehicles', { q: '067061' })).toMatchObject({
    rows: [
      {
        plate: '067061',
        make: 'FORD',
        model: 'F250 4X4',
        model_year: 2019,
        used_by: 'ECO. DEVT. & CULTURE',
        unit_id: at.ids.bureauFleet,
      },
    ],
  });
  expect(done(await undoImport(at.kernel, { actor: at.as('郑科长').actor, batchId: report.batchId })).takenBack).toBe(
    50,
  );
  expect(await at.as('郑科长').list('vehicles.vehicles', { 'f.state': 'in-use' })).toMatchObject({
    total: { count: 0 },
  });
});

const header =
  '车牌号,所属单位,服务范围,品牌,型号,年份,车辆类别,车型,动力,核定载客,排气量(升),购置价(万元),启用日期,里程\n';

test('a register of ours: prices in 万元, units by name; a price over the standard and a strange unit are refused by row, with the article', async () => {
  const path = written(
    '台账.csv',
    `${header}青A·30001,车辆管理科,临江市,红旗,H5,2022,其他按规定配备的公务用车,轿车,汽油,5,1.8,17.8,2022-05-01,12000
青A·30002,车辆管理科,临江市,奥迪,A6L,2022,其他按规定配备的公务用车,轿车,汽油,5,2.0,41,2022-05-01,9000
青A·30003,无此单位,,长安,CS75,2021,应急保障用车,轿车,汽油,5,1.5,11.2,2021-03-01,33000
`,
  );
  const report = done(await importFile(at.kernel, { ...bring(path), accept: 'good-rows' }));
  expect(report.counts).toEqual({ new: 1, changed: 0, same: 0, refused: 2 });
  const said = report.refused.map(({ line, problems }) => [line, problems.map(({ message }) => message.zh).join()]);
  expect(said).toEqual([
    [3, expect.stringContaining('第七条（二）')],
    [4, expect.stringContaining('无此单位')],
  ]);
});

test('what comes back changed is changed, what comes back the same is left alone', async () => {
  const clerk = at.as('郑科长');
  const row = (seats: number) =>
    `${header}青A·30001,车辆管理科,临江市,红旗,H5,2022,其他按规定配备的公务用车,轿车,汽油,${seats},1.8,17.8,2022-05-01,12000\n`;
  expect(done(await dryRunFile(at.kernel, bring(written('same.csv', row(5))))).counts).toMatchObject({ same: 1 });
  expect(done(await importFile(at.kernel, bring(written('changed.csv', row(7))))).counts).toMatchObject({ changed: 1 });
  expect(await clerk.list('vehicles.vehicles', { q: '30001' })).toMatchObject({
    rows: [{ seats: 7, price_fen: 17_800_000 }],
  });
});

test('a clerk of the county brings nothing into the city’s fleet', async () => {
  const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  const path = written(
    '县.csv',
    `${header}青A·30009,车辆管理科,临江市,红旗,H5,2022,,轿车,汽油,5,1.8,17.8,2022-05-01,0\n`,
  );
  const report = await importFile(at.kernel, { ...bring(path), actor: county.actor, accept: 'good-rows' });
  expect(isRefusal(report) || report.counts.new).not.toBe(1);
});
