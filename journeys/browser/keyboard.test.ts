import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { dayAfter, said, soon } from './on-the-page.ts';
import { test } from './open-program.ts';

/** Whole tasks with no mouse; where the focus is can always be seen. */

/** Presses Tab until the focus is on something with this name. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let n = 0; n < most; n += 1) {
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused) return '';
      const labelled = (focused as HTMLInputElement).labels?.[0]?.textContent;
      return focused.getAttribute('aria-label') ?? labelled ?? focused.textContent ?? '';
    });
    if (name.test(at.trim())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${name.source}`);
}

/** Stops of the Tab key whose focus nobody sees: no outline, no ring, no change of colour around them. */
async function unseenStops(page: Page, stops: number): Promise<string[]> {
  const unseen: string[] = [];
  // Rings that fade in and out are looked at when they are there.
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; }');
    document.adoptedStyleSheets.push(still);
  });
  for (let n = 0; n < stops; n += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(async () => {
      const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const looks = (element: Element) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
          getComputedStyle(element);
        return [
          outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`,
          boxShadow,
          borderColor,
          backgroundColor,
        ].join('|');
      };
      const focused = document.activeElement as HTMLElement | null;
      if (!focused || focused === document.body) return null;
      const around: Element[] = [focused, focused.parentElement, focused.parentElement?.parentElement].filter(
        (each) => each != null,
      );
      // Some rings follow the focus as a class, a frame later.
      await drawn();
      const before = around.map(looks);
      focused.blur();
      await drawn();
      const after = around.map(looks);
      focused.focus({ preventScroll: true });
      return { seen: before.some((each, at) => each !== after[at]), what: focused.outerHTML.slice(0, 100) };
    });
    if (stop && !stop.seen) unseen.push(stop.what);
  }
  return unseen;
}

describe('the focus is seen', () => {
  for (const [name, path] of [
    ['周敏', '/vehicles/ask'],
    ['何涛', '/'],
    ['吴静', '/vehicles/board'],
    ['郑强', '/vehicles/fleet'],
    ['钱晓燕', '/energy/buildings'],
    ['林芳', '/audit/facts'],
  ] as const)
    test(`${name} ${path}`, async ({ as }) => {
      const page = await as(name);
      await page.goto(path);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await unseenStops(page, 30)).toEqual([]);
    });
});

describe('by keyboard alone', () => {
  test('周敏 asks for a vehicle like the last time', async ({ as }) => {
    const page = await as('周敏');
    const day = dayAfter(new Date(Date.now() + 50 * 86_400_000).toISOString());
    await page.goto('/');
    await page.locator('h1').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('我要用车');
    await page.getByRole('option', { name: /我要用车/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('事由').waitFor();
    await tabTo(page, /^事由/);
    await page.keyboard.type('只用键盘');
    await tabTo(page, /^出发时间/);
    await page.keyboard.type(`${day} 09:00`);
    await page.keyboard.press('Enter');
    await tabTo(page, /^预计返回/);
    await page.keyboard.type(`${day} 11:00`);
    await page.keyboard.press('Enter');
    await tabTo(page, /^目的地/);
    await page.keyboard.type('市档案馆');
    await tabTo(page, /^往返里程/);
    await page.keyboard.type('12');
    await tabTo(page, /^乘车人数/);
    await page.keyboard.type('1');
    await tabTo(page, /^提交$/);
    await page.keyboard.press('Enter');
    await page.getByText(/已提交/).waitFor();
  });

  test('沈洁 opens the first finding, reads where a figure comes from, and closes it again', async ({ as }) => {
    const page = await as('沈洁');
    await page.goto('/risk/findings');
    await page.locator('.k-table tbody tr').first().waitFor();
    await page.locator('main').press('j');
    await page.keyboard.press('e');
    await page.waitForURL(/\/risk\/findings\/.+/);
    await page.locator('.k-figures').waitFor();
    await tabTo(page, /^\d+(\.\d+)?%$/);
    await page.keyboard.press('Enter');
    const source = page.getByRole('dialog', { name: /由来/ });
    await source.waitFor();
    await page.keyboard.press('Escape');
    await source.waitFor({ state: 'detached' });
    // The focus is back where it was.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/%$/);
  });

  test('孙师傅 reads the odometer wrong and is told so without leaving the field', async ({ as, watch }) => {
    watch.allow(/status of 422/);
    const page = await as('孙师傅');
    await page.goto('/vehicles/drive');
    await page.getByLabel('里程表读数').first().waitFor();
    await tabTo(page, /^里程表读数/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await said(page.getByRole('alert'), '小于');
  });

  test('林芳 verifies the Record', async ({ as }) => {
    const page = await as('林芳');
    await page.goto('/audit/facts');
    await page.getByRole('button', { name: '验证' }).waitFor();
    await tabTo(page, /^验证$/);
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: '验证操作记录' });
    await soon(() => sheet.innerText(), 60_000).toMatch(/未发现/);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  test('钱晓燕 goes through the tabs of a building with the arrows', async ({ as }) => {
    const page = await as('钱晓燕');
    await page.goto('/energy/buildings');
    await page.locator('.k-table tbody tr').first().waitFor();
    await page.locator('a.k-row-open').first().focus();
    await page.keyboard.press('Enter');
    await soon(() =>
      page
        .locator('dialog.k-sheet, h1')
        .allInnerTexts()
        .then((all) => all.join(' ')),
    ).toMatch(/实测样本/);
  });
});
