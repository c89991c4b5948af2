import { isRefusal } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aCard, stateOf } from '../testing/pooled-card.ts';
import type { BodyAnswer, OfferAnswer } from './contract.ts';

let at: House;
let now = new Date('2026-03-05T09:00:00+08:00');
let bureau: Person;
let finance: Person;
let county: Person;
let central = '';
let virtual = '';
let nth = 0;

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const rowsOf = async (who: Person, list: string, query: Record<string, string> = {}) =>
  ((await who.list(list, { size: '200', ...query })) as unknown as { rows: Record<string, unknown>[] }).rows;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => now });
  const { ids } = at;
  bureau = at.with([{ role: 'assets-clerk', unit: ids.bureau, below: true }], { unit: ids.bureau, name: '局资产员' });
  finance = at.with([{ role: 'assets-clerk', unit: ids.finance, below: true }], {
    unit: ids.finance,
    name: '财政资产员',
  });
  county = at.with([{ role: 'assets-clerk', unit: ids.county, below: true }], { unit: ids.county, name: '县资产员' });
  central = await keep(bureau, ids.bureau, '市级集中仓', 'central');
  virtual = await keep(finance, ids.finance, '财政局虚拟仓', 'virtual');
});
afterAll(() => at?.close());

const keep = async (who: Person, unit: string, name: string, kind: string) =>
  ((await who.does('assets.keep-store', { unit, name, kind })).result as { store: string }).store;
const offer = async (more: object = {}, card: object = {}) => {
  const id = await aCard(at, { unit: at.ids.finance, ...card });
  const input = { card: id, store: virtual, quantity: 1, reason: 'idle', ...more };
  return { card: id, answer: await finance.run('assets.offer-card', input) };
};
const offered = async (more: object = {}, card: object = {}) => {
  const { card: id, answer } = await offer(more, card);
  if (isRefusal(answer)) throw new Error(answer.code);
  return { card: id, id: (answer.result as { offer: string }).offer };
};
const inStore = async (more: object = {}, card: object = {}) => {
  const it = await offered(more, card);
  await finance.does('assets.inspect-offer', { offer: it.id, version: 1, passed: true, condition: 'good' });
  return it;
};
const reserve = (who: Person, unit: string, thing: string, more: object = {}) =>
  who.run('assets.reserve-offer', {
    unit,
    offer: thing,
    quantity: 1,
    untilDay: '2026-03-20',
    purpose: '会议',
    ...more,
  });
const lend = (thing: string, more: object = {}, who = finance) =>
  who.run('assets.lend-offer', { offer: thing, borrower: at.ids.county, quantity: 1, dueDay: '2026-04-01', ...more });

test('a thing is offered, inspected and then seen by the whole tree; nothing of its card is', async () => {
  const { id, card } = await offered({}, { name: '桌子甲' });
  expect(await stateOf(at, card)).toBe('pooled');
  expect(isRefusal(await county.read('assets.offer', { id }))).toBe(true);
  const seen = async () => (await rowsOf(county, 'assets.shelf')).some((row) => row['id'] === id);
  expect(await seen()).toBe(false);
  expect(
    code(await county.run('assets.inspect-offer', { offer: id, version: 1, passed: true, condition: 'good' })),
  ).toBe('not-found');
  const inspected = { offer: id, version: 1, passed: true, condition: 'worn', refurbishFen: 3_000, said: '一条腿松动' };
  expect(code(await finance.run('assets.inspect-offer', { ...inspected, version: 9 }))).toBe('stale-version');
  expect(code(await finance.run('assets.inspect-offer', inspected))).toBe('done');
  expect(await seen()).toBe(true);
  const told = (await county.read('assets.offer', { id })) as OfferAnswer & { may: string[] };
  expect(told).toMatchObject({ name: '桌子甲', condition: 'worn', refurbishFen: 3_000, free: 1, own: null });
  expect(told.may).toEqual(['assets.reserve-offer']);
  expect(JSON.stringify(told)).not.toContain('序列号');
  expect(JSON.stringify(told)).not.toContain('松动');
  const own = (await finance.read('assets.offer', { id })) as OfferAnswer & { may: string[] };
  expect(own.own).toMatchObject({
    card,
    reason: 'idle',
    inspections: [{ said: '一条腿松动', inspectedName: '财政资产员' }],
  });
  expect(own.may.toSorted()).toEqual([
    'assets.inspect-offer',
    'assets.lend-offer',
    'assets.reserve-offer',
    'assets.withdraw-offer',
  ]);
  expect(await rowsOf(county, 'assets.offers')).toEqual([]);
});

