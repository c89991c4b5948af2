import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, password, signIn } from './accounts.ts';
import { town, type Town } from './town.ts';
import { Visitor } from './visitor.ts';

let at: Town;
let zhou: Visitor;
beforeAll(async () => {
  at = await town();
  await openAccount(at, '周敏', 'zhoumin');
  await openAccount(at, '何涛', 'hetao');
  zhou = await signIn(at, 'zhoumin');
});
afterAll(async () => {
  zhou?.leave();
  await at?.close();
});

/** One changing door of each kind: an act, a file, a sheet. */
const doors = [
  ['POST', '/api/verbs/kernel.keep-preference', 'application/json', { key: 'desk.open', value: 'forged' }],
  ['POST', '/api/files/kernel.attachment?name=a.pdf', 'application/pdf', Buffer.from('%PDF-1.7\nforged')],
  ['POST', '/api/imports/energy.reading?name=a.csv&dry=1', 'text/csv', Buffer.from('表号,时间,读数\n')],
] as const;

const rows = async () =>
  (
    await at.superuser.query(
      `select (select count(*) from kernel.preference where value::text like '%forged%')::int as kept, (select count(*) from kernel.file)::int as files`,
    )
  ).rows[0];

describe('SEC-SE-07 a change comes from a page of ours', () => {
  test.each(doors)(
    'SEC-SE-07 %s %s: neither from elsewhere nor without the proof of this very session',
    async (method, path, type, body) => {
      const other = await signIn(at, 'hetao');
      const before = await rows();
      const page = () => zhou.page({ 'content-type': type });
      const forged: Record<string, Record<string, string | undefined>> = {
        'another origin': { origin: 'https://elsewhere.example' },
        'an origin that only begins like ours': { origin: `${at.origin}.elsewhere.example` },
        'the origin null': { origin: 'null' },
        'no origin at all': { origin: undefined },
        'a page of another site': { 'sec-fetch-site': 'cross-site' },
        'a page of a neighbour': { 'sec-fetch-site': 'same-site' },
        'no proof': { 'x-request-proof': undefined },
        'an empty proof': { 'x-request-proof': '' },
        'the proof of another session': { 'x-request-proof': other.proof! },
        'the token as its own proof': { 'x-request-proof': zhou.cookies.get('opengoa')! },
      };
      for (const [what, headers] of Object.entries(forged)) {
        const answer = await zhou.ask(path, { method, body, headers: { ...page(), ...headers } });
        expect({ what, status: answer.status, code: answer.code }).toEqual({
          what,
          status: 403,
          code: 'not-from-our-page',
        });
      }
      // What a form of another page can send without asking first.
      for (const form of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])
        if (type === 'application/json')
          expect([403, 415]).toContain(
            (await zhou.ask(path, { method, body: Buffer.from('a=b'), headers: { ...page(), 'content-type': form } }))
              .status,
          );
      expect(await rows()).toEqual(before);
      // From our own page, with the proof, the same request is taken.
      const taken = await zhou.ask(path, { method, body, headers: page() });
      if (path.startsWith('/api/imports')) expect(taken.code).toBe('not-your-right');
      else expect(taken.status).toBe(200);
      other.leave();
    },
  );

  test('SEC-SE-07 the proof ends with its session: after signing in again the old one proves nothing', async () => {
    const once = await signIn(at, 'hetao');
    const old = once.proof!;
    expect((await once.signIn('hetao', password)).status).toBe(200);
    expect(once.proof).not.toBe(old);
    const input = { key: 'desk.open', value: 'x' };
    expect(await once.run('kernel.keep-preference', input, { 'x-request-proof': old })).toMatchObject({ status: 403 });
    expect((await once.run('kernel.keep-preference', input)).status).toBe(200);
    once.leave();
  });
});

describe('SEC-SE-02 the session at the door', () => {
  test('SEC-SE-02 over TLS the cookie is __Host-, secure, unreadable by scripts, strict about sites, without a domain; the token is in no body, address or log', async () => {
    const behind = await at.anotherDoor({ proxies: ['127.0.0.1'] });
    const visitor = new Visitor(behind.origin);
    at.log.length = 0;
    const secure = {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'goa.example',
      origin: 'https://goa.example',
      host: 'goa.example',
    };
    const answer = await visitor.run('kernel.sign-in', { name: 'zhoumin', password }, secure);
    expect(answer.status, answer.text).toBe(200);
    const [cookie = '', ...more] = [answer.headers['set-cookie'] ?? []].flat();
    expect(more).toEqual([]);
    const [pair = '', ...attributes] = cookie.split(/;\s*/);
    const [name, token = ''] = pair.split('=');
    expect(name).toMatch(/^__Host-/);
    expect(attributes.map((each) => each.toLowerCase())).toEqual(
      expect.arrayContaining(['secure', 'httponly', 'path=/']),
    );
    expect(attributes.join(';')).toMatch(/samesite=(lax|strict)/i);
    expect(attributes.join(';')).not.toMatch(/domain=/i);
    expect(token.length).toBeGreaterThanOrEqual(22);
    expect(answer.text).not.toContain(token);
    const session = await visitor.get('/api/session', { cookie: `${name}=${token}`, ...secure });
    expect(session.body).toMatchObject({ person: { name: '周敏' } });
    expect(session.text).not.toContain(token);
    expect(JSON.stringify(session.headers)).not.toContain(token);
    visitor.cookies.clear();
    // In an address, or under the name of the unprotected cookie, it is nobody.
    for (const [path, headers] of [
      [`/api/session?opengoa=${token}`, secure],
      ['/api/session', { ...secure, cookie: `opengoa=${token}` }],
      ['/api/session', { ...secure, authorization: `Bearer ${token}` }],
    ] as const)
      expect((await visitor.get(path, headers)).text).not.toContain('周敏');
    expect(at.log.join('')).not.toContain(token);
    const kept = await at.superuser.query(
      `select count(*)::int as n from kernel.session s where s::text like '%' || $1 || '%'`,
      [token],
    );
    expect(kept.rows[0].n).toBe(0);
    visitor.leave();
  });
});
