import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeSource, desk, phone, test } from './open-program.ts';

/** Every page that somebody's navigation leads to, in both windows: readable by everybody, nothing cut off, nothing left in the program's own words. */

const roles = ['周敏', '何涛', '吴静', '孙师傅', '钱晓燕', '沈洁', '林芳', '方晴'] as const;

/** `vehicles.settle-trip`, `kernel.Refused`, a bare uuid: the program's words, not the office's. A reference to be quoted stands as `<code>`. */
const ourWords =
  /\b(?:kernel|vehicles|energy|risk-centre)[./](?:[a-z]+-)*[A-Za-z]+\b|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\bundefined\b|\bNaN\b|\[object/;

interface Found {
  readonly serious: readonly string[];
  readonly beyondPx: number;
  readonly left: string | undefined;
}

const clean: Found = { serious: [], beyondPx: 0, left: undefined };

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('main h1, main h2') !== null && document.querySelector('.k-skeleton') === null,
  );
}

/** What is wrong with the page as it stands. */
async function look(page: Page): Promise<Found> {
  const [serious, beyondPx, text] = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          on: Document,
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
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return [
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      document.documentElement.scrollWidth - innerWidth,
      said(),
    ] as const;
  });
  return { serious, beyondPx: Math.max(0, beyondPx), left: ourWords.exec(text)?.[0] };
}

async function pathsOf(page: Page): Promise<string[]> {
  const navigation = page.getByRole('navigation', { name: '主导航' });
  await navigation.waitFor();
  const folded = navigation.locator('button[aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
  return navigation.locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href')!));
}

/** Goes there as a press on a link does, without loading the program anew. */
const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);

describe('every page of the navigation', () => {
  for (const name of roles)
    test(`as ${name} sees it, at ${desk.width} and ${phone.width} px`, async ({ as }) => {
      const page = await as(name);
      await page.goto('/');
      const paths = await pathsOf(page);
      await page.evaluate(axeSource());
      expect(paths.length).toBeGreaterThan(2);
      const wrong: Record<string, Found> = {};
      const seen = new Set<string>();
      const examine = async (path: string) => {
        seen.add(path);
        await goTo(page, path);
        for (const viewport of [desk, phone]) {
          await page.setViewportSize(viewport);
          await settled(page);
          const found = await look(page);
          if (found.serious.length > 0 || found.beyondPx > 0 || found.left) wrong[`${path} ${viewport.width}`] = found;
        }
        await page.setViewportSize(desk);
      };
      for (const path of [...paths, '/me', '/help', '/messages']) {
        await examine(path);
        // And the first thing its ledger opens.
        const first = page.locator('.k-table a.k-row-open').first();
        const thing = (await first.count()) > 0 ? await first.getAttribute('href') : null;
        if (thing && ![...seen].some((each) => each.slice(0, -36) === thing.slice(0, -36))) await examine(thing);
      }
      expect(wrong, `${seen.size} pages, ${JSON.stringify(clean)} each`).toEqual({});
    });
});
