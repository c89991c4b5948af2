import { isRefusal, type VerbAnswer } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom, code } from '../testing/given.ts';
import type { ReportAnswer } from './contract.ts';
import { reportWorkbook } from './report-workbook.ts';

let at: House;
let clerk: Person;
let above: Person;
let building = '';

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const { city, bureau, province, finance } = at.ids;
  clerk = at.with([{ role: 'space-clerk', unit: city, below: true }], { unit: bureau });
  above = at.with([{ role: 'superior', unit: province, below: true }], { unit: at.ids.provinceBureau });
  building = await aBuilding(clerk, bureau, { name: '主楼', grossAreaM2: 300, builtYear: 1998 });
  const allot = (unit: string, from: string) => ({ unit, from, kind: 'allotted', paper: '调配单' });
  await aRoom(clerk, building, { number: '101', areaM2: 30, allot: allot(finance, '2024-05-01') });
  await aRoom(clerk, building, {
    number: '102',
    areaM2: 20,
    use: 'service-meeting',
    allot: allot(finance, '2025-06-01'),
  });
  await aRoom(clerk, building, { number: '103', areaM2: 12 });
  await aRoom(clerk, building, { number: '001', areaM2: 40, use: 'equipment-power' });
  await clerk.does('space.set-quota', { unit: finance, from: '2025-01-01', paper: '核定', form: 'multi-storey' });
});
afterAll(() => at?.close());

const open = (more: object = {}, by: Person = clerk) =>
  by.run('space.open-report', { unit: at.ids.city, year: 2025, ...more });
const read = async (id: string, by: Person = clerk) =>
  (await by.read('space.report', { id })) as ReportAnswer & { may: string[] };

test('drawn up as of the last day of the year, submitted, returned, accepted; what was submitted stays, and differences are told', async () => {
  expect(code(await open({ asOf: '2026-01-01' }))).toBe('as-of-outside-year');
  expect(code(await open({ year: 2027 }))).toBe('as-of-outside-year');
  expect(code(await open({ unit: at.ids.county }))).toBe('nothing-to-report');
  const opened = await open();
  if (isRefusal(opened)) throw new Error(opened.code);
  const report = opened.facts[0]!.object.id;
  expect(code(await open())).toBe('report-there');

  const first = await read(report);
  expect(first).toMatchObject({ asOf: '2025-12-31', dueDay: '2026-03-31', state: 'draft', differences: [] });
  expect(first.forms.units.find(({ unit }) => unit === at.ids.finance)).toMatchObject({
    approvedPeople: 3,
    rooms: 2,
    officeM2: 30,
    serviceM2: 20,
    basicM2: 50,
    quotaM2: 71.94,
    overM2: 0,
  });
  expect(first.forms.buildings).toMatchObject([
    { name: '主楼', grossM2: 300, usableM2: 102, vacantRooms: 1, vacantM2: 12 },
  ]);
  expect(first.forms.changes.map(({ number, toName }) => [number, toName])).toEqual([['102', '临江市财政局']]);
  // As of a day before, the second room was nobody's.
  const ofBureau = await open({ unit: at.ids.bureau, asOf: '2025-05-31' });
  const earlier = await read((ofBureau as VerbAnswer).facts[0]!.object.id);
  expect(earlier.forms.buildings).toMatchObject([{ vacantM2: 32 }]);

  const submit = (version: number) =>
    clerk.run('space.submit-report', { report, version, head: '冯局长', statistician: '钱能耗' });
  expect(code(await submit(9))).toBe('stale-version');
  expect(code(await submit(1))).toBe('done');
  expect(code(await submit(2))).toBe('not-now');
  const { sha256 } = await read(report);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/u);

  // The ledger goes on: the report does not.
  await aRoom(clerk, building, {
    number: '104',
    areaM2: 18,
    allot: { unit: at.ids.finance, from: '2025-03-01', kind: 'allotted', paper: '补登' },
  });
  const later = await read(report);
  expect(later.forms.total.usableM2).toBe(102);
  expect(later.differences).toContainEqual({ form: 'total', line: '', field: 'usableM2', was: 102, is: 120 });
  expect(later.differences).toContainEqual({ form: 'units', line: '临江市财政局', field: 'officeM2', was: 30, is: 48 });

  expect(code(await clerk.run('space.return-report', { report, opinion: '缺一间' }))).toBe('own-report');
  expect(code(await clerk.run('space.accept-report', { report }))).toBe('own-report');
  expect(code(await above.run('space.return-report', { report, opinion: '缺一间' }))).toBe('done');
  expect(await read(report)).toMatchObject({ state: 'returned', opinion: '缺一间' });
  const redraw = (version: number) => clerk.run('space.redraw-report', { report, version });
  expect(code(await redraw(1))).toBe('stale-version');
  expect(code(await redraw(3))).toBe('done');
  expect((await read(report)).differences).toEqual([]);
  expect(code(await submit(4))).toBe('done');
  expect(code(await redraw(5))).toBe('not-now');
  expect(code(await above.run('space.accept-report', { report, opinion: '相符' }))).toBe('done');
  expect(code(await above.run('space.accept-report', { report }))).toBe('not-now');
  expect(code(await above.run('space.return-report', { report, opinion: '再看' }))).toBe('not-now');
  const last = await read(report);
  expect(last).toMatchObject({ state: 'accepted', may: [] });
  expect(last.sha256).not.toBe(sha256);

  const book = reportWorkbook(last);
  expect(book.sheets.map(({ name }) => name)).toEqual(['单位用房', '房屋', '年度变动']);
});

test('nobody without the right, and not for another tree', async () => {
  const stranger = at.with([{ role: 'space-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(isRefusal(await open({}, stranger))).toBe(true);
  expect(isRefusal(await open({}, at.as('周敏')))).toBe(true);
});
