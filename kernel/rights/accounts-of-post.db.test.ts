import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { freshDatabase } from '../testing/testing.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.superUrl });
  await client.connect();
  await client.query("select set_config('opengoa.node', '1', false)");
  // Only who holds the post when is of interest here, not that there is a unit around it.
  await client.query('set session_replication_role = replica');
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

test('SEC-AC-12 whose a post is goes by the day: not before the first, nor from the last on, nor another post’s', async () => {
  const [post, elsewhere, unit] = [newId(), newId(), newId()];
  const hired = async (at: string, from: string, to: string | null) => {
    const [person, account] = [newId(), newId()];
    await client.query(
      "insert into kernel.holding (node_id, id, person_id, post_id, kind, valid_from, valid_to) values (1, $1, $2, $3, 'main', $4, $5)",
      [newId(), person, at, from, to],
    );
    await client.query(
      `insert into kernel.account (node_id, id, unit_id, person_id, kind, name, folded_name, created_at) values (1, $1, $2, $3, 'person', $4, $4, now())`,
      [account, unit, person, account],
    );
    return account;
  };
  const first = await hired(post, '2026-01-01', '2026-03-01');
  const next = await hired(post, '2026-03-01', null);
  await hired(elsewhere, '2026-01-01', null);
  const on = async (day: string) =>
    (await client.query<{ accounts: string[] }>('select kernel.accounts_of_post($1, $2) as accounts', [post, day]))
      .rows[0]!.accounts;
  expect(await on('2025-12-31')).toEqual([]);
  expect(await on('2026-02-28')).toEqual([first]);
  expect(await on('2026-03-01')).toEqual([next]);
});
