import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody } from '../actor.ts';
import { stepIn } from '../database/step-in.ts';
import { newId } from '../id.ts';
import { goodPassword, office, type Office } from './testing-office.ts';

let at: Office;
let app: pg.Pool;

/** Asks as the program's role for the kernel's verbs, in the name of an account, with no scope at all. */
async function asking<T>(
  account: string | null,
  work: (client: pg.PoolClient) => Promise<T>,
  below: string[] = [],
): Promise<T> {
  const client = await app.connect();
  try {
    await stepIn(client, {
      node: 1,
      room: 'kernel',
      actor: { ...nobody(), account },
      scope: { exact: [], below },
      audit: false,
      readOnly: false,
    });
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

beforeAll(async () => {
  at = await office();
  app = new pg.Pool({ connectionString: at.at.urls.app, max: 3 });
  for (const [name, as] of [
    ['周敏', 'zhoumin'],
    ['何涛', 'hetao'],
  ] as const) {
    await at.account(name, as, goodPassword);
    const browser = at.browser();
    await browser.enter('kernel.sign-in', { name: as, password: goodPassword });
    await at.enrol(browser);
  }
});
afterAll(async () => {
  await app?.end();
  await at?.close();
});

describe('SEC-DB-02 what proves people is out of reach', () => {
  test.each([
    ['password', 'stored'],
    ['password_history', 'stored'],
    ['second_factor', 'secret_sealed'],
    ['second_factor', 'pending_sealed'],
    ['recovery_code', 'code_hash'],
    ['session', 'token_hash'],
    ['machine_key', 'key_hash'],
    ['reset_token', 'code_hash'],
    ['sign_in_counter', 'failed_at'],
    ['sign_in_print', 'print'],
    ['first_administrator', 'code_hash'],
  ])('SEC-DB-02 the program may not read %s.%s, not even its owner’s', async (table, column) => {
    await expect(
      asking(at.at.ids.persons['周敏'].account, (client) => client.query(`select ${column} from kernel.${table}`)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('SEC-DB-02 rooms may not come near: no table and no function of identity', async () => {
    const client = await app.connect();
    try {
      for (const table of [
        'account',
        'password',
        'second_factor',
        'session',
        'machine_key',
        'reset_token',
        'oidc_identity',
        'sign_in_counter',
        'first_administrator',
      ]) {
        await client.query("begin; set local role opengoa_work; select set_config('opengoa.node', '1', true)");
        await expect(client.query(`select 1 from kernel.${table}`)).rejects.toMatchObject({ code: '42501' });
        await client.query('rollback');
      }
      await client.query("begin; set local role opengoa_work; select set_config('opengoa.node', '1', true)");
      await expect(
        client.query("select * from kernel.begin_sign_in('zhoumin', 'x', 1, '{}', now())"),
      ).rejects.toMatchObject({ code: '42501' });
      await client.query('rollback');
    } finally {
      client.release();
    }
  });

  test('SEC-DB-02 an account sees its own rows and nobody else’s; nobody sees none', async () => {
    const mine = at.at.ids.persons['周敏'].account;
    for (const [table, column] of [
      ['account', 'id'],
      ['password', 'account_id'],
      ['second_factor', 'account_id'],
      ['recovery_code', 'account_id'],
      ['session', 'account_id'],
      ['reset_token', 'account_id'],
    ] as const) {
      const own = await asking(mine, (client) =>
        client.query(`select distinct ${column} as account from kernel.${table}`),
      );
      expect([table, own.rows]).toEqual([table, [{ account: mine }]]);
      const none = await asking(null, (client) => client.query(`select 1 from kernel.${table}`));
      expect([table, none.rows]).toEqual([table, []]);
    }
  });

  test('SEC-ID-12 nobody writes another’s password, even with every unit in scope', async () => {
    const other = at.at.ids.persons['何涛'].account;
    const all = [at.at.ids.province];
    const changed = await asking(
      at.at.ids.persons['周敏'].account,
      (client) => client.query("update kernel.password set stored = 'mine' where account_id = $1", [other]),
      all,
    );
    expect(changed.rowCount).toBe(0);
    await expect(
      asking(
        at.at.ids.persons['周敏'].account,
        (client) =>
          client.query("insert into kernel.password (account_id, stored, changed_at) values ($1, 'x', now())", [other]),
        all,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      asking(
        at.at.ids.persons['周敏'].account,
        (client) =>
          client.query(
            "insert into kernel.session (id, unit_id, account_id, token_hash, method, opened_at, active_at) values ($1, $2, $3, decode('00', 'hex'), 'password', now(), now())",
            [newId(), at.at.ids.finance, other],
          ),
        all,
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('SEC-SE-01 an officer may end another’s session and not take it over', async () => {
    const other = at.at.ids.persons['何涛'].account;
    const all = [at.at.ids.province];
    await expect(
      asking(
        at.at.ids.persons['周敏'].account,
        (client) =>
          client.query("update kernel.session set token_hash = decode('00', 'hex') where account_id = $1", [other]),
        all,
      ),
    ).rejects.toThrow(/row-level security/);
    const ended = await asking(
      at.at.ids.persons['周敏'].account,
      (client) => client.query('update kernel.session set ended_at = now() where account_id = $1', [other]),
      all,
    );
    expect(ended.rowCount).toBeGreaterThan(0);
  });

  test('SEC-ID-10 a security administrator’s scope takes a factor off and cannot put one on', async () => {
    const other = at.at.ids.persons['何涛'].account;
    const all = [at.at.ids.province];
    await expect(
      asking(
        null,
        (client) =>
          client.query("update kernel.second_factor set secret_sealed = 'mine' where account_id = $1", [other]),
        all,
      ),
    ).rejects.toThrow(/row-level security/);
    const off = await asking(
      null,
      (client) =>
        client.query(
          'update kernel.second_factor set secret_sealed = null, pending_sealed = null, confirmed_at = null where account_id = $1',
          [other],
        ),
      all,
    );
    expect(off.rowCount).toBe(1);
  });

  test('SEC-ID-07 the stored password leaves the database only with a counted try', async () => {
    const limits = JSON.stringify({
      nameMax: 5,
      addressMax: 60,
      totalMax: 1000,
      window: '15 minutes',
      lock: '30 minutes',
      printMax: 10,
      printWindow: '60 minutes',
    });
    const stored = [];
    const client = await app.connect();
    try {
      for (let i = 0; i < 12; i += 1) {
        await stepIn(client, {
          node: 1,
          room: 'kernel',
          actor: nobody(),
          scope: { exact: [], below: [] },
          audit: false,
          readOnly: false,
        });
        const { rows } = await client.query(
          "select * from kernel.begin_sign_in('hetao', $1, $2, $3, clock_timestamp())",
          [`10.70.${i}.1`, 1000 + i, limits],
        );
        await client.query('commit');
        if (rows[0].stored !== null) stored.push(rows[0].verdict);
      }
    } finally {
      client.release();
    }
    expect(stored).toEqual(Array(5).fill('go'));
  });
});
