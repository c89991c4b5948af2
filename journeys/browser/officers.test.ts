import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { said, soon } from './on-the-page.ts';
import { test } from './open-program.ts';
import { accountOf, freshCode, signInByHand } from './sign-in.ts';

/** The three officers, each with a second factor and a field of their own. */

async function entries(page: Page): Promise<string[]> {
  const navigation = page.getByRole('navigation', { name: '主导航' });
  await navigation.waitFor();
  const folded = navigation.locator('button[aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
  return (await navigation.locator('a').allInnerTexts()).map((text) => text.replace(/\s*\d+$/, '').trim());
}

describe('the audit officer', () => {
  test('林芳 signs in with a one-time code, verifies the Record and takes a checkpoint away', async ({
    nobody,
    program,
  }) => {
    const page = await nobody();
    await signInByHand(page, program, '林芳');
    await page.goto('/audit/facts');
    await said(page.locator('.r-seal'), /已封存至\s+#[\d,]+/);
    await page.getByRole('button', { name: '验证' }).click();
    const sheet = page.getByRole('dialog', { name: '验证操作记录' });
    await soon(() => sheet.innerText(), 60_000).toMatch(/未发现|没有发现|一致/);
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      sheet.getByRole('button', { name: '下载验证报告' }).click(),
    ]);
    expect((await readFile(await report.path(), 'utf8')).length).toBeGreaterThan(20);
    await sheet.locator('.k-sheet-foot').getByRole('button', { name: '关闭' }).click();
    const [checkpoint] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出检查点' }).click(),
    ]);
    const text = await readFile(await checkpoint.path(), 'utf8');
    // A signed note: origin, size and root, a blank line, signatures.
    expect(text).toMatch(/— .+/);
  });

  test('SEC-SE-06 a code entered long ago is asked for again in the page, and the export goes on', async ({
    nobody,
    program,
    watch,
  }) => {
    watch.allow(/status of 403/);
    // The code changes the session's token: a session of its own, not the one that others share.
    const page = await nobody();
    await signInByHand(page, program, '林芳');
    await page.goto('/audit/facts');
    // As the server answers five minutes after the last code.
    await page.route(
      '**/api/reads/kernel.facts.csv*',
      (route) =>
        route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          json: {
            type: 'about:blank',
            title: '',
            status: 403,
            code: 'factor-not-fresh',
            message: '请再次输入动态口令。',
            messageEn: 'Show your second factor again.',
            requestId: 'r',
          },
        }),
      { times: 1 },
    );
    await page.getByRole('button', { name: '导出' }).first().click();
    await page.getByLabel('导出事由').fill('年度审计');
    await page.getByRole('button', { name: 'CSV' }).click();
    const sheet = page.getByRole('dialog', { name: '请再输入动态口令' });
    await sheet.getByLabel('动态口令').fill(await freshCode(accountOf(program, '林芳').account));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      sheet.getByRole('button', { name: '确定' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/操作记录.*\.csv$/);
    expect(await readFile(await file.path(), 'utf8')).toContain('年度审计');
    await sheet.waitFor({ state: 'hidden' });
  });

  test('a fact opens as a sentence, and filters keep the list to a person and a day', async ({ as }) => {
    const page = await as('林芳');
    await page.goto('/audit/facts?f.type=vehicles.TripSettled');
    const first = page.locator('.k-table tbody tr').first();
    await first.waitFor();
    await first.locator('.k-row-open').click();
    const sheet = page.locator('dialog.k-sheet');
    await said(sheet.locator('.k-summary'), /郑强.*用车结算/s);
  });
});

describe('each officer sees their own field only', () => {
  for (const [name, has, hasNot] of [
    ['林芳', ['操作记录'], ['我要用车', '用车申请', '车辆台账', '待核实异常']],
    ['许志远', ['账号'], ['操作记录', '我要用车', '用车申请', '车辆台账', '待核实异常']],
    ['方晴', ['授权'], ['操作记录', '我要用车', '用车申请', '车辆台账', '待核实异常']],
  ] as const)
    test(`SEC-TA-03 ${name}`, async ({ as, watch }) => {
      watch.allow(/status of 40[34]/);
      const page = await as(name);
      await page.goto('/');
      const seen = await entries(page);
      expect(seen).toEqual(expect.arrayContaining([...has]));
      for (const entry of hasNot) expect(seen).not.toContain(entry);
      // The address typed by hand is refused in words, with nothing of the content.
      await page.goto('/vehicles/fleet');
      await said(page.locator('main'), '现在看不到这里');
      expect(await page.locator('main').innerText()).not.toMatch(/青A/);
    });
});
