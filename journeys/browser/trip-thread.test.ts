import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Answer } from '@opengoa/web-kit';
import { ordinaryDayAfter, rowOf, rowsOf, said, soon, total } from './on-the-page.ts';
import { phone, test, type OpenProgram } from './open-program.ts';

/** One trip from asking to rating, by the people who do it, in their browsers. */

const purpose = '参加园区现场会';
const to = '高新区政务大厅';
const asked = { number: '', id: '' };
/** The day after every trip there is, so that vehicles and drivers are free. */
let day = '';

async function fillPlan(page: Page): Promise<void> {
  await page.getByLabel('事由').fill(purpose);
  await page.getByLabel('出发时间').fill(`${day} 09:00`);
  await page.keyboard.press('Enter');
  await page.getByLabel('预计返回').fill(`${day} 11:30`);
  await page.keyboard.press('Enter');
  await page.getByLabel('目的地').fill(to);
  await page.getByLabel('往返里程').fill('26');
  await page.getByLabel('乘车人数').fill('3');
}

const countOn = async (page: Page, tab: string): Promise<number> =>
  Number(/\d+/.exec(await page.getByRole('tab', { name: tab }).innerText())?.[0] ?? 0);

/** The case of this trip on the desk, opened with j alone. */
async function stepToCase(page: Page): Promise<void> {
  const title = page.locator('.d-case .k-summary');
  await title.waitFor();
  for (let n = 0; n < 30 && !(await title.innerText()).includes(asked.number); n += 1) await page.keyboard.press('j');
  expect(await title.innerText()).toContain(asked.number);
}

/** A short trip that afternoon for a driver: the board proposes whoever has driven least that day. */
async function occupy(through: OpenProgram['through'], driver: string): Promise<void> {
  const asker = await through('周敏');
  const { trip } = await asker.does<{ trip: string }>('vehicles.request-trip', {
    purpose: '送取文件',
    use: 'general-affairs',
    from: '临江市财政局',
    to: '市档案馆',
    startsAt: `${day}T13:00:00+08:00`,
    endsAt: `${day}T15:00:00+08:00`,
    people: 1,
    distanceKm: 12,
    crossCity: false,
  });
  await (await through('何涛')).does('vehicles.approve-trip', { trip });
  const dispatcher = await through('吴静');
  const { proposals } = (await dispatcher.read('vehicles.proposals', { trip })).body as Answer<'vehicles.proposals'>;
  await dispatcher.does('vehicles.dispatch-trip', { trip, vehicle: proposals[0]!.vehicle, driver });
}

