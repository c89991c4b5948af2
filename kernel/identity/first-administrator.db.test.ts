import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCrypto } from '../crypto/crypto.ts';
import { keysInDatabase } from '../crypto/key-store.ts';
import { openPool } from '../database/open-pool.ts';
import { newId } from '../id.ts';
import { kernelRoom } from '../kernel-room.ts';
import { assemble } from '../assemble.ts';
import type { Kernel } from '../kernel.ts';
import { liveRegisters, type LiveRegisters } from '../live-registers.ts';
import { isRefusal } from '../refusal.ts';
import { findStandards, loadStandards } from '../standards/standards.ts';
import { loadSteps } from '../tasks/cases.ts';
import { freshDatabase, type FreshDatabase } from '../testing/database.ts';
import { runVerb } from '../verbs/run-verb.ts';
import {
  describeSession,
  findActor,
  offerFirstAdministrator,
  openDoor,
  openIdentity,
  sessionDoors,
  type Identity,
} from './identity.ts';
import { codeAtStep, stepAt } from './one-time-code.ts';
import { codeOf, fromBase32, goodPassword } from './testing-office.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let superuser: pg.Pool;
let registers: LiveRegisters;
let kernel: Kernel;
let identity: Identity;
const keys = mkdtempSync(join(tmpdir(), 'opengoa-keys-'));
const from = { address: '127.0.0.1', agent: null };
const claim = (code: string, more = {}) =>
  openDoor(
    identity,
    sessionDoors.get('kernel.claim-first-administrator')!,
    {
      code,
      unit: { name: '临江市机关事务局', level: 'city', regionCode: '990100' },
      personName: '系统员',
      name: 'xitong',
      password: goodPassword,
      ...more,
    },
    from,
  );

// An empty production installation: migrated, nobody in it.
beforeAll(async () => {
  database = await freshDatabase({ template: 'kernel' });
  superuser = new pg.Pool({ connectionString: database.superUrl, max: 2 });
  pool = openPool(
    database.url,
    { size: 8, waitMs: 5000, statementMs: 10_000, lockMs: 3000, idleTransactionMs: 15_000 },
    () => undefined,
  );
  const house = dirname(dirname(import.meta.dirname));
  registers = await liveRegisters(pool, {
    node: 1,
    standards: loadStandards(await findStandards(house)),
    steps: await loadSteps(house),
    onFault: () => undefined,
  });
  const crypto = await openCrypto({ profile: 'international', keysFolder: keys, store: keysInDatabase(pool, 1) });
  kernel = assemble({
    node: 1,
    pool,
    rooms: [kernelRoom],
    registers,
    crypto,
    cursorKey: createSecretKey(randomBytes(32)),
  });
  identity = openIdentity(kernel, { believeMs: 0 });
});
afterAll(async () => {
  await identity?.stop();
  registers?.stop();
  await pool?.end();
  await superuser?.end();
  await database?.drop();
  rmSync(keys, { recursive: true, force: true });
});

