import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { newId } from '@opengoa/kernel';
import { dayOf } from '../../kernel/calendar/calendar.ts';
import { Visitor } from '../security/visitor.ts';
import { act, choose, rowsOf, said, soon } from './on-the-page.ts';
import { desk, phone, test, type OpenProgram } from './open-program.ts';

/** An idle meeting table reaches a school two counties away. */

const pictures = join(tmpdir(), 'opengoa-looks');
mkdirSync(pictures, { recursive: true });
const look = (page: Page, name: string) => page.screenshot({ path: join(pictures, `table-${name}.png`) });

const today = dayOf(new Date());
const year = Number(today.slice(0, 4));
const table = { name: '会议桌', number: 'SQ-HYZ-07', class: 'A05010202', item: '会议桌' };
const school = '青溪县第一中学';
const giver = '石桥县机关事务服务中心';
const valueFen = 780_000;

type Through = OpenProgram['through'];
const rowsFrom = async (by: Visitor, list: string, query: Record<string, string>) =>
  ((await by.read(list, query)).body as { rows: Record<string, string>[] }).rows;

/** Somebody new, with a post, a right and an account, as officers give them: proposed by one, confirmed by another. */
async function newcomer(
  through: Through,
  origin: string,
  { name, account, unit, role }: { name: string; account: string; unit: string; role: string },
): Promise<Visitor> {
  const [system, proposes, confirms] = [await through('许志远'), await through('冯毅'), await through('方晴')];
  const [person, post, title] = [newId(), newId(), `资产专员（${name}）`];
  await system.does('kernel.register-person', { id: person, unit, name, from: '2020-01-01' });
  await system.does('kernel.create-post', { id: post, unit, title, from: '2020-01-01' });
  await system.does('kernel.appoint', { person, post, kind: 'main', from: '2020-01-01' });
  const right = { role, unit, below: true, post, from: '2020-01-01' };
  await proposes.does('kernel.grant-right', right);
  const grants = await rowsFrom(confirms, 'kernel.grants', { 'f.unit_id': unit });
  await confirms.does('kernel.confirm-grant', { grant: grants.find((each) => each['post_title'] === title)!['id'] });
  const { code } = await system.does<{ code: string }>('kernel.create-account', { unit, name: account, person });
  const visitor = new Visitor(origin);
  const next = 'Willow-Stone-47';
  await visitor.run('kernel.finish-reset', { name: account, code, next });
  await visitor.signIn(account, next);
  expect((await visitor.session()).may).toContain('assets.plan-purchase');
  return visitor;
}

/** Two counties, a school in the one and an office in the other, whoever keeps their assets, and a table that has stood unused since a move. */
async function twoCounties(through: Through, origin: string) {
  const system = await through('许志远');
  const units = await rowsFrom(system, 'kernel.units', { size: '200' });
  const idOf = (name: string) => units.find((unit) => unit['name'] === name)!['id']!;
  const [county, schoolId] = [newId(), newId()];
  await system.does('kernel.found-unit', {
    id: county,
    name: '青溪县',
    kind: 'region',
    level: 'county',
    regionCode: '990123',
    parent: idOf('临江市'),
    from: '2020-01-01',
  });
  // What was just founded can be worked in at once.
  await system.does('kernel.found-unit', {
    id: schoolId,
    name: school,
    kind: 'institution',
    level: 'county',
    parent: county,
    from: '2020-01-01',
  });
  const gives = await newcomer(through, origin, {
    name: '卢小满',
    account: 'luxiaoman',
    unit: idOf('石桥县'),
    role: 'assets-clerk',
  });
  const takes = await newcomer(through, origin, {
    name: '邵知夏',
    account: 'shaozhixia',
    unit: schoolId,
    role: 'assets-clerk',
  });
  const { card } = await gives.does<{ card: string }>('assets.register-card', {
    unit: idOf(giver),
    ...table,
    model: '3600×1400',
    valueFen,
    acquiredOn: `${year - 5}-03-10`,
    state: 'idle',
  });
  await gives.does('assets.keep-store', { unit: idOf(giver), name: '石桥县调剂仓', kind: 'virtual' });
  return { gives, takes, card, schoolId };
}