describe('a trip, from asking to rating', () => {
  test('SEC-WB-08 周敏 asks on the desk; a double click is one request', async ({ as, through }) => {
    const trips = (await (await through('周敏')).read('vehicles.trips', { sort: '-starts_at', size: '1' })).body as {
      rows: { starts_at: string }[];
    };
    day = ordinaryDayAfter(trips.rows[0]!.starts_at);
    const page = await as('周敏');
    await page.goto('/vehicles/trips');
    const before = await total(page);
    await page.getByRole('button', { name: '我要用车' }).click();
    await fillPlan(page);
    const rail = page.locator('.k-journey-rail');
    await said(rail, '何涛');
    await said(rail, `${day}`);
    await said(rail, /\d+ 辆/);
    await page.getByRole('button', { name: '提交' }).dblclick();
    const title = page.getByText(/已提交，单号 TR-/);
    await title.waitFor();
    asked.number = /TR-\d{4}-\d{5}/.exec(await title.innerText())![0];
    await page.getByRole('link', { name: '查看用车单' }).click();
    await page.getByRole('heading', { name: asked.number }).waitFor();
    asked.id = page.url().split('/').at(-1)!;
    await said(page.locator('main'), '审批中');
    await said(page.locator('.k-holder'), '何涛');
    // Back through the history to the form: it is empty again, and nothing is sent by going there.
    await page.goBack();
    await page.goto('/vehicles/trips');
    expect(await total(page)).toBe(before + 1);
    await soon(() => rowOf(page, asked.number)).toMatchObject({ 状态: '审批中', 目的地: to, 事由: purpose, 人数: '3' });
  });

  test('何涛 approves from the desk by keyboard alone, and the next case slides in', async ({ as }) => {
    const page = await as('何涛');
    await page.goto('/vehicles/trips');
    await page.getByRole('heading', { name: '用车申请' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await stepToCase(page);
    await said(page.locator('.d-case'), to);
    const waiting = await countOn(page, '待办');
    await page.keyboard.press('a');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await soon(() => page.locator('.d-case .k-summary').innerText()).not.toContain(asked.number);
    await soon(() => countOn(page, '待办')).toBe(waiting - 1);
    await page.getByRole('tab', { name: '已办' }).click();
    await said(page.locator('.d-list'), asked.number);
  });

  test('吴静 dispatches on the board by keyboard: choose, Enter, a proposal with its reasons', async ({
    as,
    through,
  }) => {
    const drivers = (await (await through('郑强')).read('vehicles.drivers')).body as {
      rows: { id: string; name: string }[];
    };
    for (const { id, name } of drivers.rows) if (name !== '孙师傅') await occupy(through, id);
    const page = await as('吴静');
    await page.goto('/vehicles/board');
    const card = page.locator('.v-tray button', { hasText: asked.number });
    await card.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: '派车建议' });
    await sheet.waitFor();
    const first = sheet.locator('.v-proposals > li').first();
    await first.waitFor();
    expect(await first.locator('ul > li').count()).toBeGreaterThan(0);
    // The best one has the focus: Enter takes it.
    await said(first, '孙师傅');
    await page.keyboard.press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await page.goto(`/vehicles/board?day=${day}`);
    await page.locator('.v-lane button.v-bar', { hasText: to }).waitFor();
    await soon(() => page.locator('.v-tray button', { hasText: asked.number }).count()).toBe(0);
  });

  test('孙师傅 drives with the phone: what cannot be is refused in words', async ({ as, watch }) => {
    watch.allow(/status of 422/);
    const page = await as('孙师傅', { viewport: phone });
    await page.goto('/vehicles/drive');
    const card = page.locator('.v-drive', { hasText: asked.number });
    const reading = card.getByLabel('里程表读数');
    await reading.waitFor();
    const out = Number(await reading.inputValue());
    await reading.fill(String(out - 1));
    await card.getByRole('button', { name: '出车' }).click();
    await said(card.getByRole('alert'), /小于/);
    await reading.fill(String(out));
    await card.getByRole('button', { name: '出车' }).click();
    await card.getByRole('button', { name: '返回' }).waitFor();
    await reading.fill(String(out + 400));
    await card.getByRole('button', { name: '返回' }).click();
    await said(card.getByRole('alert'), /400 公里/);
    await reading.fill(String(out + 1));
    await card.getByRole('button', { name: '返回' }).click();
    await card.waitFor({ state: 'detached' });
  });

  test('郑强 settles; the page, the ledger and the sums say the same', async ({ as }) => {
    const page = await as('郑强');
    await page.goto(`/vehicles/trips/${asked.id}`);
    await page.getByRole('button', { name: '结算' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('通行费').fill('35.5');
    await dialog.getByLabel('停车费').fill('10');
    await dialog.getByRole('button', { name: '结算' }).click();
    await dialog.waitFor({ state: 'detached' });
    await said(page.locator('.k-figures'), '45.50');
    await said(page.locator('.k-figures'), '1 km');
    // The figure opens to where it comes from, and from there to its row.
    await page.locator('.k-figures').getByRole('button', { name: '45.50' }).click();
    const source = page.getByRole('dialog', { name: /由来/ });
    await said(source, '途中油费 + 通行费 + 停车费');
    await source.getByRole('link', { name: '查看组成它的明细' }).click();
    await soon(() => rowsOf(page)).toHaveLength(1);
    const [row] = await rowsOf(page);
    expect(row).toMatchObject({ 单号: asked.number, 状态: '已结算' });
    // The cost is among the columns that can be shown; chosen, it stays.
    await page.getByRole('button', { name: '列', exact: true }).click();
    // A chosen column moves up to the others that are shown.
    const cost = page.getByRole('dialog', { name: '列' }).getByRole('checkbox', { name: '费用' });
    await cost.click();
    await soon(() => cost.isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await soon(async () => (await rowsOf(page))[0]?.['费用 (元)']).toBe('45.50');
    await said(page.locator('tfoot'), '45.50');
  });

  test('周敏 rates; the timeline shows every step with its person', async ({ as }) => {
    const page = await as('周敏');
    await page.goto(`/vehicles/trips/${asked.id}`);
    await page.getByRole('button', { name: '评价' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('服务怎么样').click();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: '准时' }).click();
    await dialog.getByRole('button', { name: '评价' }).click();
    await dialog.waitFor({ state: 'detached' });
    const steps = page.locator('.k-timeline > li');
    for (const [step, who] of [
      ['申请用车', '周敏'],
      ['用车获批', '何涛'],
      ['派车', '吴静'],
      ['出车', '孙师傅'],
      ['返回', '孙师傅'],
      ['用车结算', '郑强'],
      ['用车评价', '周敏'],
    ] as const)
      await soon(() => steps.filter({ hasText: step }).filter({ hasText: who }).count()).toBe(1);
    await said(page.locator('main'), '已结算');
    expect(await page.getByRole('button', { name: '评价' }).count()).toBe(0);
  });
});
