import { gzipSync } from 'node:zlib';
import { describe } from 'vitest';
import { choose, said, soon } from './on-the-page.ts';
import { test } from './open-program.ts';

/** Payments under headers of their own; one is there twice, one has no date that could be read. */
const payments = [
  'Beleg,付款日期,收款单位,付款金额',
  ...Array.from(
    { length: 40 },
    (_, n) => `PZ${n},2026-03-${String(1 + (n % 27)).padStart(2, '0')},晨光文具店${n},${120 + n * 17}.5`,
  ),
  'PZ90,2026-03-09,远航印刷厂,8600',
  'PZ91,2026-03-11,远航印刷厂,8600',
  'PZ92,某日,远航印刷厂,10',
].join('\n');

/** The whole way of files from outside: brought, mapped, run, seen, kept, found again, dropped. */
describe('analysis of files', () => {
  test('沈洁 brings a ledger, says which column is which, and keeps what was found', async ({ as, watch }) => {
    // A column is left out on purpose, and that is refused.
    watch.allow(/422.*run-analysis/);
    // What was dropped is asked for once more while its page is left.
    watch.allow(/404.*reads\/risk-centre\.analysis/);
    const page = await as('沈洁');
    const main = page.locator('main');
    await page.goto('/risk/analyse');
    await page.getByRole('radio', { name: /付款台账/ }).check();
    await page
      .locator('#files-input')
      .setInputFiles({ name: '付款.csv.gz', mimeType: 'application/gzip', buffer: gzipSync(payments) });
    await said(main, '付款.csv.gz');
    await page.getByRole('button', { name: '读取文件' }).click();
    await page.waitForURL(/\/risk\/analyses\/.+/);
    const opened = page.url();
    await soon(() => main.innerText(), 60_000).toContain('付款.csv.gz（43 行）');

    await page.getByRole('button', { name: '运行' }).click();
    await said(main, '还没有指明：凭证号');
    await choose(main, '凭证号', 'Beleg');
    await page.getByRole('button', { name: '运行' }).click();
    await soon(() => page.locator('h1').innerText(), 60_000).toContain('文件分析');
    await soon(() => main.innerText(), 60_000).toContain('待保留或清除');
    await said(main, '重复付款');
    await said(main, '需要核实，不是结论');
    await page.getByRole('tab', { name: /不能分析的行/ }).click();
    await said(main, '某日');

    await page.getByRole('button', { name: '保留为数据集' }).click();
    const dialog = page.getByRole('dialog', { name: '保留为数据集' });
    const name = `三月付款 ${opened.slice(-6)}`;
    await dialog.getByLabel('名称').fill(name);
    await dialog.getByRole('button', { name: '保留为数据集' }).click();
    await soon(() => main.innerText()).toContain('已保留');
    await said(page.locator('h1'), name);

    const leader = await as('冯毅');
    await leader.goto(opened);
    await said(leader.locator('main'), '重复付款');

    await page.getByRole('button', { name: '清除' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^确\s?[认定]$/ })
      .click();
    await said(page.locator('body'), '已清除');
    await page.waitForURL(/\/risk\/analyses$/);
    await soon(() => main.innerText()).toContain('文件分析');
    await soon(async () => (await main.innerText()).includes(name)).toBe(false);
  });
});