async function pageOf(
  nobody: OpenProgram['nobody'],
  { cookies, origin }: Visitor,
  viewport: typeof desk | typeof phone,
) {
  const page = await nobody({ viewport });
  await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })));
  return page;
}

describe('an idle meeting table', () => {
  test('is shown to a school of another county before it buys, given with papers of both sides, and stands there', async ({
    as,
    nobody,
    through,
    program,
    watch,
  }) => {
    // Refused on purpose: the plan cannot go on while something idle is unanswered.
    watch.allow(/422 .*assets.ask-purchase/s);
    const { gives, takes, card, schoolId } = await twoCounties(through, program.origin);

    // The county puts its table into the warehouse, where all may see it.
    const clerk = await pageOf(nobody, gives, desk);
    await clerk.goto('/assets/offers');
    await act(clerk, '申请入仓', async (form) => {
      await choose(form, '资产', table.number);
      await choose(form, '公物仓', '石桥县调剂仓');
      await look(clerk, 'offer-desk');
    });
    await clerk.goto('/assets/offers');
    await clerk.locator('.k-table').getByText(table.name).first().click();
    await act(clerk, '验收', async (form) => {
      await form.getByLabel('成色').waitFor();
    });
    await said(clerk.locator('main'), '在仓');
    await look(clerk, 'in-store-desk');

    // The school plans to buy one, and is shown what lies idle first.
    const buyer = await pageOf(nobody, takes, desk);
    await buyer.goto('/assets/purchases');
    await act(buyer, '拟定购置计划', async (form) => {
      await choose(form, '单位', school);
      await form.getByLabel('年度').fill(String(year));
      await form.getByLabel('事项').fill('教研室会议桌');
      await form.getByLabel('理由').fill('新设教研室，需会议桌一张');
      await choose(form, '第 1 项资产', '会议桌');
      await form.getByLabel('第 1 项数量').fill('1');
      await form.getByLabel('第 1 项预计单价').fill('7800');
      await look(buyer, 'plan-desk');
    });
    const [plan] = await rowsFrom(takes, 'assets.purchases', { 'f.unit_id': schoolId });
    await buyer.goto(`/assets/purchases/${plan!['id']}`);
    await said(buyer.locator('main'), '还有 1 件闲置资产等待选用或说明');
    const idle = buyer.locator('tr', { hasText: giver });
    await said(idle, '可跨地区调剂');
    await look(buyer, 'gate-desk');
    const walker = await pageOf(nobody, takes, phone);
    await walker.goto(`/assets/purchases/${plan!['id']}`);
    await said(walker.locator('main'), giver);
    await look(walker, 'gate-phone');
    // It cannot go on, and saying no needs a reason.
    await buyer.getByRole('button', { name: '提交审批' }).click();
    await buyer.getByRole('dialog').locator('button[type=submit]').click();
    await said(buyer.getByRole('dialog'), '没有逐一选用或说明');
    await buyer.keyboard.press('Escape');
    await idle.getByRole('button', { name: '不选用' }).click();
    await buyer.getByRole('dialog').locator('button[type=submit]').click();
    await said(buyer.getByRole('dialog'), /原因[\s\S]*(请|需|必)/);
    await look(buyer, 'refuse-desk');
    await buyer.keyboard.press('Escape');
    await act(buyer, '选用', async () => undefined);
    await said(buyer.locator('main'), '调出方审批中');
    await said(buyer.locator('.k-figures'), '7,800');
    await look(buyer, 'taken-desk');

    // Whoever answers for the giver agrees, on the phone.
    const head = await as('马兰', { viewport: phone });
    await head.goto('/');
    await head.getByText(`调剂给${school}`).first().click();
    await look(head, 'approve-phone');
    await head.getByRole('button', { name: '同意调出' }).click();
    await head.getByRole('dialog').locator('button[type=submit]').click();
    await soon(async () => (await rowsFrom(gives, 'assets.matches', { 'f.state': 'approved' })).length).toBe(1);

    // Papers: drawn up from the match, signed by both; each step is a task of the side whose turn it is.
    const asked = async (page: Page, words: string) => {
      await soon(async () => {
        await page.goto('/');
        await page.locator('h1, .d-list').first().waitFor();
        await page.waitForLoadState('networkidle');
        return page.getByText(words).count();
      }, 30_000).toBeGreaterThan(0);
    };
    await asked(clerk, '请开具调拨单');
    await look(clerk, 'asked-desk');
    await clerk.goto('/assets/transfers');
    await act(clerk, '开具调拨单', async (form) => {
      await choose(form, '按匹配开单', table.name);
      await form.getByLabel('原因').fill('公物仓调剂');
      await form.getByLabel('依据').fill('调剂审批');
      await look(clerk, 'draw-desk');
    });
    const [paper] = await rowsFrom(gives, 'assets.transfers', {});
    const transfer = paper!['id']!;
    await clerk.goto(`/assets/transfers/${transfer}`);
    await act(clerk, '签字', async (form) => {
      await look(clerk, 'sign-desk');
      await form.getByRole('button').first().waitFor();
    });
    await said(clerk.locator('main'), '待双方签字');
    await buyer.goto(`/assets/transfers/${transfer}`);
    await act(buyer, '签字', async () => undefined);
    await said(buyer.locator('main'), '双方已签，待打包');
    await said(buyer.locator('.k-figures'), '7,800');

    // On its way.
    await clerk.goto(`/assets/transfers/${transfer}`);
    await act(clerk, '打包完成', async () => undefined);
    await said(clerk.locator('main'), '已打包');
    await act(clerk, '发出', async (form) => {
      await form.getByLabel('承运').fill('石桥县机关车队');
      await form.getByLabel('运输费').fill('260');
    });
    await said(clerk.locator('main'), '运输中');
    await clerk.getByRole('tab', { name: '进度和签字' }).click();
    await look(clerk, 'way-desk');
    await asked(walker, '到达后请清点接收');
    await walker.goto(`/assets/transfers/${transfer}`);
    await act(walker, '已到达', async () => undefined);
    await said(walker.locator('main'), '已到达，待清点');
    await walker.getByRole('tab', { name: '清点接收' }).click();
    await look(walker, 'count-phone');
    await walker.getByRole('button', { name: '接收入账' }).click();
    await said(walker.locator('main'), '已接收入账');
    await look(walker, 'received-phone');

    // It stands at the school with what it cost and what was charged of it at the giver's.
    const charged = (
      (await takes.read('assets.transfer', { id: transfer })).body as {
        lines: { accumulatedFen: number; netFen: number }[];
      }
    ).lines[0]!;
    const yuan = (fen: number) => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    expect(charged.accumulatedFen).toBeGreaterThan(0);
    await buyer.goto('/assets/cards');
    await soon(async () => (await rowsOf(buyer)).length).toBe(1);
    await buyer.goto(`/assets/cards/${card}`);
    await said(buyer.locator('main'), school);
    for (const money of [valueFen, charged.accumulatedFen, charged.netFen])
      await said(buyer.locator('main'), yuan(money));
    await said(buyer.locator('main'), giver);
    await look(buyer, 'card-desk');
    // And what was not spent is said, in the plan and in the list of plans.
    await buyer.goto(`/assets/purchases/${plan!['id']}`);
    await said(buyer.locator('main'), /已选用的闲置资产[\s\S]*已接收入账/);
    await said(buyer.locator('main'), '不必再购置');
    await said(buyer.locator('.k-figures'), /选用闲置少购\s*[¥￥]?\s*7,800/);
    await look(buyer, 'saved-desk');
    const [listed] = (await rowsFrom(takes, 'assets.purchases', { 'f.unit_id': schoolId })) as unknown as {
      saved_fen: number;
    }[];
    expect(listed!.saved_fen).toBe(valueFen);
  });
});
