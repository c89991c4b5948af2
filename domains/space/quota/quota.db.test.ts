import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom, code } from '../testing/given.ts';
import type { UnitQuotaAnswer } from './contract.ts';

let at: House;
let clerk: Person;

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.with([{ role: 'space-clerk', unit: at.ids.city, below: true }], { unit: at.ids.bureau });
});
afterAll(() => at?.close());

const read = async (unit: string, by: Person = clerk) =>
  (await by.read('space.unit-quota', { id: unit })) as UnitQuotaAnswer & { may: string[] };
const set = (unit: string, more: object = {}, by: Person = clerk, request?: string) =>
  by.run(
    'space.set-quota',
    { unit, from: '2026-01-01', paper: '临机管〔2026〕1号', form: 'multi-storey', ...more },
    request,
  );

test('a quota by posts, ranks and formulas; what the unit has stands beside it, by both headcounts, with papers', async () => {
  const { finance, financeOffice } = at.ids;
  // 财政局: 陈局 (县处级正职 24), 何涛 and 周敏 (科级以下 9 each) of 市级机关.
  expect(code(await set(finance))).toBe('done');
  const building = await aBuilding(clerk, at.ids.bureau);
  const allot = (unit: string) => ({ unit, from: '2026-01-10', kind: 'allotted', paper: '调配单' });
  await aRoom(clerk, building, { number: '301', areaM2: 30, allot: allot(finance) });
  await aRoom(clerk, building, { number: '302', areaM2: 20, allot: allot(financeOffice) });
  await aRoom(clerk, building, { number: '303', areaM2: 15, use: 'service-meeting', allot: allot(finance) });
  // Kept by nobody: no unit's.
  await aRoom(clerk, building, { number: '304', areaM2: 500 });

  const it = await read(finance);
  expect(it.set).toMatchObject({ from: '2026-01-01', paper: '临机管〔2026〕1号' });
  const { approved, posts, papers } = it.set!.reckoning;
  expect(posts.map(({ rank, capM2 }) => `${rank} ${capM2}`).toSorted()).toEqual(['正处 24', '正科 9', '科员 9']);
  expect(approved).toMatchObject({
    people: 3,
    officeM2: 42,
    servicePerHeadM2: 8,
    serviceM2: 24,
    equipmentM2: 5.94,
    basicM2: 71.94,
    basicGrossM2: 110.68,
    canteenGrossM2: 11.1,
    grossM2: 121.78,
  });
  expect([papers.office!.confidence, papers.service!.confidence]).toEqual(['confirmed', 'single-source']);
  const group = (name: string) => it.groups.find((each) => each.group === name)!;
  // Offices are beyond a confirmed paper; the whole rests on less and is within.
  expect(group('office')).toMatchObject({
    rooms: 2,
    haveM2: 50,
    mayApprovedM2: 42,
    surplusM2: 8,
    ratioApproved: 1.1905,
    ratioActual: 1.1905,
    outcome: 'over',
  });
  expect(group('basic')).toMatchObject({ haveM2: 65, surplusM2: -6.94, outcome: 'within' });
  expect(group('basic').paper!.confidence).toBe('single-source');
  expect(it.may).toContain('space.set-quota');

  const { rows } = (await clerk.list('space.unit-areas', { 'f.standing': 'within' })) as unknown as {
    rows: { id: string; basic_m2: number; surplus_m2: number; office_ratio: number }[];
  };
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ id: finance, basic_m2: 65, surplus_m2: -6.94, office_ratio: 1.1905 });
});

test('more staff than posts: both denominators are told; a later quota takes the earlier one’s place from its day', async () => {
  const { finance, financeOffice } = at.ids;
  const system = at.as('系统员');
  const person = (
    await system.does('kernel.register-person', { unit: financeOffice, name: '新人', from: '2026-02-01' })
  ).facts[0]!.object.id;
  const post = at.ids.persons['周敏'].post;
  expect(code(await system.run('kernel.appoint', { person, post, kind: 'main', from: '2026-02-01' }))).toBe('done');
  await at.kernel.registers.refresh();
  expect(code(await set(finance, { from: '2026-03-01', form: 'high-rise', garageSpaces: 10, guards: 1 }))).toBe('done');
  const it = await read(finance);
  expect(it.set!.from).toBe('2026-03-01');
  const { approved, actual } = it.set!.reckoning;
  expect([approved.people, actual.people, approved.officeM2, actual.officeM2]).toEqual([3, 4, 42, 51]);
  expect(approved.annexGrossM2).toBe(11.1 + 400 + 25);
  expect(it.groups[0]!.ratioApproved).not.toBe(it.groups[0]!.ratioActual);
  expect(it.history.map(({ from }) => from)).toEqual(['2026-03-01', '2026-01-01']);
});

test('struck, the one before holds again; nothing is rewritten', async () => {
  const { finance } = at.ids;
  const { id } = (await read(finance)).set!;
  const strike = () => clerk.run('space.strike-quota', { quota: id, why: '车位录入有误' });
  expect(code(await strike())).toBe('done');
  expect(code(await strike())).toBe('quota-struck');
  const it = await read(finance);
  expect(it.set!.from).toBe('2026-01-01');
  expect(it.history.find((each) => each.id === id)!.struck).toBe('车位录入有误');
  expect(code(await set(finance, { from: '2026-03-01' }))).toBe('done');
});

test('refused with its reason; nobody without the right; the same request is answered once', async () => {
  const { finance, financeOffice, countyFinance, county } = at.ids;
  expect(code(await set(financeOffice))).toBe('not-an-institution');
  expect(code(await set(finance, { from: '2026-01-01' }))).toBe('quota-on-that-day');
  // The county itself has no post of its own.
  expect(code(await set(county))).toBe('no-approved-posts');
  const stranger = at.with([{ role: 'space-clerk', unit: finance, below: true }], { unit: finance });
  expect(isRefusal(await set(countyFinance, {}, stranger))).toBe(true);
  expect(isRefusal(await stranger.read('space.unit-quota', { id: countyFinance }))).toBe(true);
  expect(isRefusal(await set(countyFinance, {}, at.as('周敏')))).toBe(true);
  const request = crypto.randomUUID();
  const first = await set(countyFinance, {}, clerk, request);
  expect(await set(countyFinance, {}, clerk, request)).toEqual(first);
  // A county’s 科员 may have 9 m², its service rooms go by the county’s row.
  const { approved, serviceFormula, papers } = (await read(countyFinance)).set!.reckoning;
  expect(approved).toMatchObject({ officeM2: 9, serviceM2: 8 });
  expect(serviceFormula!.zh).toContain('（500－编制）÷50');
  expect(papers.service!.confidence).toBe('recalled');
});
