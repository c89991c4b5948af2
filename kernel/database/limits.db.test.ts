import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { library } from '../testing/library/library.ts';
import { house, type House } from '../testing/testing.ts';
import { openPool } from './open-pool.ts';

let at: House;
let superuser: pg.Client;
const limits = { size: 2, waitMs: 300, statementMs: 700, lockMs: 300, idleTransactionMs: 400 };

beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  superuser = new pg.Client({ connectionString: at.urls.superuser });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

describe('limits of the database', () => {
  test('SEC-DB-08 statements, locks and idle transactions end at their time; a full pool refuses after its wait; the program survives all of it', async () => {
    const faults: Error[] = [];
    const pool = openPool(at.urls.app, limits, (fault) => faults.push(fault));
    try {
      await expect(pool.query('select pg_sleep(5)')).rejects.toThrow(/statement timeout/);
      const [one, two] = [await pool.connect(), await pool.connect()];
      await expect(pool.query('select 1')).rejects.toThrow(/timeout exceeded/);
      one.release();
      two.on('error', () => undefined);
      await two.query('begin');
      await new Promise((done) => setTimeout(done, 900));
      await expect(two.query('select 1')).rejects.toThrow();
      two.release(true);
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    } finally {
      await pool.end();
    }
  });

  test('SEC-DB-06 an error about a key another unit holds tells nothing of it', async () => {
    const code = `C-${newId().slice(-6)}`;
    const unit = { parent: at.ids.city, kind: 'institution', level: 'city', from: '2024-01-01', code };
    await at.as('系统员').does('kernel.found-unit', { ...unit, name: '先来者' });
    const answer = await at.as('系统员').run('kernel.found-unit', { ...unit, name: '后来者' });
    expect(answer).toMatchObject({ code: 'already-there', status: 409, data: {} });
    expect(JSON.stringify(answer)).not.toContain('先来者');
  });

  test('SEC-DB-07 policies compare with leakproof operators only, and every table with a unit finds its rows by an index', async () => {
    const leaky = await superuser.query(
      `select oprname, oprcode::text from pg_operator o join pg_proc p on p.oid = o.oprcode
        where oprname in ('=', '<=') and oprleft = oprright and oprleft in ('uuid'::regtype, 'int4'::regtype) and not p.proleakproof`,
    );
    expect(leaky.rows).toEqual([]);
    const policies = await superuser.query(
      `select c.oid::regclass::text as name, pg_get_expr(p.polqual, p.polrelid) as expression from pg_policy p join pg_class c on c.oid = p.polrelid
        join pg_namespace n on n.oid = c.relnamespace where n.nspname not in ('graphile_worker') and p.polqual is not null`,
    );
    expect(policies.rows.length).toBeGreaterThan(20);
    const operators = policies.rows.flatMap(({ name, expression }) =>
      [...String(expression).matchAll(/\s(=|<>|<=|>=|<|>|~~|~|\|\||@>|<@|&&)\s/g)].map((match) => [name, match[1]]),
    );
    expect(operators.filter(([, operator]) => !['=', '<='].includes(operator!))).toEqual([]);
    const unindexed = await superuser.query(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('graphile_worker', 'pg_catalog')
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'unit_id')
          and not exists (select from pg_index i where i.indrelid = c.oid)`,
    );
    expect(unindexed.rows).toEqual([]);
  });
});