test('what may not be offered is refused, each for its reason', async () => {
  expect(code((await offer({}, { state: 'lent' })).answer)).toBe('not-to-be-offered');
  expect(code((await offer({}, { facet: 'vehicles.vehicle' })).answer)).toBe('kept-elsewhere');
  expect(code((await offer({ quantity: 2 })).answer)).toBe('more-than-there-are');
  expect(code((await offer({ untilDay: '2026-03-04' })).answer)).toBe('day-passed');
  expect(code((await offer({ store: central, reach: 'unit' })).answer)).toBe('store-not-in-reach');
  const { card } = await offered();
  expect(code(await finance.run('assets.offer-card', { card, store: virtual, quantity: 1, reason: 'idle' }))).toBe(
    'offered-before',
  );
  const foreign = await aCard(at, { unit: at.ids.county });
  expect(
    code(await finance.run('assets.offer-card', { card: foreign, store: virtual, quantity: 1, reason: 'idle' })),
  ).toBe('not-found');
  const closed = await keep(finance, at.ids.finance, `将关闭${(nth += 1)}`, 'virtual');
  await finance.does('assets.close-store', { store: closed, version: 1, why: '撤并' });
  expect(code((await offer({ store: closed })).answer)).toBe('store-closed');
  now = new Date('2019-03-05T09:00:00+08:00');
  expect(code((await offer()).answer)).toBe('reason-not-in-scope');
  now = new Date('2026-03-05T09:00:00+08:00');
});

test('a central store is kept by its unit: it inspects and lends what another unit owns; turned away, the owner takes it back', async () => {
  const { id, card } = await offered({ store: central });
  const inspect = (who: Person, more: object, version = 1) =>
    who.run('assets.inspect-offer', { offer: id, version, passed: true, condition: 'good', ...more });
  expect(code(await inspect(finance, {}))).toBe('not-found');
  expect(code(await inspect(bureau, { condition: 'unusable' }))).toBe('unusable-not-stored');
  expect(code(await inspect(bureau, { passed: false }))).toBe('say-why-turned-away');
  expect(code(await inspect(bureau, {}))).toBe('done');
  expect(code(await lend(id, {}, finance))).toBe('not-found');
  expect(code(await lend(id, {}, bureau))).toBe('done');
  expect(code(await inspect(bureau, { passed: false, said: '虫蛀' }, 2))).toBe('still-claimed');
  expect(code(await finance.run('assets.withdraw-offer', { offer: id, version: 2, why: '自用' }))).toBe(
    'still-claimed',
  );
  const [loan] = await rowsOf(bureau, 'assets.pool-loans', { 'f.side': 'given', 'f.state': 'out' });
  expect(loan!['may']).toEqual(['assets.return-loan']);
  const back = { loan: loan!['loan_id'], version: 1, condition: 'worn', said: '' };
  expect(code(await county.run('assets.return-loan', back))).toBe('not-found');
  expect(code(await bureau.run('assets.return-loan', { ...back, version: 4 }))).toBe('stale-version');
  expect(code(await bureau.run('assets.return-loan', back))).toBe('done');
  expect(code(await bureau.run('assets.return-loan', { ...back, version: 2 }))).toBe('not-now');
  expect(code(await inspect(bureau, { passed: false, said: '虫蛀' }, 3))).toBe('done');
  expect(code(await bureau.run('assets.withdraw-offer', { offer: id, version: 4, why: '自用' }))).toBe('not-found');
  expect(code(await finance.run('assets.withdraw-offer', { offer: id, version: 1, why: '自用' }))).toBe(
    'stale-version',
  );
  expect(code(await finance.run('assets.withdraw-offer', { offer: id, version: 4, why: '自用' }))).toBe('done');
  expect(await stateOf(at, card)).toBe('idle');
  expect(code(await finance.run('assets.withdraw-offer', { offer: id, version: 5, why: '自用' }))).toBe('not-now');
});

