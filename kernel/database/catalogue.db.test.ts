import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { library } from '../testing/library/library.ts';
import { freshDatabase, house, type House } from '../testing/testing.ts';

/** Reviewed: functions that run with their owner's rights, so that sign-in reads what no role of the program may (see the decision on identity). */
const definers: readonly string[] = [
  'kernel.account_facts',
  'kernel.accounts_of_post',
  'kernel.awaits_first_administrator',
  'kernel.begin_factor',
  'kernel.begin_reset',
  'kernel.begin_sign_in',
  'kernel.check_officers',
  'kernel.claim_first_administrator',
  'kernel.count_try',
  'kernel.end_factor',
  'kernel.end_sessions',
  'kernel.end_sign_in',
  'kernel.find_machine_key',
  'kernel.find_oidc',
  'kernel.find_session',
  // Only as the retention job: it says so itself, by its name.
  'kernel.forget_sessions',
  'kernel.forget_tries',
  'kernel.keep_activity',
  'kernel.keep_pending_factor',
  'kernel.locked_until',
  'kernel.offer_first_administrator',
  'kernel.own_passwords',
  'kernel.posts_on',
  'kernel.refuse_mixed_officer',
  // Row-level security of the files holds in it.
  'kernel.remove_files_of',
  'kernel.rights_on',
  'kernel.roles_of',
  'kernel.take_back_try',
  'kernel.use_recovery_code',
  'kernel.use_step',
];
/** Reviewed: tables without row-level security. */
const withoutPolicies = new Set(['opengoa.migration']);

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker', 'public') and n.nspname not like 'pg_%'`;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.superUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

