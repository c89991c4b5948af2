import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { newId } from '@opengoa/kernel';
import type { Answer } from '@opengoa/web-kit';
import { choose, said, soon, total } from './on-the-page.ts';
import { desk, phone, test, type OpenProgram } from './open-program.ts';

/** A clerk takes stock of a floor on a phone, and the network is cut in the middle. */

const pictures = join(tmpdir(), 'opengoa-looks');
mkdirSync(pictures, { recursive: true });
const look = (page: Page, name: string) => page.screenshot({ path: join(pictures, `stocktake-${name}.png`) });

type Sheet = Answer<'assets.stocktake-sheet'>;

/** Things in the larger room of the floor; five stand in the other. */
const many = Number(process.env['OPENGOA_SCANS'] ?? 120);
const few = 5;
const floorName = '盘点楼';

/** A floor of the finance bureau with two rooms, and the labels of what the book has in each. */
async function aFloorWithCards(through: OpenProgram['through']) {
  const keeper = await through('唐宁');
  const clerk = await through('宋洁');
  const units = (await keeper.read('kernel.units', { q: '临江市财政局' })).body as {
    rows: { id: string; name: string }[];
  };
  const unit = units.rows.find(({ name }) => name === '临江市财政局')!.id;
  await keeper.does('space.register-building', { unit, name: floorName, form: 'multi-storey' });
  const listed = async (name: string, query: Record<string, string>) =>
    ((await keeper.read(name, query)).body as { rows: { id: string; number: string }[] }).rows;
  const building = (await listed('space.buildings', { 'f.name': floorName }))[0]!.id;
  for (const number of ['B01', 'B02'])
    await keeper.does('space.register-room', { building, floor: -1, number, areaM2: 60 });
  const rooms = (await listed('space.rooms', { 'f.building_id': building, sort: 'number' })).map(({ id }) => id);
  const numbers = (room: number, count: number) =>
    Array.from({ length: count }, (_, n) => `PDC-${room}-${String(n + 1).padStart(3, '0')}`);
  const [larger, smaller] = [numbers(1, many), numbers(2, few)];
  const cards = [
    ...larger.map((number) => ({ number, room: rooms[0] })),
    ...smaller.map((number) => ({ number, room: rooms[1] })),
  ];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let card = cards.shift(); card; card = cards.shift())
        await clerk.does('assets.register-card', {
          unit,
          ...card,
          name: '办公桌',
          class: 'A05010201',
          valueFen: 100_000,
          acquiredOn: '2024-03-01',
        });
    }),
  );
  return { clerk, larger, smaller };
}

