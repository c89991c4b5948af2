import { describe, expect } from 'vitest';
import { said } from './on-the-page.ts';
import { test } from './open-program.ts';

/** A set of vehicles that another node made: looked over, in, out again; and one that is none. */

const vehicle = {
  plate: '青B·20001',
  unit: 'theirs',
  make: '红旗',
  model: 'H5',
  modelYear: 2023,
  category: 'other',
  body: 'sedan',
  power: 'petrol',
  condition: 'ordinary',
  seats: 5,
  priceFen: 15_900_000,
  odometerKm: 42_000,
};
const set = {
  format: 'opengoa.vehicles.exchange-set',
  version: '1.0',
  unitName: '邻市机关事务管理局',
  from: '2026-01-01',
  to: '2026-01-31',
  madeAt: '2026-02-01',
  parts: {
    units: { rows: [{ id: 'theirs', code: null, name: '车辆管理科' }] },
    vehicles: { rows: [vehicle, { ...vehicle, plate: '青B·20002', make: '', modelYear: 1066 }] },
    drivers: { rows: [{ name: '某师傅', unit: 'theirs', licence: 'C1', licenceValidTo: '2031-01-01' }] },
    positions: { rows: [{ plate: '青B·20001', day: '2026-01-02', km: 12 }] },
  },
};
const file = (value: unknown) => ({
  name: '交换集.json',
  mimeType: 'application/json',
  buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
});

describe('a set of another node', () => {
  test('F14 row and column of what cannot be are named; the good rows go in, and out again', async ({ as }) => {
    const page = await as('郑强');
    await page.goto('/vehicles/exchange/read');
    const chosen = page.locator('input[type="file"]');
    await chosen.setInputFiles(file('{"format":"another"}'));
    await said(page.getByRole('alert'), '这不是车辆数据交换集');
    await chosen.setInputFiles(file(set));
    await said(page.locator('main'), '位置与里程 1 行：只有每日里程合计');
    await page.getByRole('button', { name: '核对' }).first().click();
    await said(page.locator('main'), '核对完毕，尚未写入：新增 1，变更 0，相同 0，拒绝 1');
    await said(page.locator('.v-set-refused').first(), /第 2 行：品牌[\s\S]*年份/);
    expect(await page.getByRole('button', { name: '读入 1 行' }).first().isDisabled()).toBe(true);
    await page.getByText('只读入没有问题的行').first().click();
    await page.getByRole('button', { name: '读入 1 行' }).click();
    await said(page.locator('main'), '已读入');
    await page.getByRole('button', { name: '撤销本批' }).click();
    await said(page.locator('main'), '本批已撤销');
    // Nobody of that name is in service here: only entering it can tell; the row says so, beside its part.
    await page.getByRole('button', { name: '核对' }).nth(1).click();
    await page.getByRole('button', { name: '读入 1 行' }).last().click();
    await said(page.locator('main'), /第 1 行：.*没有名叫 某师傅 的在职人员/);
    await page.getByText('只读入没有问题的行').last().click();
    await page.getByRole('button', { name: '读入没有问题的行' }).click();
    await said(page.locator('main'), '已读入：新增 0，变更 0，相同 0，拒绝 1');
    // A vehicle that was struck stays in the ledger, as one no longer kept.
    await page.goto(`/vehicles/fleet?f.plate=${encodeURIComponent(vehicle.plate)}`);
    await said(page.locator('.k-table tbody'), '已处置');
  });
});
