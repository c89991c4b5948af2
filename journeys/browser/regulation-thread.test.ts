import { expect } from 'vitest';
import { said } from './on-the-page.ts';
import { phone, test } from './open-program.ts';
import type { Answer, Visitor } from '../security/visitor.ts';

/** 自动调控 from the switch to the stop. */

const done = async (by: Visitor, verb: string, body: object): Promise<string> => {
  const answer: Answer = await by.post(`/api/verbs/${verb}`, body);
  expect([verb, answer.status, answer.code]).toEqual([verb, 200, undefined]);
  return (answer.body as { facts: { object: { id: string } }[] }).facts[0]!.object.id;
};
const rows = async (by: Visitor, list: string, query: Record<string, string> = {}) =>
  ((await by.read(list, query)).body as { rows: Record<string, string>[] }).rows;

test('switched on, registered, proposed and tried; nobody approves their own; nothing is wider than a phone', async ({
  as,
  through,
  watch,
}) => {
  // Refused on purpose: one's own plan.
  watch.allow(/403 .*energy.approve-regulation|energy.approve-regulation.*403/s);
  const clerk = await through('钱晓燕');
  const [meter] = (await rows(clerk, 'energy.meters', { 'f.reads': 'interval' })) as [Record<string, string>];
  const known = (await clerk.read('energy.meter', { id: meter['id']! })).body as Record<string, string>;
  const unit = known['unit']!;
  const leader = await through('冯毅');
  await done(leader, 'energy.switch-regulation', { unit, running: true, document: '局务会纪要' });
  const point = await done(clerk, 'energy.register-control-point', {
    building: known['building'],
    meter: meter['id'],
    name: '三层冷机',
    device: 'gw-hvac-1',
    address: 'AHU-3/cooling',
    sets: 'cooling',
    least: 26,
    most: 30,
    step: 2,
    safe: 26,
  });
  const plan = await done(clerk, 'energy.propose-regulation', {
    name: '下班后回调',
    points: [point],
    rules: [
      { when: 'off-hours', value: 30 },
      { when: 'forecast-over', kw: 150, value: 28 },
    ],
    from: '2020-01-01',
    to: '2099-12-31',
  });

  const own = await as('钱晓燕');
  await own.goto(`/energy/regulation/points/${point}`);
  await said(own.locator('main'), '法定限值');
  await said(own.locator('main'), '数据陈旧，不下发');
  await own.goto(`/energy/regulation/plans/${plan}`);
  await said(own.locator('main'), '试运行');
  await own.getByRole('button', { name: '批准执行' }).click();
  await own.getByRole('dialog').getByRole('button', { name: '批准执行' }).click();
  await said(own.getByRole('dialog'), '提出人以外的人');
  await own.keyboard.press('Escape');
  await own.goto(`/energy/regulation/plans/${plan}?tab=trial`);
  await said(own.locator('main'), '不向设备发送任何指令');

  const small = await as('钱晓燕', { viewport: phone });
  for (const path of [
    'regulation',
    'regulation/points',
    'regulation/log',
    `regulation/points/${point}`,
    `regulation/plans/${plan}`,
  ]) {
    await small.goto(`/energy/${path}`);
    await small.locator('main h1, main h2').first().waitFor();
    expect(await small.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});
