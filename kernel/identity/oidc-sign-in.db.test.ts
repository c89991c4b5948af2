import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { newId } from '../id.ts';
import { oidcProviders } from './identity.ts';
import { type Browser, codeOf, goodPassword, office, type Office } from './testing-office.ts';

let server: Server;
let issuer: string;
let at: Office;
let superuser: pg.Pool;
const redirectUri = 'http://127.0.0.1:8600/sign-in/oidc';

/** A real provider (certified for OpenID Connect) on this machine; whoever types a name there is that subject. */
async function startProvider(): Promise<void> {
  let handle: ReturnType<Provider['callback']> = () => undefined;
  server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'opengoa',
        client_secret: 'secret-of-the-test-client',
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub }) }),
  });
  handle = provider.callback();
}

/** A person at the provider's pages: signs in as `login`, agrees, and is sent back. @returns the query string of the way back */
async function atProvider(url: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = url;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    form = undefined;
    const location = response.headers.get('location');
    if (location) {
      next = new URL(location, next).href;
      if (next.startsWith(redirectUri)) return new URL(next).search.slice(1);
      continue;
    }
    const page = await response.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`the provider shows no form: ${response.status} ${page.slice(0, 300)}`);
    next = new URL(action, next).href;
    form = page.includes('name="login"')
      ? new URLSearchParams({ prompt: 'login', login, password: 'anything' })
      : new URLSearchParams({ prompt: 'consent' });
  }
  throw new Error('the provider never sent the browser back');
}

async function through(browser: Browser, login: string, purpose: 'sign-in' | 'link' = 'sign-in') {
  const started = await browser.enter('kernel.start-oidc', { provider: 'city', purpose });
  return atProvider((started.result as { url: string }).url, login);
}

beforeAll(async () => {
  await startProvider();
  const configured = JSON.stringify([
    {
      id: 'city',
      title: { zh: '市统一身份', en: 'City sign-in' },
      issuer,
      clientId: 'opengoa',
      clientSecret: 'secret-of-the-test-client',
      redirectUri,
      insecure: true,
    },
    {
      id: 'gone',
      title: { zh: '不在', en: 'Gone' },
      issuer: 'http://127.0.0.1:9',
      clientId: 'opengoa',
      redirectUri,
      insecure: true,
    },
  ]);
  // The provider's clock is the real one, so the house's is as well.
  at = await office({ oidc: oidcProviders(configured) });
  at.now = new Date();
  superuser = new pg.Pool({ connectionString: at.at.urls.superuser, max: 2 });
  await at.account('周敏', 'zhoumin', goodPassword);
  await at.at.as('系统员').does('kernel.create-account', {
    id: at.at.ids.persons['何涛'].account,
    unit: at.at.ids.financeOffice,
    name: 'hetao',
    person: at.at.ids.persons['何涛'].person,
    oidc: { issuer, subject: 'he.tao' },
  });
  await at.at.as('系统员').does('kernel.create-account', {
    id: at.at.ids.persons['林芳'].account,
    unit: at.at.ids.bureau,
    name: 'linfang',
    person: at.at.ids.persons['林芳'].person,
    oidc: { issuer, subject: 'lin.fang' },
  });
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
  await new Promise((resolve) => server?.close(resolve));
});

