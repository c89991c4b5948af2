import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { rowsOf, said, soon } from './on-the-page.ts';
import { phone, test } from './open-program.ts';

/** One finding on the demo's real meters, from the unit's answer to the end of it. */

/** Who answers for which unit of the demo city. */
const heads: Readonly<Record<string, string>> = {
  临江市财政局: '何涛',
  临江市教育局: '李建华',
  临江市图书馆: '徐文',
  石桥县财政局: '石磊',
};
const found = { number: '', id: '', kit: '', head: '' };
const kitSection = (page: Page) => page.locator('.k-section', { hasText: found.kit });
/** `命中率`, as the register of rules shows it. */
const precision = async (page: Page): Promise<string> => {
  await page.goto('/risk/kits');
  await kitSection(page).waitFor();
  return kitSection(page).innerText();
};
let before = '';

/** Opens this case on the desk, wherever it lies in the list. */
async function openCase(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('.d-task', { hasText: found.number }).first().click();
  await said(page.locator('.d-case .k-summary'), found.number);
}

async function answer(page: Page, act: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.locator('.d-case-foot').getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: act });
  await fill(dialog);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('a finding on real readings', () => {
  test('沈洁 sees it with its reasons, and may not decide before the unit has answered', async ({ as }) => {
    const page = await as('沈洁');
    await page.goto('/risk/findings?f.state=raised');
    await page.locator('.k-table').waitFor();
    const row = (await rowsOf(page)).find((each) => each['单位']! in heads && !/^(青|XJ-)/.test(each['对象']!));
    expect(row, 'a finding on a meter of the demo').toBeDefined();
    found.number = row!['编号']!;
    found.head = heads[row!['单位']!]!;
    found.kit = row!['规则']!;
    await page.getByRole('link', { name: found.number }).click();
    await page.waitForURL(/\/risk\/findings\/.+/);
    found.id = page.url().split('/').at(-1)!;
    await said(page.locator('main'), '可能的正常原因');
    await said(page.locator('main'), '依据');
    await said(page.locator('main'), 'kWh');
    expect(await page.getByRole('button', { name: '确认属实' }).count()).toBe(0);
    // Every figure says where it comes from.
    await page.locator('.k-figures').getByRole('button', { name: '%' }).click();
    await said(page.getByRole('dialog', { name: /由来/ }), '概率表示属实的可能');
    before = await precision(page);
  });

  test('the unit answers first, from the desk on a phone', async ({ as }) => {
    const page = await as(found.head, { viewport: phone });
    await page.goto('/');
    await page.locator('.d-task', { hasText: found.number }).first().click();
    await said(page.locator('.d-phone-case'), '可能的正常原因');
    await page.getByRole('button', { name: '单位说明', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '单位说明' });
    await dialog.getByLabel('说明情况').fill('二月起机房设备临时迁入，夜间未关。');
    await dialog.getByRole('button', { name: '单位说明', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('沈洁 confirms and assigns', async ({ as }) => {
    const page = await as('沈洁');
    await openCase(page);
    await said(page.locator('.d-case'), '机房设备临时迁入');
    await answer(page, '确认属实', async (dialog) => {
      await dialog.getByLabel('属实', { exact: true }).check();
      await dialog.getByRole('button', { name: '经核对记录' }).click();
    });
    await page.goto(`/risk/findings/${found.id}`);
    await page.getByRole('button', { name: '交办整改' }).click();
    const dialog = page.getByRole('dialog', { name: '交办整改' });
    await dialog.getByLabel('交给谁').fill(found.head);
    await page.getByRole('option', { name: found.head }).first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await dialog.getByLabel('整改要求').fill('核对机柜，装夜间定时。');
    await dialog.getByRole('button', { name: '交办整改' }).click();
    await dialog.waitFor({ state: 'detached' });
    await said(page.locator('main'), '整改中');
  });

  test('the unit rectifies, 沈洁 accepts, and it is closed', async ({ as }) => {
    const unit = await as(found.head);
    await openCase(unit);
    await answer(unit, '报告整改', (dialog) => dialog.getByLabel('做了什么').fill('机柜已迁出，夜间定时已装。'));
    const officer = await as('沈洁');
    await openCase(officer);
    await answer(officer, '验收', async (dialog) => {
      await dialog.getByLabel('通过验收').check();
      await dialog.getByRole('button', { name: '整改到位' }).click();
    });
    await officer.goto(`/risk/findings/${found.id}`);
    if ((await officer.getByRole('button', { name: '销号' }).count()) > 0) {
      await officer.getByRole('button', { name: '销号' }).click();
      const dialog = officer.getByRole('dialog', { name: '销号' });
      await dialog.getByLabel('结论').fill('整改属实。');
      await dialog.getByRole('button', { name: '销号' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await said(officer.locator('main'), '已销号');
    const steps = officer.locator('.k-timeline > li');
    for (const step of ['提出待核实异常', '单位说明', '确认属实', '交办整改', '报告整改', '销号'])
      await soon(() => steps.filter({ hasText: step }).count()).toBeGreaterThan(0);
  });

  test('the verdict counts: the precision of the rule has changed', async ({ as }) => {
    const page = await as('沈洁');
    const after = await precision(page);
    expect(after).not.toBe(before);
    expect(after).toMatch(/属实 \d+/);
    // Of fewer verdicts than three no share is told.
    expect(after).toMatch(/命中率\s+(\d+(\.\d+)?%|数据不足（核实少于 3 件）)/);
  });
});
