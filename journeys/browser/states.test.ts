import { describe, expect } from 'vitest';
import { said, soon } from './on-the-page.ts';
import { phone, test } from './open-program.ts';

/** What a page says when there is nothing, nothing yet, too much, nothing for this person, or no network. */

describe('states', () => {
  test('empty: what it is for and what to do; emptied by a filter: how to widen it', async ({ as }) => {
    const page = await as('石磊');
    await page.goto('/vehicles/trips');
    await said(page.locator('.k-state'), '还没有用车申请');
    await said(page.locator('.k-state'), '我要用车');
    const other = await as('郑强');
    await other.goto('/vehicles/trips?q=%E5%8D%97%E6%9E%81%E7%A7%91%E8%80%83%E7%AB%99');
    await said(other.locator('.k-state'), '没有符合条件的记录');
    await other.locator('.k-state').getByRole('button', { name: '清除全部' }).click();
    await other.locator('.k-table').waitFor();
  });

  test('loading: grey lines of the height of what comes, said to readers too', async ({ as }) => {
    const page = await as('郑强');
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await page.route(/\/api\/reads\/vehicles\.trips(?:\?|$)/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/vehicles/trips');
    const skeleton = page.getByRole('status', { name: '正在读取' }).first();
    await skeleton.waitFor();
    const height = (await skeleton.boundingBox())!.height;
    expect(height).toBeGreaterThan(300);
    letGo();
    await page.locator('.k-table').waitFor();
    await soon(() => page.locator('.k-skeleton').count()).toBe(0);
  });

  test('refused: not open to this post, not there, not one’s own, each in words and with a way on', async ({
    as,
    watch,
  }) => {
    watch.allow(/status of 40[34]/);
    const page = await as('周敏');
    await page.goto('/vehicles/board');
    await said(page.locator('main'), '没有对您现在的岗位开放');
    await said(page.locator('main'), '安全管理员');
    await page.goto('/no/such/page');
    await said(page.locator('main'), '没有这个页面');
    await page.goto('/vehicles/trips/00000000-0000-7000-8000-000000000000');
    await said(page.locator('main'), '没有找到');
    await said(page.locator('main'), '请求编号');
    // SEC-AC-04: somebody else's answers as if it were not there.
    const mine = await as('周敏');
    await mine.goto('/vehicles/trips');
    const href = await mine.locator('a.k-row-open').first().getAttribute('href');
    const other = await as('石磊');
    await other.goto(href!);
    await said(other.locator('main'), '没有找到');
  });

  test('stale: what is shown stays, with its time, when asking again fails; it comes back by itself', async ({
    as,
    watch,
  }) => {
    watch.allow(/status of 503|ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
    const page = await as('吴静');
    await page.clock.install();
    await page.goto('/vehicles/board');
    await page.locator('.v-lanes').waitFor();
    await page.route('**/api/reads/vehicles.board*', (route) => route.abort());
    await page.clock.fastForward(31_000);
    await soon(async () => {
      await page.clock.runFor(5_000);
      return page.locator('.k-stale').count();
    }).toBeGreaterThan(0);
    await said(page.locator('.k-stale'), /现在看到的是 .* 的内容/);
    expect(await page.locator('.v-lanes > li').count()).toBeGreaterThan(0);
    await page.unroute('**/api/reads/vehicles.board*');
    await page.locator('.k-stale').getByRole('button', { name: '重试' }).click();
    await soon(async () => {
      await page.clock.runFor(1_000);
      return page.locator('.k-stale').count();
    }).toBe(0);
  });

  test('offline is said, and gone when the network is back', async ({ as, watch }) => {
    watch.allow(/ERR_INTERNET_DISCONNECTED/);
    const page = await as('孙师傅', { viewport: phone });
    await page.goto('/vehicles/drive');
    await page.locator('h1').waitFor();
    await page.context().setOffline(true);
    await said(page.locator('main'), '网络已断开');
    await page.context().setOffline(false);
    await soon(() => page.getByText('网络已断开').count()).toBe(0);
  });

  test('too many: about how many, and how to find it sooner', async ({ as }) => {
    const page = await as('林芳');
    // As over a Record of a million: the server stops counting at ten thousand.
    await page.route(/\/api\/reads\/kernel\.facts(?:\?|$)/, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as object;
      await route.fulfill({ response: answer, json: { ...body, total: { count: 1_200_000, exact: false } } });
    });
    await page.goto('/audit/facts');
    await said(page.locator('.k-total'), '约 1,200,000 条');
    await said(page.locator('.k-too-many'), '条件较宽');
  });

  test('the program cannot be reached: said at once, and tried again by a button', async ({ nobody, watch }) => {
    watch.allow(/ERR_FAILED/);
    const page = await nobody();
    await page.route('**/api/session', (route) => route.abort());
    await page.goto('/');
    await said(page.locator('body'), '连不上系统');
    await page.unroute('**/api/session');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByLabel('账号').waitFor();
  });
});
