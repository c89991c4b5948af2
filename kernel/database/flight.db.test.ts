import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../testing/database.ts';
import { openPool } from './open-pool.ts';
import { hotName } from './hot-statements.ts';
import { send, sendPlain, together } from './send.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let client: pg.PoolClient;

beforeAll(async () => {
  database = await freshDatabase({ template: 'empty' });
  const limits = { size: 1, waitMs: 2_000, statementMs: 5_000, lockMs: 2_000, idleTransactionMs: 5_000 };
  pool = openPool(database.ownerUrl, limits, () => undefined);
  client = await pool.connect();
  await client.query(
    'create table public.kept (id int primary key, word text, at timestamptz, many text[], body jsonb)',
  );
});
afterAll(async () => {
  client?.release();
  await pool?.end();
  await database?.drop();
});

const insert = (id: unknown, name?: string) =>
  send(client, { name, text: 'insert into public.kept (id, word) values ($1, $2)', values: [id, '周敏'] });
const ids = async () => (await client.query('select id from public.kept order by id')).rows.map((row) => row.id);

describe('statements that leave in one piece', () => {
  test('come back in order, each with its own rows and types, as the driver alone would give them', async () => {
    const text =
      'select 1 as one, null::text as nothing, true as yes, now() as at, array[$1, $2] as many, $3::jsonb as body, 5::bigint as count';
    const values = ['一', '二', { a: [1] }];
    const [first, second, third] = await together([
      send(client, { text, values, name: 'types' }),
      send(client, { text: 'select $1::int as n', values: [7] }),
      send(client, { text, values, name: 'types' }),
    ]);
    const alone = (await client.query(text, values)).rows[0];
    for (const found of [first, third]) expect({ ...found.rows[0], at: 0 }).toEqual({ ...alone, at: 0 });
    expect(first.rows[0]!['at']).toBeInstanceOf(Date);
    expect(second).toEqual({ rows: [{ n: 7 }], rowCount: 1 });
  });

  test('lists of text arrive as they are, whatever stands in them', async () => {
    const words = [
      '一,二',
      '{"a":"b"}',
      String.raw`C:\甲\"乙"`,
      'NULL',
      '',
      ' ',
      "'",
      '{}',
      '\n',
      '\t"\\',
      '𠮷"',
      '\u007f\u2028',
      null,
    ];
    const answer = await send(client, { text: 'select $1::text[] as many', values: [words] });
    expect(answer.rows).toEqual([{ many: words }]);
    expect((await client.query('select $1::text[] as many', [words])).rows).toEqual(answer.rows);
  });

  test('count what they touched, also when nothing is described any more', async () => {
    for (const id of [1, 2, 3]) expect((await insert(id, 'insert')).rowCount).toBe(1);
    const removed = await send(client, { text: 'delete from public.kept where id < $1', values: [10] });
    expect(removed).toEqual({ rows: [], rowCount: 3 });
  });

  test('REL-02 one that fails takes those behind it along, the commit too; the cause is told, and the connection goes on', async () => {
    const failing = together([
      sendPlain(client, 'begin'),
      insert(1),
      insert(1),
      insert(2),
      sendPlain(client, 'commit'),
    ]);
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    await sendPlain(client, 'rollback');
    expect(await ids()).toEqual([]);
  });

  test('REL-02 when one cannot even be put into words, none is sent: no commit goes without what belongs before it', async () => {
    const unsayable: Record<string, unknown> = {};
    unsayable['self'] = unsayable;
    const failing = together([sendPlain(client, 'begin'), insert(3), insert(unsayable), sendPlain(client, 'commit')]);
    await expect(failing).rejects.toThrow(/circular/i);
    expect(await ids()).toEqual([]);
    expect((await insert(4)).rowCount).toBe(1);
  });

  test('a name that was prepared in a flight that failed can be used again', async () => {
    const named = () =>
      send(client, { name: 'again', text: 'select word from public.kept where id = $1', values: [4] });
    const failing = together([sendPlain(client, 'begin'), insert(4), named()]);
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    await sendPlain(client, 'rollback');
    expect((await named()).rows).toEqual([{ word: '周敏' }]);
    expect((await named()).rows).toEqual([{ word: '周敏' }]);
  });

  test('a table that changed under a prepared statement costs one refusal and no more', async () => {
    const all = () => send(client, { name: 'all', text: 'select * from public.kept', values: [] });
    expect(Object.keys((await all()).rows[0]!)).toHaveLength(5);
    await client.query('alter table public.kept add column late int');
    await expect(all()).rejects.toMatchObject({ code: '0A000' });
    expect(Object.keys((await all()).rows[0]!)).toHaveLength(6);
  });

  test('two statements under one name are refused before anything is sent', async () => {
    await send(client, { name: 'one-name', text: 'select 1 as one', values: [] });
    await expect(send(client, { name: 'one-name', text: 'select 2 as two', values: [] })).rejects.toThrow(/one-name/);
  });

  test('what is on its way when the line breaks is refused, and the pool gives another connection', async () => {
    const pid = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid;
    const waiting = together([send(client, { text: 'select pg_sleep(5)', values: [] }), insert(9)]);
    const outcome = waiting.then(
      () => 'came back',
      () => 'refused',
    );
    const other = openPool(
      database.superUrl,
      { size: 1, waitMs: 2_000, statementMs: 5_000, lockMs: 2_000, idleTransactionMs: 5_000 },
      () => undefined,
    );
    await new Promise((passed) => setTimeout(passed, 100));
    await other.query('select pg_terminate_backend($1)', [pid]);
    expect(await outcome).toBe('refused');
    client.release(true);
    client = await pool.connect();
    expect(await ids()).toEqual([4]);
    await other.end();
  });
});

describe('names of hot statements', () => {
  test('a statement asked often gets a name and keeps it; what is no ordinary statement gets none', () => {
    const text = `select ${Math.random()} as once`;
    const given = Array.from({ length: 20 }, () => hotName(text));
    expect(given[0]).toBeUndefined();
    expect(given.at(-1)).toMatch(/^hot-\d+$/);
    expect(hotName(text)).toBe(given.at(-1));
    expect(Array.from({ length: 40 }, () => hotName('explain select 1')).every((name) => name === undefined)).toBe(
      true,
    );
  });
});
