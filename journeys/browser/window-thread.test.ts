import { describe, expect } from 'vitest';
import { addDays, dayOf } from '../../kernel/calendar/calendar.ts';
import { act, choose, said } from './on-the-page.ts';
import { phone, test } from './open-program.ts';

/** A read-only window for inspection: proposed, confirmed by another, looked through, read by the unit, closed. */

const paper = '临纪监〔2026〕11号';
let path = '';
let number = '';
let finding = '';

describe('a read-only window', () => {
  test('L25 沈洁 proposes it on a form; she is not offered to confirm it', async ({ as }) => {
    const page = await as('沈洁');
    await page.goto('/risk/windows');
    await act(page, '提出窗口', async (form) => {
      await form.getByLabel('文号').fill(paper);
      await form.getByLabel('用途').fill('公务用车专项检查');
      await choose(form, '查看人员', '秦正');
      await choose(form, '单位', '临江市财政局');
      const last = form.getByLabel('最后一天');
      await last.fill(addDays(dayOf(new Date()), 10));
      await last.press('Enter');
    });
    await page.getByRole('link', { name: paper }).click();
    await page.waitForURL(/\/risk\/windows\/.+/);
    path = new URL(page.url()).pathname;
    await said(page.locator('h1'), '待确认');
    await said(page.locator('main'), '还没有人查看过');
    expect(await page.getByRole('button', { name: '确认开放' }).count()).toBe(0);
  });

  test('L25 until another has confirmed it 秦正 sees nothing but that', async ({ as }) => {
    const page = await as('秦正');
    await page.goto(path);
    await said(page.locator('main'), '经另一人确认后开放');
    expect(await page.getByRole('button', { name: /查看异常清单/ }).count()).toBe(0);
  });

  test('L25 冯毅 confirms it', async ({ as }) => {
    const page = await as('冯毅');
    await page.goto(path);
    await page.getByRole('button', { name: '确认开放', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /确认开放|确定/ })
      .click();
    await said(page.locator('h1'), '开放中');
  });

  test('L25 秦正 looks through it on a phone, by keyboard alone, under a banner that stays', async ({ as }) => {
    const page = await as('秦正', { viewport: phone });
    await page.goto(path);
    const banner = page.getByText(`只读窗口 · 至 ${addDays(dayOf(new Date()), 10)} · 每次查看均留痕`);
    await banner.waitFor();
    await page.getByRole('button', { name: /查看异常清单/ }).focus();
    await page.keyboard.press('Enter');
    const rows = page.locator('.rc-window-rows tbody tr');
    await rows.first().waitFor();
    // The focus is where the list begins: a few stops of Tab come to its first finding.
    for (let stop = 0; stop < 4 && !number.startsWith('RF-'); stop += 1) {
      await page.keyboard.press('Tab');
      number = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    }
    expect(number).toMatch(/^RF-\d{4}-\d+$/);
    await page.keyboard.press('Enter');
    await said(page.locator('main'), '为什么提示');
    await said(page.locator('main'), '单位说明');
    await page.mouse.wheel(0, 600);
    const top = await banner.evaluate((element) => element.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '返回清单' }).click();
    await rows.first().waitFor();
  });

  test('L25 沈洁 reads on the window who looked at what, and on the finding as well', async ({ as }) => {
    const page = await as('沈洁');
    await page.goto(path);
    const looks = page.locator('.k-section', { hasText: '查看记录' });
    await said(looks, '清单');
    await said(looks, '秦正');
    await looks.getByRole('link', { name: number }).click();
    await page.waitForURL(/\/risk\/findings\/.+/);
    finding = new URL(page.url()).pathname;
    await said(page.locator('.k-timeline'), '通过只读窗口查看');
    await said(page.locator('.k-timeline'), '秦正');
  });

  test('L25 the unit that was looked at reads it too', async ({ as }) => {
    const page = await as('何涛');
    await page.goto(finding);
    await said(page.locator('.k-timeline'), '通过只读窗口查看');
    await said(page.locator('.k-timeline'), '秦正');
  });

  test('L25 closed, it shows nothing, and says so to whoever still has the page open', async ({ as, watch }) => {
    watch.allow(/status of 409/);
    const inspector = await as('秦正');
    await inspector.goto(path);
    const look = inspector.getByRole('button', { name: /查看异常清单/ });
    await look.waitFor();
    const page = await as('沈洁');
    await page.goto(path);
    await act(page, '关闭窗口', (form) => form.getByLabel('为什么关闭').fill('检查提前结束'));
    await said(page.locator('h1'), '已关闭');
    await look.click();
    await said(inspector.getByRole('alert'), '窗口已经关闭');
    expect(await inspector.locator('.rc-window-rows').count()).toBe(0);
    await inspector.reload();
    await said(inspector.locator('main'), '检查提前结束');
    expect(await inspector.getByRole('button', { name: /查看异常清单/ }).count()).toBe(0);
  });
});
