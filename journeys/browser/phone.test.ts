import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Answer } from '@opengoa/web-kit';
import { dayOf, instantAt } from '../../kernel/calendar/calendar.ts';
import { ordinaryDayAfter, said, soon } from './on-the-page.ts';
import { axeSource, desk, phone, test, type OpenProgram } from './open-program.ts';

/** What is done standing, with one hand: approvals, driving, and what becomes of an act when there is no network. */

const pictures = join(tmpdir(), 'opengoa-looks');
mkdirSync(pictures, { recursive: true });
const look = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

const lastDay = async (through: OpenProgram['through']) => {
  const trips = (await (await through('周敏')).read('vehicles.trips', { sort: '-starts_at', size: '1' })).body as {
    rows: { starts_at: string }[];
  };
  return ordinaryDayAfter(trips.rows[0]!.starts_at);
};

/** An hour's trip. */
const ask = async (through: OpenProgram['through'], starts: Date, purpose: string) =>
  (
    await (
      await through('周敏')
    ).does<{ trip: string }>('vehicles.request-trip', {
      purpose,
      use: 'general-affairs',
      from: '临江市财政局',
      to: '市档案馆',
      startsAt: starts.toISOString(),
      endsAt: new Date(starts.getTime() + 3_600_000).toISOString(),
      people: 2,
      distanceKm: 12,
      crossCity: false,
    })
  ).trip;

describe('approvals on the phone', () => {
  test('ten simple cases in a minute: two presses each, under the thumb, and the next one slides in', async ({
    as,
    through,
  }) => {
    const day = await lastDay(through);
    const trips: string[] = [];
    for (let n = 0; n < 10; n += 1) trips.push(await ask(through, instantAt(day, (8 + n) * 60), `送文件 ${n + 1}`));
    const page = await as('何涛', { viewport: phone });
    await page.goto('/');
    await page.locator('.d-list li, .d-task').first().waitFor();
    const began = Date.now();
    const state = async () => {
      const read = await Promise.all(
        trips.map(
          async (id) => (await (await through('周敏')).read('vehicles.trip', { id })).body as Answer<'vehicles.trip'>,
        ),
      );
      return read.filter((trip) => trip.state === 'approved').length;
    };
    await page.getByText('送文件').first().click();
    const times: number[] = [];
    for (let n = 0; n < 10; n += 1) {
      const gist = page.locator('.d-phone-case .k-summary');
      await gist.waitFor();
      const before = await gist.innerText();
      const from = Date.now();
      const agree = page.locator('.k-acts-thumb').getByRole('button', { name: '同意', exact: true });
      if (n === 0) {
        await agree.waitFor();
        const box = (await agree.boundingBox())!;
        // The lower third of the screen, and wide enough for a thumb.
        expect(box.y).toBeGreaterThan(phone.height * 0.66);
        expect(box.height).toBeGreaterThanOrEqual(44);
        await look(page, 'approve-phone');
      }
      await agree.click();
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await soon(async () => (await gist.count()) === 0 || (await gist.innerText()) !== before).toBe(true);
      times.push(Date.now() - from);
    }
    const took = Date.now() - began;
    // oxlint-disable-next-line no-console -- the figure is asked for
    console.log(`ten approvals on a phone: ${took} ms, each ${times.join(' ')}`);
    expect(took).toBeLessThan(60_000);
    expect(await state()).toBe(10);
  });
});

