import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import type { PaperAnswer } from '../papers/contract.ts';
import { aComputer, cityClerk, clerkOf, clock, enter } from '../testing/given-cards.ts';
import { aCard, behind } from '../testing/pooled-card.ts';
import type { CardRightsAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let giver: Person;
let taker: Person;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock });
  clerk = cityClerk(at);
  giver = clerkOf(at, at.ids.finance);
  taker = clerkOf(at, at.ids.bureau);
});
afterAll(() => at?.close());

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const told = (more: object = {}) => ({ from: '2024-01-01', paper: '财资〔2024〕1号', reason: '资产确权', ...more });
const rightsOf = async (card: string, by: Person = clerk) =>
  (await by.read('assets.card-rights', { card })) as CardRightsAnswer;
const listed = async (by: Person, filters: Record<string, string> = {}) =>
  ((await by.list('assets.rights', filters)) as unknown as { rows: Record<string, unknown>[] }).rows;
const found = async (name: string) => {
  const { facts } = await at.as('系统员').does('kernel.found-unit', {
    name,
    kind: 'institution',
    level: 'city',
    parent: at.ids.city,
    from: '2020-01-01',
  });
  await at.kernel.registers.refresh();
  return facts[0]!.object.id;
};

test('three rights stand apart, each with its own days; what was not registered is not invented', async () => {
  const { finance, bureau } = at.ids;
  const card = await enter(clerk, aComputer(at));
  const before = await rightsOf(card);
  expect(before.rights.map(({ entry }) => entry)).toEqual([null, null, null]);
  expect(before).toMatchObject({ unit: finance, history: [] });
  const own = (more: object = {}) =>
    clerk.run('assets.record-ownership', { cards: [card], ...told({ holderUnit: bureau, ...more }) });
  expect(code(await own({ from: '2027-01-01' }))).toBe('day-ahead');
  expect(code(await own({ holderUnit: null }))).toBe('holder-wanted');
  expect(code(await own({ holderUnit: card }))).toBe('unit-closed');
  expect(code(await own({ holder: '国家（由市机关事务局代管）' }))).toBe('done');
  expect(code(await own({ holder: '国家（由市机关事务局代管）', from: '2025-01-01' }))).toBe('right-stands-already');
  expect(code(await own({ from: '2024-01-01' }))).toBe('day-before-right');
  expect(code(await own({ from: '2025-03-01', paper: '财资〔2025〕7号' }))).toBe('done');
  await clerk.does('assets.record-allotment', { cards: [card], ...told({ holderUnit: finance }) });
  const now = await rightsOf(card);
  expect(now.rights).toMatchObject([
    { kind: 'ownership', entry: { holder: '临江市机关事务局', from: '2025-03-01', to: null }, elsewhere: true },
    { kind: 'allotment', entry: { from: '2024-01-01' }, elsewhere: false },
    { kind: 'disposal', entry: null, elsewhere: false },
  ]);
  expect(now.history.filter(({ kind }) => kind === 'ownership')).toMatchObject([
    { from: '2025-03-01', to: null },
    { holder: '国家（由市机关事务局代管）', from: '2024-01-01', to: '2025-03-01', endPaper: '财资〔2025〕7号' },
  ]);
  // The database itself lets no two days overlap.
  const again = behind(at, (client) =>
    client.query(
      `insert into assets.right_ (node_id, id, unit_id, card_id, kind, holder, from_day, to_day, paper, reason, made_name, made_at)
       values (1, gen_random_uuid(), $1, $2, 'ownership', '某', '2024-06-01', '2024-07-01', 'x', 'x', 'x', now())`,
      [finance, card],
    ),
  );
  await expect(again).rejects.toThrow('one_holder_a_day');
});

