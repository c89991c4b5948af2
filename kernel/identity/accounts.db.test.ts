import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobActorAtRoots } from '../jobs/job-actor.ts';
import { newId } from '../id.ts';
import { isRefusal } from '../refusal.ts';
import { runVerb } from '../verbs/run-verb.ts';
import { runJob } from '../jobs/run-job.ts';
import { findMachine } from './identity.ts';
import { codeOf, goodPassword, office, type Office } from './testing-office.ts';

let at: Office;
let superuser: pg.Pool;
const hours = (count: number) => {
  at.now = new Date(at.now.getTime() + count * 3_600_000);
};
const codeFrom = (answer: { result?: unknown }) => (answer.result as { code: string }).code;

beforeAll(async () => {
  at = await office();
  superuser = new pg.Pool({ connectionString: at.at.urls.superuser, max: 2 });
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

describe('SEC-ID-12 resets', () => {
  test('SEC-ID-12 an administrator starts one and never sees or chooses the password; the code works once', async () => {
    const account = await at.account('周敏', 'zhoumin', goodPassword);
    const code = codeFrom(await at.at.as('系统员').does('kernel.start-reset', { account }));
    expect(code.replaceAll('-', '')).toHaveLength(28);
    expect(codeOf(await at.at.as('系统员').run('kernel.start-reset', { account, password: 'Chosen-by-me-1' }))).toBe(
      'input-not-fitting',
    );
    // The old password works until the person has chosen a new one.
    await at.browser().enter('kernel.sign-in', { name: 'zhoumin', password: goodPassword });
    const browser = at.browser();
    await browser.enter('kernel.finish-reset', {
      name: 'ZHOUMIN',
      code: ` ${code.toLowerCase()} `,
      next: 'Quiet-heron-58',
    });
    expect(browser.token).toBeUndefined();
    expect(codeOf(await at.browser().open('kernel.sign-in', { name: 'zhoumin', password: goodPassword }))).toBe(
      'sign-in-failed',
    );
    await browser.enter('kernel.sign-in', { name: 'zhoumin', password: 'Quiet-heron-58' });
    expect(codeOf(await browser.open('kernel.finish-reset', { name: 'zhoumin', code, next: 'Third-falcon-69' }))).toBe(
      'reset-failed',
    );
    const kept =
      JSON.stringify((await superuser.query('select * from kernel.reset_token')).rows) +
      JSON.stringify(
        (
          await superuser.query(
            'select body, answer from kernel.fact f left join kernel.request r on r.id = f.request_id',
          )
        ).rows,
      );
    expect(kept).not.toContain(code);
  });

  test('SEC-ID-12 a newer code makes the older one useless; after its hours it is nothing', async () => {
    const account = at.at.ids.persons['周敏'].account;
    const older = codeFrom(await at.at.as('系统员').does('kernel.start-reset', { account }));
    const newer = codeFrom(await at.at.as('系统员').does('kernel.start-reset', { account }));
    expect(
      codeOf(await at.browser().open('kernel.finish-reset', { name: 'zhoumin', code: older, next: 'Third-falcon-69' })),
    ).toBe('reset-failed');
    hours(25);
    expect(
      codeOf(await at.browser().open('kernel.finish-reset', { name: 'zhoumin', code: newer, next: 'Third-falcon-69' })),
    ).toBe('reset-failed');
  });

  test('SEC-ID-12 ten who come with one code at once: one sets the password', async () => {
    const account = at.at.ids.persons['周敏'].account;
    const code = codeFrom(await at.at.as('系统员').does('kernel.start-reset', { account }));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        at.browser(`10.60.${i}.1`).open('kernel.finish-reset', { name: 'zhoumin', code, next: `Falcon-number-${i}7` }),
      ),
    );
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
  });

  test('SEC-ID-12 the second factor is not skipped by a reset', async () => {
    const account = await at.account('林芳', 'linfang', goodPassword);
    const browser = at.browser();
    await browser.enter('kernel.sign-in', { name: 'linfang', password: goodPassword });
    await at.enrol(browser);
    const code = codeFrom(await at.at.as('系统员').does('kernel.start-reset', { account }));
    await browser.enter('kernel.finish-reset', { name: 'linfang', code, next: 'Quiet-heron-58' });
    expect((await browser.caller()).actor.kind).toBe('nobody');
    await browser.enter('kernel.sign-in', { name: 'linfang', password: 'Quiet-heron-58' });
    expect(await browser.caller()).toMatchObject({ needs: 'second-factor', actor: { kind: 'nobody' } });
  });

  test('SEC-ID-02 SEC-ID-03 the rules hold on the server: short, simple, common, of the unit, of oneself, used before', async () => {
    const account = await at.account('石会计', 'shikuaiji', goodPassword);
    const reset = async (next: string) => {
      const code = codeFrom(await at.at.as('系统员').does('kernel.start-reset', { account }));
      const answer = await at
        .browser(`10.61.${next.length}.1`)
        .open('kernel.finish-reset', { name: 'shikuaiji', code, next });
      return isRefusal(answer) ? answer.data['faults'] : 'done';
    };
    expect(await reset('Ab1-')).toContain('password-too-short');
    expect(await reset('aaaabbbbccc')).toContain('password-too-simple');
    expect(await reset('P@ssw0rd2026')).toContain('password-too-common');
    expect(await reset('Shiqiao#2026')).toContain('password-names-unit');
    expect(await reset('Shikuaiji#26')).toContain('password-names-self');
    expect(await reset(goodPassword)).toEqual(['password-used-before']);
    for (const next of ['Second-otter-1', 'Third-otter-12', 'Fourth-otter-3', 'Fifth-otter-41', 'Sixth-otter-52'])
      expect(await reset(next)).toBe('done');
    expect(await reset('Second-otter-1')).toEqual(['password-used-before']);
    expect(await reset(goodPassword)).toBe('done');
  });

  test('SEC-ID-02 after ninety days a new password comes first, and nothing else', async () => {
    const account = await at.account('孙师傅', 'sun', goodPassword);
    const browser = at.browser();
    await browser.enter('kernel.sign-in', { name: 'sun', password: goodPassword });
    hours(91 * 24);
    await browser.enter('kernel.sign-in', { name: 'sun', password: goodPassword });
    expect(await browser.caller()).toMatchObject({ needs: 'new-password', account, actor: { kind: 'nobody' } });
    expect(codeOf(await browser.open('kernel.change-password', { current: 'wrong', next: 'Quiet-heron-58' }))).toBe(
      'sign-in-failed',
    );
    await browser.enter('kernel.change-password', { current: goodPassword, next: 'Quiet-heron-58' });
    expect((await browser.caller()).actor).toMatchObject({ kind: 'person', name: '孙师傅' });
  });
});