describe('sign-in at another provider', () => {
  test('SEC-ID-01 the account linked to issuer and subject signs in, with the rights of its posts', async () => {
    const browser = at.browser();
    const query = await through(browser, 'he.tao');
    await browser.enter('kernel.finish-oidc', { provider: 'city', query });
    const { actor, needs } = await browser.caller();
    expect(needs).toBeUndefined();
    expect(actor).toMatchObject({ name: '何涛', post: { title: '办公室主任' } });
    expect(browser.pending).toBeUndefined();
    const { rows } = await superuser.query('select method from kernel.session where account_id = $1', [
      at.at.ids.persons['何涛'].account,
    ]);
    expect(rows).toEqual([{ method: 'oidc' }]);
  });

  test('SEC-TA-04 an unknown subject is nobody here: no account, no person, no right comes of it', async () => {
    const counts = async () =>
      (
        await superuser.query(
          'select (select count(*) from kernel.account)::int as a, (select count(*) from kernel.person)::int as p, (select count(*) from kernel.grant_)::int as g',
        )
      ).rows[0];
    const before = await counts();
    const browser = at.browser();
    const query = await through(browser, 'stranger');
    expect(await browser.open('kernel.finish-oidc', { provider: 'city', query })).toMatchObject({
      code: 'sign-in-failed',
      status: 401,
      data: {},
    });
    expect(browser.token).toBeUndefined();
    expect(await counts()).toEqual(before);
  });

  test('SEC-ID-10 an officer who comes from a provider still shows the second factor here', async () => {
    const browser = at.browser();
    await browser.enter('kernel.finish-oidc', { provider: 'city', query: await through(browser, 'lin.fang') });
    expect(await browser.caller()).toMatchObject({ needs: 'second-factor', actor: { kind: 'nobody', grants: [] } });
  });

  test('SEC-SE-01 the way back works once, in the browser that began, with what it began with', async () => {
    const [mine, other] = [at.browser(), at.browser()];
    const query = await through(mine, 'he.tao');
    // Another browser, or one that began something else: login forced upon somebody.
    expect(codeOf(await other.open('kernel.finish-oidc', { provider: 'city', query }))).toBe('sign-in-failed');
    await other.enter('kernel.start-oidc', { provider: 'city' });
    expect(codeOf(await other.open('kernel.finish-oidc', { provider: 'city', query }))).toBe('sign-in-failed');
    const pending = mine.pending;
    const changed = query.replace(/state=[^&]+/, 'state=somethingelse');
    expect(codeOf(await mine.open('kernel.finish-oidc', { provider: 'city', query: changed }))).toBe('sign-in-failed');
    expect(
      codeOf(
        await mine.open('kernel.finish-oidc', { provider: 'city', query: query.replace(/code=[^&]+/, 'code=guessed') }),
      ),
    ).toBe('sign-in-failed');
    mine.pending = pending;
    await mine.enter('kernel.finish-oidc', { provider: 'city', query });
    const again = at.browser();
    again.pending = pending;
    expect(codeOf(await again.open('kernel.finish-oidc', { provider: 'city', query }))).toBe('sign-in-failed');
  });

  test('SEC-ID-12 what was begun is sealed, and old after ten minutes', async () => {
    const browser = at.browser();
    const query = await through(browser, 'he.tao');
    expect(browser.pending).toMatch(/^oga1\.sealed\./);
    const state = new URLSearchParams(query).get('state')!;
    expect(browser.pending).not.toContain(state);
    at.now = new Date(at.now.getTime() + 601_000);
    expect(codeOf(await browser.open('kernel.finish-oidc', { provider: 'city', query }))).toBe('sign-in-failed');
    at.now = new Date();
  });

  test('a signed-in person links the subject they prove to be, once, and signs in with it; a disabled account does not', async () => {
    const browser = at.browser();
    await browser.enter('kernel.sign-in', { name: 'zhoumin', password: goodPassword });
    await browser.enter('kernel.finish-oidc', { provider: 'city', query: await through(browser, 'zhou.min', 'link') });
    const later = at.browser();
    await later.enter('kernel.finish-oidc', { provider: 'city', query: await through(later, 'zhou.min') });
    expect((await later.caller()).actor.name).toBe('周敏');
    const thief = at.browser();
    await thief.enter('kernel.sign-in', { name: 'zhoumin', password: goodPassword });
    expect(
      codeOf(
        await thief.open('kernel.finish-oidc', { provider: 'city', query: await through(thief, 'he.tao', 'link') }),
      ),
    ).toBe('already-there');
    expect(codeOf(await at.browser().open('kernel.start-oidc', { provider: 'city', purpose: 'link' }))).toBe(
      'not-signed-in',
    );
    await at.at
      .as('系统员')
      .does('kernel.disable-account', { account: at.at.ids.persons['周敏'].account, why: '停职' });
    const after = at.browser();
    expect(
      codeOf(await after.open('kernel.finish-oidc', { provider: 'city', query: await through(after, 'zhou.min') })),
    ).toBe('sign-in-failed');
  });

  test('a provider that is not configured, or not there, is said so; an unusable configuration stops the start', async () => {
    expect(await at.browser().open('kernel.start-oidc', { provider: 'other' })).toMatchObject({
      code: 'provider-unknown',
      status: 404,
    });
    expect(await at.browser().open('kernel.start-oidc', { provider: 'gone' })).toMatchObject({
      code: 'provider-unreachable',
      status: 503,
    });
    expect(oidcProviders(undefined)).toEqual([]);
    expect(() => oidcProviders('[{"id":"x"}]')).toThrow(/issuer/);
    expect(
      isRefusal(await at.browser().open('kernel.finish-oidc', { provider: 'city', query: `code=${newId()}` })),
    ).toBe(true);
  });
});