test('a right ends with nobody after it; ended on its first day it never held, and is made anew', async () => {
  const card = await enter(clerk, aComputer(at));
  const record = (more: object) =>
    clerk.run('assets.record-disposal-right', { cards: [card], ...told({ holder: '省级主管部门', ...more }) });
  expect(code(await record({}))).toBe('done');
  const [row] = await listed(clerk, { 'f.card_id': card });
  expect(row).toMatchObject({ kind: 'disposal', state: 'standing', may: ['assets.end-right'], version: 1 });
  const end = (version: number, day: string, by = clerk) =>
    by.run('assets.end-right', { right: row!['id'], version, day, paper: '更正', reason: '登记有误' });
  expect(code(await end(2, '2024-01-01'))).toBe('stale-version');
  expect(code(await end(1, '2027-01-01'))).toBe('day-ahead');
  expect(code(await end(1, '2023-12-31'))).toBe('right-not-yet');
  expect(code(await end(1, '2024-01-01', taker))).toBe('not-found');
  expect(code(await end(1, '2024-01-01'))).toBe('done');
  expect(code(await end(2, '2024-01-01'))).toBe('right-ended');
  expect((await rightsOf(card)).rights[2]).toMatchObject({ entry: null });
  expect(code(await record({ from: '2023-12-31' }))).toBe('day-before-right');
  expect(code(await record({ holder: '市级主管部门' }))).toBe('done');
  expect((await listed(clerk, { 'f.card_id': card, 'f.state': 'ended' }))[0]).toMatchObject({ may: [] });
});

test('many cards come under one paper at once, each with an entry of its own; the same request is done once', async () => {
  const cards = [await enter(giver, aComputer(at)), await enter(giver, aComputer(at))];
  const input = { cards, ...told({ holderUnit: at.ids.bureau }) };
  const request = '01970000-0000-7000-8000-0000000000d1';
  for (const _ of [1, 2]) expect(code(await giver.run('assets.record-ownership', input, request))).toBe('done');
  for (const card of cards) expect((await rightsOf(card)).history).toHaveLength(1);
  const third = await enter(giver, aComputer(at));
  // One that stands so already stops the whole paper, and is named.
  expect(await giver.run('assets.record-ownership', { ...input, cards: [...cards, third] })).toMatchObject({
    code: 'right-stands-already',
  });
  expect((await rightsOf(third)).history).toEqual([]);
  expect(code(await taker.run('assets.record-ownership', { ...input, cards: [third] }))).toBe('not-found');
  expect(code(await at.as('孙师傅').run('assets.record-ownership', { ...input, cards: [third] }))).not.toBe('done');
});

test('what another office keeps, what is on its way and what is going out come under no right', async () => {
  const { finance, bureau } = at.ids;
  const record = async (card: string) =>
    code(await giver.run('assets.record-ownership', { cards: [card], ...told({ holderUnit: bureau }) }));
  expect(await record(await aCard(at, { unit: finance, facet: 'space.building' }))).toBe('card-by-facet');
  expect(await record(await aCard(at, { unit: finance, state: 'awaiting-disposal' }))).toBe('card-not-now');
  const sent = await enter(giver, aComputer(at));
  await giver.does('assets.transfer-cards', { cards: [sent], to: bureau, document: '批复' });
  expect(await record(sent)).toBe('card-on-the-way');
});

test('a whole class of a unit comes under a right by one paper, at most 500 at once, until none is left', async () => {
  const unit = await found('市档案馆');
  const by = clerkOf(at, unit);
  await behind(at, (client) =>
    client.query(
      `insert into assets.card (node_id, id, unit_id, number, name, class, value_fen, acquired_by, acquired_on, state)
       select 1, gen_random_uuid(), $1, 'K-' || n, '椅子', 'A05010301', 100, 'purchase', '2020-01-01', case n when 1 then 'awaiting-disposal' else 'in-use' end
         from generate_series(1, 621) n`,
      [unit],
    ),
  );
  await aCard(at, { unit, class: 'A02010105' });
  const all = (more: object = {}, who = by) =>
    who.run('assets.record-right-of-class', {
      kind: 'ownership',
      unit,
      class: 'A05',
      ...told({ holder: '国家', ...more }),
    });
  expect(code(await all({ holder: '' }))).toBe('holder-wanted');
  expect(code(await all({ class: 'A04' }))).toBe('no-such-cards');
  expect(code(await all({}, giver))).toBe('not-your-right');
  const began = Date.now();
  expect(await all()).toMatchObject({ result: { cards: 500, left: 120 } });
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(await all()).toMatchObject({ result: { cards: 120, left: 0 } });
  expect(code(await all())).toBe('no-such-cards');
  // A later holder takes over from that day; an earlier day is not slipped in before what stands.
  expect(code(await all({ holder: '市政府', from: '2023-01-01' }))).toBe('no-such-cards');
  expect(await all({ holder: '市政府', from: '2025-01-01' })).toMatchObject({ result: { cards: 500, left: 120 } });
});