describe('the catalogue', () => {
  test('SEC-DB-01 the application’s role is not superuser, owns nothing, bypasses nothing, inherits nothing', async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit, (select count(*)::int from pg_class where relowner = r.oid) as owns
         from pg_roles r where rolname = 'opengoa_app'`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolinherit: false, owns: 0 },
    ]);
    const steps = await owner.query(
      `select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles a on a.oid = m.member
        where a.rolname = 'opengoa_app' and (r.rolsuper or r.rolbypassrls)`,
    );
    expect(steps.rows).toEqual([]);
  });

  test('SEC-DB-02 every table has row-level security, enabled and forced, with a policy for every command its roles may run', async () => {
    const { rows } = await owner.query(
      `select n.nspname || '.' || c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
              exists (select from pg_policy p where p.polrelid = c.oid) as policies,
              exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'unit_id' and not a.attisdropped) as unit
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and not c.relispartition and ${ours}`,
    );
    expect(rows.length).toBeGreaterThan(20);
    const open = rows
      .filter((row) => !(row.on && row.forced && row.policies) && !withoutPolicies.has(row.name))
      .map((row) => row.name);
    expect(open).toEqual([]);
    expect(rows.filter((row) => row.unit).length).toBeGreaterThan(5);
  });

  // Without a check of its own a policy for all commands, or for updates, checks with what it shows; one for inserts has nothing to show.
  test('SEC-DB-02 a policy for inserts checks what is written', async () => {
    const { rows } = await owner.query(
      `select c.relname, p.polname from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
        where ${ours} and p.polcmd = 'a' and p.polwithcheck is null`,
    );
    expect(rows).toEqual([]);
  });

  test('SEC-DB-03 every view asks with its reader’s rights; there is no materialised view', async () => {
    const { rows } = await owner.query(
      `select n.nspname || '.' || c.relname as name, c.relkind, coalesce(c.reloptions::text, '') as options
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and ${ours}`,
    );
    expect(rows.length).toBeGreaterThan(4);
    expect(
      rows
        .filter((row) => row.relkind === 'm' || !/security_invoker=(true|on)/.test(row.options))
        .map((row) => row.name),
    ).toEqual([]);
  });

  test('SEC-DB-03 functions with their owner’s rights are on the reviewed list and fix their search path', async () => {
    const { rows } = await owner.query(
      `select n.nspname || '.' || p.proname as name, coalesce(p.proconfig::text, '') as config from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and ${ours}`,
    );
    expect(rows.filter((row) => !row.config.includes('search_path')).map((row) => row.name)).toEqual([]);
    expect(rows.map((row) => row.name).filter((name) => !definers.includes(name))).toEqual([]);
  });

  test('SEC-DB-04 without a context every guarded table is empty, and nothing can be written', async () => {
    const app = new pg.Client({ connectionString: database.url });
    await app.connect();
    try {
      await app.query('set role opengoa_kernel');
      const tables = await owner.query(
        `select n.nspname || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and c.relrowsecurity and ${ours} and has_table_privilege('opengoa_kernel', c.oid, 'select')`,
      );
      expect(tables.rows.length).toBeGreaterThan(15);
      for (const { name } of tables.rows)
        expect([name, (await app.query(`select count(*)::int as n from ${name}`)).rows[0].n]).toEqual([name, 0]);
      await expect(
        app.query(
          `insert into kernel.person (node_id, id, name, valid_from) values (1, gen_random_uuid(), 'x', now())`,
        ),
      ).rejects.toThrow(/row-level security/);
    } finally {
      await app.end();
    }
  });

  test('SEC-DB-04 outside a room’s role the program’s login may read nothing at all', async () => {
    const app = new pg.Client({ connectionString: database.url });
    await app.connect();
    try {
      await expect(app.query('select 1 from kernel.unit')).rejects.toThrow(/permission denied/);
      await expect(app.query('set role opengoa_owner')).rejects.toThrow(/permission denied/);
    } finally {
      await app.end();
    }
  });

  test('SEC-DB-10 text is stored in an order that no library’s version changes', async () => {
    const { rows } = await owner.query(
      `select pg_encoding_to_char(encoding) as encoding, datcollate as collation, datlocprovider as provider from pg_database where datname = current_database()`,
    );
    expect(rows[0].encoding).toBe('UTF8');
    expect(rows[0].collation).toMatch(/^C(\.UTF-?8)?$/i);
  });
});

describe('one connection, many people', () => {
  let at: House;
  beforeAll(async () => {
    at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  });
  afterAll(() => at?.close());

  test('SEC-DB-05 alternating units on one connection, with faults thrown mid-way, never shows a row of the other', async () => {
    const here = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
    const there = at.with([{ role: 'clerk', unit: at.ids.countyFinance, below: true }], { unit: at.ids.countyFinance });
    await here.does('library.shelve-book', { unit: at.ids.finance, title: '甲' });
    await there.does('library.shelve-book', { unit: at.ids.countyFinance, title: '乙' });
    const titles = async (person: typeof here) =>
      ((await person.list('library.books')) as unknown as { rows: { title: string }[] }).rows.map((row) => row.title);
    for (let round = 0; round < 30; round += 1) {
      const [one, , two] = await Promise.all([
        titles(here),
        here.run('library.shelve-book', { unit: at.ids.countyFinance, title: '越界' }).catch(() => undefined),
        titles(there),
        there.run('library.lend-book', { book: 'not-an-id', to: 'x' }),
      ]);
      expect(one).toEqual(['甲']);
      expect(two).toEqual(['乙']);
    }
  });

  test('SEC-DB-11 the room’s role is a wall: another room’s tables and the organisation cannot be written from it', async () => {
    const app = new pg.Client({ connectionString: at.urls.app });
    await app.connect();
    try {
      await app.query('set role opengoa_library');
      await expect(app.query(`update kernel.unit set name = 'x'`)).rejects.toThrow(/permission denied/);
      await expect(app.query(`delete from kernel.fact`)).rejects.toThrow(/permission denied/);
      await expect(app.query(`update kernel.grant_ set role = 'x'`)).rejects.toThrow(/permission denied/);
    } finally {
      await app.end();
    }
  });
});
