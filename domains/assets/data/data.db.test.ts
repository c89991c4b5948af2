import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aCard } from '../testing/pooled-card.ts';

let at: House;
let clerk: Person;
let county: Person;

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const { ids } = at;
  clerk = at.with([{ role: 'assets-clerk', unit: ids.finance, below: true }], { unit: ids.finance, name: '资产员' });
  county = at.with([{ role: 'assets-clerk', unit: ids.county, below: true }], { unit: ids.county, name: '县资产员' });
});
afterAll(() => at?.close());

test('data are one card with a value and somebody who answers for them; said again, the last word counts', async () => {
  const { finance } = at.ids;
  const card = (more: object) => aCard(at, { unit: finance, class: 'A08060500', name: '政务数据目录', ...more });
  const data = await card({ state: 'in-use', valueFen: 1_250_000 });
  const describe = (more: object = {}, who = clerk) =>
    who.run('assets.describe-data', {
      card: data,
      system: '预算一体化系统',
      department: finance,
      sharing: 'conditional',
      condition: '经批准后共享',
      renewed: 'daily',
      ...more,
    });
  expect(code(await describe({ department: null }))).toBe('no-steward');
  expect(code(await describe({ condition: '' }))).toBe('say-condition');
  expect(code(await describe({}, county))).toBe('not-found');
  expect(code(await describe({ card: await card({ class: 'A05010201' }) }))).toBe('not-data');
  expect(code(await describe({ card: await card({ facet: 'space.building' }) }))).toBe('card-by-facet');
  expect(code(await describe({ card: await card({ state: 'awaiting-disposal' }) }))).toBe('not-now');
  const request = '01970000-0000-7000-8000-0000000000ad';
  expect(
    code(
      await clerk.run(
        'assets.describe-data',
        { card: data, system: '旧系统', department: finance, sharing: 'open', renewed: 'once' },
        request,
      ),
    ),
  ).toBe('done');
  expect(code(await describe())).toBe('done');
  const told = (await clerk.list('assets.data-assets')) as unknown as { rows: Record<string, unknown>[]; sums: object };
  expect(told.rows).toHaveLength(1);
  expect(told.rows[0]).toMatchObject({
    id: data,
    name: '政务数据目录',
    system: '预算一体化系统',
    value_fen: 1_250_000,
    version: 2,
    may: ['assets.describe-data'],
  });
  expect(((await county.list('assets.data-assets')) as unknown as { rows: unknown[] }).rows).toEqual([]);
});

test('what is being handed over is described afterwards', async () => {
  const data = await aCard(at, { unit: at.ids.finance, class: 'A08060500', state: 'in-use' });
  await clerk.does('assets.transfer-cards', { cards: [data], to: at.ids.county, document: '调拨批复' });
  const told = { card: data, system: '系统', department: at.ids.finance, sharing: 'open', renewed: 'once' };
  expect(code(await clerk.run('assets.describe-data', told))).toBe('card-on-the-way');
});
