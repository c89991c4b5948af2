import { chromium, type Page } from 'playwright-core';
import { readDemoAccounts } from '../../demo/open-accounts.ts';
import { dataFolder, startProgram } from '../../journeys/program/start-program.ts';
import { ensureChromium, howToGetChromium } from '../../scripts/chromium.ts';
import { atMost, type Figure, type Line } from '../figure.ts';

/** What a browser fetched since it opened. */
interface Fetched {
  readonly requests: readonly string[];
  /** Head and body of every answer as it came over the wire. */
  bytes: number;
}

/**
 * A browser that has never been here opens the sign-in page, and 何涛 signs in and has his tasks before him. Counted over the wire, packed as
 * the program packs it; the desk is counted with all that came before it.
 */
export const firstLoad: Figure = {
  name: 'first-load',
  title: 'First load in a headless Chromium that keeps nothing yet',
  async measure({ say }) {
    const executablePath = ensureChromium(say);
    if (!executablePath) throw new Error(howToGetChromium);
    const place = dataFolder();
    try {
      const { origin, stop } = await startProgram(place.folder, { until: /http:\/\/127\.0\.0\.1:\d+/ });
      const { account, password } = readDemoAccounts(place.folder).find(({ name }) => name === '何涛')!;
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
      try {
        const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
        const fetched = await watched(page);
        const lines: Line[] = [];
        await page.goto(origin);
        await page.getByLabel('账号').waitFor();
        await page.waitForLoadState('networkidle');
        lines.push(...counted('sign-in page', fetched, 200));
        await page.getByLabel('账号').fill(account);
        await page.getByLabel('口令', { exact: true }).fill(password);
        await page.keyboard.press('Enter');
        await page.getByRole('navigation', { name: '主导航' }).waitFor();
        await page.locator('.d-task').first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.waitForTimeout(1_000);
        lines.push(...counted('desk, sign-in page included', fetched, 450));
        for (const request of fetched.requests) say(`  ${request}`);
        return lines;
      } finally {
        await browser.close();
        await stop();
      }
    } finally {
      await place.remove();
    }
  },
};

const counted = (what: string, { bytes, requests }: Fetched, kilobytes: number): Line[] => [
  atMost(what, bytes / 1_000, kilobytes, 'KB'),
  atMost(`${what}: requests`, requests.length, 20, 'requests'),
];

async function watched(page: Page): Promise<Fetched> {
  const fetched = { requests: [] as string[], bytes: 0 };
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const names = new Map<string, string>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!/^(?:data|blob):/.test(request.url))
      names.set(requestId, `${request.method} ${new URL(request.url).pathname}`);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const name = names.get(requestId);
    if (name === undefined) return;
    fetched.requests.push(`${name} ${encodedDataLength}`);
    fetched.bytes += encodedDataLength;
  });
  return fetched;
}
