import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRows } from '../reads/run-list.ts';
import { isRefusal } from '../refusal.ts';
import { parseListQuery, type ListQuery } from '../reads/list-query.ts';
import { library } from '../testing/library/library.ts';
import { house, type House, type Person } from '../testing/testing.ts';

let at: House;
let ordinary: Person;
let cleared: Person;
let book: string;
let superuser: pg.Client;

beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  superuser = new pg.Client({ connectionString: at.urls.superuser });
  await superuser.connect();
  const clerk = { role: 'clerk', unit: at.ids.finance, below: true };
  ordinary = at.with([clerk], { unit: at.ids.finance });
  cleared = at.with([clerk, { role: 'cleared-sensitive', unit: at.ids.finance, below: true }], {
    unit: at.ids.finance,
  });
  book = (await ordinary.does('library.shelve-book', { unit: at.ids.finance, title: '敏感目录' })).facts[0]!.object.id;
  await superuser.query('update library.book set label = 1 where id = $1', [book]);
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

const titles = async (person: Person, query: Record<string, string> = {}) => {
  const page = await person.list('library.books', query);
  if (isRefusal(page)) throw new Error(page.code);
  return page.rows.map((row) => row['title']);
};
const exported = async (person: Person) => {
  const found: unknown[] = [];
  const list = at.kernel.lists.get('library.books')!;
  for await (const rows of allRows(at.kernel, list, parseListQuery(list, {}) as ListQuery, person.actor, 1_000))
    found.push(...rows.map((row) => row['title']));
  return found;
};

describe('a label on a record', () => {
  test('SEC-AC-14 governs page, list, search, export and acts: without the clearance it is not there', async () => {
    expect(await ordinary.read('library.book', { id: book })).toMatchObject({ code: 'not-found' });
    expect(await titles(ordinary)).not.toContain('敏感目录');
    expect(await titles(ordinary, { q: '敏感' })).toEqual([]);
    expect(await exported(ordinary)).not.toContain('敏感目录');
    expect(await ordinary.run('library.lend-book', { book, to: at.ids.persons['周敏'].person })).toMatchObject({
      code: 'not-found',
    });
    expect(await ordinary.read('kernel.search', { q: '敏感' })).toEqual({ hits: [] });
  });

  test('SEC-AC-14 with the clearance it is; a higher label still is not', async () => {
    expect(await cleared.read('library.book', { id: book })).toMatchObject({ title: '敏感目录' });
    expect(await titles(cleared, { q: '敏感' })).toEqual(['敏感目录']);
    await superuser.query('update library.book set label = 2 where id = $1', [book]);
    expect(await titles(cleared)).not.toContain('敏感目录');
  });

  test('SEC-DC-02 a label above the program’s own level cannot be put on a row by anybody', async () => {
    for (const label of [3, -1])
      await expect(superuser.query('update library.book set label = $2 where id = $1', [book, label])).rejects.toThrow(
        /no_state_secret/,
      );
  });

  test('SEC-AC-14 a clearance alone opens nothing', async () => {
    const only = at.with([{ role: 'cleared-important', unit: at.ids.city, below: true }], { unit: at.ids.city });
    expect(await only.list('library.books')).toMatchObject({ rows: [] });
  });
});

describe('the portal’s role', () => {
  test('SEC-AC-16 reads published views and nothing else', async () => {
    await superuser.query(
      'create view portal_read.open_v1 as select 1 as one; grant select on portal_read.open_v1 to opengoa_portal',
    );
    const app = new pg.Client({ connectionString: at.urls.app });
    await app.connect();
    try {
      await app.query('set role opengoa_portal');
      expect((await app.query('select one from portal_read.open_v1')).rows).toEqual([{ one: 1 }]);
      const tables = await superuser.query(
        `select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'v', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'portal_read') and n.nspname not like 'pg_%'`,
      );
      expect(tables.rows.length).toBeGreaterThan(20);
      for (const { nspname, relname } of tables.rows) {
        await expect(
          app.query(`select 1 from "${nspname}"."${relname}" limit 1`),
          `${nspname}.${relname}`,
        ).rejects.toThrow(/permission denied/);
      }
    } finally {
      await app.end();
    }
  });
});

describe('rights have dates', () => {
  test('SEC-AC-12 a stand-in’s right counts on its days only, judged on the day of use', async () => {
    const organisation = at.kernel.registers.organisation('');
    expect(organisation.standIns).toEqual([]);
    const { person } = at.ids.persons['周敏'];
    const stand = { forPerson: person, person: at.ids.persons['陈局'].person, reason: '年休假' };
    await at.as('周敏').does('kernel.name-stand-in', { ...stand, from: '2020-01-01', to: '2020-02-01' });
    await at.as('周敏').does('kernel.name-stand-in', { ...stand, from: '2099-01-01', to: '2099-02-01' });
    await at.kernel.registers.refresh();
    expect(at.kernel.registers.organisation('').standInsFor(person)).toEqual([]);
  });
});
