import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import type { PaperAnswer } from '../papers/contract.ts';
import { aComputer, clerkOf, clock, enter } from '../testing/given-cards.ts';
import { fittedTold } from './fitted.ts';

let at: House;
let giver: Person;
let taker: Person;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock });
  giver = clerkOf(at, at.ids.finance);
  taker = clerkOf(at, at.ids.bureau);
});
afterAll(() => at?.close());

type Rows = { rows: Record<string, unknown>[] };
const rows = async (by: Person, list: string, filters: Record<string, string> = {}) =>
  ((await by.list(list, filters)) as unknown as Rows).rows;
const kept = async (by: Person, unit: string, name: string, kind = 'component') =>
  ((await by.does('assets.keep-supply', { unit, kind, name, model: 'DDR5' })).result as { supply: string }).supply;
const withMemory = async (supply: string, quantity: number) => {
  const card = await enter(giver, aComputer(at));
  await giver.does('assets.receive-supply', { supply, quantity });
  await giver.does('assets.issue-supply', { supply, quantity, card });
  return card;
};
const madePaper = async (verb: string, input: object) =>
  (await giver.does(verb, input)).facts.find(({ type }) => type === 'assets.PaperMade')!.object.id;
const paper = async (id: string, by = giver) => (await by.read('assets.paper', { id })) as PaperAnswer;

test('a move lists the components in its things and leaves them there', async () => {
  const supply = await kept(giver, at.ids.finance, '硬盘');
  const card = await withMemory(supply, 2);
  const empty = await enter(giver, aComputer(at));
  const id = await madePaper('assets.move-cards', { cards: [card, empty], place: '三楼' });
  expect((await paper(id)).about.fitted).toEqual([{ card, name: '硬盘', model: 'DDR5', measure: '个', quantity: 2 }]);
  expect(await rows(giver, 'assets.supply-moves', { 'f.card_id': card })).toMatchObject([{ kind: 'out', held: 2 }]);
  expect((await paper(await madePaper('assets.move-cards', { cards: [empty], place: '四楼' }))).about.fitted).toBe(
    undefined,
  );
});

test('a transfer takes components along in the same act: out of the giver’s count, into the taker’s, to come back there', async () => {
  const supply = await kept(giver, at.ids.finance, '内存条');
  const licence = await kept(giver, at.ids.finance, '办公软件', 'licence');
  const card = await withMemory(supply, 3);
  await giver.does('assets.receive-supply', { supply: licence, quantity: 1 });
  await giver.does('assets.issue-supply', { supply: licence, quantity: 1, card });
  const id = await madePaper('assets.transfer-cards', { cards: [card], to: at.ids.bureau, document: '调拨批复' });
  const { number, about } = await paper(id, taker);
  expect(about.fitted).toEqual([{ card, name: '内存条', model: 'DDR5', measure: '个', quantity: 3 }]);
  await taker.does('assets.take-transfer', { paper: id, version: 1 });

  expect(await rows(giver, 'assets.supplies', { 'f.name': '内存条' })).toMatchObject([{ on_hand: 0, out_count: 0 }]);
  const [given] = await rows(giver, 'assets.supply-moves', { 'f.supply_id': supply, 'f.kind': 'out' });
  expect(given).toMatchObject({ quantity: -3, held: 0, went_with: number, may: [] });
  // A seat of a licence is the giver's: it stays with it, and is taken back.
  expect(await rows(giver, 'assets.supplies', { 'f.name': '办公软件' })).toMatchObject([{ out_count: 1 }]);

  const [theirs] = await rows(taker, 'assets.supplies', { 'f.name': '内存条' });
  expect(theirs).toMatchObject({ unit_id: at.ids.bureau, kind: 'component', model: 'DDR5', on_hand: 0, out_count: 3 });
  const [along] = await rows(taker, 'assets.supply-moves', { 'f.card_id': card });
  expect(along).toMatchObject({ kind: 'along', quantity: 0, held: 3, went_with: number });
  await taker.does('assets.return-supply', { move: along!['id'], quantity: 1 });
  expect(await rows(taker, 'assets.supplies', { 'f.name': '内存条' })).toMatchObject([{ on_hand: 1, out_count: 2 }]);

  // Another one of the same kind comes into the cupboard that is there now.
  const next = await withMemory(supply, 1);
  const second = await madePaper('assets.transfer-cards', { cards: [next], to: at.ids.bureau, document: '批复' });
  await taker.does('assets.take-transfer', { paper: second, version: 1 });
  expect(await rows(taker, 'assets.supplies', { 'f.name': '内存条' })).toMatchObject([{ on_hand: 1, out_count: 3 }]);
});

