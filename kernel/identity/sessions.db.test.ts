import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { newId } from '../id.ts';
import { runVerb } from '../verbs/run-verb.ts';
import { runList } from '../reads/run-list.ts';
import {
  cookieName,
  cookieOptions,
  findActor,
  openDoor,
  openIdentity,
  sessionDoors,
  type Identity,
} from './identity.ts';
import { isTokenForm } from './session-token.ts';
import { type Browser, codeOf, goodPassword, office, type Office } from './testing-office.ts';

let at: Office;
let superuser: pg.Pool;
/** Another process over the same store, with the cache every process has. */
let elsewhere: Identity;

const minutes = (count: number) => {
  at.now = new Date(at.now.getTime() + count * 60_000);
};
const signedIn = async (name = 'zhoumin', address = '10.1.2.3') => {
  const browser = at.browser(address);
  await browser.enter('kernel.sign-in', { name, password: goodPassword });
  return browser;
};
const alive = async (browser: Browser) => (await browser.caller(true)).actor.kind === 'person';
const seenElsewhere = async (browser: Browser) =>
  (await findActor(elsewhere, browser.token, '10.1.2.3', { background: true })).actor.kind === 'person';

/** How long the other process goes on believing a session that was just ended. */
async function goneElsewhereWithin(browser: Browser, end: () => Promise<unknown>): Promise<number> {
  expect(await seenElsewhere(browser)).toBe(true);
  await end();
  const start = performance.now();
  while (await seenElsewhere(browser)) {
    if (performance.now() - start > 3000) return Number.POSITIVE_INFINITY;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - start;
}

beforeAll(async () => {
  at = await office();
  superuser = new pg.Pool({ connectionString: at.at.urls.superuser, max: 2 });
  elsewhere = openIdentity(at.at.kernel, {});
  await at.account('周敏', 'zhoumin', goodPassword);
  await at.account('何涛', 'hetao', goodPassword);
});
afterAll(async () => {
  await elsewhere?.stop();
  await superuser?.end();
  await at?.close();
});

describe('SEC-SE-01 session ids', () => {
  test('SEC-SE-01 long, random, new at every sign-in, stored as a hash', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    expect(isTokenForm(one.token)).toBe(true);
    expect(one.token).not.toBe(two.token);
    const { rows } = await superuser.query('select * from kernel.session');
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.every((row) => row.token_hash.length === 32)).toBe(true);
    const all = JSON.stringify(rows.map((row) => ({ ...row, token_hash: row.token_hash.toString('base64url') })));
    for (const { token } of [one, two]) expect(all).not.toContain(token);
    const facts =
      JSON.stringify((await superuser.query('select * from kernel.fact')).rows) +
      JSON.stringify((await superuser.query('select * from kernel.request')).rows);
    for (const { token } of [one, two]) expect(facts).not.toContain(token);
    expect(facts).not.toContain(goodPassword);
  });

  test('SEC-SE-01 a change of post changes the token; the old one is nobody’s', async () => {
    const browser = await signedIn('hetao');
    const system = at.at.as('系统员');
    const post = newId();
    await system.does('kernel.create-post', { id: post, unit: at.at.ids.finance, title: '值班长', from: '2026-01-01' });
    await system.does('kernel.appoint', {
      person: at.at.ids.persons['何涛'].person,
      post,
      kind: 'concurrent',
      from: '2026-01-01',
    });
    const old = browser.token;
    await browser.enter('kernel.switch-post', { post });
    expect(browser.token).not.toBe(old);
    expect((await browser.caller()).actor).toMatchObject({
      post: { title: '值班长' },
      unit: at.at.ids.finance,
      grants: [],
    });
    expect((await findActor(at.identity, old, null)).actor.kind).toBe('nobody');
    expect(codeOf(await browser.open('kernel.switch-post', { post: at.at.ids.persons['陈局'].post }))).toBe(
      'post-not-yours',
    );
    expect(
      codeOf(
        await browser.open('kernel.switch-post', {
          post: at.at.ids.persons['何涛'].post,
          standInFor: at.at.ids.persons['周敏'].person,
        }),
      ),
    ).toBe('post-not-yours');
  });

  test('SEC-SE-01 acting as a stand-in carries both names and the rights of that post alone', async () => {
    await at.at.as('何涛').does('kernel.name-stand-in', {
      forPerson: at.at.ids.persons['何涛'].person,
      person: at.at.ids.persons['周敏'].person,
      from: '2026-03-01',
      to: '2026-03-10',
      reason: '出差',
    });
    const browser = await signedIn();
    expect((await browser.caller()).actor.grants.map((grant) => grant.role)).toEqual(['staff']);
    await browser.enter('kernel.switch-post', {
      post: at.at.ids.persons['何涛'].post,
      standInFor: at.at.ids.persons['何涛'].person,
    });
    const { actor } = await browser.caller();
    expect(actor).toMatchObject({
      name: '周敏',
      standInFor: at.at.ids.persons['何涛'].person,
      post: { title: '办公室主任' },
    });
    expect(actor.grants.map((grant) => grant.role).toSorted()).toEqual(['head', 'staff']);
  });

  test('SEC-SE-02 the cookie is bound to the host, secure, unreadable and strict about sites', () => {
    expect(cookieName(true)).toBe('__Host-opengoa');
    expect(cookieOptions(true)).toEqual({ path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
    expect(cookieName(false)).toBe('opengoa');
  });

  test('SEC-SE-01 anything else is no session', async () => {
    for (const token of [undefined, '', 'x', 'A'.repeat(43), `${(await signedIn()).token}=`, "' or 1=1 --"]) {
      expect((await findActor(at.identity, token, null)).actor.kind).toBe('nobody');
    }
  });
});

describe('SEC-SE-03 time limits', () => {
  test('SEC-SE-03 fifteen idle minutes end it; activity carries it on; background polling does not', async () => {
    const [active, polling, idle] = [await signedIn('zhoumin'), await signedIn('hetao'), await signedIn('hetao')];
    for (let i = 0; i < 2; i += 1) {
      minutes(10);
      expect((await active.caller()).actor.kind).toBe('person');
      await polling.caller(true);
    }
    expect(await alive(active)).toBe(true);
    expect(await alive(polling)).toBe(false);
    expect((await idle.caller()).ended).toBe('idle');
    // Coming back after the end does not wake it.
    expect(await alive(idle)).toBe(false);
  });

  test('SEC-SE-03 activity reaches the store, and other processes judge by it', async () => {
    const browser = await signedIn();
    minutes(10);
    await browser.caller();
    const separate = openIdentity(at.at.kernel, { activityMs: 20 });
    await findActor(separate, browser.token, null);
    await separate.stop();
    minutes(10);
    expect(await seenElsewhere(browser)).toBe(true);
  });

  test('SEC-SE-03 twelve hours end it whatever the activity; an officer’s eight, and ten idle minutes', async () => {
    const browser = await signedIn();
    for (let i = 0; i < 71; i += 1) {
      minutes(10);
      expect((await browser.caller()).actor.kind).toBe('person');
    }
    minutes(10);
    expect(await browser.caller()).toMatchObject({ ended: 'too-old', actor: { kind: 'nobody' } });
    await at.account('林芳', 'linfang', goodPassword);
    const officer = await signedIn('linfang');
    await at.enrol(officer);
    minutes(9);
    expect(await alive(officer)).toBe(true);
    minutes(1);
    expect((await officer.caller()).ended).toBe('idle');
  });
});

describe('SEC-SE-04 what ends is ended everywhere within a second', () => {
  test('SEC-SE-04 signing out', async () => {
    const browser = await signedIn();
    const { token } = browser;
    const took = await goneElsewhereWithin(Object.assign(at.browser(), { token }), () =>
      browser.enter('kernel.sign-out'),
    );
    expect(took).toBeLessThan(1000);
    expect(browser.token).toBeUndefined();
    expect((await findActor(at.identity, token, null)).actor.kind).toBe('nobody');
  });

  test('SEC-SE-04 in the process that ended it, at once', async () => {
    const here = openIdentity(at.at.kernel, { believeMs: 60_000 });
    try {
      const { token } = await signedIn();
      expect((await findActor(here, token, null)).actor.kind).toBe('person');
      await openDoor(here, sessionDoors.get('kernel.sign-out')!, {}, { token, address: null, agent: null });
      expect((await findActor(here, token, null)).actor.kind).toBe('nobody');
    } finally {
      await here.stop();
    }
  });

  test('SEC-SE-04 by the notification alone, where what was looked up would be believed for long', async () => {
    const slow = openIdentity(at.at.kernel, { believeMs: 60_000 });
    try {
      const browser = await signedIn();
      let told = 0;
      slow.onEnded(() => (told += 1));
      expect((await findActor(slow, browser.token, null)).actor.kind).toBe('person');
      const { token } = browser;
      await browser.enter('kernel.sign-out');
      const start = performance.now();
      while ((await findActor(slow, token, null)).actor.kind === 'person' && performance.now() - start < 2000)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(performance.now() - start).toBeLessThan(1000);
      expect(told).toBeGreaterThan(0);
    } finally {
      await slow.stop();
    }
  });

  test('SEC-SE-04 disabling the account', async () => {
    const browser = await signedIn();
    const system = at.at.as('系统员');
    const account = at.at.ids.persons['周敏'].account;
    expect(
      await goneElsewhereWithin(browser, () => system.does('kernel.disable-account', { account, why: '停职' })),
    ).toBeLessThan(1000);
    expect(codeOf(await at.browser().open('kernel.sign-in', { name: 'zhoumin', password: goodPassword }))).toBe(
      'sign-in-failed',
    );
    await system.does('kernel.enable-account', { account });
    expect(await alive(browser)).toBe(false);
  });

  test('SEC-SE-04 a changed password ends every other session and changes this one’s token', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const old = here.token;
    expect(
      await goneElsewhereWithin(there, () =>
        here.enter('kernel.change-password', { current: goodPassword, next: 'Quiet-heron-58' }),
      ),
    ).toBeLessThan(1000);
    expect(await alive(here)).toBe(true);
    expect(here.token).not.toBe(old);
    expect((await findActor(at.identity, old, null)).actor.kind).toBe('nobody');
    await here.enter('kernel.change-password', { current: 'Quiet-heron-58', next: 'Third-falcon-69' });
    for (const next of ['Fourth-magpie-70', 'Fifth-swallow-71', 'Sixth-pigeon-72', 'Seventh-crane-73']) {
      const current = ['Third-falcon-69', 'Fourth-magpie-70', 'Fifth-swallow-71', 'Sixth-pigeon-72'][
        ['Fourth-magpie-70', 'Fifth-swallow-71', 'Sixth-pigeon-72', 'Seventh-crane-73'].indexOf(next)
      ]!;
      await here.enter('kernel.change-password', { current, next });
    }
    await here.enter('kernel.change-password', { current: 'Seventh-crane-73', next: goodPassword });
  });

  test('SEC-SE-04 loss of the post acted in', async () => {
    const system = at.at.as('系统员');
    const post = newId();
    await system.does('kernel.create-post', { id: post, unit: at.at.ids.finance, title: '临时岗', from: '2026-01-01' });
    await system.does('kernel.appoint', {
      person: at.at.ids.persons['周敏'].person,
      post,
      kind: 'concurrent',
      from: '2026-01-01',
    });
    const browser = await signedIn();
    await browser.enter('kernel.switch-post', { post });
    const { rows } = await superuser.query('select id from kernel.holding where post_id = $1', [post]);
    const today = '2026-03-02';
    expect(
      await goneElsewhereWithin(browser, () =>
        system.does('kernel.end-appointment', { holding: rows[0].id, to: today }),
      ),
    ).toBeLessThan(1000);
    expect((await browser.caller()).ended).toBe('post-lost');
  });
});

