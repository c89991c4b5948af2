import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { runVerb } from '../verbs/run-verb.ts';
import { newId } from '../id.ts';
import { aside, beginFactor } from './identity-store.ts';
import { tryFactor } from './try-factor.ts';
import { type Browser, codeOf, goodPassword, office, type Office } from './testing-office.ts';

let at: Office;
let superuser: pg.Pool;
let security: Browser;
let secret: Buffer;
const seconds = (count: number) => {
  at.now = new Date(at.now.getTime() + count * 1000);
};
const signedIn = async (name: string, code?: string) => {
  const browser = at.browser();
  await browser.enter('kernel.sign-in', { name, password: goodPassword, ...(code ? { code } : {}) });
  return browser;
};

beforeAll(async () => {
  at = await office();
  superuser = new pg.Pool({ connectionString: at.at.urls.superuser, max: 2 });
  await at.account('安全员', 'anquan', goodPassword);
  await at.account('系统员', 'xitong', goodPassword);
  await at.account('林芳', 'linfang', goodPassword);
  await at.account('周敏', 'zhoumin', goodPassword);
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

describe('SEC-ID-10 officers and their second factor', () => {
  test.each(['anquan', 'xitong', 'linfang'])('SEC-ID-10 %s can do nothing but enrol until enrolled', async (name) => {
    const browser = await signedIn(name);
    const caller = await browser.caller();
    expect(caller).toMatchObject({ needs: 'second-factor', actor: { kind: 'nobody', person: null, grants: [] } });
    for (const [verb, input] of [
      ['kernel.end-session', { session: newId() }],
      ['kernel.keep-preference', { key: 'x', value: 1 }],
      ['kernel.create-account', { unit: at.at.ids.finance, name: 'x-y', person: newId() }],
    ] as const) {
      const answer = await runVerb(at.at.kernel, { name: verb, input, actor: caller.actor, requestId: newId() });
      expect(codeOf(answer)).toBe('not-signed-in');
    }
    expect(codeOf(await browser.open('kernel.switch-post', { post: at.at.ids.persons['安全员'].post }))).toBe(
      'second-factor-first',
    );
    expect(
      codeOf(await browser.open('kernel.change-password', { current: goodPassword, next: 'Other-heron-58' })),
    ).toBe('second-factor-first');
  });

  test('SEC-ID-10 enrolling opens the rights, under another token; the secret is stored sealed', async () => {
    security = await signedIn('anquan');
    const before = security.token;
    secret = await at.enrol(security);
    expect(security.token).not.toBe(before);
    const caller = await security.caller();
    expect(caller.needs).toBeUndefined();
    expect(caller.actor.grants).toMatchObject([{ role: 'security-admin' }]);
    const { rows } = await superuser.query(
      'select secret_sealed, pending_sealed from kernel.second_factor where account_id = $1',
      [at.at.ids.persons['安全员'].account],
    );
    expect(rows[0].secret_sealed).toMatch(/^oga1\.sealed\./);
    expect(rows[0].pending_sealed).toBeNull();
    expect(JSON.stringify(rows[0])).not.toContain(secret.toString('base64url'));
  });

  test('SEC-ID-10 nobody takes off their own factor; another security administrator may, and the person enrols anew', async () => {
    const me = await security.caller();
    const own = await runVerb(at.at.kernel, {
      name: 'kernel.take-off-second-factor',
      input: { account: me.account!, why: '试' },
      actor: me.actor,
      requestId: newId(),
    });
    expect(codeOf(own)).toBe('not-ones-own-factor');
    const lin = await signedIn('linfang');
    await at.enrol(lin);
    const taken = await runVerb(at.at.kernel, {
      name: 'kernel.take-off-second-factor',
      input: { account: at.at.ids.persons['林芳'].account, why: '手机遗失' },
      actor: me.actor,
      requestId: newId(),
    });
    expect(codeOf(taken)).toBe('done');
    expect((await lin.caller()).actor.kind).toBe('nobody');
    expect(await (await signedIn('linfang')).caller()).toMatchObject({ needs: 'second-factor' });
  });

  test('SEC-ID-10 staff need none by default and all of them where the standard says so', async () => {
    expect((await (await signedIn('zhoumin')).caller()).needs).toBeUndefined();
  });
});

describe('SEC-ID-11 one-time codes', () => {
  test('SEC-ID-11 with a factor, the password alone opens nothing; the code does, once', async () => {
    seconds(60);
    const first = await signedIn('anquan');
    expect(await first.caller()).toMatchObject({ needs: 'second-factor' });
    const code = at.code(secret);
    const token = first.token;
    await first.enter('kernel.show-second-factor', { code });
    expect(first.token).not.toBe(token);
    expect((await first.caller()).actor.grants).toHaveLength(1);
    const replay = await signedIn('anquan');
    expect(codeOf(await replay.open('kernel.show-second-factor', { code }))).toBe('code-wrong');
    expect((await replay.caller()).needs).toBe('second-factor');
  });

  test('SEC-ID-11 one step late or early is taken, two are not', async () => {
    for (const [steps, expected] of [
      [-2, 'code-wrong'],
      [2, 'code-wrong'],
      [-1, 'done'],
      [1, 'done'],
    ] as const) {
      seconds(120);
      const browser = await signedIn('anquan');
      expect(codeOf(await browser.open('kernel.show-second-factor', { code: at.code(secret, steps) }))).toBe(expected);
    }
  });

  test('SEC-ID-11 one right code shown many times at once gets one in', async () => {
    const account = at.at.ids.persons['安全员'].account;
    for (let round = 0; round < 8; round += 1) {
      seconds(1900);
      const code = at.code(secret);
      const tried = await Promise.all(Array.from({ length: 5 }, () => tryFactor(at.identity, account, code)));
      expect(tried.filter(({ verdict }) => verdict === 'right')).toHaveLength(1);
    }
    seconds(1900);
    const browser = await signedIn('anquan');
    const answers = await Promise.all(
      [0, 1, 2].map(() => browser.open('kernel.show-second-factor', { code: at.code(secret) })),
    );
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
  });

  test('SEC-ID-11 wrong codes are limited however parallel; the right one does not help then', async () => {
    seconds(1900);
    const browser = await signedIn('anquan');
    const right = at.code(secret);
    const wrong = Array.from({ length: 30 }, (_, i) => String((Number(right) + 1 + i) % 1_000_000).padStart(6, '0'));
    const answers = await Promise.all(wrong.map((code) => browser.open('kernel.show-second-factor', { code })));
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['code-wrong']));
    const { rows } = await superuser.query(
      "select cardinality(failed_at) as n from kernel.sign_in_counter where key = 'factor:' || $1",
      [at.at.ids.persons['安全员'].account],
    );
    expect(rows[0].n).toBe(5);
    expect(codeOf(await browser.open('kernel.show-second-factor', { code: right }))).toBe('code-wrong');
    seconds(1900);
    await (await signedIn('anquan')).enter('kernel.show-second-factor', { code: at.code(secret) });
  });

  test('SEC-ID-11 of forty tries begun at once five are let through', async () => {
    const limits = at.identity.settings().signIn;
    for (let round = 0; round < 5; round += 1) {
      seconds(1900);
      const begun = await Promise.all(
        Array.from({ length: 40 }, () =>
          aside(at.at.kernel, null, (tx) => beginFactor(tx, at.at.ids.persons['林芳'].account, limits, at.now)),
        ),
      );
      expect(begun.filter((each) => each?.verdict === 'go')).toHaveLength(5);
    }
  });

  test('SEC-ID-11 recovery codes are hashed, work once each, and only for their owner', async () => {
    seconds(1900);
    const browser = at.browser();
    await browser.enter('kernel.sign-in', { name: 'xitong', password: goodPassword });
    await browser.enter('kernel.enrol-second-factor');
    const offered = await browser.enter('kernel.enrol-second-factor');
    const { fromBase32 } = await import('./testing-office.ts');
    const mine = fromBase32((offered.result as { secret: string }).secret);
    const { recoveryCodes } = (await browser.enter('kernel.confirm-second-factor', { code: at.code(mine) })).result as {
      recoveryCodes: string[];
    };
    expect(new Set(recoveryCodes).size).toBe(10);
    const { rows } = await superuser.query('select * from kernel.recovery_code');
    for (const code of recoveryCodes) expect(JSON.stringify(rows)).not.toContain(code);
    const again = await signedIn('xitong');
    await again.enter('kernel.show-second-factor', { code: recoveryCodes[3]!.toLowerCase() });
    expect((await again.caller()).needs).toBeUndefined();
    const third = await signedIn('xitong');
    expect(codeOf(await third.open('kernel.show-second-factor', { code: recoveryCodes[3]! }))).toBe('code-wrong');
    const other = await signedIn('anquan');
    expect(codeOf(await other.open('kernel.show-second-factor', { code: recoveryCodes[4]! }))).toBe('code-wrong');
  });

  test('SEC-ID-11 a waiting secret does nothing until its first code was shown', async () => {
    seconds(1900);
    const browser = await signedIn('zhoumin');
    await browser.enter('kernel.enrol-second-factor');
    expect(codeOf(await browser.open('kernel.confirm-second-factor', { code: '000000' }))).toBe('code-wrong');
    expect((await (await signedIn('zhoumin')).caller()).needs).toBeUndefined();
  });
});

