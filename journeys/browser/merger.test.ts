import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { newId } from '@opengoa/kernel';
import { addDays, dayOf } from '../../kernel/calendar/calendar.ts';
import { act, choose, rowsOf, said, soon } from './on-the-page.ts';
import { phone, test, type OpenProgram } from './open-program.ts';

/** A new bureau is founded by merger: rooms, people and assets follow, what nobody can know is asked, and history stays true. */

const pictures = join(tmpdir(), 'opengoa-looks');
mkdirSync(pictures, { recursive: true });
const look = (page: Page, name: string) => page.screenshot({ path: join(pictures, `merger-${name}.png`) });

const [culture, sports, tourism, trade, merged] = [
  '临江市文化局',
  '临江市体育局',
  '临江市旅游局',
  '临江市外事局',
  '临江市文化旅游体育局',
] as const;
const paper = '临江市机构改革方案';
const since = '2024-01-01';
const today = dayOf(new Date());
const before = addDays(today, -1);
const building = '合并楼';

type Visitor = Awaited<ReturnType<OpenProgram['through']>>;
const rowsFrom = async (by: Visitor, list: string, query: Record<string, string>) =>
  ((await by.read(list, query)).body as { rows: Record<string, string>[] }).rows;

/** Three bureaus with a room each on one floor, somebody in it and a desk of theirs; the last has a second room. */
async function threeBureaus(through: OpenProgram['through']) {
  const [officer, keeper, clerk] = [await through('许志远'), await through('唐宁'), await through('宋洁')];
  const city = (await rowsFrom(officer, 'kernel.units', { q: '临江市' })).find(({ name }) => name === '临江市')!['id']!;
  const holder = (await rowsFrom(officer, 'kernel.units', { q: '临江市机关事务管理局' }))[0]!['id']!;
  const units: Record<string, string> = {};
  for (const name of [culture, sports, tourism, trade]) {
    units[name] = newId();
    await officer.does('kernel.found-unit', {
      id: units[name],
      name,
      kind: 'institution',
      level: 'city',
      parent: city,
      from: '2020-01-01',
    });
  }
  await keeper.does('space.register-building', { unit: holder, name: building, form: 'multi-storey' });
  const buildingId = (await rowsFrom(keeper, 'space.buildings', { 'f.name': building }))[0]!['id']!;
  const rooms: Record<string, string> = {};
  for (const [number, of, who] of [
    ['901', culture, '温书言'],
    ['902', sports, '凌跃'],
    ['903', tourism, '柏远山'],
    ['904', tourism, ''],
  ] as const) {
    const room = {
      building: buildingId,
      floor: 9,
      number,
      areaM2: 18,
      allot: { unit: units[of], from: since, paper: '分配通知' },
    };
    // A unit that was founded a moment ago is known to every part of the program a moment later.
    await soon(async () => (await keeper.run('space.register-room', room)).status).toBe(200);
    rooms[number] = (await rowsFrom(keeper, 'space.rooms', { 'f.building_id': buildingId, 'f.number': number }))[0]![
      'id'
    ]!;
    if (who === '') continue;
    const [person, post] = [newId(), newId()];
    await officer.does('kernel.register-person', { id: person, unit: units[of], name: who, from: '2020-01-01' });
    await officer.does('kernel.create-post', {
      id: post,
      unit: units[of],
      title: '科员',
      rank: '一级科员',
      from: '2020-01-01',
    });
    await officer.does('kernel.appoint', { person, post, kind: 'main', from: '2020-01-01' });
    const seat = { room: rooms[number], person, from: '2024-02-01', asFound: true };
    await soon(async () => (await keeper.run('space.seat-person', seat)).status).toBe(200);
    const desk = {
      unit: units[of],
      number: `HB-${number}`,
      name: '办公桌',
      class: 'A05010201',
      valueFen: 150_000,
      acquiredOn: '2024-03-01',
      room: rooms[number],
      user: person,
    };
    await soon(async () => (await clerk.run('assets.register-card', desk)).status).toBe(200);
  }
  return { city, units, rooms, keeper, clerk };
}

const fillDay = async (page: Page, form: ReturnType<Page['getByRole']>, label: string, day: string) => {
  await form.getByLabel(label).fill(day);
  await page.keyboard.press('Enter');
};