describe('SEC-SE-05 parallel sessions', () => {
  test('SEC-SE-05 the third ends the first, and only living ones count', async () => {
    minutes(60);
    const first = await signedIn();
    minutes(1);
    const second = await signedIn();
    minutes(1);
    const third = await signedIn();
    expect([await alive(first), await alive(second), await alive(third)]).toEqual([false, true, true]);
    minutes(60);
    const [fourth, fifth] = [await signedIn(), await signedIn()];
    expect([await alive(fourth), await alive(fifth)]).toEqual([true, true]);
  });

  // Four: more at once than the five tries of a name would lock it, right passwords among them.
  test('SEC-SE-05 four sign-ins at once leave two sessions', async () => {
    minutes(60);
    const browsers = await Promise.all(Array.from({ length: 4 }, (_, i) => signedIn('zhoumin', `10.40.${i}.1`)));
    const living = await Promise.all(browsers.map(alive));
    expect(living.filter(Boolean)).toHaveLength(2);
  });

  test('SEC-SE-05 everyone sees and ends their own and nobody else’s; the security administrator anyone’s', async () => {
    minutes(60);
    const [mine, other, foreign] = [await signedIn(), await signedIn(), await signedIn('hetao')];
    const me = (await mine.caller()).actor;
    const listed = await runList(at.at.kernel, 'kernel.my-sessions', {}, me);
    if (isRefusal(listed)) throw new Error(listed.code);
    const living = listed.rows.filter((row) => row['person_name'] === '周敏');
    expect(living).toHaveLength(listed.rows.length);
    expect(listed.rows[0]).toMatchObject({ may: ['kernel.end-session'], address: '10.1.2.3' });
    expect(JSON.stringify(listed)).not.toContain('token');
    const foreignId = (await foreign.caller()).session!;
    const end = (session: string, actor = me) =>
      runVerb(at.at.kernel, { name: 'kernel.end-session', input: { session }, actor, requestId: newId() });
    expect(codeOf(await end(foreignId))).toBe('not-found');
    expect(codeOf(await end(newId()))).toBe('not-found');
    expect(await alive(foreign)).toBe(true);
    expect(codeOf(await end((await other.caller()).session!))).toBe('done');
    expect(await alive(other)).toBe(false);
    expect(codeOf(await at.at.as('安全员').run('kernel.end-session', { session: foreignId }))).toBe('done');
    expect(await alive(foreign)).toBe(false);
    expect(
      codeOf(await at.at.as('系统员').run('kernel.end-session', { session: (await mine.caller()).session! })),
    ).toBe('not-found');
  });
});

test('SEC-ID-06 a burst of sign-ins waits or is told to come back, and the tries it did not make are not counted', async () => {
  minutes(60);
  const narrow = openIdentity(at.at.kernel, { queue: { running: 1, waiting: 4, waitingPerOrigin: 4 } });
  try {
    const door = sessionDoors.get('kernel.sign-in')!;
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        openDoor(narrow, door, { name: 'hetao', password: goodPassword }, { address: `10.50.${i}.1`, agent: null }),
      ),
    );
    const codes = answers.map(codeOf);
    expect(new Set(codes).isSubsetOf(new Set(['done', 'busy', 'sign-in-failed']))).toBe(true);
    expect(codes.filter((code) => code === 'done').length).toBeGreaterThanOrEqual(1);
    expect(narrow.queue.figures).toMatchObject({ running: 0, waiting: 0 });
    const again = await openDoor(
      narrow,
      door,
      { name: 'hetao', password: goodPassword },
      { address: '10.51.0.1', agent: null },
    );
    expect(codeOf(again)).toBe('done');
  } finally {
    await narrow.stop();
  }
});