describe('SEC-SE-06 a factor shown long ago is asked for again', () => {
  test('SEC-SE-06 after the minutes of the standard a sensitive act is refused, and done after showing it again', async () => {
    seconds(1900);
    const browser = await signedIn('anquan');
    await browser.enter('kernel.show-second-factor', { code: at.code(secret) });
    const act = async () => {
      const { actor } = await browser.caller();
      return runVerb(at.at.kernel, {
        name: 'kernel.take-off-second-factor',
        input: { account: at.at.ids.persons['周敏'].account, why: '试' },
        actor,
        requestId: newId(),
      });
    };
    expect(codeOf(await act())).toBe('no-second-factor');
    seconds(301);
    expect(await act()).toMatchObject({ code: 'factor-not-fresh', status: 403, data: { minutes: 5 } });
    await browser.enter('kernel.show-second-factor', { code: at.code(secret) });
    expect(codeOf(await act())).toBe('no-second-factor');
    seconds(301);
    expect(codeOf(await browser.open('kernel.enrol-second-factor'))).toBe('factor-not-fresh');
  });
});

test('SEC-TA-07 officers work only from declared addresses', async () => {
  const { openIdentity, findActor } = await import('./identity.ts');
  seconds(1900);
  const browser = await signedIn('anquan', at.code(secret));
  const declared = openIdentity(at.at.kernel, { officerAddresses: ['10.1.0.0/16', '2001:db8::/32'], believeMs: 0 });
  try {
    expect((await findActor(declared, browser.token, '10.1.2.3')).actor.grants).toHaveLength(1);
    expect((await findActor(declared, browser.token, '2001:db8::7')).actor.grants).toHaveLength(1);
    for (const address of ['10.2.0.1', '192.168.1.1', '::1', 'unix', null]) {
      expect(await findActor(declared, browser.token, address)).toMatchObject({
        ended: 'address-not-declared',
        actor: { kind: 'nobody' },
      });
    }
    const staff = await signedIn('zhoumin');
    expect((await findActor(declared, staff.token, '192.168.1.1')).actor.kind).toBe('person');
  } finally {
    await declared.stop();
  }
});
