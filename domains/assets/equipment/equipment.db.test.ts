import { isRefusal, newId } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aCard, behind } from '../testing/cards-by-sql.ts';
import { aComputer } from '../testing/given-cards.ts';
import type { EquipmentAnswer, FairnessAnswer } from './contract.ts';
import type { z } from 'zod';

let at: House;
let clerk: Person;
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.with([{ role: 'assets-clerk', unit: at.ids.city, below: true }], { unit: at.ids.bureau });
  await aCard(at, { unit: at.ids.finance, class: 'A02010105', quantity: 12, valueFen: 12 * 480_000 });
  await aCard(at, {
    unit: at.ids.financeOffice,
    item: '台式计算机',
    quantity: 1,
    valueFen: 620_000,
    acquired: '2018-01-02',
  });
  await aCard(at, { unit: at.ids.finance, item: '单人沙发', class: 'A05010402', quantity: 5 });
  await aCard(at, { unit: at.ids.bureau, item: 'desktop', quantity: 4 });
  await aCard(at, { unit: at.ids.finance, item: 'desktop', state: 'disposed' });
});
afterAll(() => at?.close());

const set = (more: object = {}) => ({
  unit: at.ids.finance,
  fromDay: '2026-01-01',
  establishment: 10,
  actual: 8,
  offices: 4,
  ...more,
});
const equipment = async (unit: string, by = clerk) =>
  (await by.read('assets.unit-equipment', { unit })) as z.infer<typeof EquipmentAnswer> & { may: string[] };

test('what a unit may have follows its headcount; before one is set it is counted from the organisation', async () => {
  const before = await equipment(at.ids.finance);
  expect(before.staff).toMatchObject({ known: 'counted', actual: 3, basis: 3, establishment: null, offices: 0 });
  expect(before.may).toEqual(['assets.set-headcount']);
  await clerk.does('assets.set-headcount', set());
  const it = await equipment(at.ids.financeOffice);
  expect(it.staff).toMatchObject({ unit: at.ids.finance, known: 'declared', establishment: 10, actual: 8, basis: 8 });
  const row = (limit: string) => it.rows.find((each) => each.limit === limit)!;
  // Twelve and the one of its office; what was disposed of is gone.
  expect(row('desktop')).toMatchObject({ allowed: 8, held: 13, surplus: 5, dear: 1, aged: 1, confidence: 'confirmed' });
  expect(row('sofa')).toMatchObject({ allowed: 4, held: 2.5, surplus: 0 });
  // The list behind the figure says the same.
  const cards = await clerk.list('assets.equipment-cards', { 'f.unit_id': at.ids.finance, 'f.equipment': 'desktop' });
  expect(cards).toMatchObject({ rows: [{ quantity: 12 }, { quantity: 1 }] });
});

test('where no unit is named it is one’s own; who reads a division alone is told that none is open', async () => {
  const first = async (by: Person) => (await by.read('assets.unit-equipment', {})) as z.infer<typeof EquipmentAnswer>;
  expect((await first(clerk)).staff).toMatchObject({ unit: at.ids.bureau });
  const head = at.with([{ role: 'head', unit: at.ids.financeOffice, below: true }], { unit: at.ids.financeOffice });
  expect(await first(head)).toMatchObject({ staff: null, rows: [] });
  const elsewhere = at.with([{ role: 'head', unit: at.ids.bureau, below: true }], { unit: at.ids.financeOffice });
  expect((await first(elsewhere)).staff).toMatchObject({ unit: at.ids.bureau });
});

test('a day set twice stands as the later; refusals', async () => {
  await clerk.does('assets.set-headcount', set({ actual: 9 }));
  const { rows } = (await clerk.list('assets.headcounts')) as unknown as { rows: { actual: number }[] };
  expect(rows.map(({ actual }) => actual)).toEqual([9]);
  const refused = async (more: object, by = clerk) => code(await by.run('assets.set-headcount', set(more)));
  expect(await refused({ unit: at.ids.financeOffice })).toBe('not-an-institution');
  expect(await refused({ fromDay: '2026-03-06' })).toBe('headcount-ahead');
  expect(await refused({ seniors: 10 })).toBe('seniors-over-staff');
  expect(await refused({ unit: newId() })).not.toBe('done');
  const head = at.with([{ role: 'head', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  expect(await refused({}, head)).not.toBe('done');
  const county = at.with([{ role: 'assets-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(await refused({}, county)).not.toBe('done');
  expect(code(await equipment(at.ids.finance, county))).toBe('not-found');
});

test('the same wish twice leaves one fact', async () => {
  const request = newId();
  const first = await clerk.run('assets.set-headcount', set({ fromDay: '2026-02-01' }), request);
  const second = await clerk.run('assets.set-headcount', set({ fromDay: '2026-02-01' }), request);
  expect(second).toEqual(first);
});

test('units of a tree per head beside the standard; those with few people are only told; the total is that of the list', async () => {
  const told = (await clerk.read('assets.fairness', { root: at.ids.city, limit: 'desktop' })) as z.infer<
    typeof FairnessAnswer
  >;
  const bureau = told.bars.find(({ unit }) => unit === at.ids.bureau)!;
  const finance = told.bars.find(({ unit }) => unit === at.ids.finance)!;
  expect(finance).toMatchObject({ people: 8, held: 13, allowed: 8, perHead: 13 / 8, ratio: 13 / 8 });
  expect(bureau.held).toBe(4);
  expect(told.bars[0]).toBe(finance);
  expect(told.small.map(({ unit }) => unit)).toContain(at.ids.countyFinance);
  expect(told.total).toBe(17);
  const narrow = at.with([{ role: 'assets-clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  const own = (await narrow.read('assets.fairness', { root: at.ids.finance, limit: 'desktop' })) as typeof told;
  expect(own.bars.map(({ unit }) => unit)).toEqual([at.ids.finance]);
  // Without a unit: everything that the asker looks at.
  const widest = (await narrow.read('assets.fairness', { limit: 'desktop' })) as typeof told;
  expect([widest.root, widest.bars]).toEqual([own.root, own.bars]);
  expect(code(await narrow.read('assets.fairness', { root: at.ids.city, limit: 'desktop' }))).toBe('not-found');
});

test('the words of a card tell its item before its class does', async () => {
  const told = await behind(
    at,
    `select assets.equipment_of('', 'A05010201') as a, assets.equipment_of('会议桌', 'A05010201') as b, assets.equipment_of('x', 'A01') as c`,
  );
  expect(told).toEqual([{ a: 'desk', b: 'meeting-table', c: null }]);
});

test('the search over everything finds a card once, in the ledger of assets', async () => {
  await clerk.does('assets.register-card', aComputer(at, { name: '只见一次的主机' }));
  const { hits } = (await clerk.read('kernel.search', { q: '只见一次的主机' })) as { hits: { kind: string }[] };
  expect(hits.map(({ kind }) => kind)).toEqual(['资产台账']);
});
