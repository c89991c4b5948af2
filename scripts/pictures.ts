import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { readDemoAccounts } from '../demo/open-accounts.ts';
import { ensureChromium, howToGetChromium } from './chromium.ts';

/**
 * The pictures of the README, taken of a running demo: `node scripts/on-node-24.mjs scripts/pictures.ts <address> <data folder>`,
 * for example `http://127.0.0.1:8600 data`, best right after its first start. Nothing is changed in it.
 */

const folder = join(import.meta.dirname, '../docs/pictures');
const MOST_BYTES = 280_000;

const desk = { width: 1280, height: 720 };
const phone = { width: 390, height: 844 };

interface Picture {
  readonly file: string;
  readonly who: string;
  readonly window: { readonly width: number; readonly height: number };
  /** From the desk on, until what is to be seen is there. */
  go(page: Page): Promise<void>;
}

const pictures: readonly Picture[] = [
  {
    file: 'desk.png',
    who: '何涛',
    window: desk,
    async go(page) {
      await page.locator('.d-task', { hasText: '用车审批' }).first().click();
      await page.locator('.d-case .k-timeline').waitFor();
    },
  },
  {
    file: 'board.png',
    who: '吴静',
    window: desk,
    async go(page) {
      await page.goto('/vehicles/board');
      await page.locator('.v-tray button').first().click();
      await page.locator('.v-proposals > li').first().waitFor();
    },
  },
  {
    file: 'finding.png',
    who: '沈洁',
    window: desk,
    async go(page) {
      await page.goto('/risk/findings');
      const rows = page.locator('.k-table tbody tr', { hasText: '非工作时段' });
      await rows.filter({ hasText: '图书馆' }).first().locator('a.k-row-open').click();
      await page.locator('.rc-finding canvas').waitFor();
    },
  },
  {
    file: 'building.png',
    who: '钱晓燕',
    window: { width: 1280, height: 1080 },
    async go(page) {
      await page.goto('/energy/buildings');
      await page.locator('.k-table tbody tr', { hasText: '主馆' }).locator('a.k-row-open').click();
      await page.locator('.k-chart-box canvas').first().waitFor();
    },
  },
  {
    file: 'phone.png',
    who: '周敏',
    window: phone,
    async go(page) {
      await page.goto('/vehicles/ask');
      await page.getByLabel('事由').fill('参加园区现场会');
      await page.locator('.v-expected').waitFor();
    },
  },
];

async function take(browser: Browser, origin: string, data: string, picture: Picture): Promise<void> {
  const account = readDemoAccounts(data).find(({ name }) => name === picture.who);
  if (!account) throw new Error(`${picture.who} 没有演示账号 · has no account in ${data}`);
  const context = await browser.newContext({
    baseURL: origin,
    viewport: picture.window,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('账号').fill(account.account);
  await page.getByLabel('口令', { exact: true }).fill(account.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  await picture.go(page);
  await page.waitForLoadState('networkidle');
  // A chart is drawn in steps.
  await page.waitForTimeout(1_000);
  await page.mouse.move(0, 0);
  const path = join(folder, picture.file);
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${picture.file}: ${size} bytes, more than ${MOST_BYTES}`);
  console.log(`${picture.file}  ${Math.round(size / 1_000)} KB`);
  await context.close();
}

const [origin, data] = process.argv.slice(2);
if (!origin || !data) throw new Error('usage: scripts/pictures.ts <address> <data folder>');
const executablePath = ensureChromium((line) => console.log(line));
if (!executablePath) throw new Error(howToGetChromium);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'] });
try {
  for (const picture of pictures) await take(browser, origin, data, picture);
} finally {
  await browser.close();
}
