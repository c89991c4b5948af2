import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListAnswer } from '../api-shapes.ts';
import { library } from '../testing/library/library.ts';
import { house, type House } from '../testing/testing.ts';

/** Where an index holds the rows in the order of the page, one plan serves every value; where it may not, each value is planned for. */

let at: House;

beforeAll(async () => {
  const reads = library.reads!.map((list) =>
    list.name === 'library.books' ? { ...list, who: ['clerk'] as const, ordered: ['state'] } : list,
  );
  // So small a tree is read by its units; without the program's own wall it is read like a whole tree.
  at = await house({
    rooms: [{ ...library, reads }],
    migrated: { name: 'library', roots: [library.folder] },
    applicationWall: false,
  });
});
afterAll(() => at?.close());

const librarian = () => at.with([{ role: 'clerk', unit: at.ids.province, below: true }], { unit: at.ids.bureau });

/** Statements of pages seen so far: each question here has its own. */
const seen = new Set<string>();

/** Asks often enough for the page to be prepared. How often it then ran under one plan for all values, and how often under one of their own? */
async function asked(query: Record<string, string>) {
  const by = librarian();
  for (let turn = 0; turn < 40; turn += 1) await by.list('library.books', query);
  const { pool } = at.kernel;
  const asking = new Set<string>();
  // A page is answered while its connection is still closing the transaction.
  await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0);
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  const ran = { one: 0, own: 0 };
  try {
    for (const client of clients) {
      const { rows } = await client.query<{ statement: string; one: number; own: number }>(
        `select statement, generic_plans::int as one, custom_plans::int as own from pg_prepared_statements where statement like '%book_v1%limit 51%'`,
      );
      for (const { one, own } of rows.filter(({ statement }) => !seen.has(statement))) {
        ran.one += one;
        ran.own += own;
      }
      rows.forEach(({ statement }) => asking.add(statement));
    }
  } finally {
    for (const client of clients) client.release();
  }
  asking.forEach((statement) => seen.add(statement));
  return ran;
}

test('one value of an ordered column, or none, is read under one plan; rows and settings are as ever', async () => {
  const by = librarian();
  for (const title of ['甲', '乙', '丙']) await by.does('library.shelve-book', { unit: at.ids.finance, title });
  const { one, own } = await asked({ 'f.state': 'in' });
  expect(one).toBeGreaterThan(20);
  expect(own).toBe(0);
  expect(await asked({})).toMatchObject({ own: 0 });
  const { rows } = (await by.list('library.books', { 'f.state': 'in', sort: '-title' })) as ListAnswer;
  expect(rows.map(({ title }) => title)).toEqual(['乙', '甲', '丙'].toSorted().reverse());
  const mode = await at.kernel.pool.query<{ plan_cache_mode: string }>('show plan_cache_mode');
  expect(mode.rows[0]!.plan_cache_mode).toBe('auto');
});

test('several values, another order, a column that is not named: planned for as they come', async () => {
  for (const query of [
    { 'f.state': 'in,out' },
    { 'f.state': 'in', sort: 'pages' },
    { 'f.title': '甲' },
    { 'f.state': 'in', 'f.title': '甲' },
  ])
    expect((await asked(query)).own, JSON.stringify(query)).toBeGreaterThan(0);
});