test('what is reserved is held until its day, and free again after it without anybody’s doing', async () => {
  const { id } = await inStore({ quantity: 3 }, { quantity: 3, name: '折叠椅' });
  expect(code(await reserve(county, at.ids.county, id, { untilDay: '2026-03-04' }))).toBe('day-passed');
  expect(code(await reserve(county, at.ids.county, id, { untilDay: '2026-06-04' }))).toBe('too-long-held');
  expect(code(await reserve(county, at.ids.finance, id))).toBe('not-found');
  expect(code(await reserve(county, at.ids.county, id, { quantity: 2 }))).toBe('done');
  expect(code(await reserve(bureau, at.ids.bureau, id, { quantity: 2 }))).toBe('more-than-there-are');
  // Two at once for the last one: one of them has it.
  const both = await Promise.all([reserve(bureau, at.ids.bureau, id), reserve(county, at.ids.county, id)]);
  expect(both.map(code).toSorted()).toEqual(['done', 'more-than-there-are']);
  now = new Date('2026-03-21T09:00:00+08:00');
  expect(code(await reserve(bureau, at.ids.bureau, id, { quantity: 3, untilDay: '2026-03-25' }))).toBe('done');
  await runJob(at.kernel, 'assets.end-reservations', { signal: new AbortController().signal });
  const held = await rowsOf(finance, 'assets.reservations', { 'f.state': 'held', 'f.side': 'given' });
  expect(held.filter((row) => row['offer_id'] === id)).toHaveLength(1);
  const mine = (await rowsOf(bureau, 'assets.reservations', { 'f.state': 'held', 'f.side': 'taken' }))[0]!;
  expect(mine['may']).toEqual(['assets.end-reservation']);
  expect(held[0]!['may']).toEqual(['assets.lend-offer', 'assets.end-reservation']);
  const end = { reservation: mine['claim_id'], version: 1 };
  expect(code(await county.run('assets.end-reservation', end))).toBe('not-found');
  expect(code(await bureau.run('assets.end-reservation', { ...end, version: 3 }))).toBe('stale-version');
  expect(code(await bureau.run('assets.end-reservation', end))).toBe('done');
  expect(code(await bureau.run('assets.end-reservation', { ...end, version: 2 }))).toBe('reservation-ended');
  now = new Date('2026-03-05T09:00:00+08:00');
});

test('a loan has its day; what was reserved for the borrower is what it is lent', async () => {
  const { id } = await inStore();
  const reserved = await reserve(county, at.ids.county, id);
  if (isRefusal(reserved)) throw new Error(reserved.code);
  const { reservation } = reserved.result as { reservation: string };
  expect(code(await lend(id))).toBe('more-than-there-are');
  expect(code(await lend(id, { reservation, borrower: at.ids.bureau }))).toBe('not-the-taker');
  expect(code(await lend(id, { reservation, dueDay: '2026-03-01' }))).toBe('day-passed');
  expect(code(await lend(id, { reservation, dueDay: '2028-03-01' }))).toBe('too-long-lent');
  expect(code(await lend(id, { borrower: id }))).toBe('unit-unknown');
  expect(code(await lend(id, { reservation, quantity: 2 }))).toBe('more-than-there-are');
  expect(code(await lend(id, { reservation }))).toBe('done');
  expect(code(await lend(id, { reservation }))).toBe('reservation-ended');
  const only = await inStore({ may: 'transfer' });
  expect(code(await lend(only.id))).toBe('not-for-loan');
  // Overdue is told by the reminder; the way back says by how many days.
  now = new Date('2026-04-03T09:00:00+08:00');
  const [loan] = (await rowsOf(finance, 'assets.pool-loans', { 'f.side': 'given', 'f.state': 'out' })).filter(
    (row) => row['offer_id'] === id,
  );
  await finance.does('assets.return-loan', { loan: loan!['loan_id'], version: 1, condition: 'good' });
  now = new Date('2026-03-05T09:00:00+08:00');
});