describe('SEC-ID-13 an empty installation', () => {
  let code: string;

  test('SEC-ID-13 has no account and no password at all', async () => {
    const { rows } = await superuser.query(
      'select (select count(*) from kernel.account)::int as accounts, (select count(*) from kernel.password)::int as passwords',
    );
    expect(rows[0]).toEqual({ accounts: 0, passwords: 0 });
    for (const [name, password] of [
      ['admin', 'admin'],
      ['admin', 'admin123'],
      ['root', 'root'],
      ['system', 'password'],
      ['postgres', 'postgres'],
    ] as const) {
      expect(codeOf(await openDoor(identity, sessionDoors.get('kernel.sign-in')!, { name, password }, from))).toBe(
        'sign-in-failed',
      );
    }
    expect((await describeSession(identity, await findActor(identity, undefined, null), undefined)).needs).toBe(
      'first-administrator',
    );
  });

  test('SEC-ID-13 each start prints another code and the earlier one is nothing', async () => {
    const first = await offerFirstAdministrator(kernel);
    const second = await offerFirstAdministrator(kernel);
    code = second!.code;
    expect(first!.code).not.toBe(code);
    expect(codeOf(await claim(first!.code))).toBe('claim-failed');
    expect(codeOf(await claim('AAAA-BBBB'))).toBe('claim-failed');
    expect((await superuser.query('select count(*)::int as n from kernel.account')).rows[0].n).toBe(0);
  });

  test('SEC-ID-13 eight who come with it at once: one becomes the administrator, and the password rules hold', async () => {
    expect(codeOf(await claim(code, { password: 'Admin@123456' }))).toBe('password-not-fitting');
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => claim(code, { name: `xitong${i}` })));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(
      new Set(answers.filter(isRefusal).map((answer) => answer.code)).isSubsetOf(
        new Set(['claim-failed', 'already-there', 'not-found']),
      ),
    ).toBe(true);
    expect(
      (await superuser.query("select count(*)::int as n from kernel.account where kind = 'person'")).rows[0].n,
    ).toBe(1);
    expect(await offerFirstAdministrator(kernel)).toBeNull();
    expect(codeOf(await claim(code))).toBe('claim-failed');
  });

  test('SEC-ID-10 SEC-TA-04 the first administrator enrols a factor, appoints the other two officers once, and may grant nothing', async () => {
    const { rows } = await superuser.query('select name from kernel.account');
    const open = async (door: string, input: unknown, token?: string) => {
      const answer = await openDoor(identity, sessionDoors.get(door)!, input, { ...from, token });
      if (isRefusal(answer)) throw new Error(`${door}: ${answer.code}`);
      return answer;
    };
    let { token } = await open('kernel.sign-in', { name: rows[0].name, password: goodPassword });
    const { secret } = (await open('kernel.enrol-second-factor', {}, token!)).result as { secret: string };
    ({ token } = await open(
      'kernel.confirm-second-factor',
      { code: codeAtStep(fromBase32(secret), stepAt(new Date())) },
      token!,
    ));
    const { actor } = await findActor(identity, token!, '127.0.0.1');
    expect(actor).toMatchObject({ name: '系统员', grants: [{ role: 'system-admin', below: true }] });
    const run = async (name: string, input: unknown) => runVerb(kernel, { name, input, actor, requestId: newId() });
    const unit = actor.unit!;
    const accounts: Record<string, string> = {};
    for (const name of ['安全员', '安全员二', '林芳', '周敏']) {
      const person = newId();
      const account = newId();
      expect(codeOf(await run('kernel.register-person', { id: person, unit, name, from: '2026-01-01' }))).toBe('done');
      expect(
        codeOf(await run('kernel.create-account', { id: account, unit, name: `account-of-${name}`, person })),
      ).toBe('done');
      accounts[name] = account;
    }
    expect(
      codeOf(await run('kernel.grant-right', { role: 'staff', unit, account: accounts['周敏'], from: '2026-01-01' })),
    ).toBe('not-your-right');
    expect(
      codeOf(await run('kernel.appoint-first-officers', { security: [actor.account], audit: [accounts['林芳']] })),
    ).toBe('not-for-oneself');
    expect(
      codeOf(await run('kernel.appoint-first-officers', { security: [accounts['林芳']], audit: [accounts['林芳']] })),
    ).toBe('officers-apart');
    expect(
      codeOf(
        await run('kernel.appoint-first-officers', {
          security: [accounts['安全员'], accounts['安全员二']],
          audit: [accounts['林芳']],
        }),
      ),
    ).toBe('done');
    expect(
      codeOf(await run('kernel.appoint-first-officers', { security: [accounts['周敏']], audit: [accounts['周敏']] })),
    ).toBe('officers-already-appointed');
    const held = await superuser.query(
      'select g.role, a.name from kernel.grant_ g join kernel.account a on a.id = g.account_id where confirmed_by is not null order by g.role, a.name',
    );
    expect(held.rows.map((row) => row.role)).toEqual([
      'audit-admin',
      'security-admin',
      'security-admin',
      'system-admin',
    ]);
  });
});
