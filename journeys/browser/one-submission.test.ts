import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { dayAfter, said, soon } from './on-the-page.ts';
import { phone, test } from './open-program.ts';

/** One wish is one submission, whatever the hand and the network do (SEC-WB-08). */

const inDays = (days: number) => dayAfter(new Date(Date.now() + days * 86_400_000).toISOString());

async function fill(page: Page, purpose: string, day: string): Promise<void> {
  await page.goto('/vehicles/ask');
  await page.getByLabel('事由').fill(purpose);
  await page.getByLabel('出发时间').fill(`${day} 09:00`);
  await page.keyboard.press('Enter');
  await page.getByLabel('预计返回').fill(`${day} 10:30`);
  await page.keyboard.press('Enter');
  await page.getByLabel('目的地').fill('市档案馆');
  await page.getByLabel('往返里程').fill('12');
  await page.getByLabel('乘车人数').fill('1');
}

/** How many requests with this purpose the program holds. */
const held = async (page: Page, purpose: string): Promise<number> => {
  const answer = await page.request.get(`/api/reads/vehicles.trips?q=${encodeURIComponent(purpose)}`);
  return ((await answer.json()) as { total: { count: number } }).total.count;
};

describe('one submission', () => {
  test('SEC-WB-08 an answer lost on the way: sent again, with the same key, and counted once', async ({
    as,
    watch,
  }) => {
    watch.allow(/ERR_FAILED|ERR_CONNECTION/);
    const page = await as('周敏');
    const keys: string[] = [];
    let lost = 0;
    await page.route('**/api/verbs/vehicles.request-trip', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      if (lost < 2) {
        lost += 1;
        // The program has done it; the answer never arrives.
        await route.fetch();
        await route.abort();
      } else await route.continue();
    });
    await fill(page, '网络中断后重试', inDays(40));
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/已提交/).waitFor();
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(await held(page, '网络中断后重试')).toBe(1);
  });

  test('SEC-WB-08 two tabs on one draft make one request', async ({ as }) => {
    const page = await as('周敏');
    await fill(page, '两个标签页', inDays(41));
    // The draft is kept at every field; the second tab brings it back.
    await page.waitForTimeout(600);
    const other = await page.context().newPage();
    await other.goto('/vehicles/ask');
    await said(other.locator('main'), '已恢复上次没有提交的内容');
    expect(await other.getByLabel('事由').inputValue()).toBe('两个标签页');
    await Promise.all([
      page.getByRole('button', { name: '提交' }).click(),
      other.getByRole('button', { name: '提交' }).click(),
    ]);
    await page.getByText(/已提交/).waitFor();
    await other.getByText(/已提交/).waitFor();
    expect(await held(page, '两个标签页')).toBe(1);
  });

  test('SEC-WB-08 the back button after sending, a reload and a killed browser make no second request', async ({
    as,
  }) => {
    const page = await as('周敏');
    await fill(page, '返回键', inDays(42));
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/已提交/).waitFor();
    await page.getByRole('link', { name: '查看用车单' }).click();
    await page.locator('.k-timeline').waitFor();
    await page.goBack();
    await page.goBack();
    await page.goForward();
    await page.reload();
    await page.locator('h1').waitFor();
    expect(await held(page, '返回键')).toBe(1);
    // What was sent is no draft any more.
    await page.goto('/vehicles/ask');
    expect(await page.getByLabel('事由').inputValue()).toBe('');
  });

  test('SEC-WB-06 a draft survives the browser, holds until it is sent, and is gone with the sign-out', async ({
    as,
    nobody,
    program,
  }) => {
    const { signInByHand } = await import('./sign-in.ts');
    const page = await nobody();
    await signInByHand(page, program, '徐文');
    await page.goto('/vehicles/ask');
    await page.getByLabel('事由').fill('还没有写完');
    await page.waitForTimeout(600);
    await page.reload();
    await said(page.locator('main'), '已恢复上次没有提交的内容');
    expect(await page.getByLabel('事由').inputValue()).toBe('还没有写完');
    await page.locator('.f-person').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByLabel('账号').waitFor();
    const kept = await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)));
    expect(kept.filter((key) => key !== 'opengoa.look' && key !== 'opengoa.language')).toEqual([]);
    expect(as).toBeTruthy();
  });

  test('on the phone: one question a screen, answers checked at the end, pressed twice, asked once', async ({ as }) => {
    const page = await as('周敏', { viewport: phone });
    const day = inDays(43);
    await page.goto('/vehicles/ask');
    await page.getByLabel('事由').fill('手机上申请');
    await page.getByRole('button', { name: '下一步' }).click();
    await said(page.locator('h1'), '什么时候');
    await page.getByLabel('出发时间').fill(`${day}T09:00`);
    await page.getByLabel('预计返回').fill(`${day}T11:00`);
    await page.getByLabel('目的地').fill('市档案馆');
    await page.getByLabel('往返里程').fill('12');
    await page.getByRole('button', { name: '下一步' }).click();
    await said(page.locator('h1'), '几个人去');
    await page.getByRole('button', { name: '下一步' }).click();
    await said(page.getByRole('alert'), '乘车人数');
    await page.getByLabel('乘车人数').fill('2');
    await page.getByRole('button', { name: '下一步' }).click();
    await said(page.locator('h1'), '核对后提交');
    await said(page.locator('.k-answers'), '市档案馆');
    await page.getByRole('button', { name: '提交' }).dblclick();
    await page.getByText(/已提交/).waitFor();
    await soon(() => held(page, '手机上申请')).toBe(1);
  });
});
