import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { addDays, dayOf } from '../../kernel/calendar/calendar.ts';
import { said, soon } from './on-the-page.ts';
import { phone, test } from './open-program.ts';

/** What each person may choose for themselves: large type, dark ground, language, post; and finding anything by a few letters. */

interface Small {
  readonly what: string;
  readonly px: number;
}

/** Text smaller than `px`, and things to press smaller than that on a side, as somebody sees them. */
async function tooSmall(page: Page, textPx: number, targetPx: number): Promise<{ texts: Small[]; targets: Small[] }> {
  return page.evaluate(
    ([text, target]) => {
      const named = (element: Element) =>
        `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${(element.textContent ?? '').trim().slice(0, 20)}`;
      const seen = (element: Element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
      const texts = new Map<string, number>();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        // Hidden from eyes on purpose: names for readers.
        if (
          !element ||
          !node.textContent?.trim() ||
          !seen(element) ||
          element.closest('[aria-hidden="true"], .k-unseen')
        )
          continue;
        const px = Number.parseFloat(getComputedStyle(element).fontSize);
        if (px < text!) texts.set(named(element), px);
      }
      const targets = [
        ...document.querySelectorAll('button, a[href], [role="tab"], [role="option"], input:not([type="hidden"])'),
      ]
        .filter((element) => seen(element) && !(element as HTMLButtonElement).disabled)
        .flatMap((element) => {
          // A link inside a line of text is as high as its line; a checkbox is pressed by its label.
          const box = (
            element.closest('label') ??
            element.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper') ??
            element
          ).getBoundingClientRect();
          // The link of a row is pressed anywhere on the row.
          const inLine =
            (element.tagName === 'A' && getComputedStyle(element).display === 'inline') ||
            element.classList.contains('k-row-open');
          const side = inLine ? Number.POSITIVE_INFINITY : Math.round(box.height * 10) / 10;
          return box.width > 0 && side < target! ? [{ what: named(element), px: side }] : [];
        });
      return { texts: [...texts].map(([what, px]) => ({ what, px })), targets };
    },
    [textPx, targetPx],
  );
}

const chooseFromMyMenu = async (page: Page, entry: string): Promise<void> => {
  await page.locator('.f-person').click();
  await page.getByRole('menu').getByText(entry, { exact: true }).click();
};

describe('the look is the person’s', () => {
  for (const [where, viewport] of [
    ['desk', undefined],
    ['phone', phone],
  ] as const)
    test(`large type on the ${where}: text of 18 px and more, targets of 60 px`, async ({ as }) => {
      const page = await as('周敏', viewport ? { viewport } : {});
      await page.goto('/');
      await chooseFromMyMenu(page, '长辈版');
      for (const path of ['/', '/vehicles/ask', '/vehicles/trips']) {
        await page.goto(path);
        await page.locator('h1').waitFor();
        await page.waitForLoadState('networkidle');
        expect({ path, ...(await tooSmall(page, 18, 60)) }).toEqual({ path, texts: [], targets: [] });
      }
    });

  test('dark ground and language stay after a reload; every word changes', async ({ as }) => {
    const page = await as('周敏');
    await page.goto('/vehicles/trips');
    await page.getByRole('button', { name: '深色' }).click();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    expect(Math.max(...dark.match(/\d+/g)!.slice(0, 3).map(Number))).toBeLessThan(60);
    await chooseFromMyMenu(page, 'English');
    await page.getByRole('heading', { name: 'Trips' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Trips' }).waitFor();
    expect(await ground()).toBe(dark);
    expect(await page.getAttribute('html', 'lang')).toMatch(/^en/);
    // What is left in Chinese is what people typed, not what the program says.
    const chinese = await page.locator('nav, th, h1, .k-filters, .k-tools').allInnerTexts();
    expect(chinese.join('\n')).not.toMatch(/\p{Script=Han}/u);
    await page.getByRole('button', { name: 'Light' }).click();
    await chooseFromMyMenu(page, '中文');
    await page.getByRole('heading', { name: '用车申请' }).waitFor();
  });
});

describe('search', () => {
  test('a person by pinyin initials, a vehicle by its plate, a page by its title; by keyboard', async ({ as }) => {
    const page = await as('郑强');
    await page.goto('/');
    await page.locator('h1').waitFor();
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', { name: /搜索/ });
    await box.fill('ssf');
    const hits = page.getByRole('listbox');
    await said(hits, '孙师傅');
    await box.fill('10003');
    await said(hits, '青A·10003');
    await page.getByRole('option', { name: /车辆台账.*青A·10003/ }).waitFor();
    await box.fill('cltz');
    await page.getByRole('option', { name: /页面\s*车辆台账/ }).waitFor();
    await box.fill('驾驶员');
    await page.getByRole('option', { name: /页面\s*驾驶员\s*公务用车/ }).waitFor();
    // Faster than the answer: what stood below was found for other words.
    await box.fill('青A·10003');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /青A·10003/ }).waitFor();
  });

  test('SEC-AC-06 what one may not see is not found', async ({ as }) => {
    const page = await as('石磊');
    await page.goto('/');
    await page.getByRole('combobox', { name: /搜索/ }).fill('TR-2026');
    await said(page.locator('.f-search'), '没有找到');
  });
});

describe('posts', () => {
  test('whoever holds two posts, or stands in, switches; nothing of the other post stays', async ({ as, through }) => {
    const leader = await through('冯毅');
    const idOf = async (name: string) =>
      ((await (await through(name)).session()) as unknown as { person: { id: string } }).person.id;
    // 冯毅 is away tomorrow: 郑强 stands in for a week.
    const day = (after: number) => addDays(dayOf(new Date()), after);
    await leader.does('kernel.name-stand-in', {
      forPerson: await idOf('冯毅'),
      person: await idOf('郑强'),
      from: day(0),
      to: day(7),
      reason: '外出学习',
    });
    const page = await as('郑强');
    await page.goto('/vehicles/trips');
    await page.getByTitle('切换岗位').click();
    await page.getByRole('menuitemradio', { name: /局长.*代 冯毅/ }).click();
    await said(page.locator('.f-top'), '局长');
    await soon(() => new URL(page.url()).pathname).toBe('/');
    await page.getByTitle('切换岗位').click();
    await page.getByRole('menuitemradio', { name: /车辆管理科 · 科长/ }).click();
    await said(page.locator('.f-top'), '科长');
  });
});
