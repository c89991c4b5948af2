import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aCard, behind } from '../testing/pooled-card.ts';

let at: House;
let finance: Person;
let county: Person;
let bureau: Person;
let city: Person;
let store = '';

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const rowsOf = async (who: Person, list: string, query: Record<string, string> = {}) =>
  ((await who.list(list, { size: '200', ...query })) as unknown as { rows: Record<string, unknown>[] }).rows;
const result = async <Key extends string>(who: Person, verb: string, input: object) =>
  (await who.does(verb, input)).result as Record<Key, string>;
const inStore = async (quantity = 10, more: object = {}) => {
  const card = await aCard(at, { unit: at.ids.finance, quantity, name: '折叠床', class: 'A05010102' });
  const { offer } = await result<'offer'>(finance, 'assets.offer-card', {
    card,
    store,
    quantity,
    reason: 'idle',
    ...more,
  });
  await finance.does('assets.inspect-offer', { offer, version: 1, passed: true, condition: 'good' });
  return offer;
};
const reserve = (offer: string, quantity: number) =>
  bureau.run('assets.reserve-offer', {
    unit: at.ids.bureau,
    offer,
    quantity,
    untilDay: '2026-03-20',
    purpose: '会议',
  });

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const { ids } = at;
  const clerkOf = (unit: string, name: string) =>
    at.with([{ role: 'assets-clerk', unit, below: true }], { unit, name });
  finance = clerkOf(ids.finance, '财政资产员');
  county = clerkOf(ids.county, '县资产员');
  bureau = clerkOf(ids.bureau, '局资产员');
  city = clerkOf(ids.city, '市资产员');
  ({ store } = await result<'store'>(finance, 'assets.keep-store', {
    unit: ids.finance,
    name: '应急物资仓',
    kind: 'dispersed',
  }));
});
afterAll(() => at?.close());

test('a right is said in peace, by the unit of the store alone, and once', async () => {
  const right = { store, caller: at.ids.county, class: 'A05', most: 5 };
  expect(code(await finance.run('assets.keep-call-right', { ...right, caller: store }))).toBe('caller-unknown');
  expect(code(await county.run('assets.keep-call-right', right))).toBe('not-found');
  expect(code(await finance.run('assets.keep-call-right', right))).toBe('done');
  expect(code(await finance.run('assets.keep-call-right', right))).toBe('call-right-there');
  const closed = await result<'store'>(finance, 'assets.keep-store', {
    unit: at.ids.finance,
    name: '旧仓',
    kind: 'virtual',
  });
  await finance.does('assets.close-store', { store: closed.store, version: 1, why: '撤并' });
  expect(code(await finance.run('assets.keep-call-right', { ...right, store: closed.store }))).toBe('store-closed');
  const another = await result<'right'>(finance, 'assets.keep-call-right', { ...right, class: 'A02' });
  const end = (version: number) => finance.run('assets.end-call-right', { right: another.right, version, why: '撤销' });
  expect(code(await end(4))).toBe('stale-version');
  expect(code(await end(1))).toBe('done');
  expect(code(await end(2))).toBe('not-now');
  const offer = await inStore();
  const [mine] = await rowsOf(county, 'assets.callable', { 'f.name': '折叠床' });
  expect(mine).toMatchObject({ offer_id: offer, available: 10, most: 5, may: ['assets.call-stock'] });
  expect(await rowsOf(bureau, 'assets.callable')).toEqual([]);
});

