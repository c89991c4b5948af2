import { describe, expect } from 'vitest';
import { addDays, dayOf } from '../../kernel/calendar/calendar.ts';
import { said, soon, total } from './on-the-page.ts';
import { test } from './open-program.ts';

/** From the register to what a rule would have said of the past, and from there to the real finding. */
describe('a rule tried on history', () => {
  test('沈洁 opens a rule, tries it with a stricter limit, and comes to the finding that was really raised', async ({
    as,
  }) => {
    const page = await as('沈洁');
    await page.goto('/risk/kits');
    await page.getByRole('link', { name: '加油充电超出油箱、电池或一车一卡' }).click();
    await said(page.locator('main'), '测试例');
    await said(page.locator('main'), '超出油箱容积比例');
    await page.getByRole('button', { name: '历史试算' }).click();
    const dialog = page.getByRole('dialog', { name: '历史试算' });
    const days = (ago: number) => addDays(dayOf(new Date()), -ago);
    for (const [label, day] of [
      ['从', days(60)],
      ['到（不含）', days(0)],
    ] as const) {
      const field = dialog.getByLabel(label, { exact: true });
      await field.fill(day);
      await field.press('Enter');
    }
    await dialog.getByLabel('超出油箱容积比例').fill('1.01');
    await dialog.getByRole('button', { name: '开始试算' }).click();
    await page.waitForURL(/\/risk\/trials\/.+/);
    await soon(() => page.locator('h1').innerText(), 60_000).toContain('已完成');
    await said(page.locator('main'), 'over-tank 1.01（草案）');
    await said(page.locator('main'), '试算结果不是异常');
    expect(await total(page)).toBeGreaterThan(0);
    await page.getByRole('link', { name: /^RF-/ }).first().click();
    await page.waitForURL(/\/risk\/findings\/.+/);
    await said(page.locator('main'), '概率怎样得出');
    await said(page.locator('main'), '同类比较');
    await said(page.locator('main'), '该对象以往');
  });

  test('each count of the chain opens a page that counts the same', async ({ as }) => {
    const page = await as('沈洁');
    await page.goto('/risk');
    const strip = page.getByRole('navigation', { name: '风控链' });
    await strip.waitFor();
    const counts = await strip.locator('a strong').allInnerTexts();
    expect(counts).toHaveLength(10);
    const countOf = (at: number) => Number(counts[at]!.replaceAll(',', ''));
    for (const [at, link] of [
      [5, 'identify'],
      [7, 'handle'],
    ] as const) {
      await page.goto(`/risk/chain/${link}`);
      expect(await total(page), link).toBe(countOf(at));
    }
    await page.goto('/risk/chain/assess');
    await soon(() => page.locator('.rc-bars > li').count()).toBe(countOf(6));
    await page.goto('/risk/chain/share');
    const views = page.locator('section', { hasText: '发布的视图' }).locator('tbody tr');
    await soon(() => views.count()).toBe(countOf(1));
    await page.goto('/risk/verdicts');
    expect(await total(page)).toBe(countOf(8));
  });
});
