import { isRefusal } from '@opengoa/kernel';
import { workApps } from '@opengoa/kernel/host';
import { codeOf, goodPassword, signInOffice, type Browser, type Office } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outside } from './outside.ts';
import { fakeWorkApps, type FakeWorkApps } from './testing/fake-work-apps.ts';

let apps: FakeWorkApps;
let at: Office;
let behind: pg.Pool;
const site = 'https://goa.linjiang.example';

const open = async (browser: Browser, provider: string, more: object = {}): Promise<URL> =>
  new URL(((await browser.enter('kernel.start-oidc', { provider, ...more })).result as { url: string }).url);

/** Somebody at the app: its page sends the browser back with a code and what it was given as state. */
async function through(browser: Browser, provider: string, who: string, more: object = {}): Promise<string> {
  const url = await open(browser, provider, more);
  apps.who = who;
  return String(new URLSearchParams({ code: apps.code(), state: url.searchParams.get('state')! }));
}
const finish = (browser: Browser, provider: string, query: string) =>
  browser.open('kernel.finish-oidc', { provider, query });
const asked = (path: string) => apps.http.heard.filter((heard) => heard.path === path);
const bind = (name: '何涛' | '孙师傅', issuer: string, subject: string) =>
  at.at.as('系统员').does('kernel.bind-identity', { account: at.at.ids.persons[name].account, issuer, subject });
const newAccount = (name: '何涛' | '孙师傅' | '林芳', as: string) =>
  at.at.as('系统员').does('kernel.create-account', {
    id: at.at.ids.persons[name].account,
    unit: at.at.ids.financeOffice,
    name: as,
    person: at.at.ids.persons[name].person,
  });
let wecom: string;
let dingtalk: string;

beforeAll(async () => {
  apps = await fakeWorkApps();
  at = await signInOffice({ workApps: workApps(apps.settings(site)) });
  at.at.kernel.outside = outside();
  behind = new pg.Pool({ connectionString: at.at.urls.superuser, max: 2 });
  await at.account('周敏', 'zhoumin', goodPassword);
  await newAccount('何涛', 'hetao');
  await newAccount('孙师傅', 'sunshifu');
  await newAccount('林芳', 'linfang');
  [wecom, dingtalk] = [...at.identity.oidc.values()].map(({ provider }) => provider.issuer) as [string, string];
  await bind('何涛', wecom, 'HeTao');
  await bind('孙师傅', dingtalk, 'manager4711');
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
  await apps?.close();
});
beforeEach(() => {
  apps.http.heard.length = 0;
});

describe('sign-in inside 企业微信 and 钉钉', () => {
  test('SEC-ID-01 a member of the corporation is the account bound to them, in the page they were on the way to', async () => {
    const browser = at.browser();
    const answer = await finish(browser, 'wecom', await through(browser, 'wecom', 'hetao', { to: '/desk?task=1' }));
    expect(answer).toMatchObject({ result: { to: '/desk?task=1' } });
    expect((await browser.caller()).actor).toMatchObject({ name: '何涛' });
    const driver = at.browser();
    expect(codeOf(await finish(driver, 'dingtalk', await through(driver, 'dingtalk', 'manager4711')))).toBe('done');
    expect((await driver.caller()).actor).toMatchObject({ name: '孙师傅' });
  });

  test('SEC-TA-04 who belongs to another organisation, or is bound to nobody, is nobody here', async () => {
    for (const provider of ['wecom', 'dingtalk'])
      for (const who of ['outsider', 'somebody']) {
        const browser = at.browser();
        expect(codeOf(await finish(browser, provider, await through(browser, provider, who)))).toBe('sign-in-failed');
        expect(browser.token).toBeUndefined();
      }
    // A user id of one platform says nothing at the other.
    const browser = at.browser();
    expect(codeOf(await finish(browser, 'dingtalk', await through(browser, 'dingtalk', 'hetao')))).toBe(
      'sign-in-failed',
    );
  });

  test('SEC-SE-01 the way back works in the browser that began, once, with the state it began with', async () => {
    const [mine, other] = [at.browser(), at.browser()];
    const query = await through(mine, 'wecom', 'hetao');
    await through(other, 'wecom', 'hetao');
    expect(codeOf(await finish(at.browser(), 'wecom', query))).toBe('sign-in-failed');
    expect(codeOf(await finish(other, 'wecom', query))).toBe('sign-in-failed');
    expect(codeOf(await finish(mine, 'wecom', query.replace(/state=\w+/, 'state=')))).toBe('sign-in-failed');
    // What began at one platform does not end at the other.
    expect(codeOf(await finish(mine, 'dingtalk', query))).toBe('sign-in-failed');
    expect(asked('/cgi-bin/auth/getuserinfo')).toHaveLength(0);
    const pending = mine.pending;
    expect(codeOf(await finish(mine, 'wecom', query))).toBe('done');
    const again = at.browser();
    again.pending = pending;
    expect(codeOf(await finish(again, 'wecom', query))).toBe('sign-in-failed');
  });

  test('SEC-SE-01 the state is new each time and long, and ten minutes are the end of it', async () => {
    const browser = at.browser();
    const [first, second] = [await open(browser, 'wecom'), await open(browser, 'wecom')];
    expect(first.searchParams.get('state')).toMatch(/^[0-9a-f]{64}$/);
    expect(second.searchParams.get('state')).not.toBe(first.searchParams.get('state'));
    const query = await through(browser, 'wecom', 'hetao');
    at.now = new Date(at.now.getTime() + 601_000);
    expect(codeOf(await finish(browser, 'wecom', query))).toBe('sign-in-failed');
  });

  test('SEC-IN-08 the browser goes to the platform’s own page and comes back to ours alone', async () => {
    const url = await open(at.browser(), 'wecom');
    expect(url.origin + url.pathname).toBe(`${apps.http.address}/wecom/sso`);
    expect(url.searchParams.get('redirect_uri')).toBe(`${site}/sign-in/wecom`);
    expect(url.href).not.toContain('c0rp');
    for (const to of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'desk', '/a b'])
      expect(codeOf(await at.browser().open('kernel.start-oidc', { provider: 'wecom', to }))).toBe('input-not-fitting');
  });

  test('SEC-FE-10 an address outside the registered network is not asked, and nobody is signed in', async () => {
    const [app] = workApps(apps.settings(site));
    const shut = await signInOffice({ workApps: [{ ...app!, inside: ['10.9.9.9'] }] });
    try {
      shut.at.kernel.outside = outside();
      const browser = shut.browser();
      const url = await open(browser, 'wecom');
      apps.who = 'hetao';
      const query = String(new URLSearchParams({ code: apps.code(), state: url.searchParams.get('state')! }));
      expect(codeOf(await finish(browser, 'wecom', query))).toBe('sign-in-failed');
      expect(apps.http.heard).toEqual([]);
    } finally {
      await shut.close();
    }
  });

  test('the token of the application is kept, and fetched anew when it is over there', async () => {
    const enter = async () => {
      const browser = at.browser();
      return codeOf(await finish(browser, 'wecom', await through(browser, 'wecom', 'hetao')));
    };
    expect(await enter()).toBe('done');
    expect(await enter()).toBe('done');
    expect(asked('/cgi-bin/gettoken').length).toBeLessThanOrEqual(1);
    apps.forgetTokens();
    apps.http.heard.length = 0;
    expect(await enter()).toBe('done');
    expect(asked('/cgi-bin/gettoken')).toHaveLength(1);
  });
});

