import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { said, soon } from './on-the-page.ts';
import { phone, test } from './open-program.ts';

/** Without a network: on a device that its owner calls their own, and nowhere else. */

const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const keptHere = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('opengoa-'));
    const kept: string[] = [];
    for (const name of names)
      for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
    return kept;
  });

async function markAsOwn(page: Page): Promise<void> {
  await page.goto('/me');
  await page.getByLabel('这是我自己的设备，没有网络时也要能看').check();
  await soon(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

describe('without a network', () => {
  test('pages opened before open again, others say that there is no network, and signing out empties the shelf', async ({
    as,
    watch,
  }) => {
    watch.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|net::/);
    const page = await as('郑强');
    await markAsOwn(page);
    await page.goto('/vehicles/fleet');
    await page.locator('.k-table tbody tr').first().waitFor();
    const plate = (await page.locator('.k-table tbody tr').first().locator('td').first().innerText()).trim();
    await soon(() => keptHere(page)).toContain('/api/reads/vehicles.vehicles');
    await page.context().setOffline(true);
    await page.reload();
    await said(page.locator('.k-table'), plate);
    await said(page.locator('body'), '网络已断开');
    await page.context().setOffline(false);
    await page.reload();
    await page.locator('.f-person').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByLabel('账号').waitFor();
    await soon(() => keptHere(page)).toEqual([]);
    await soon(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });

  test('SEC-DC-06 on a device that nobody called their own nothing is kept, and the officers are not asked', async ({
    as,
  }) => {
    const page = await as('何涛');
    await page.goto('/vehicles/trips');
    await page.locator('h1').first().waitFor();
    expect(await keptHere(page)).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    const officer = await as('许志远');
    await officer.goto('/me');
    await officer.getByRole('heading', { name: '口令与动态口令' }).waitFor();
    expect(await officer.getByText('这台设备').count()).toBe(0);
  });

  test('SEC-DC-06 accounts, the Record and acts’ proofs are never kept; somebody else’s session empties the shelf', async ({
    as,
    through,
    program,
  }) => {
    const page = await as('何涛');
    await markAsOwn(page);
    await page.goto('/organisation');
    await page.locator('h1').first().waitFor();
    await page.goto('/');
    await soon(() => keptHere(page)).toContain('/api/session');
    expect(await keptHere(page)).not.toContain('/api/reads/kernel.persons');
    // What is kept anew is taken off the shelf for a moment.
    const proof = () =>
      page.evaluate(async () => {
        for (const name of await caches.keys()) {
          const found = await (await caches.open(name)).match('/api/session');
          if (found) return ((await found.json()) as { proof: string | null }).proof;
        }
        return 'nothing kept';
      });
    await soon(proof).toBeNull();
    // The same browser, another person: a machine that is shared after all.
    const { cookies } = await through('周敏');
    await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: program.origin })));
    await page.goto('/');
    await soon(async () => (await keptHere(page)).filter((path) => path.startsWith('/api/'))).toEqual([]);
  });

  test('a meter is read in a cellar, with its photo, and the number arrives once', async ({ as, through, watch }) => {
    watch.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|net::/);
    const page = await as('钱晓燕', { viewport: phone });
    await page.goto('/energy/read');
    const readable = page.locator('.e-read', { has: page.getByRole('button', { name: '抄这块表' }) }).first();
    await readable.waitFor();
    const card = page.locator('.e-read', { hasText: await readable.locator('h2').innerText() }).first();
    const reader = await through('钱晓燕');
    const { rows } = (await reader.read('energy.meters', { 'f.reads': 'register', sort: 'last_at', size: '30' }))
      .body as { rows: { id: string; may?: string[] }[] };
    const meter = rows.find(({ may }) => may?.includes('energy.read-meter'))!;
    const known = (await reader.read('energy.meter', { id: meter.id })).body as {
      lastRegister: { value: number } | null;
    };
    const value = (known.lastRegister?.value ?? 0) + 1;
    await card.getByRole('button', { name: '抄这块表' }).click();
    await page.context().setOffline(true);
    await card.getByLabel(/表底数/).fill(String(value));
    await card.locator('input[type="file"]').setInputFiles({ name: '表盘.png', mimeType: 'image/png', buffer: photo });
    await card.getByRole('button', { name: '记下' }).click();
    await said(page.locator('.e-reads'), '已记下，联网后发送');
    await page.context().setOffline(false);
    await soon(
      async () =>
        ((await reader.read('energy.meter', { id: meter.id })).body as typeof known).lastRegister?.value ?? null,
    ).toBe(value);
    await soon(() => page.locator('.f-kept').count()).toBe(0);
    const waiting = await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith('opengoa.acts')),
    );
    expect(waiting).toEqual([]);
  });
});
