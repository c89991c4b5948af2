import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { said, soon, total } from './on-the-page.ts';
import { test } from './open-program.ts';

/** A real register from elsewhere: looked at first, then in, then out again. */

const sample = join(import.meta.dirname, '../../demo/fleet/toronto-sample.csv');

const counts = async (page: Page): Promise<Record<string, number>> =>
  Object.fromEntries(
    await page
      .locator('.i-counts > div')
      .evaluateAll((each) =>
        each.map((one): [string, number] => [
          one.querySelector('dt')!.textContent,
          Number(one.querySelector('dd')!.textContent.replaceAll(',', '')),
        ]),
      ),
  );

async function bring(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(file);
  await said(page.locator('main'), '新增');
}

describe('bringing a register in', () => {
  test('rows that cannot be are named with cell and reason, in the page and in a workbook to be mended', async ({
    as,
  }) => {
    const page = await as('郑强');
    await page.goto('/vehicles/fleet');
    const before = await total(page);
    await page.getByRole('link', { name: '导入' }).click();
    const text = (await readFile(sample, 'utf8')).split('\n');
    // Row 3 loses its make, row 5 has a year nobody drove in.
    text[2] = text[2]!.replace(',FORD,', ',,');
    text[4] = text[4]!.replace(/,(19|20)\d\d,/, ',1066,');
    await bring(page, { name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(text.join('\n')) });
    await soon(() => counts(page)).toMatchObject({ 新增: 48, 拒绝: 2 });
    await said(page.locator('.i-refused'), /第 3 行[\s\S]*MAKE/);
    await said(page.locator('.i-refused'), /第 5 行[\s\S]*YEAR/);
    // Nothing was written, and nothing can be as long as it is not said that the good rows shall go in.
    expect(await page.getByRole('button', { name: /^导入 48 行/ }).isDisabled()).toBe(true);
    const [workbook] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载错误工作簿' }).click(),
    ]);
    expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe('PK');
    await page.goto('/vehicles/fleet');
    expect(await total(page)).toBe(before);
  });

  test('dry run, in, the same again is the same, and undone', async ({ as }) => {
    const page = await as('郑强');
    await page.goto('/vehicles/fleet');
    const before = await total(page);
    await page.getByRole('link', { name: '导入' }).click();
    await bring(page, sample);
    await soon(() => counts(page)).toMatchObject({ 新增: 50, 变更: 0, 拒绝: 0 });
    await said(page.locator('.i-mapping'), /UNIT_NO\s*→\s*车牌号/);
    await page.getByRole('button', { name: '导入 50 行' }).click();
    await page.getByRole('heading', { name: '已导入' }).waitFor();
    const receipt = page.url();
    const other = await as('郑强');
    await other.goto('/vehicles/fleet');
    expect(await total(other)).toBe(before + 50);
    await other.goto('/vehicles/fleet?q=067061');
    await said(other.locator('.k-table'), 'F250 4X4');
    await other.goto('/vehicles/fleet');
    await other.getByRole('link', { name: '导入' }).click();
    await bring(other, sample);
    await soon(() => counts(other)).toMatchObject({ 新增: 0, 相同: 50 });
    expect(page.url()).toBe(receipt);
    await page.getByRole('button', { name: '撤销本批' }).click();
    await page.getByRole('heading', { name: '本批已撤销' }).waitFor();
    await page.goto('/vehicles/fleet?f.state=in-use');
    await soon(() => total(page)).toBe(before);
  });

  test('what went in is found in the history, with the reasons of what did not, and undone from there', async ({
    as,
  }) => {
    const page = await as('郑强');
    await page.goto('/vehicles/fleet?f.state=in-use');
    const before = await total(page);
    await page.getByRole('link', { name: '导入' }).click();
    const text = (await readFile(sample, 'utf8')).split('\n').slice(0, 4);
    text[2] = text[2]!.replace(',FORD,', ',,');
    await bring(page, { name: '三辆.csv', mimeType: 'text/csv', buffer: Buffer.from(text.join('\n')) });
    await page.getByLabel('只导入没有问题的行，被拒绝的改好后再导').check();
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await page.getByRole('heading', { name: '已导入' }).waitFor();
    await page.getByRole('link', { name: '导入记录' }).click();
    await page.getByText('三辆.csv').first().click();
    await said(page.locator('.k-sheet'), /被拒绝的行[\s\S]*必填/);
    await page.getByRole('button', { name: '撤销本批' }).click();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await said(page.locator('main'), '已撤销');
    await page.goto('/vehicles/fleet?f.state=in-use');
    await soon(() => total(page)).toBe(before);
  });
});
