import type { Page } from 'playwright-core';
import { axeSource, desk, phone } from './open-program.ts';

/** Walking through everything that somebody's navigation leads to. */

/** `vehicles.settle-trip`, `kernel.Refused`, a bare uuid: the program's words, not the office's. A reference to be quoted stands as `<code>`. */
const ourWords =
  /\b(?:kernel|vehicles|energy|procurement|space|assets|risk-centre)[./](?:[a-z]+-)*[A-Za-z]+\b|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\bundefined\b|\bNaN\b|\[object/;

export interface Found {
  /** Of axe-core's, the serious and the critical. */
  readonly serious: readonly string[];
  /** How far the page can be pushed sideways, and what stands out at its side. */
  readonly beyondPx: number;
  readonly standsOut?: readonly string[];
  /** A word of ours that no office uses. */
  readonly left: string | undefined;
}

/** Drawn for the window it is in, with everything it asked for. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      matchMedia('(max-width: 767px)').matches === (document.querySelector('.f-bottom') !== null) &&
      document.querySelector('main h1, main h2') !== null &&
      document.querySelector('.k-skeleton') === null,
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Pages of the same make, by address and width, that were looked at in this file: axe-core would say the same again, and so would a phone. */
const looked = new Set<string>();

/** What is wrong with the page as it stands. @param within what axe-core looks at; the frame is the same around every page */
async function look(page: Page, within: 'document' | 'main' | 'nothing'): Promise<Found & { readonly isNew: boolean }> {
  const [serious, beyondPx, standsOut, text, make] = await page.evaluate(
    async ([where, known]) => {
      const { axe } = window as unknown as {
        axe: {
          run(
            on: unknown,
            how: object,
          ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
        };
      };
      const said = () => {
        const words: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (!node.parentElement?.closest('code, pre, script, style')) words.push(node.textContent ?? '');
        return words.join('\n');
      };
      // What the page is made of: each kind of element once, with its roles and names of attributes, and whether it holds words.
      const kinds = [...document.querySelectorAll('main, main *')].map((element) =>
        [
          element.tagName,
          element.getAttribute('class') ?? '',
          ...[...element.attributes].map(({ name, value }) => (name === 'role' ? value : name)),
          [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
        ].join(' '),
      );
      const address = location.pathname.replaceAll(/[0-9a-f-]{36}/g, '{id}');
      const made = [where, innerWidth, address, ...[...new Set(kinds)].toSorted()].join('\n');
      const { violations } =
        where === 'nothing' || known.includes(made)
          ? { violations: [] }
          : await axe.run(where === 'main' ? 'main' : document, { resultTypes: ['violations'] });
      return [
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
        document.documentElement.scrollWidth - innerWidth,
        [...document.querySelectorAll('body *')]
          .filter(
            (each) => each.getBoundingClientRect().right > innerWidth + 0.5 && !each.closest('.k-sheet, .k-table'),
          )
          .slice(0, 3)
          .map((each) => each.outerHTML.slice(0, 160)),
        said(),
        made,
      ] as const;
    },
    [within, [...looked].filter((each) => each.startsWith(within))] as const,
  );
  const isNew = !looked.has(make);
  if (serious.length === 0) looked.add(make);
  return {
    isNew,
    serious,
    beyondPx: Math.max(0, beyondPx),
    ...(beyondPx > 0 ? { standsOut } : {}),
    left: ourWords.exec(text)?.[0],
  };
}

export async function pathsOf(page: Page): Promise<string[]> {
  const navigation = page.getByRole('navigation', { name: '主导航' });
  await navigation.waitFor();
  const folded = navigation.locator('button[aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
  return navigation.locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href')!));
}

/** Goes there as a press on a link does, without loading the program anew. */
const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);

export interface WalkOptions {
  readonly readable?: boolean;
  /** Seen on every page, besides what is always looked for. */
  readonly also?: (page: Page, where: string) => Promise<void>;
}

/**
 * Every page of somebody's navigation and the first thing each ledger opens, in both windows; on the phone once for each make of a page.
 * @returns what is wrong, by path and width; nothing when nothing is
 */
export async function walkAll(page: Page, { readable = true, also }: WalkOptions = {}): Promise<Record<string, Found>> {
  await page.setViewportSize(desk);
  await page.goto('/');
  const paths = await pathsOf(page);
  if (readable) await page.evaluate(axeSource());
  const wrong: Record<string, Found> = {};
  const seen = new Set<string>();
  const examine = async (path: string) => {
    await goTo(page, path);
    for (const viewport of [desk, phone]) {
      await page.setViewportSize(viewport);
      await settled(page);
      const { isNew, ...found } = await look(page, readable ? (seen.size === 0 ? 'document' : 'main') : 'nothing');
      const where = `${path} ${viewport.width}`;
      if (found.serious.length > 0 || found.beyondPx > 0 || found.left) wrong[where] = found;
      await also?.(page, where);
      // Somebody else's page of the same make has been seen on a phone.
      if (!isNew) break;
    }
    await page.setViewportSize(desk);
    seen.add(path);
  };
  for (const path of [...paths, '/me', '/help', '/messages']) {
    await examine(path);
    const first = page.locator('.k-table a.k-row-open').first();
    const thing = (await first.count()) > 0 ? await first.getAttribute('href') : null;
    if (thing && ![...seen].some((each) => each.slice(0, -36) === thing.slice(0, -36))) await examine(thing);
  }
  return wrong;
}
