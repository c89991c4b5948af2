import { isRefusal, newId } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { depreciated } from '../depreciation/straight-line.ts';
import assets from '../domain.ts';
import { aComputer, cityClerk, clerkOf, clock, enter } from '../testing/given-cards.ts';
import type { CardAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let behind: pg.Client;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock });
  clerk = cityClerk(at);
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

const read = async (id: string, by: Person = clerk) =>
  (await by.read('assets.card', { id })) as CardAnswer & { may: string[] };
const rows = async (query: Record<string, string>, by: Person = clerk) =>
  ((await by.list('assets.cards', query)) as unknown as { rows: Record<string, unknown>[] }).rows;

test('a card takes the next number of the year, the years of its class, and opens with its value of today', async () => {
  const one = await enter(clerk, aComputer(at));
  const two = await enter(clerk, aComputer(at));
  const [first, second] = [await read(one), await read(two)];
  expect(first.number).toMatch(/^ZC-2026-\d{6}$/);
  expect(Number(second.number.slice(-6))).toBe(Number(first.number.slice(-6)) + 1);
  expect(first).toMatchObject({ state: 'in-stock', lifeYears: 6, className: { zh: '设备' }, unitName: '临江市财政局' });
  // 3 years and the month of addition: 37 of 72 months.
  expect(first.depreciation).toMatchObject({
    chargedMonths: 37,
    monthlyFen: 6_667,
    accumulatedFen: 246_667,
    netFen: 233_333,
  });
  expect(first.may).toContain('assets.change-card');
});

test('the list and the page tell the same net value; the sums are those of the rows', async () => {
  await enter(clerk, aComputer(at, { name: '复核用打印机', class: 'A020201', valueFen: 123_457 }));
  const listed = (await clerk.list('assets.cards', { size: '100', sums: '1' })) as unknown as {
    rows: { id: string; net_fen: number; value_fen: number }[];
    sums: { net_fen: number; value_fen: number };
  };
  // The list asks the database what day it is, whose clock is not the house's.
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  for (const row of listed.rows) {
    const card = await read(row.id);
    expect(depreciated({ ...card, since: card.bookedOn ?? card.acquiredOn }, today).netFen).toBe(row.net_fen);
  }
  expect(listed.sums.net_fen).toBe(listed.rows.reduce((sum, row) => sum + row.net_fen, 0));
  expect(listed.sums.value_fen).toBe(listed.rows.reduce((sum, row) => sum + row.value_fen, 0));
});

test('what is refused: a number twice, a class that is none, a day ahead, a person nobody knows, a department elsewhere', async () => {
  await enter(clerk, aComputer(at, { number: 'A-1' }));
  const code = async (more: object) => {
    const answer = await clerk.run('assets.register-card', aComputer(at, more));
    return isRefusal(answer) ? answer.code : 'taken';
  };
  expect(await code({ number: 'A-1' })).toBe('card-number-taken');
  expect(await code({ number: 'A-1', unit: at.ids.bureau })).toBe('taken');
  expect(await code({ class: 'A09' })).toBe('class-unknown');
  expect(await code({ acquiredOn: '2026-03-06' })).toBe('day-ahead');
  expect(await code({ userName: '没有这个人' })).toBe('person-unknown');
  expect(await code({ user: newId() })).toBe('person-unknown');
  expect(await code({ department: at.ids.bureau })).toBe('department-elsewhere');
  expect(await code({ unit: newId() })).toBe('not-your-right');
});

test('a holder by name is in use with them, and is found by their name, the serial number, two characters of the model', async () => {
  const id = await enter(
    clerk,
    aComputer(at, { userName: '周敏', serial: 'SN-77-X', model: '启天M620', place: '3号楼512' }),
  );
  expect(await read(id)).toMatchObject({ state: 'in-use', userName: '周敏' });
  for (const q of ['周敏', 'SN-77', '启天', '512', 'zm'])
    expect((await rows({ q })).map((row) => row['id'])).toContain(id);
  // Whoever uses it sees it, and nobody else of their rank.
  expect((await read(id, at.as('周敏'))).may).toEqual([]);
  expect(await at.as('孙师傅').read('assets.card', { id })).toMatchObject({ code: 'not-found' });
});

test('a change keeps what is left out; a stale one, and one of a card that is none, is refused', async () => {
  const id = await enter(clerk, aComputer(at, { brand: '联想' }));
  await clerk.does('assets.change-card', { card: id, version: 1, model: 'M620', state: 'idle' });
  expect(await read(id)).toMatchObject({ brand: '联想', model: 'M620', state: 'idle', quantity: 1, version: 2 });
  expect(await clerk.run('assets.change-card', { card: id, version: 1, model: 'x' })).toMatchObject({
    code: 'stale-version',
  });
  expect(await clerk.run('assets.change-card', { card: id, version: 2, class: 'A1' })).toMatchObject({
    code: 'input-not-fitting',
  });
  expect(await clerk.run('assets.change-card', { card: id, version: 2, class: 'A10' })).toMatchObject({
    code: 'class-unknown',
  });
  expect(await clerk.run('assets.change-card', { card: id, version: 2, acquiredOn: '2026-12-01' })).toMatchObject({
    code: 'day-ahead',
  });
  await enter(clerk, aComputer(at, { number: 'A-9' }));
  expect(await clerk.run('assets.change-card', { card: id, version: 2, number: 'A-9' })).toMatchObject({
    code: 'card-number-taken',
  });
  expect(await clerk.run('assets.change-card', { card: newId(), version: 1 })).toMatchObject({ code: 'not-found' });
});