test('SEC-ID-15 the person is told of changes to password and factor', async () => {
  const { person } = at.at.ids.persons['林芳'];
  const { rows } = await superuser.query(
    "select title->>'zh' as title from kernel.message where person_id = $1 order by id",
    [person],
  );
  const told = rows.map((row) => row.title).join(' ');
  for (const word of ['已绑定动态口令', '发起了口令重置', '口令已更改']) expect(told).toContain(word);
});

describe('SEC-ID-14 unused accounts and leavers', () => {
  test('SEC-ID-14 an account not used for ninety days is disabled by the job, under its own name; a used one is not', async () => {
    await at.account('吴调度', 'wu', goodPassword);
    await at.account('郑科长', 'zheng', goodPassword);
    hours(60 * 24);
    await at.browser().enter('kernel.sign-in', { name: 'zheng', password: goodPassword });
    hours(31 * 24);
    await runJob(at.at.kernel, 'kernel.disable-unused-accounts', { signal: new AbortController().signal });
    const states = Object.fromEntries(
      (await superuser.query('select name, state, disabled_why from kernel.account')).rows.map((row) => [
        row.name,
        row.state,
      ]),
    );
    expect(states).toMatchObject({ wu: 'disabled', zheng: 'active' });
    const { rows } = await superuser.query(
      "select actor_kind, person_name from kernel.fact where type = 'kernel.AccountDisabled' order by id desc limit 1",
    );
    expect(rows[0]).toEqual({ actor_kind: 'job', person_name: 'disable-unused-accounts' });
  });

  test('SEC-ID-14 leaving a post takes its rights away the same day', async () => {
    await at.account('郑科长', 'zheng2', goodPassword).catch(() => undefined);
    const browser = at.browser();
    await browser.enter('kernel.sign-in', { name: 'zheng', password: goodPassword });
    if ((await browser.caller()).needs)
      await browser.enter('kernel.change-password', { current: goodPassword, next: 'Quiet-heron-58' });
    expect((await browser.caller()).actor.grants.map((grant) => grant.role)).toContain('fleet-clerk');
    const { rows } = await superuser.query('select id from kernel.holding where person_id = $1', [
      at.at.ids.persons['郑科长'].person,
    ]);
    const today = new Date(at.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    await at.at.as('系统员').does('kernel.end-appointment', { holding: rows[0].id, to: today });
    expect((await browser.caller()).actor.kind).toBe('nobody');
    await browser.enter('kernel.sign-in', { name: 'zheng', password: 'Quiet-heron-58' });
    expect((await browser.caller()).actor).toMatchObject({ post: null, grants: [] });
  });

  test('SEC-ID-01 nobody disables or resets themself, and a job has its own identity', async () => {
    const me = at.at.as('系统员');
    const unit = at.at.ids.bureau;
    await me.does('kernel.create-account', {
      id: at.at.ids.persons['系统员'].account,
      unit,
      name: 'xitong',
      person: at.at.ids.persons['系统员'].person,
    });
    expect(
      codeOf(await me.run('kernel.disable-account', { account: at.at.ids.persons['系统员'].account, why: '试' })),
    ).toBe('not-ones-own-account');
    expect(codeOf(await me.run('kernel.start-reset', { account: at.at.ids.persons['系统员'].account }))).toBe(
      'not-ones-own-reset',
    );
    const job = jobActorAtRoots('x', at.at.kernel.registers.organisation(''));
    expect(
      codeOf(
        await runVerb(at.at.kernel, {
          name: 'kernel.create-account',
          input: { unit, name: 'by-job', kind: 'machine' },
          actor: job,
          requestId: newId(),
        }),
      ),
    ).toBe('not-your-right');
  });
});

describe('keys for machines', () => {
  test('SEC-ID-01 SEC-TA-04 a machine has its own account, no right until two people gave one, and what its key names', async () => {
    const system = at.at.as('系统员');
    const account = newId();
    const unit = at.at.ids.bureau;
    await system.does('kernel.create-account', { id: account, unit, name: 'meter-gateway-1', kind: 'machine' });
    const today = new Date(at.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const inAYear = new Date(at.now.getTime() + 300 * 86_400_000).toISOString().slice(0, 10);
    expect(
      codeOf(
        await system.run('kernel.create-machine-key', {
          account,
          title: '网关',
          scope: ['energy-clerk'],
          validTo: '2029-01-01',
        }),
      ),
    ).toBe('key-too-long-lived');
    expect(
      codeOf(
        await system.run('kernel.create-machine-key', {
          account,
          title: '网关',
          scope: ['system-admin'],
          validTo: inAYear,
        }),
      ),
    ).toBe('officers-are-people');
    const made = await system.does('kernel.create-machine-key', {
      account,
      title: '网关',
      scope: ['energy-clerk'],
      validTo: inAYear,
    });
    const { key, id } = made.result as { key: string; id: string };
    expect(key).toMatch(/^ogk_/);
    expect(JSON.stringify((await superuser.query('select * from kernel.machine_key')).rows)).not.toContain(key);
    expect(JSON.stringify((await superuser.query('select answer from kernel.request')).rows)).not.toContain(key);
    const machine = async () => (await findMachine(at.identity, key, '10.1.1.1')).actor;
    expect(await machine()).toMatchObject({ kind: 'machine', name: 'meter-gateway-1', grants: [] });
    for (const role of ['energy-clerk', 'clerk']) {
      await at.at.as('安全员').does('kernel.grant-right', { role, unit, account, from: today });
    }
    expect((await machine()).grants).toEqual([]);
    const { rows } = await superuser.query('select id from kernel.grant_ where account_id = $1', [account]);
    const second = at.at.with([{ role: 'security-admin', unit: at.at.ids.province, below: true }], {
      factorAt: at.now,
    });
    for (const row of rows) await second.does('kernel.confirm-grant', { grant: row.id });
    // The account may do two things, the key one of them.
    expect((await machine()).grants).toEqual([{ role: 'energy-clerk', unit, below: false }]);
    const listed = await system.list('kernel.machine-keys');
    if (isRefusal(listed)) throw new Error(listed.code);
    expect(listed.rows).toMatchObject([
      { title: '网关', account_name: 'meter-gateway-1', scope: 'energy-clerk', may: ['kernel.revoke-machine-key'] },
    ]);
    await system.does('kernel.revoke-machine-key', { key: id });
    expect((await machine()).kind).toBe('nobody');
    expect((await findMachine(at.identity, `${key}x`, null)).actor.kind).toBe('nobody');
  });
});
