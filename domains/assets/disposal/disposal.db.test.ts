import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CardAnswer } from '../cards/contract.ts';
import assets from '../domain.ts';
import type { PaperAnswer } from '../papers/contract.ts';
import { aComputer, clock, enter } from '../testing/given-cards.ts';
import { disposalRefusals } from './words.zh.ts';

let at: House;
let clerk: Person;
let head: Person;
let leader: Person;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock });
  // The ledger of the finance bureau’s office, whose head is 何涛 and whose bureau’s leader 陈局.
  clerk = at.as('周敏', { grants: [{ role: 'assets-clerk', unit: at.ids.finance, below: true }] });
  head = at.as('何涛');
  leader = at.as('陈局');
});
afterAll(() => at?.close());

const old = (more: object = {}) => aComputer(at, { unit: at.ids.financeOffice, acquiredOn: '2019-01-10', ...more });
const card = async (id: string) => (await clerk.read('assets.card', { id })) as CardAnswer & { may: string[] };
const paper = async (id: string, by: Person = clerk) =>
  (await by.read('assets.paper', { id })) as PaperAnswer & { may: string[] };
const scrap = (cards: readonly string[], more: object = {}) => ({
  cards,
  manner: 'scrap',
  grounds: ['over-age'],
  why: '无法安装现行操作系统',
  ...more,
});
const code = async (input: object) => ((await clerk.run('assets.propose-disposal', input)) as { code?: string }).code;
const propose = async (input: object) =>
  ((await clerk.does('assets.propose-disposal', input)).result as { paper: string }).paper;

test('proposed, approved by the head, finished, paid in: the card leaves the ledger and stays readable', async () => {
  const one = await enter(clerk, old());
  const id = await propose(scrap([one]));
  expect(await card(one)).toMatchObject({
    state: 'awaiting-disposal',
    // Its paper ends it, not the card.
    may: [],
  });
  expect((await paper(id, head)).may).toEqual(['assets.approve-disposal', 'assets.refuse-disposal']);
  expect(await clerk.run('assets.finish-disposal', { paper: id, version: 1, document: '回收凭证' })).toMatchObject({
    code: 'not-now',
  });
  await head.does('assets.approve-disposal', { paper: id, opinion: '同意' });
  expect(await paper(id)).toMatchObject({ state: 'approved' });
  expect(await clerk.run('assets.finish-disposal', { paper: id, version: 9, document: 'x' })).toMatchObject({
    code: 'stale-version',
  });
  await clerk.does('assets.finish-disposal', { paper: id, version: 2, document: '回收凭证 3 号', proceedsFen: 12_000 });
  expect(await card(one)).toMatchObject({ state: 'disposed', disposedOn: '2026-03-05' });
  // Ten working days after 5 March 2026.
  expect(await paper(id)).toMatchObject({
    state: 'done',
    proceedsFen: 12_000,
    payBy: '2026-03-19',
    may: ['assets.record-income'],
  });
  const pay = (amountFen: number) =>
    clerk.run('assets.record-income', { paper: id, amountFen, paidOn: '2026-03-05', receipt: 'J-1' });
  expect(await pay(12_001)).toMatchObject({ code: 'more-than-owed' });
  await pay(2_000);
  await pay(10_000);
  expect(await pay(1)).toMatchObject({ code: 'no-income-owed' });
  expect(await paper(id)).toMatchObject({ paidFen: 12_000, receipts: [{ amountFen: 2_000 }, { amountFen: 10_000 }] });
});