describe('a new bureau by merger', () => {
  test('rooms, seats and cards follow; a split waits for its choice as a task; the day before all is as it was', async ({
    as,
    through,
  }) => {
    const { city, units, rooms, keeper, clerk } = await threeBureaus(through);

    // The officer founds the new bureau and merges two into it; a third is split between it and another.
    const officer = await as('许志远');
    await officer.goto(`/organisation/${city}`);
    await officer.getByRole('heading', { name: '临江市', exact: true }).waitFor();
    await act(officer, '设立下级机构', async (form) => {
      await form.getByLabel('名称').first().fill(merged);
      await form.getByRole('radio', { name: '单位' }).check();
      await choose(form, '层级', '市');
      await fillDay(officer, form, '自何日起', today);
      await look(officer, 'found-desk');
    });
    const heir = (await rowsFrom(keeper, 'kernel.units', { q: merged }))[0]!['id']!;
    for (const name of [culture, sports]) {
      await officer.goto(`/organisation/${units[name]}`);
      await officer.getByRole('heading', { name, exact: true }).waitFor();
      await act(officer, '并入其他机构', async (form) => {
        await choose(form, '并入', merged);
        await fillDay(officer, form, '自何日起', today);
        await form.getByLabel('依据文件').fill(paper);
        await look(officer, 'merge-desk');
      });
    }
    await officer.goto(`/organisation/${units[tourism]}`);
    await officer.getByRole('heading', { name: tourism, exact: true }).waitFor();
    await act(officer, '分设', async (form) => {
      await choose(form, '分设为', merged);
      await choose(form, '和', trade);
      await fillDay(officer, form, '自何日起', today);
      await form.getByLabel('依据文件').fill(paper);
    });
    await officer.goto(`/organisation/${heir}`);
    await officer.getByRole('tab', { name: '沿革' }).click();
    await said(officer.locator('.k-timeline'), /机构合并[\s\S]*机构合并/);
    await look(officer, 'history-desk');

    // What follows of itself is there without anybody's doing.
    // A heir looks back on what was its forebears': only what is entered for the unit itself is counted.
    const entered = async (by: Visitor, list: string, unit: string) =>
      (await rowsFrom(by, list, { 'f.unit_id': unit, sort: 'number' }))
        .filter((row) => row['unit_id'] === unit)
        .map(({ number }) => number);
    const ofRooms = (unit: string) => entered(keeper, 'space.rooms', unit);
    await soon(() => ofRooms(heir), 30_000).toEqual(['901', '902']);
    await soon(() => entered(clerk, 'assets.cards', heir), 30_000).toEqual(['HB-901', 'HB-902']);

    // What nobody can know is a task of whoever keeps the ledger; done on the page that it opens.
    const page = await as('唐宁');
    const split = page.getByText(`${tourism}已于`);
    await soon(async () => {
      await page.goto('/');
      await page.locator('.d-list, .d-task').first().waitFor();
      return split.count();
    }, 30_000).toBeGreaterThan(0);
    await split.first().click();
    await said(page.locator('body'), '尚有 2 间房待选择承接单位');
    await look(page, 'task-desk');
    await page
      .getByRole('link', { name: /打开|查看/ })
      .first()
      .click();
    await soon(() => new URL(page.url()).pathname).toBe('/space/waiting-rooms');
    await soon(async () => (await rowsOf(page)).map((row) => row['房号'])).toEqual(['903', '904']);
    await look(page, 'waiting-desk');
    for (const [number, to] of [
      ['903', merged],
      ['904', trade],
    ] as const) {
      await page.goto(`/space/waiting-rooms?f.number=${number}`);
      await page.locator('.k-table tbody tr', { hasText: number }).first().click();
      await act(page, '划转', async (form) => {
        await choose(form, '承接单位', to);
        await look(page, 'choose-desk');
      });
      await soon(() => ofRooms(to === merged ? heir : units[trade]!)).toContain(number);
    }
    await soon(async () => {
      await page.goto('/');
      await page.locator('h1, .d-list').first().waitFor();
      await page.waitForLoadState('networkidle');
      return page.locator('body').innerText();
    }, 60_000).not.toContain(`${tourism}已于`);

    // Today the new bureau, with its people in its rooms; the day before, the former ones.
    await page.goto(`/space/rooms/${rooms['901']}?tab=tenure`);
    await page.getByRole('tab', { name: /使用沿革/ }).click();
    await said(page.locator('main'), `由 ${merged} 使用或留存`);
    await look(page, 'room-today-desk');
    await page.getByLabel('看哪一天').fill(before);
    await page.keyboard.press('Enter');
    await said(page.locator('main'), `由 ${culture} 使用或留存`);
    await said(page.locator('main ol'), new RegExp(`– ${before}[^\\n]*${culture}`));
    expect(new URL(page.url()).searchParams.get('day')).toBe(before);
    await look(page, 'room-before-desk');
    await page.getByRole('tab', { name: '人员', exact: true }).click();
    await said(page.locator('main'), '温书言');
    const walker = await as('唐宁', { viewport: phone });
    await walker.goto(`/space/rooms/${rooms['903']}?day=${before}`);
    await walker.getByRole('tab', { name: /使用沿革/ }).click();
    await said(walker.locator('main'), `由 ${tourism} 使用或留存`);
    await look(walker, 'room-before-phone');

    // The Record of the room says who had it and on what paper it changed hands.
    await page.getByRole('tab', { name: '经过' }).click();
    await said(page.locator('.k-timeline'), /登记房间|分配/);
    await said(page.locator('.k-timeline'), '随机构变动划转');
    await look(page, 'record-desk');

    // And of the thing: two ledgers, each with its day.
    const cards = await as('宋洁');
    const [card] = await rowsFrom(clerk, 'assets.cards', { 'f.number': 'HB-901' });
    await cards.goto(`/assets/cards/${card!['id']}`);
    await said(cards.locator('main'), merged);
    await said(cards.locator('main'), culture);
    await look(cards, 'card-desk');
  });
});