test('an event borrows within its days, gives all back, and what it bought goes into the warehouse', async () => {
  const open = (more: object) =>
    county.run('assets.open-body', {
      unit: at.ids.county,
      name: '全县运动会',
      kind: 'event',
      from: '2026-03-10',
      until: '2026-03-20',
      needs: [{ what: '帐篷', quantity: 10 }],
      ...more,
    });
  expect(code(await open({ until: '2026-03-01' }))).toBe('period-backwards');
  expect(code(await open({ from: '2026-01-01', until: '2026-02-01' }))).toBe('day-passed');
  const opened = await open({});
  if (isRefusal(opened)) throw new Error(opened.code);
  const { body } = opened.result as { body: string };
  expect(code(await open({}))).toBe('body-name-taken');
  const { id } = await inStore();
  expect(code(await lend(id, { body, borrower: at.ids.bureau, dueDay: '2026-03-18' }))).toBe('not-your-body');
  expect(code(await lend(id, { body, dueDay: '2026-03-28' }))).toBe('after-the-body');
  expect(code(await lend(id, { body, dueDay: '2026-03-18' }))).toBe('done');
  const bought = await aCard(at, { unit: at.ids.county, state: 'in-use' });
  expect(code(await county.run('assets.enter-bought', { body, card: bought }))).toBe('done');
  expect(code(await finance.run('assets.enter-bought', { body, card: bought }))).toBe('not-found');
  const end = () => county.run('assets.end-body', { body, version: 1 });
  expect(code(await end())).toBe('things-still-out');
  const [loan] = (await rowsOf(finance, 'assets.pool-loans', { 'f.side': 'given', 'f.state': 'out' })).filter(
    (row) => row['offer_id'] === id,
  );
  await finance.does('assets.return-loan', { loan: loan!['loan_id'], version: 1, condition: 'good' });
  expect(code(await end())).toBe('bought-not-pooled');
  const store = await keep(county, at.ids.county, '县虚拟仓', 'virtual');
  await county.does('assets.offer-card', { card: bought, store, quantity: 1, reason: 'event-or-temporary' });
  expect((await county.read('assets.body', { id: body })) as BodyAnswer).toMatchObject({
    out: 0,
    bought: [{ card: bought, state: 'pooled' }],
  });
  expect(code(await county.run('assets.end-body', { body, version: 7 }))).toBe('stale-version');
  expect(code(await end())).toBe('done');
  expect(code(await end())).toBe('not-now');
  expect(code(await county.run('assets.enter-bought', { body, card: bought }))).toBe('not-now');
  expect(code(await lend(id, { body, dueDay: '2026-03-18' }))).toBe('not-your-body');
});

test('a store has one name in its unit, is changed by its own clerk, and closes only when it is empty', async () => {
  const name = `仓${(nth += 1)}`;
  const store = await keep(finance, at.ids.finance, name, 'dispersed');
  const again = { unit: at.ids.finance, name, kind: 'virtual' };
  expect(code(await finance.run('assets.keep-store', again))).toBe('store-name-taken');
  expect(code(await county.run('assets.keep-store', { ...again, store }))).toBe('not-found');
  expect(code(await finance.run('assets.keep-store', { ...again, store, place: '三楼' }))).toBe('done');
  await offered({ store });
  const close = (version: number) => finance.run('assets.close-store', { store, version, why: '撤并' });
  expect(code(await close(1))).toBe('stale-version');
  expect(code(await close(2))).toBe('store-not-empty');
  const empty = await keep(finance, at.ids.finance, `空${name}`, 'dispersed');
  await finance.does('assets.close-store', { store: empty, version: 1, why: '撤并' });
  expect(code(await finance.run('assets.close-store', { store: empty, version: 2, why: '撤并' }))).toBe('not-now');
  expect(code(await finance.run('assets.keep-store', { ...again, store: empty }))).toBe('not-now');
});

test('the same request twice is one reservation', async () => {
  const { id } = await inStore();
  const request = '01970000-0000-7000-8000-0000000000aa';
  const input = { unit: at.ids.county, offer: id, quantity: 1, untilDay: '2026-03-20', purpose: '会议' };
  const one = await county.run('assets.reserve-offer', input, request);
  const two = await county.run('assets.reserve-offer', input, request);
  expect(two).toEqual(one);
  expect((await rowsOf(county, 'assets.reservations')).filter((row) => row['offer_id'] === id)).toHaveLength(1);
});
