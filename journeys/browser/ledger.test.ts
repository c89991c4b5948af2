import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { rowsOf, said, soon, total } from './on-the-page.ts';
import { test } from './open-program.ts';

/** What every ledger does, seen on the two that hold most: the Record's facts and the trips. */

const downloaded = async (page: Page, from: Locator): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), from.click()]);
  return download;
};
const exported = async (page: Page, format: 'Excel' | 'CSV'): Promise<Download> => {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  return downloaded(page, page.getByRole('menuitem', { name: format }));
};
const heads = async (page: Page): Promise<string[]> => Object.keys((await rowsOf(page))[0] ?? {});

async function choose(page: Page, filter: string, choice: string): Promise<void> {
  await page.locator('.k-filters').getByRole('combobox', { name: filter }).click();
  await page.locator('.ant-select-item-option', { hasText: choice }).first().click();
}

describe('a ledger', () => {
  test('filters stand as chips, survive a reload and go one by one or all at once', async ({ as }) => {
    const page = await as('郑强');
    await page.goto('/vehicles/trips');
    const all = await total(page);
    await choose(page, '状态', '已结算');
    await said(page.locator('.k-chips'), /状态\s+已结算/);
    await soon(() => total(page)).toBeLessThan(all);
    const settled = await total(page);
    expect(new Set((await rowsOf(page)).map((row) => row['状态']))).toEqual(new Set(['已结算']));
    await page.getByLabel('在此列表中搜索').fill('档案馆');
    await soon(() => total(page)).toBeLessThan(settled);
    const both = await total(page);
    await page.reload();
    await soon(() => total(page)).toBe(both);
    await page.getByRole('button', { name: '去掉条件 状态' }).click();
    await soon(() => total(page)).toBeGreaterThanOrEqual(both);
    await page.getByRole('button', { name: '清除全部' }).click();
    await soon(() => total(page)).toBe(all);
    expect(await page.locator('.k-chips').count()).toBe(0);
  });

  test('columns and views are kept for the person, on the server', async ({ as }) => {
    const page = await as('吴静');
    await page.goto('/vehicles/fleet');
    await page.locator('.k-table').waitFor();
    const before = await heads(page);
    await page.getByRole('button', { name: '列', exact: true }).click();
    const columns = page.getByRole('dialog', { name: '列' });
    const model = columns.getByRole('checkbox', { name: '型号' });
    // It changes with what is kept of the person, not with the press.
    await model.click();
    await soon(() => model.isChecked()).toBe(false);
    await columns.getByRole('button', { name: '上移 动力' }).click();
    await page.keyboard.press('Escape');
    const kept = await soon(() => heads(page))
      .not.toContain('型号')
      .then(() => heads(page));
    expect(kept.indexOf('动力')).toBe(before.filter((head) => head !== '型号').indexOf('动力') - 1);
    await choose(page, '车辆类别', '应急保障用车');
    await soon(async () => new Set((await rowsOf(page)).map((row) => row['车辆类别'])).size).toBe(1);
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await page.getByLabel('视图名称').fill('应急车');
    await page.getByRole('button', { name: '保存当前条件为视图' }).click();
    await page.getByRole('button', { name: '应急车', exact: true }).waitFor();

    // Another browser of the same person.
    const elsewhere = await as('吴静');
    await elsewhere.goto('/vehicles/fleet');
    await elsewhere.locator('.k-table').waitFor();
    await soon(() => heads(elsewhere)).toEqual(kept);
    await elsewhere.getByRole('button', { name: '视图', exact: true }).click();
    await elsewhere.getByRole('button', { name: '应急车', exact: true }).click();
    await said(elsewhere.locator('.k-chips'), '应急保障用车');
    // And nobody else's.
    const other = await as('郑强');
    await other.goto('/vehicles/fleet');
    await other.locator('.k-table').waitFor();
    expect(await heads(other)).toContain('型号');
  });

  test('pages come from the server one at a time, and j, k, e walk the rows', async ({ as }) => {
    const page = await as('林芳');
    await page.goto('/audit/facts');
    await page.locator('.k-table tbody tr').first().waitFor();
    expect(await page.locator('.k-table tbody tr').count()).toBeLessThanOrEqual(100);
    const first = (await rowsOf(page))[0];
    await page.getByRole('button', { name: '下一页' }).click();
    await said(page.locator('.k-paging'), '第 2 页');
    await soon(async () => (await rowsOf(page))[0]).not.toEqual(first);
    await page.getByRole('button', { name: '上一页' }).click();
    await said(page.locator('.k-paging'), '第 1 页');
    await page.locator('main').press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('e');
    const sheet = page.locator('dialog.k-sheet');
    await sheet.waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  test('SEC-FI-13 a ledger of people asks why before it is taken out, and the file says so', async ({ as }) => {
    const page = await as('郑强');
    await page.goto('/vehicles/drivers');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: '导出' });
    await expect.poll(() => sheet.getByRole('button', { name: 'CSV' }).isDisabled()).toBe(true);
    await sheet.getByLabel('导出事由').fill('年度体检');
    const file = await downloaded(page, sheet.getByRole('button', { name: 'CSV' }));
    expect(await readFile(await file.path(), 'utf8')).toMatch(/事由：年度体检 · 有效期至 \d{4}-\d\d-\d\d/);
  });

  test('export gives what is filtered, no more, as xlsx and as CSV', async ({ as }) => {
    const page = await as('郑强');
    await page.goto('/vehicles/trips?q=%E6%A1%A3%E6%A1%88%E9%A6%86');
    // Others ask for trips meanwhile: compared is what stood between two equal counts.
    let [count, csv] = [-1, ''];
    await soon(async () => {
      count = await total(page);
      csv = await readFile(await (await exported(page, 'CSV')).path(), 'utf8');
      await page.reload();
      return (await total(page)) - count;
    }).toBe(0);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const lines = csv.trim().split('\r\n');
    expect(lines.filter((line) => line.includes('档案馆'))).toHaveLength(count);
    expect(lines.filter((line) => /TR-\d{4}-\d{5}/.test(line))).toHaveLength(count);
    const xlsx = await exported(page, 'Excel');
    expect(xlsx.suggestedFilename()).toMatch(/\.xlsx$/);
    // A spreadsheet is a zip.
    expect((await readFile(await xlsx.path())).subarray(0, 2).toString()).toBe('PK');
  });
});
