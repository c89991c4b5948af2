import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { said, soon } from './on-the-page.ts';
import { desk, phone, test } from './open-program.ts';

/** Help in place: the first task of one's role, help beside each page, and whom to call when something fails. */

const pictures = join(tmpdir(), 'opengoa-looks');
mkdirSync(pictures, { recursive: true });
const look = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

describe('the first task of a role', () => {
  test('the dispatcher’s guide ticks itself from her own steps, points at the control, and is put away for good', async ({
    as,
    through,
  }) => {
    await (await through('吴静')).run('kernel.keep-preference', { key: 'guide', value: null });
    const page = await as('吴静', { viewport: desk });
    await page.goto('/');
    const card = page.locator('.g-card');
    await said(card, '调度员上手');
    await said(card, '只有您自己看得到');
    await said(card, '0/3');
    await look(page, 'guide-desk');
    await card.getByRole('button', { name: /^去做：打开派车板/ }).click();
    await page.waitForURL(/\/vehicles\/board/);
    await page.goto('/');
    await said(card, '1/3');
    // Kept for her on the server, and told to nobody else.
    const kept = (await (await through('吴静')).read('kernel.preferences')).body as {
      kept: { guide?: { done: string[] } };
    };
    expect(kept.kept.guide?.done).toEqual(['dispatcher.board']);
    const other = (await (await through('何涛')).read('kernel.preferences')).body as { kept: Record<string, unknown> };
    expect(JSON.stringify(other)).not.toContain('dispatcher.board');
    await card.getByRole('button', { name: '不再显示' }).click();
    // The next guide of hers may follow; this one does not come back.
    await page.reload();
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('调度员上手').count()).toBe(0);
  });

  test('a step leads to its control, ringed and in focus; an act done ticks it', async ({ as, through }) => {
    await (await through('周敏')).run('kernel.keep-preference', { key: 'guide', value: null });
    const page = await as('周敏', { viewport: phone });
    await page.goto('/');
    await look(page, 'guide-phone');
    await page.getByRole('button', { name: /^去做：在“我发起”里/ }).click();
    await soon(() => page.locator('.g-point').count()).toBe(1);
    await said(page.locator('.g-card'), '1/3');
  });
});

describe('help where one is', () => {
  test('each page has its help beside it, with whom to call as the unit keeps it; a page that is not there says so too', async ({
    as,
    through,
  }) => {
    const { body } = await (await through('陈国栋')).read('kernel.units', { size: '100' });
    const { rows } = body as { rows: { id: string; name: string }[] };
    const finance = rows.find(({ name }) => name === '临江市财政局')!;
    await (
      await through('陈国栋')
    ).does('kernel.keep-service-desk', {
      unit: finance.id,
      name: '财政局办公室值班室',
      phone: '0990-1234567',
      hours: '工作日 8:30–17:30',
    });
    const page = await as('周敏', { viewport: desk });
    await page.goto('/vehicles/ask');
    await page.getByRole('button', { name: '本页帮助' }).click();
    await said(page.getByRole('dialog'), '自动保存');
    await said(page.getByRole('dialog'), '0990-1234567');
    await look(page, 'help-desk');
    await page.keyboard.press('Escape');
    await page.goto('/help');
    await said(page.locator('main'), '最近的变化');
    await said(page.locator('main'), '任何人扫码即可报修');
    await look(page, 'help-page');
  });

  test('a state of error names the office and its number', async ({ as, watch }) => {
    watch.allow(/404/);
    const page = await as('周敏', { viewport: phone });
    await page.goto('/vehicles/trips/00000000-0000-7000-8000-000000000000');
    await said(page.locator('[role=alert]'), '0990-1234567');
    await look(page, 'error-phone');
  });
});
