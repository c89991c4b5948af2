import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { said, soon } from './on-the-page.ts';
import { desk, phone, test, type OpenProgram } from './open-program.ts';

/** A fault reported by scanning the label in a vehicle, by somebody without an account; handled; confirmed by one tap. */

const pictures = join(tmpdir(), 'opengoa-looks');
mkdirSync(pictures, { recursive: true });
const look = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

const clerkName = '郑强';
const said1 = `后排安全带卡住 ${Date.now() % 100_000}`;
const walk = { path: '', tracking: '', report: '' };

/** Pixels of the first picture on the page that is a code, read as a phone would. */
async function codeOnLabel(page: Page): Promise<string> {
  const { default: decodeQR } = await import('qr/decode.js');
  const { width, height, data } = await page
    .locator('.l-label svg')
    .first()
    .evaluate(async (svg) => {
      const side = 400;
      const source = new XMLSerializer().serializeToString(svg);
      const picture = new Image();
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source.replace('<svg', `<svg width="${side}" height="${side}"`))}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = side;
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#fff';
      context.fillRect(0, 0, side, side);
      context.drawImage(picture, 0, 0, side, side);
      return { width: side, height: side, data: [...context.getImageData(0, 0, side, side).data] };
    });
  return decodeQR({ width, height, data: Uint8Array.from(data) });
}

async function sendReport(page: Page): Promise<void> {
  await page.goto(walk.path);
  await page.getByRole('button', { name: '车内不整洁' }).click();
  await page.getByLabel('再说一点？').fill(said1);
  await page.getByRole('button', { name: '下一步' }).click();
}

const report = async (through: OpenProgram['through']) => {
  const { rows } = (await (await through(clerkName)).read('kernel.fault-reports')).body as {
    rows: { id: string; said: string }[];
  };
  return rows.filter((row) => row.said.includes(said1));
};

describe('a fault, from the label to "fixed"', () => {
  test('郑强 makes labels, prints from place 7, and the code leads to the page of that vehicle', async ({ as }) => {
    const page = await as(clerkName, { viewport: desk });
    await page.goto('/labels');
    await page.locator('.l-things').waitFor();
    const boxes = page.locator('.l-things input');
    for (const n of [0, 1, 2]) await boxes.nth(n).check();
    const make = page.getByRole('button', { name: /为其中 \d 件制作标签/ });
    if (await make.isVisible()) await make.click();
    await soon(() => page.locator('.l-label svg').count()).toBe(3);
    await page.getByLabel('从第几格开始').fill('7');
    await page.keyboard.press('Tab');
    const places = await page
      .locator('.l-label')
      .evaluateAll((all) => all.map((each) => each.querySelector('svg') !== null));
    expect(places).toEqual([false, false, false, false, false, false, true, true, true]);
    await look(page, 'labels-desk');
    const address = new URL(await codeOnLabel(page));
    expect(address.pathname).toMatch(/^\/r\/[\w-]{22}$/);
    walk.path = address.pathname;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.l-choose').isVisible()).toBe(false);
    expect(await page.locator('.l-sheet').isVisible()).toBe(true);
  });

  test('a stranger reports on a phone: one question a screen, a light page, and what sending leaves is said before', async ({
    nobody,
    through,
  }) => {
    const page = await nobody({ viewport: phone });
    let bytes = 0;
    page.on('response', async (response) => {
      const length = Number((await response.allHeaders())['content-length'] ?? 0);
      bytes += length || (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    await page.goto(walk.path);
    await page.getByText('有什么问题').waitFor();
    await page.waitForLoadState('networkidle');
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(60_000);
    expect(await page.locator('body').innerText()).not.toMatch(/青[A-Z]·/);
    await look(page, 'report-what');
    await sendReport(page);
    await look(page, 'report-photo');
    await page.getByLabel('拍照或选择').setInputFiles({
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    });
    await page.locator('.r-photos img').waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await said(page.locator('main'), '不需要账号');
    await said(page.locator('main'), '十分钟后忘记');
    await look(page, 'report-check');
    await page.getByRole('button', { name: '提交' }).dblclick();
    await page.locator('.r-code').waitFor();
    walk.tracking = await page.locator('.r-code').innerText();
    await look(page, 'report-sent');
    const reports = await report(through);
    expect(reports).toHaveLength(1);
    walk.report = reports[0]!.id;
  });

  test('without a network nothing is lost: the same press again sends it, once', async ({ nobody, through, watch }) => {
    watch.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
    const page = await nobody({ viewport: phone });
    await sendReport(page);
    await page.getByRole('button', { name: '跳过' }).click();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '提交' }).click();
    await said(page.locator('[role=alert]'), '网络不通');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '提交' }).click();
    await page.locator('.r-code').waitFor();
    expect(await report(through)).toHaveLength(2);
  });

  test('the clerk finds it on the desk, orders a repair from it and answers; the thing’s page opens by scanning', async ({
    as,
  }) => {
    const page = await as(clerkName, { viewport: desk });
    await page.goto(`/faults/${walk.report}`);
    await said(page.locator('main'), said1);
    await page.getByRole('link', { name: '照片1' }).waitFor();
    await look(page, 'fault-desk');
    await page.getByRole('button', { name: '报修', exact: true }).click();
    await page.getByLabel('维修厂').fill('定点一厂');
    await page.getByRole('dialog').getByRole('button', { name: '报修' }).click();
    await said(page.locator('main'), '由此开始的办理');
    await said(page.locator('main'), '维修单');
    await page.getByRole('button', { name: '处理完成' }).click();
    await page.getByLabel('答复').fill('已修好');
    await page.getByRole('dialog').getByRole('button', { name: '处理完成' }).click();
    await said(page.locator('main'), '已处理');
    await page.goto('/scan');
    await look(page, 'scan-desk');
    // As a hand scanner does: types and presses Enter.
    await page.getByLabel('扫码枪或手工输入').pressSequentially(`${new URL(page.url()).origin}${walk.path}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/vehicles\/fleet\//);
    await page.goto('/scan');
    await page.getByLabel('扫码枪或手工输入').fill('没有的编号');
    await page.keyboard.press('Enter');
    await said(page.locator('main'), '没有找到');
  });

  test('signed in, the same code offers the page; the reporter says "fixed" by one tap', async ({ as, nobody }) => {
    const own = await as(clerkName, { viewport: phone });
    await own.goto(walk.path);
    await own.getByRole('link', { name: '打开它的页面' }).waitFor();
    await look(own, 'report-signed-in');
    const page = await nobody({ viewport: phone });
    await page.goto('/r');
    await page.getByLabel('输入查询号').fill(walk.tracking.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await said(page.locator('main'), '已修好');
    await look(page, 'report-state');
    await page.getByRole('button', { name: '修好了', exact: true }).click();
    await said(page.locator('main'), '已确认修好');
  });

  test('elder mode: large text and targets of 60 on the page behind a label', async ({ nobody }) => {
    const page = await nobody({ viewport: phone });
    await page.goto(walk.path);
    await page.getByRole('button', { name: '大字' }).click();
    const small = await page
      .locator('main button, main a')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height).filter((height) => height < 60));
    expect(small).toEqual([]);
    expect(
      await page.locator('main').evaluate((main) => Number.parseFloat(getComputedStyle(main).fontSize)),
    ).toBeGreaterThanOrEqual(24);
    await look(page, 'report-elder');
  });
});