/** As a hand scanner does: it types the code faster than anybody, and Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

const seenOf = ({ lines }: Sheet) => lines.filter(({ state }) => state !== 'waiting');

describe('stocktake', () => {
  test('the network is cut in the middle: nothing lost, nothing doubled; conflicts decided, two sign, the paper is sealed', async ({
    as,
    through,
    watch,
  }) => {
    watch.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource|net::/);
    const { clerk, larger, smaller } = await aFloorWithCards(through);
    const page = await as('江采薇', { viewport: phone });
    await page.goto('/me');
    await page.getByLabel('这是我自己的设备，没有网络时也要能看').check();
    await soon(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

    // Opened on the phone, of one floor.
    await page.goto('/assets/stocktakes');
    await page.getByRole('button', { name: '开始盘点' }).click();
    const form = page.getByRole('dialog');
    await choose(form, '单位', '临江市财政局');
    await form.getByLabel('名称').fill('地下一层盘点');
    await choose(form, '楼层', floorName);
    await look(page, 'open-phone');
    await form.getByRole('button', { name: '开始盘点' }).click();
    await form.waitFor({ state: 'detached' });
    const { rows } = (await clerk.read('assets.stocktakes', { q: '地下一层盘点' })).body as { rows: { id: string }[] };
    const stocktake = rows[0]!.id;
    const sheet = async () => (await clerk.read('assets.stocktake-sheet', { id: stocktake })).body as Sheet;
    const places = (await sheet()).places;
    const placeOf = (number: string) => places.find(({ name }) => name.includes(number))!.id;
    await page.goto(`/assets/stocktakes/${stocktake}`);
    await page.getByRole('heading', { name: '地下一层盘点' }).waitFor();
    await look(page, 'page-phone');
    await page.getByRole('link', { name: '到现场盘点' }).first().click();

    // The door first: an unknown one is said, the right one opens.
    await page.locator('#take-place').waitFor();
    await look(page, 'places-phone');
    await scan(page, 'B99');
    await said(page.locator('.a-places'), '没有“B99”这一处');
    await scan(page, 'B01');
    await page.locator('#take-code').waitFor();
    await scan(page, larger[0]!);
    await said(page.locator('.a-heard'), '账实相符');
    await scan(page, larger[0]!);
    await said(page.locator('.a-heard'), '已扫过');
    await soon(async () => seenOf(await sheet()).length).toBe(1);

    // Down in the cellar.
    await page.context().setOffline(true);
    const began = Date.now();
    for (const number of larger.slice(1, -1)) await scan(page, number);
    await said(page.locator('.a-take-count'), `${many - 1} / ${many}`);
    const took = Date.now() - began;
    // oxlint-disable-next-line no-console -- the figure is asked for
    console.log(`${many - 2} scans without a network: ${took} ms`);
    await scan(page, larger[1]!);
    await said(page.locator('.a-heard'), '已扫过，不重复计');
    // A thing of the other room stands here; one tap, and its place is this one.
    await scan(page, smaller[0]!);
    await said(page.locator('.a-heard'), '账面在');
    await look(page, 'elsewhere-phone');
    await page.locator('.a-heard').getByRole('button', { name: '改到这里' }).click();
    await said(page.locator('.a-lines'), '改到这里');
    // Opened again without a network: what waits is still there.
    await page.reload();
    await said(page.locator('.a-take-count'), `${many - 1} / ${many}`);
    await said(page.locator('body'), '网络已断开');
    await look(page, 'offline-phone');
    await page.getByRole('button', { name: '本处盘完' }).click();
    await scan(page, 'B02');
    for (const number of smaller.slice(1)) await scan(page, number);
    await page.getByRole('button', { name: '本处盘完' }).click();
    await soon(() => page.locator('.a-place-list', { hasText: '已盘完' }).count()).toBe(1);
    expect(seenOf(await sheet())).toHaveLength(1);

    // Meanwhile a colleague with another device sees one of these in another room.
    const disputed = larger[2]!;
    await clerk.does('assets.sync-scans', {
      stocktake,
      entries: [[newId(), 'scanner', placeOf('B02'), disputed, 1, new Date().toISOString()]],
    });

    // Up again: everything comes, once.
    const up = Date.now();
    await page.context().setOffline(false);
    await soon(async () => seenOf(await sheet()).length, 60_000).toBe(many - 1 + few);
    await soon(() => page.locator('.f-kept').count(), 30_000).toBe(0);
    // oxlint-disable-next-line no-console -- the figure is asked for
    console.log(`all there after ${Date.now() - up} ms`);
    const came = await sheet();
    expect(new Set(came.lines.map(({ code }) => code)).size).toBe(came.lines.length);
    expect(came.lines).toHaveLength(many + few);
    expect(came.lines.find(({ code }) => code === smaller[0])).toMatchObject({
      state: 'elsewhere',
      how: 'move-here',
      seenPlace: placeOf('B01'),
    });
    expect(came.lines.filter(({ conflict }) => conflict !== null)).toMatchObject([
      { code: disputed, conflict: 'two-places' },
    ]);

    // The conflict is shown to whoever counts, and decided there.
    await page.goto(`/assets/stocktakes/${stocktake}/take`);
    const conflicts = page.locator('.a-conflicts');
    await said(conflicts, `${disputed} 办公桌：两人在两处扫到`);
    await look(page, 'conflict-phone');
    await conflicts.getByRole('button', { name: '台账不变' }).click();
    await conflicts.waitFor({ state: 'detached' });

    // What was not seen is explained, then two sign; one alone cannot.
    const first = await as('江采薇', { viewport: desk });
    await first.goto(`/assets/stocktakes/${stocktake}`);
    await sign(first);
    await said(first.getByRole('dialog'), '还有 1 项差异没有说明');
    await first.keyboard.press('Escape');
    await first.getByRole('tab', { name: /差异/ }).click();
    // The one that moves, the one whose conflict was decided, and the one that nobody saw.
    await soon(() => total(first)).toBe(3);
    await look(first, 'differences-desk');
    await first.locator('.k-table').getByText(larger.at(-1)!).click();
    const settle = first.getByRole('dialog');
    await settle.getByLabel('说明').fill('已到现场看过，贴了新标签');
    await look(first, 'settle-desk');
    await settle.getByRole('button', { name: '实物在，标签脱落' }).click();
    await said(settle, '实物在，标签脱落');
    await first.keyboard.press('Escape');
    await settle.waitFor({ state: 'detached' });
    await sign(first);
    await said(first.locator('main'), '已签一人，待第二人');
    const second = await as('何涛', { viewport: desk });
    await second.goto(`/assets/stocktakes/${stocktake}`);
    await sign(second);
    await said(second.locator('main'), '已封存');

    // The paper is what was sealed.
    await second.getByRole('tab', { name: '结果与签字' }).click();
    await said(second.locator('main'), /江采薇[\s\S]*何涛/);
    await look(second, 'sealed-desk');
    const [file] = await Promise.all([
      second.waitForEvent('download'),
      second.getByRole('button', { name: '下载封存报告' }).click(),
    ]);
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await said(second.locator('main'), createHash('sha256').update(bytes).digest('hex'));
    await page.goto(`/assets/stocktakes/${stocktake}/take`);
    await said(page.locator('main'), '已经不再收记录');
    // The move took effect in the ledger.
    const { rows: moved } = (await clerk.read('assets.cards', { 'f.number': smaller[0]! })).body as {
      rows: { room: string }[];
    };
    expect(JSON.stringify(moved[0])).toContain('B01');
  });
});

/** Signs on the page: asked once more, then done. */
async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: '签字', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
}