test('age alone is no reason, and age that is not reached is none at all', async () => {
  const [young, aged] = [await enter(clerk, old({ acquiredOn: '2022-01-10' })), await enter(clerk, old())];
  expect(await code(scrap([aged], { grounds: [] }))).toBe('ground-wanted');
  expect(await code(scrap([aged], { why: '' }))).toBe('age-alone');
  expect(await code(scrap([young]))).toBe('under-age');
  // The explanation ends its own sentence.
  const told = (await clerk.run('assets.propose-disposal', scrap([young]))) as unknown as {
    code: string;
    data: { why: { zh: string } };
  };
  expect(disposalRefusals['under-age']!.zh.replace('{why}', told.data.why.zh)).not.toContain('。。');
  expect(await code(scrap([young], { grounds: ['obsolete'] }))).toBe('certificate-wanted');
  const id = await propose(scrap([young], { grounds: ['obsolete'], certificate: '市信息中心鉴定 2026-3 号' }));
  expect((await paper(id)).about.warnings).toHaveLength(1);
  // Lost is lost at any age.
  expect(
    await code(scrap([await enter(clerk, old({ acquiredOn: '2025-01-10' }))], { grounds: ['lost'] })),
  ).toBeUndefined();
});

test('what is sold is appraised, what is given away names who receives it', async () => {
  const one = await enter(clerk, old());
  expect(await code({ cards: [one], manner: 'sell' })).toBe('appraisal-wanted');
  expect(await code({ cards: [one], manner: 'donate' })).toBe('recipient-wanted');
  const id = await propose({ cards: [one], manner: 'auction', appraisal: '评字 1 号', appraisalFen: 50_000 });
  expect(await paper(id)).toMatchObject({ about: { manner: 'auction', appraisalFen: 50_000 } });
});

test('above the limit the leader approves as well; refused, everything is as it was', async () => {
  const cards = [
    await enter(clerk, old({ valueFen: 4_000_000, user: at.as('周敏').actor.person })),
    await enter(clerk, old({ valueFen: 1_000_001 })),
  ];
  const id = await propose(scrap(cards));
  await head.does('assets.approve-disposal', { paper: id });
  expect(await paper(id)).toMatchObject({ state: 'proposed' });
  expect(await clerk.run('assets.refuse-disposal', { paper: id, opinion: '不' })).toMatchObject({ status: 404 });
  await leader.does('assets.refuse-disposal', { paper: id, opinion: '还能用' });
  expect(await paper(id)).toMatchObject({ state: 'refused', about: { opinion: '还能用' } });
  expect((await card(cards[0]!)).state).toBe('in-use');
  expect((await card(cards[1]!)).state).toBe('in-stock');
  await clerk.does('assets.move-cards', { cards, place: '仓库' });
});

test('taken back while it is decided on, and after it was approved; not once it is finished', async () => {
  const one = await enter(clerk, old());
  const first = await propose(scrap([one]));
  await clerk.does('assets.withdraw-disposal', { paper: first, why: '先调剂' });
  expect((await card(one)).state).toBe('in-stock');
  expect(await head.run('assets.approve-disposal', { paper: first })).toMatchObject({
    status: expect.any(Number),
    refused: true,
  });
  const second = await propose(scrap([one]));
  await head.does('assets.approve-disposal', { paper: second });
  await clerk.does('assets.withdraw-disposal', { paper: second, why: '有单位要' });
  expect((await card(one)).state).toBe('in-stock');
  expect(await clerk.run('assets.withdraw-disposal', { paper: second, why: 'x' })).toMatchObject({ code: 'not-now' });
});

test('a thing on a disposal is on no other paper; the wrong person does nothing', async () => {
  const one = await enter(clerk, old());
  const id = await propose(scrap([one]));
  expect(await code(scrap([one]))).toBe('card-not-now');
  expect(await at.as('孙师傅').run('assets.approve-disposal', { paper: id })).toMatchObject({ code: 'not-found' });
  expect(await clerk.run('assets.approve-disposal', { paper: id })).toMatchObject({ code: 'not-found' });
  expect(await head.run('assets.finish-disposal', { paper: id, version: 1, document: 'x' })).toMatchObject({
    code: 'not-your-right',
  });
  const other = await enter(clerk, old());
  const moved = (await clerk.does('assets.move-cards', { cards: [other], place: 'x' })).facts[0]!.object.id;
  expect(await clerk.run('assets.finish-disposal', { paper: moved, version: 1, document: 'x' })).toMatchObject({
    code: 'not-now',
  });
});