const transferred = async (card: string) => {
  const drawn = await giver.does('assets.draw-transfer', {
    to: at.ids.bureau,
    lines: [{ card, quantity: 1 }],
    why: '调剂',
  });
  const { transfer, number } = drawn.result as { transfer: string; number: string };
  await giver.does('assets.sign-transfer', { transfer, side: 'giver' });
  await taker.does('assets.sign-transfer', { transfer, side: 'receiver' });
  await giver.does('assets.pack-transfer', { transfer, version: 3 });
  await giver.does('assets.send-transfer', { transfer, version: 4, carrier: '局车队' });
  return { transfer, number };
};

test('a delivery takes components along when it is received: what did not come stays with its components', async () => {
  const supply = await kept(giver, at.ids.finance, '固态盘');
  const card = await withMemory(supply, 2);
  const { transfer, number } = await transferred(card);
  const told = (await taker.read('assets.transfer', { id: transfer })) as { lines: { fitted: string }[] };
  expect(told.lines[0]!.fitted).toBe('固态盘 DDR5 2 个');
  await taker.does('assets.receive-transfer', { transfer, version: 5 });
  expect(await rows(giver, 'assets.supplies', { 'f.name': '固态盘' })).toMatchObject([{ on_hand: 0, out_count: 0 }]);
  expect(await rows(taker, 'assets.supplies', { 'f.name': '固态盘' })).toMatchObject([{ on_hand: 0, out_count: 2 }]);
  expect(await rows(taker, 'assets.supply-moves', { 'f.card_id': card })).toMatchObject([
    { kind: 'along', held: 2, went_with: number },
  ]);

  const lost = await withMemory(supply, 1);
  const second = await transferred(lost);
  const { lines } = (await taker.read('assets.transfer', { id: second.transfer })) as { lines: { id: string }[] };
  await taker.does('assets.receive-transfer', {
    transfer: second.transfer,
    version: 5,
    lines: [{ line: lines[0]!.id, received: 0, condition: 'good' }],
  });
  expect(await rows(giver, 'assets.supplies', { 'f.name': '固态盘' })).toMatchObject([{ out_count: 1 }]);
  expect(await rows(taker, 'assets.supplies', { 'f.name': '固态盘' })).toMatchObject([{ out_count: 2 }]);
});

test('a loan of the warehouse tells what is fitted in, and leaves it in its owner’s cupboard', async () => {
  const supply = await kept(giver, at.ids.finance, '声卡');
  const card = await withMemory(supply, 1);
  const { store } = (await giver.does('assets.keep-store', { unit: at.ids.finance, name: '仓', kind: 'virtual' }))
    .result as { store: string };
  const { offer } = (await giver.does('assets.offer-card', { card, store, quantity: 1, reason: 'idle' })).result as {
    offer: string;
  };
  await giver.does('assets.inspect-offer', { offer, version: 1, passed: true, condition: 'good' });
  await giver.does('assets.lend-offer', {
    offer,
    borrower: at.ids.bureau,
    quantity: 1,
    dueDay: '2026-03-20',
    purpose: '会议',
  });
  expect(await rows(taker, 'assets.pool-loans')).toMatchObject([{ fitted: '声卡 DDR5 1 个' }]);
  expect(await rows(giver, 'assets.supplies', { 'f.name': '声卡' })).toMatchObject([{ out_count: 1 }]);
});

test('what is refused stays where it was; another unit sees nothing of the cupboard', async () => {
  const supply = await kept(giver, at.ids.finance, '网卡');
  const card = await withMemory(supply, 1);
  const id = await madePaper('assets.transfer-cards', { cards: [card], to: at.ids.bureau, document: '批复' });
  expect(await rows(clerkOf(at, at.ids.county), 'assets.supplies', { 'f.name': '网卡' })).toEqual([]);
  await taker.does('assets.refuse-transfer', { paper: id, version: 1, why: '用不上' });
  expect(await rows(giver, 'assets.supply-moves', { 'f.card_id': card })).toMatchObject([{ held: 1, went_with: '' }]);
  expect(await rows(taker, 'assets.supplies', { 'f.name': '网卡' })).toEqual([]);
});

test('components of one kind in one card stand in one line of a paper', () => {
  const each = { card: 'a', name: '内存条', model: '', measure: '条', quantity: 1 };
  expect(fittedTold([each, { ...each, quantity: 2 }, { ...each, card: 'b' }])).toEqual([
    { ...each, quantity: 3 },
    { ...each, card: 'b' },
  ]);
});
