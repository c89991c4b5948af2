import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays, calendarFrom, dayOf } from '../../kernel/calendar/calendar.ts';

/** What a person reads off a page. */

/** What becomes true in the time that anything may take on a busy machine. */
export function soon<T>(look: () => T | Promise<T>, patienceMs = 15_000) {
  return expect.poll(look, { timeout: patienceMs });
}

/** The text is there, or comes. */
export async function said(place: Locator, text: string | RegExp): Promise<void> {
  const pattern = typeof text === 'string' ? new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)) : text;
  await soon(async () => (await place.allInnerTexts()).join('\n')).toMatch(pattern);
}

/** Rows of a ledger by its headers, as text. */
export async function rowsOf(page: Page): Promise<Record<string, string>[]> {
  return page
    .locator('.k-table')
    .first()
    .evaluate((table) => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- this runs in the page, which knows nothing of what is around it
      const clean = (cell: Element) => (cell as HTMLElement).innerText.replace(/[◐✓△!✗↑↓↕]/g, '').trim();
      const heads = [...table.querySelectorAll('thead th')].map(clean);
      return [...table.querySelectorAll('tbody tr')].map((row) =>
        Object.fromEntries([...row.querySelectorAll('td')].map((cell, n) => [heads[n] ?? String(n), clean(cell)])),
      );
    });
}

export const rowOf = async (page: Page, first: string): Promise<Record<string, string> | undefined> =>
  (await rowsOf(page)).find((row) => Object.values(row)[0] === first);

/** `共 48 条` */
export async function total(page: Page): Promise<number> {
  const text = page.locator('.k-total');
  await text.waitFor();
  return Number(/[\d,]+/.exec(await text.innerText())![0].replaceAll(',', ''));
}

/** The day after an instant, by China's clock. */
export const dayAfter = (instant: string): string => addDays(dayOf(new Date(instant)), 1);

/** The first day after an instant on which no vehicle is sealed: on statutory holidays a dispatch is refused. */
export function ordinaryDayAfter(instant: string): string {
  const calendar = calendarFrom();
  let day = dayAfter(instant);
  while (calendar.kindOf(day).kind === 'holiday') day = addDays(day, 1);
  return day;
}

/** Chooses from a field by typing what it is called, and taking the first that bears it, from the list that is this field's own. */
export async function choose(form: Locator, field: string, text: string): Promise<void> {
  const box = form.getByRole('combobox', { name: field });
  await box.fill(text);
  await soon(() => box.getAttribute('aria-expanded')).toBe('true');
  const list = await box.getAttribute('aria-controls');
  await form
    .page()
    .locator(`.ant-select-dropdown:has([id="${list}"]) .ant-select-item-option`, { hasText: text })
    .first()
    .click();
}

/** An act of a page, from its buttons or from what more there is: filled in, sent, and done. */
export async function act(page: Page, title: string, fill: (form: Locator) => Promise<void>): Promise<void> {
  const button = page.getByRole('button', { name: title, exact: true });
  const more = page.getByRole('button', { name: '更多', exact: true });
  await button.or(more).first().waitFor();
  if ((await button.count()) > 0) await button.first().click();
  else {
    await more.click();
    await page.getByRole('menuitem', { name: title, exact: true }).click();
  }
  const form = page.getByRole('dialog').last();
  await form.locator('button[type=submit]').waitFor();
  await fill(form);
  await form.locator('button[type=submit]').click();
  await form.locator('button[type=submit]').waitFor({ state: 'detached' });
}
