import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { house, type House } from '../testing/house.ts';
import { runJob } from './run-job.ts';

let at: House;
let superuser: pg.Pool;
beforeAll(async () => {
  at = await house({ rooms: [] });
  superuser = new pg.Pool({ connectionString: at.urls.superuser, max: 3 });
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

const run = (name: string) => runJob(at.kernel, name, { signal: new AbortController().signal });
const factsOf = async (type: string) =>
  Number((await superuser.query('select count(*) from kernel.fact where type = $1', [type])).rows[0].count);

describe('SEC-BI-05 jobs that run twice', () => {
  test('SEC-BI-05 unused accounts, looked for by twenty at once and once more: each is disabled once', async () => {
    const long = new Date(Date.now() - 400 * 86_400_000);
    for (let n = 0; n < 5; n += 1) {
      const person = newId();
      await superuser.query(
        `insert into kernel.person (node_id, id, name, valid_from) values (1, $1, '旧人', '2020-01-01')`,
        [person],
      );
      await superuser.query(
        `insert into kernel.account (node_id, id, unit_id, person_id, kind, name, folded_name, created_at) values (1, $1, $2, $3, 'person', $4, $4, $5)`,
        [newId(), at.ids.city, person, `old-${n}`, long],
      );
    }
    await Promise.all(Array.from({ length: 20 }, () => run('kernel.disable-unused-accounts')));
    await run('kernel.disable-unused-accounts');
    expect(await factsOf('kernel.AccountDisabled')).toBe(5);
  });

  test('SEC-BI-05 retention by ten at once: each row goes once and is told of once', async () => {
    const ago = new Date(Date.now() - 4_000 * 86_400_000);
    for (let n = 0; n < 50; n += 1)
      await superuser.query(
        'insert into kernel.message (node_id, id, person_id, title, at, read_at) values (1, $1, $2, $3, $4, $4)',
        [newId(), newId(), JSON.stringify({ zh: '事', en: 'It' }), ago],
      );
    await Promise.all(Array.from({ length: 10 }, () => run('kernel.run-retention')));
    const told = await superuser.query(
      `select sum((body->>'messages')::int)::int as messages from kernel.fact where type = 'kernel.RetentionRun'`,
    );
    expect(told.rows).toEqual([{ messages: 50 }]);
    expect((await superuser.query('select 1 from kernel.message')).rows).toEqual([]);
  });

  test('SEC-BI-05 every job of the kernel that runs by the clock may run twice at once', async () => {
    const clocked = at.kernel.rooms[0]!.jobs!.filter(({ dailyAt, everyMinutes }) => dailyAt ?? everyMinutes);
    expect(clocked.length).toBeGreaterThanOrEqual(5);
    for (const { name } of clocked) await Promise.all([run(`kernel.${name}`), run(`kernel.${name}`)]);
  });
});
