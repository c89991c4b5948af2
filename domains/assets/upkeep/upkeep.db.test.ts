import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aCard, behind } from '../testing/pooled-card.ts';

let at: House;
let clerk: Person;
let county: Person;
let thing = '';

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const rowsOf = async (list: string) =>
  ((await clerk.list(list, { size: '200' })) as unknown as { rows: Record<string, unknown>[] }).rows;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const { ids } = at;
  clerk = at.with([{ role: 'assets-clerk', unit: ids.finance, below: true }], { unit: ids.finance, name: '资产员' });
  county = at.with([{ role: 'assets-clerk', unit: ids.county, below: true }], { unit: ids.county, name: '县资产员' });
  thing = await aCard(at, { unit: ids.finance, name: '空调机', state: 'in-use' });
});
afterAll(() => at?.close());

test('a plan falls due, is ordered once, and when it is done its next day follows', async () => {
  const plan = (more: object = {}) => ({
    card: thing,
    what: '清洗滤网',
    everyMonths: 6,
    nextDue: '2026-03-10',
    ...more,
  });
  expect(code(await clerk.run('assets.plan-upkeep', plan({ nextDue: '2026-03-04' })))).toBe('upkeep-day-over');
  expect(code(await county.run('assets.plan-upkeep', plan()))).toBe('not-found');
  const request = '01970000-0000-7000-8000-0000000000ac';
  const made = await clerk.run('assets.plan-upkeep', plan(), request);
  expect(await clerk.run('assets.plan-upkeep', plan(), request)).toEqual(made);
  expect(code(await clerk.run('assets.plan-upkeep', plan()))).toBe('upkeep-planned-before');
  expect(((await clerk.read('assets.card', { id: thing })) as { may: string[] }).may).toContain('assets.order-upkeep');
  const [row] = await rowsOf('assets.upkeep-plans');
  expect(row!['may']).toEqual(['assets.order-upkeep', 'assets.end-upkeep']);
  const id = row!['id'] as string;
  const order = (more: object = {}) =>
    clerk.run('assets.order-upkeep', { card: thing, plan: id, what: '清洗滤网', dueDay: '2026-03-10', ...more });
  const other = await aCard(at, { unit: at.ids.finance, state: 'in-use' });
  expect(code(await order({ card: other }))).toBe('upkeep-not-this-thing');
  expect(code(await order({ dueDay: '2026-03-01' }))).toBe('upkeep-day-over');
  expect(code(await order())).toBe('done');
  expect(code(await order())).toBe('upkeep-ordered-before');
  expect(code(await clerk.run('assets.end-upkeep', { plan: id, version: 1, why: '停用' }))).toBe(
    'upkeep-ordered-before',
  );
  expect((await rowsOf('assets.upkeep-plans'))[0]!['may']).toEqual([]);
  const [open] = await rowsOf('assets.upkeep-orders');
  const finish = { order: open!['id'], version: 1, outcome: 'watch', found: '压缩机有异响', costFen: 30_000 };
  expect(code(await clerk.run('assets.finish-upkeep', { ...finish, version: 2 }))).toBe('stale-version');
  expect(code(await clerk.run('assets.finish-upkeep', finish))).toBe('done');
  expect(code(await clerk.run('assets.finish-upkeep', finish))).toBe('not-now');
  expect(code(await clerk.run('assets.cancel-upkeep', { order: open!['id'], version: 2, why: '不做' }))).toBe(
    'not-now',
  );
  // Six months from the day on which it was done, not from the day on which it was due.
  expect((await rowsOf('assets.upkeep-plans'))[0]).toMatchObject({ next_due: '2026-09-05', version: 2 });
  expect(code(await clerk.run('assets.end-upkeep', { plan: id, version: 1, why: '停用' }))).toBe('stale-version');
  expect(code(await clerk.run('assets.end-upkeep', { plan: id, version: 2, why: '停用' }))).toBe('done');
  expect(code(await clerk.run('assets.end-upkeep', { plan: id, version: 3, why: '停用' }))).toBe('not-now');
  expect(code(await order())).toBe('not-now');
});

test('what is ordered once may be cancelled; what was disposed of is not kept up', async () => {
  const gone = await aCard(at, { unit: at.ids.finance, state: 'in-use' });
  const once = { card: gone, what: '检查线路', dueDay: '2026-03-06' };
  const made = await clerk.does('assets.order-upkeep', once);
  const { order } = made.result as { order: string };
  expect(code(await clerk.run('assets.cancel-upkeep', { order, version: 5, why: '不做' }))).toBe('stale-version');
  expect(code(await clerk.run('assets.cancel-upkeep', { order, version: 1, why: '不做' }))).toBe('done');
  await behind(at, (client) =>
    client.query("update assets.card set state = 'disposed', disposed_on = '2026-03-01' where id = $1", [gone]),
  );
  expect(code(await clerk.run('assets.order-upkeep', once))).toBe('upkeep-thing-gone');
  const plan = { card: gone, what: '检查线路', everyMonths: 1, nextDue: '2026-03-06' };
  expect(code(await clerk.run('assets.plan-upkeep', plan))).toBe('upkeep-thing-gone');
});