test('a wrong entry is struck, and its number is free again', async () => {
  const id = await enter(clerk, aComputer(at, { number: 'A-77' }));
  expect(await clerk.run('assets.strike-card', { card: id, version: 3, why: '重复' })).toMatchObject({
    code: 'stale-version',
  });
  await clerk.does('assets.strike-card', { card: id, version: 1, why: '重复登记' });
  expect(await clerk.read('assets.card', { id })).toMatchObject({ code: 'not-found' });
  await enter(clerk, aComputer(at, { number: 'A-77' }));
});

test('the clerk of one unit neither sees nor changes another’s; a reader changes nothing', async () => {
  const id = await enter(clerk, aComputer(at));
  const elsewhere = clerkOf(at, at.ids.county);
  expect(await elsewhere.read('assets.card', { id })).toMatchObject({ code: 'not-found' });
  expect(await elsewhere.run('assets.change-card', { card: id, version: 1 })).toMatchObject({ code: 'not-found' });
  expect(await elsewhere.run('assets.register-card', aComputer(at))).toMatchObject({ code: 'not-your-right' });
  const head = at.as('何涛');
  expect(await head.run('assets.register-card', aComputer(at))).toMatchObject({ code: 'not-your-right' });
});

test('the same request twice enters one card; two at once take two numbers', async () => {
  const request = newId();
  const card = aComputer(at);
  const [one, two] = [
    await clerk.run('assets.register-card', card, request),
    await clerk.run('assets.register-card', card, request),
  ];
  expect(two).toEqual(one);
  const both = await Promise.all([enter(clerk, aComputer(at)), enter(clerk, aComputer(at))]);
  const numbers = await Promise.all(both.map(async (id) => (await read(id)).number));
  expect(new Set(numbers).size).toBe(2);
});

test('numbers have no gaps: what is refused gives its number back', async () => {
  const before = (await read(await enter(clerk, aComputer(at)))).number;
  await clerk.run('assets.register-card', aComputer(at, { class: 'A99' }));
  const after = (await read(await enter(clerk, aComputer(at)))).number;
  expect(Number(after.slice(-6))).toBe(Number(before.slice(-6)) + 1);
});

test('a serial number that another card of the unit bears is refused, and that card named, until somebody says these are two', async () => {
  const card = (more: object) => aComputer(at, { serial: 'PF-2211-KX', ...more });
  const one = await enter(clerk, card({ number: 'S-1' }));
  const again = await clerk.run('assets.register-card', card({ serial: 'pf-2211-kx' }));
  expect(again).toMatchObject({ code: 'serial-in-unit', data: { number: 'S-1', serial: 'pf-2211-kx' } });
  await enter(clerk, card({ unit: at.ids.bureau }));
  await enter(clerk, card({ serialTwice: true }));
  // No plate, no number: that is no serial number two things could share.
  await enter(clerk, card({ serial: '无' }));
  await enter(clerk, card({ serial: '无' }));
  expect((await read(one)).serial).toBe('PF-2211-KX');
});

test('a serial number that a change brings is compared as on entry; one that stays is not asked for again', async () => {
  await enter(clerk, aComputer(at, { serial: 'KX-9001', number: 'S-11' }));
  const id = await enter(clerk, aComputer(at, { serial: 'KX-9002' }));
  const change = (version: number, more: object) => clerk.run('assets.change-card', { card: id, version, ...more });
  expect(await change(1, { serial: 'kx-9001' })).toMatchObject({
    code: 'serial-in-unit',
    data: { number: 'S-11', serial: 'kx-9001' },
  });
  await clerk.does('assets.change-card', { card: id, version: 1, serial: 'kx-9002', model: 'M620' });
  await clerk.does('assets.change-card', { card: id, version: 2, serial: 'KX-9001', serialTwice: true });
  await clerk.does('assets.change-card', { card: id, version: 3, serial: 'KX-9001', brand: '联想' });
  await clerk.does('assets.change-card', { card: id, version: 4, serial: '无' });
  expect(await read(id)).toMatchObject({ serial: '无', brand: '联想', version: 5 });
});

test('in repair comes by its paper and not by entry; one that was entered so before is brought back by a change', async () => {
  expect(await clerk.run('assets.register-card', aComputer(at, { state: 'in-repair' }))).toMatchObject({
    code: 'repair-by-paper',
  });
  const lent = await enter(clerk, aComputer(at, { state: 'lent' }));
  await clerk.does('assets.return-cards', { cards: [lent] });
  expect((await read(lent)).state).toBe('in-stock');

  const old = await enter(clerk, aComputer(at));
  await behind.query(`update assets.card set state = 'in-repair' where id = $1`, [old]);
  await clerk.does('assets.change-card', { card: old, version: 1, brand: '联想' });
  expect((await read(old)).state).toBe('in-repair');
  await clerk.does('assets.change-card', { card: old, version: 2, state: 'in-use' });
  expect((await read(old)).state).toBe('in-use');

  const sent = await enter(clerk, aComputer(at));
  await clerk.does('assets.send-to-repair', { cards: [sent], what: '不开机', vendor: '维修点', quoteFen: 0 });
  await clerk.does('assets.change-card', { card: sent, version: 2, state: 'in-use' });
  expect((await read(sent)).state).toBe('in-repair');
});