describe('binding an account', () => {
  test('SEC-ID-12 an account in use is bound by its owner alone: no administrator opens somebody’s desk', async () => {
    const browser = at.browser();
    await browser.enter('kernel.sign-in', { name: 'zhoumin', password: goodPassword });
    const administrator = await at.at
      .as('系统员')
      .run('kernel.bind-identity', { account: at.at.ids.persons['周敏'].account, issuer: wecom, subject: 'xiao' });
    expect(isRefusal(administrator) && administrator.code).toBe('account-in-use');
    const query = await through(browser, 'wecom', 'ZhouMin', { purpose: 'link', to: '/me' });
    expect(await finish(browser, 'wecom', query)).toMatchObject({ result: { to: '/me' } });
    const later = at.browser();
    expect(codeOf(await finish(later, 'wecom', await through(later, 'wecom', 'zhoumin')))).toBe('done');
    expect((await later.caller()).actor.name).toBe('周敏');
    const { rows } = await behind.query(`select title ->> 'zh' as title from kernel.message where person_id = $1`, [
      at.at.ids.persons['周敏'].person,
    ]);
    expect(rows.some(({ title }) => (title as string).includes('已关联一个统一身份'))).toBe(true);
  });

  test('SEC-ID-01 one identity is one account, and only a person has one', async () => {
    const taken = await at.at.as('系统员').run('kernel.bind-identity', {
      account: at.at.ids.persons['林芳'].account,
      issuer: wecom,
      subject: 'HETAO',
    });
    expect(isRefusal(taken) && taken.code).toBe('identity-taken');
    const neighbour = await at.at
      .as('周敏')
      .run('kernel.bind-identity', { account: at.at.ids.persons['孙师傅'].account, issuer: wecom, subject: 'x' });
    expect(isRefusal(neighbour) && neighbour.status).toBe(403);
  });

  test('SEC-SE-04 unbinding is the end of what it opened; the owner does it, and nobody else’s', async () => {
    const phone = at.browser();
    expect(codeOf(await finish(phone, 'dingtalk', await through(phone, 'dingtalk', 'manager4711')))).toBe('done');
    const { rows } = await behind.query<{ id: string }>('select id from kernel.oidc_identity where account_id = $1', [
      at.at.ids.persons['孙师傅'].account,
    ]);
    const identity = rows[0]!.id;
    const other = await at.at.as('周敏').run('kernel.unbind-identity', { identity });
    expect(isRefusal(other) && other.status).toBe(404);
    await at.at.as('孙师傅').does('kernel.unbind-identity', { identity });
    expect((await phone.caller()).actor.kind).toBe('nobody');
    const again = at.browser();
    expect(codeOf(await finish(again, 'dingtalk', await through(again, 'dingtalk', 'manager4711')))).toBe(
      'sign-in-failed',
    );
  });
});