test('in peace nothing is called; in an emergency a call goes before reservations, is handed out and comes back', async () => {
  const offer = await inStore(6);
  expect(code(await reserve(offer, 2))).toBe('done');
  expect(code(await reserve(offer, 3))).toBe('done');
  const declare = () =>
    city.run('assets.declare-emergency', { unit: at.ids.city, name: '防汛二级响应', document: '市防指〔2026〕3号' });
  const declared = await declare();
  if (isRefusal(declared)) throw new Error(declared.code);
  const { emergency } = declared.result as { emergency: string };
  expect(code(await declare())).toBe('emergency-there');
  const call = (more: object = {}, who = county) =>
    who.run('assets.call-stock', {
      unit: at.ids.county,
      emergency,
      offer,
      quantity: 4,
      dueDay: '2026-03-30',
      place: '石桥县安置点',
      ...more,
    });
  expect(code(await call({ unit: at.ids.bureau }, bureau))).toBe('no-right-to-call');
  expect(code(await call({ quantity: 6 }))).toBe('more-than-right');
  expect(code(await call({ dueDay: '2026-03-01' }))).toBe('call-day-passed');
  expect(code(await call({ dueDay: '2028-06-01' }))).toBe('too-long-lent');
  expect(code(await call({ offer: await inStore(3, { may: 'transfer' }) }))).toBe('not-for-loan');
  expect(code(await call({ offer: await inStore(3), quantity: 4 }))).toBe('more-than-there-are');
  const elsewhere = await result<'emergency'>(county, 'assets.declare-emergency', {
    unit: at.ids.county,
    name: '县级响应',
    document: '县防指〔2026〕1号',
  });
  expect(code(await call({ emergency: elsewhere.emergency }))).toBe('no-emergency');
  const request = '01970000-0000-7000-8000-0000000000ae';
  const input = { unit: at.ids.county, emergency, offer, quantity: 4, dueDay: '2026-03-30', place: '石桥县安置点' };
  const called = await county.run('assets.call-stock', input, request);
  expect(await county.run('assets.call-stock', input, request)).toEqual(called);
  // What is called is spoken for: nobody else has it meanwhile.
  expect(code(await call({ quantity: 3 }))).toBe('more-than-there-are');
  // Where nothing is left, nothing is offered to be called.
  const emptied = await inStore(2);
  expect(code(await call({ offer: emptied, quantity: 2 }))).toBe('done');
  const callable = await rowsOf(county, 'assets.callable');
  expect(callable.find(({ offer_id }) => offer_id === emptied)).toMatchObject({ available: 0, may: [] });
  expect(callable.find(({ offer_id }) => offer_id === offer)).toMatchObject({
    available: 2,
    may: ['assets.call-stock'],
  });
  const calls = await rowsOf(finance, 'assets.emergency-calls', { 'f.side': 'given', 'f.state': 'called' });
  const given = calls.find(({ offer_id }) => offer_id === offer);
  expect(given).toMatchObject({ quantity: 4, may: ['assets.hand-out-call'] });
  const handOut = { call: given!['call_id'], version: 1 };
  expect(code(await county.run('assets.hand-out-call', handOut))).toBe('not-found');
  expect(code(await finance.run('assets.hand-out-call', { ...handOut, version: 2 }))).toBe('stale-version');
  expect(code(await finance.run('assets.hand-out-call', handOut))).toBe('done');
  expect(code(await finance.run('assets.hand-out-call', handOut))).toBe('not-now');
  // The latest reservation gave way, the earlier one stands.
  const held = await rowsOf(bureau, 'assets.reservations', { 'f.side': 'taken', 'f.state': 'held' });
  expect(held.filter((row) => row['offer_id'] === offer).map(({ quantity }) => quantity)).toEqual([2]);
  const [loan] = await rowsOf(county, 'assets.pool-loans', { 'f.side': 'taken', 'f.state': 'out' });
  expect(loan).toMatchObject({ quantity: 4, due_day: '2026-03-30' });
  expect(String(loan!['purpose'])).toContain('防汛二级响应');
  await finance.does('assets.return-loan', { loan: loan!['loan_id'], version: 1, condition: 'good' });
  const second = await call({ quantity: 1 });
  if (isRefusal(second)) throw new Error(second.code);
  const cancel = { call: (second.result as { call: string }).call, version: 1, why: '已解决' };
  expect(code(await county.run('assets.cancel-call', { ...cancel, version: 3 }))).toBe('stale-version');
  expect(code(await county.run('assets.cancel-call', cancel))).toBe('done');
  expect(code(await county.run('assets.cancel-call', { ...cancel, version: 2 }))).toBe('not-now');
  const end = (version: number) => city.run('assets.end-emergency', { emergency, version, said: '响应终止' });
  expect(code(await end(2))).toBe('stale-version');
  expect(code(await end(1))).toBe('done');
  expect(code(await end(2))).toBe('not-now');
  expect(code(await call())).toBe('no-emergency');
});

test('what is not there is not handed out, and what only its unit sees is not called', async () => {
  const offer = await inStore(4);
  const { emergency } = await result<'emergency'>(city, 'assets.declare-emergency', {
    unit: at.ids.city,
    name: '抗旱响应',
    document: '市防指〔2026〕9号',
  });
  const { call } = await result<'call'>(county, 'assets.call-stock', {
    unit: at.ids.county,
    emergency,
    offer,
    quantity: 4,
    dueDay: '2026-03-30',
    place: '安置点',
  });
  const hidden = await inStore(2, { reach: 'unit' });
  const own = { unit: at.ids.county, emergency, offer: hidden, quantity: 1, dueDay: '2026-03-30', place: '安置点' };
  expect(code(await city.run('assets.call-stock', own))).toBe('not-found');
  const turnedAway = await inStore(2);
  await finance.does('assets.inspect-offer', {
    offer: turnedAway,
    version: 2,
    passed: false,
    condition: 'worn',
    said: '受潮',
  });
  expect(code(await city.run('assets.call-stock', { ...own, offer: turnedAway }))).toBe('not-now');
  await behind(at, (client) =>
    client.query("update assets.emergency set from_at = '2026-01-01' where id = $1", [emergency]),
  );
  expect(code(await county.run('assets.call-stock', { ...own, offer }))).toBe('no-emergency');
  // Fewer lie there than the ledger said.
  const count = (pieces: number) =>
    behind(at, (client) => client.query('update assets.offer set quantity = $2 where id = $1', [offer, pieces]));
  await count(3);
  expect(code(await finance.run('assets.hand-out-call', { call, version: 1 }))).toBe('more-than-there-are');
  await count(4);
  expect(code(await finance.run('assets.hand-out-call', { call, version: 1 }))).toBe('done');
});
