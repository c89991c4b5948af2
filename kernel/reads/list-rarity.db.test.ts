import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListAnswer } from '../api-shapes.ts';
import { isRefusal } from '../refusal.ts';
import { library } from '../testing/library/library.ts';
import { house, type House, type Person } from '../testing/testing.ts';
import { list } from './list.ts';
import { type Rarity, rarityOf } from './list-rarity.ts';
import { runList, runListText } from './run-list.ts';
import { reading } from './run-read.ts';

const books = list('library.many-books', {
  title: { zh: '书', en: 'Books' },
  view: 'library_read.book_v1',
  who: ['clerk'],
  order: 'title',
  search: 'search',
  columns: { title: { title: { zh: '书名', en: 'Title' }, kind: 'text', sort: true } },
});

// The planner takes the label of a row for passing one in three: it expects a third of these.
const all = 20_000;
let at: House;
let clerk: Person;
let other: Person;
const superuser = async (text: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: at.urls.superuser });
  await client.connect();
  try {
    await client.query(text, values);
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  const rooms = [{ ...library, reads: [...library.reads, books] }];
  at = await house({ rooms, migrated: { name: 'library', roots: [library.folder] } });
  clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  other = at.with([{ role: 'clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  // No statistics but those that are gathered here.
  await superuser('alter table library.book set (autovacuum_enabled = off)');
  // Every row has 藏书; one in two 丛书; one in forty 善本, 珍善 with it; the county has one in ten of all.
  await superuser(
    `insert into library.book (node_id, id, unit_id, title, state, search)
     select $1, gen_random_uuid(), case when n % 10 = 3 then $2::uuid else $3::uuid end, 'b' || lpad(n::text, 6, '0'), 'in',
            array['藏书', '20'] || case when n % 2 = 0 then array['丛书'] else '{}' end || case when n % 40 = 0 then array['珍善', '善本'] else '{}' end
       from generate_series(1, $4::int) n`,
    [at.kernel.node, at.ids.county, at.ids.finance, all],
  );
  await superuser('vacuum (analyze) library.book');
});
afterAll(() => at?.close());

const rarity = (words: string): Promise<Rarity | undefined> =>
  reading(at.kernel, { actor: clerk.actor, who: ['clerk'], room: 'library' }, (tx) =>
    rarityOf(tx, { list: books, words, page: 51, through: 5_000 }),
  );

const search = async (person: Person, query: Record<string, string>): Promise<ListAnswer> => {
  const rows = await runList(at.kernel, 'library.many-books', query, person.actor);
  const text = await runListText(at.kernel, 'library.many-books', query, person.actor);
  if (isRefusal(rows) || isRefusal(text)) throw new Error('refused');
  expect(JSON.parse(text)).toMatchObject(JSON.parse(JSON.stringify({ rows: rows.rows, total: rows.total })));
  return rows;
};
const titles = (of: (n: number) => boolean) =>
  Array.from({ length: all }, (_, n) => n + 1)
    .filter(of)
    .map((n) => `b${String(n).padStart(6, '0')}`);

test('the rarest piece of a word says whether it is rare, and what nearly every row holds is not asked of the index', async () => {
  expect(await rarity('丛书')).toBeUndefined();
  expect(await rarity('藏书')).toBeUndefined();
  expect(await rarity('珍善本')).toMatchObject({ byIndex: ['珍善', '善本'], byRow: [] });
  expect(await rarity('藏书 善本')).toMatchObject({ byIndex: ['善本'], byRow: ['藏书'] });
  expect(await rarity('，')).toBeUndefined();
});

test('rare words are looked up at once, page by page, and their number is known', async () => {
  const held = titles((n) => n % 40 === 0 && n % 10 !== 3);
  for (const q of ['珍善本', '藏书 善本', '丛书 20 善本']) {
    const first = await search(clerk, { q });
    expect(first.total).toEqual({ count: held.length, exact: true });
    expect(first.rows.map((row) => row['title'])).toEqual(held.slice(0, 50));
    const second = await search(clerk, { q, after: first.next! });
    expect(second.rows.map((row) => row['title'])).toEqual(held.slice(50, 100));
  }
  expect((await search(clerk, { q: '珍善本 无此' })).rows).toEqual([]);
});

test('SEC-AC-03 rare words of other units are not found', async () => {
  expect((await search(other, { q: '珍善本' })).rows).toEqual([]);
  await superuser(`update library.book set search = search || array['孤本'] where title in ('b000003', 'b000004')`);
  expect((await search(other, { q: '孤本' })).rows.map((row) => row['title'])).toEqual(['b000003']);
  expect((await search(clerk, { q: '藏书 孤本' })).rows.map((row) => row['title'])).toEqual(['b000004']);
});

test('what the statistics took for rare and is not is looked for as any frequent word', async () => {
  await superuser(`update library.book set search = search || array['新书'] where title < 'b008000'`);
  expect(await rarity('新书')).toMatchObject({ byIndex: ['新书'] });
  const found = await search(clerk, { q: '新书' });
  expect(found.rows.map((row) => row['title'])).toEqual(titles((n) => n % 10 !== 3).slice(0, 50));
  expect(found.total).toEqual({ count: 1_000, exact: false, atLeast: true });
});
