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