describe('driving where there is no network', () => {
  test('departure and return pressed without a network are kept, shown, sent in their order and done once', async ({
    as,
    through,
    watch,
  }) => {
    watch.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
    // This evening, when nobody else of the town drives; after ten, soon.
    const evening = instantAt(dayOf(new Date()), 22 * 60);
    const starts = new Date(Math.max(evening.getTime(), Date.now() + 300_000));
    const trip = await ask(through, starts, '接送参会人员');
    await (await through('何涛')).does('vehicles.approve-trip', { trip });
    const dispatcher = await through('吴静');
    const { proposals } = (await dispatcher.read('vehicles.proposals', { trip })).body as Answer<'vehicles.proposals'>;
    const { rows: drivers } = (await dispatcher.read('vehicles.drivers', { q: '孙' })).body as {
      rows: { id: string; name: string }[];
    };
    const driver = drivers.find(({ name }) => name === '孙师傅')!.id;
    await dispatcher.does('vehicles.dispatch-trip', { trip, vehicle: proposals[0]!.vehicle, driver });
    const page = await as('孙师傅', { viewport: phone });
    await page.goto('/vehicles/drive');
    const card = page.locator('.v-drive').filter({ hasText: '接送参会人员' });
    await card.waitFor();
    await look(page, 'drive-phone');
    await page.context().setOffline(true);
    const odometer = Number(await card.getByLabel('里程表读数').inputValue());
    await card.getByRole('button', { name: '出车', exact: true }).click();
    await said(card, '已记下，联网后发送');
    await said(page.locator('.f-kept'), '1 件等待发送');
    await card.getByLabel('里程表读数').fill(String(odometer));
    const pressed = Date.now();
    await card.getByRole('button', { name: '返回', exact: true }).click();
    await said(page.locator('.f-kept'), '2 件等待发送');
    await page.locator('.f-kept').getByRole('button', { name: '查看' }).click();
    await said(page.getByRole('dialog'), '每件只办一次');
    await look(page, 'kept-phone');
    await page.keyboard.press('Escape');
    // Reloading the page loses nothing either; there is a network again, but its first answers do not come back.
    let lost = 0;
    await page.route('**/api/verbs/vehicles.depart-trip', async (route) => {
      lost += 1;
      if (lost > 4) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.context().setOffline(false);
    await page.reload();
    await soon(() => lost, 60_000).toBe(5);
    await soon(() => page.locator('.f-kept').count(), 60_000).toBe(0);
    const after = (await (await through('周敏')).read('vehicles.trip', { id: trip })).body as Answer<'vehicles.trip'>;
    expect(after.state).toBe('returned');
    const facts = (await (await through('周敏')).read('kernel.timeline', { object: trip })).body as {
      entries: { type: string }[];
    };
    const of = (type: string) => facts.entries.filter((fact) => fact.type === type).length;
    expect([of('vehicles.TripDeparted'), of('vehicles.TripReturned')]).toEqual([1, 1]);
    expect(Math.abs(Date.parse(after.returnedAt!) - pressed)).toBeLessThan(15_000);
  });
});

describe('长辈版, by the numbers of the ministry', () => {
  for (const [name, viewport] of [
    ['desk', desk],
    ['phone', phone],
  ] as const)
    test(`${name}: main text of 18 pt, lines of 1.3, targets of 60, contrast of 4.5`, async ({ as }) => {
      const page = await as('周敏', { viewport });
      await page.addInitScript(() => localStorage.setItem('opengoa.look', JSON.stringify({ large: true })));
      for (const path of ['/', '/vehicles/ask', '/vehicles/trips', '/help']) {
        await page.goto(path);
        await page.locator('h1').waitFor();
        await page.waitForLoadState('networkidle');
        const measured = await page.evaluate(() => {
          const main = document.querySelector('main')!;
          const small: string[] = [];
          const tight: string[] = [];
          const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
          let texts = 0;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement!;
            if (!node.textContent?.trim() || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
              continue;
            // Names for readers, decoration, and what only says how old or how many: not main text.
            if (
              element.closest('[aria-hidden="true"], .k-unseen, .k-faint, .k-total, .k-tag, kbd, .f-crumbs, .k-badge')
            )
              continue;
            const { fontSize, lineHeight } = getComputedStyle(element);
            texts += 1;
            const px = Number.parseFloat(fontSize);
            if (px < 24)
              small.push(`${element.tagName}.${element.className} ${node.textContent.trim().slice(0, 12)} ${px}`);
            // A button is one line.
            if (!element.closest('button') && Number.parseFloat(lineHeight) < px * 1.3)
              tight.push(`${element.tagName}.${element.className} ${lineHeight}/${fontSize}`);
          }
          return { texts, small: [...new Set(small)].slice(0, 10), tight: [...new Set(tight)].slice(0, 10) };
        });
        expect(measured.texts).toBeGreaterThan(3);
        expect({ path, small: measured.small, tight: measured.tight }).toEqual({ path, small: [], tight: [] });
        await page.evaluate(axeSource());
        const contrast = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: {
              run(
                on: unknown,
                how: object,
              ): Promise<{ violations: { nodes: { html: string }[] }[]; passes: unknown[] }>;
            };
          };
          const told = await axe.run(document, { runOnly: ['color-contrast'] });
          return {
            bad: told.violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 120))),
            looked: told.passes.length,
          };
        });
        expect({ path, bad: contrast.bad }).toEqual({ path, bad: [] });
        expect(contrast.looked).toBeGreaterThan(0);
        await look(page, `elder-${name}${path.replaceAll('/', '-')}`);
      }
    });
});
