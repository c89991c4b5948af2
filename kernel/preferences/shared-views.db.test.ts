import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { isRefusal } from '../refusal.ts';
import { house, type House } from '../testing/testing.ts';

let at: House;
let superuser: pg.Client;
const view = {
  list: 'kernel.my-tasks',
  title: '逾期的',
  search: { 'f.state': 'open', sort: '-due' },
  columns: ['title'],
};
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const seenBy = async (name: '周敏' | '何涛' | '林芳', list = view.list) =>
  (
    (await at.as(name).read('kernel.shared-views', { list })) as {
      views: { title: string; by: string; mine: boolean }[];
    }
  ).views;

beforeAll(async () => {
  at = await house({ rooms: [] });
  superuser = new pg.Client({ connectionString: at.urls.superuser });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

test('SEC-AC-05 a view is seen by the people of the unit and by nobody else, and its owner alone takes it away', async () => {
  const shared = (await at.as('周敏').does('kernel.share-view', view)).result as { view: string };
  expect(await seenBy('周敏')).toMatchObject([{ title: '逾期的', by: '周敏', mine: true }]);
  expect(await seenBy('何涛')).toMatchObject([{ title: '逾期的', by: '周敏', mine: false, search: view.search }]);
  expect(await seenBy('林芳')).toEqual([]);
  expect(await seenBy('何涛', 'kernel.my-messages')).toEqual([]);
  expect(code(await at.as('何涛').run('kernel.share-view', view))).toBe('view-taken');
  for (const name of ['何涛', '林芳'] as const)
    expect(code(await at.as(name).run('kernel.remove-shared-view', { view: shared.view }))).toMatch(
      /not-found|not-allowed|no-right/,
    );
  expect(await seenBy('何涛')).toHaveLength(1);
  await at.as('周敏').does('kernel.remove-shared-view', { view: shared.view });
  expect(await seenBy('何涛')).toEqual([]);
});

test('SEC-AC-17 each wall holds alone: the program’s without the database’s policy', async () => {
  await at.as('周敏').does('kernel.share-view', { ...view, title: '本月的' });
  await superuser.query(
    'alter table kernel.shared_view no force row level security; alter table kernel.shared_view disable row level security',
  );
  expect(await seenBy('林芳')).toEqual([]);
  expect(await seenBy('何涛')).toHaveLength(1);
  const { rows } = await superuser.query<{ id: string }>('select id from kernel.shared_view');
  expect(code(await at.as('林芳').run('kernel.remove-shared-view', { view: rows[0]!.id }))).not.toBe('done');
  await superuser.query(
    'alter table kernel.shared_view enable row level security; alter table kernel.shared_view force row level security',
  );
});

test('what a view may hold is bounded, and a unit keeps no more than a person can read', async () => {
  for (const wrong of [
    { ...view, search: { 'javascript:x': '1' } },
    { ...view, title: '' },
    { ...view, list: '../x' },
    { ...view, owner: '周敏' },
  ])
    expect(code(await at.as('周敏').run('kernel.share-view', wrong))).toBe('input-not-fitting');
  for (let n = 0; n < 49; n += 1) await at.as('何涛').does('kernel.share-view', { ...view, title: `视图${n}` });
  expect(code(await at.as('何涛').run('kernel.share-view', { ...view, title: '再一个' }))).toBe('views-too-many');
});