test('rights follow a card into another ledger and are changed there; the holders stay as they were registered', async () => {
  const { finance, bureau } = at.ids;
  const card = await enter(giver, aComputer(at));
  await giver.does('assets.record-allotment', { cards: [card], ...told({ holderUnit: finance }) });
  const { paper } = (await giver.does('assets.transfer-cards', { cards: [card], to: bureau, document: '批复' }))
    .result as { paper: string };
  await taker.does('assets.take-transfer', { paper, version: 1 });
  const [row] = await listed(taker, { 'f.card_id': card });
  expect(row).toMatchObject({ unit_id: bureau, holder_unit_id: finance });
  expect(await listed(giver, { 'f.card_id': card })).toEqual([]);
  expect((await rightsOf(card, taker)).rights[1]).toMatchObject({ elsewhere: true });
  const next = { cards: [card], ...told({ holderUnit: bureau, from: '2026-03-05' }) };
  expect(code(await taker.run('assets.record-allotment', next))).toBe('done');
  expect((await rightsOf(card, taker)).rights[1]).toMatchObject({ elsewhere: false });
});

test('after a merger the heir is told beside the holder, and no entry is changed', async () => {
  const [old, holder] = [await found('原市接待办'), await found('原市行管局')];
  const card = await enter(clerk, aComputer(at, { unit: old }));
  await clerk.does('assets.record-ownership', { cards: [card], ...told({ holderUnit: holder }) });
  await clerk.does('assets.record-allotment', { cards: [card], ...told({ holderUnit: old }) });
  for (const [from, into] of [
    [holder, at.ids.bureau],
    [old, at.ids.finance],
  ] as const)
    await at.as('系统员').does('kernel.merge-units', { units: [from], into, day: '2026-03-01', paper: '机构改革' });
  await at.kernel.registers.refresh();
  const job = at.with([{ role: 'job', unit: at.ids.province, below: true }], { unit: at.ids.province });
  await job.does('assets.carry-over-cards', {});
  const { rights, unit } = await rightsOf(card);
  expect(unit).toBe(at.ids.finance);
  expect(rights).toMatchObject([
    { entry: { holder: '原市行管局', holderUnit: holder, heir: '临江市机关事务局', version: 1 }, elsewhere: true },
    { entry: { holder: '原市接待办', holderUnit: old, version: 1 }, elsewhere: false },
    { entry: null },
  ]);
  expect(await listed(giver, { 'f.card_id': card, 'f.heir_unit_id': at.ids.bureau })).toMatchObject([
    { kind: 'ownership', unit_id: at.ids.finance, holder_unit_id: holder },
  ]);
});

test('a disposal says whose consent the right of disposal asks for, and goes on', async () => {
  const { financeOffice, bureau } = at.ids;
  const by = at.as('周敏', { grants: [{ role: 'assets-clerk', unit: at.ids.finance, below: true }] });
  const cards = [
    await enter(by, aComputer(at, { unit: financeOffice })),
    await enter(by, aComputer(at, { unit: financeOffice })),
  ];
  const propose = async (which: readonly string[]) => {
    const { paper } = (await by.does('assets.propose-disposal', { cards: which, manner: 'donate', recipient: '学校' }))
      .result as { paper: string };
    return ((await by.read('assets.paper', { id: paper })) as PaperAnswer).about;
  };
  await by.does('assets.record-disposal-right', { cards: [cards[0]], ...told({ holderUnit: bureau }) });
  expect(await propose(cards)).toMatchObject({
    consents: [{ holder: '临江市机关事务局', cards: 1 }],
    warnings: [{ zh: '1 项资产的处置权登记在“临江市机关事务局”，请附其同意意见。' }],
  });
  const own = await enter(by, aComputer(at, { unit: financeOffice }));
  await by.does('assets.record-disposal-right', { cards: [own], ...told({ holderUnit: financeOffice }) });
  expect((await propose([own])).consents).toBeUndefined();
});
