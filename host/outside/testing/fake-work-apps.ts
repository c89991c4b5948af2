import type { ServerResponse } from 'node:http';
import { fakeHttp, say, type FakeHttp, type Heard } from './fake-http.ts';

/** 企业微信 and 钉钉 on loopback, as much of them as sign-in asks: their pages, codes that work once, tokens, and the directory. */
export interface FakeWorkApps {
  readonly http: FakeHttp;
  /** Who is signed in at the app: what its pages put into the next code. `outsider` belongs to no directory. */
  who: string;
  /** Tokens given out so far stop working. */
  forgetTokens(): void;
  /** A code as the app's page gives it, without a browser. */
  code(): string;
  /** Settings for `OPENGOA_WORK_APPS`. */
  settings(site: string): string;
  close(): Promise<void>;
}

export const corpSecret = 'c0rp-s3cret-of-the-test';

export async function fakeWorkApps(): Promise<FakeWorkApps> {
  const codes = new Map<string, string>();
  let tokens = new Set<string>();
  let count = 0;
  const next = (word: string) => `${word}-${(count += 1)}`;
  const use = (code: string | null) => {
    const who = codes.get(code ?? '');
    codes.delete(code ?? '');
    return who;
  };
  const backWith = (reply: ServerResponse, query: URLSearchParams, name: string) => {
    const back = new URL(query.get('redirect_uri')!);
    back.searchParams.set(name, fake.code());
    back.searchParams.set('state', query.get('state')!);
    reply.writeHead(302, { location: back.href }).end();
  };
  const answer = ({ path, query, headers, body }: Heard, reply: ServerResponse): void => {
    const token = (secret: string | null) => {
      if (secret !== corpSecret) return say(reply, 200, { errcode: 40_001, errmsg: 'invalid credential' });
      const given = next('token');
      tokens.add(given);
      return say(reply, 200, { errcode: 0, access_token: given, expires_in: 7_200 });
    };
    switch (path) {
      // Signs another person in at the app: what a test in a browser of its own says instead of `who`.
      case '/who':
        fake.who = query.get('is')!;
        return say(reply, 200);
      case '/wecom/authorize':
      case '/wecom/sso':
        return backWith(reply, query, 'code');
      case '/dingtalk/auth':
        return backWith(reply, query, 'authCode');
      case '/cgi-bin/gettoken':
        return token(query.get('corpsecret'));
      case '/gettoken':
        return token(query.get('appsecret'));
      case '/cgi-bin/auth/getuserinfo': {
        if (!tokens.has(query.get('access_token') ?? '')) return say(reply, 200, { errcode: 42_001 });
        const who = use(query.get('code'));
        if (who === undefined) return say(reply, 200, { errcode: 40_029, errmsg: 'invalid code' });
        return say(reply, 200, who === 'outsider' ? { errcode: 0, openid: 'o1' } : { errcode: 0, userid: who });
      }
      case '/v1.0/oauth2/userAccessToken': {
        const asked = JSON.parse(body) as { code: string; clientSecret: string };
        const who = asked.clientSecret === corpSecret ? use(asked.code) : undefined;
        return who === undefined
          ? say(reply, 400, { code: 'invalidParameter' })
          : say(reply, 200, { accessToken: `user-${who}`, expireIn: 7_200 });
      }
      case '/v1.0/contact/users/me':
        return say(reply, 200, { unionId: `union-${String(headers['x-acs-dingtalk-access-token']).slice(5)}` });
      case '/topapi/user/getbyunionid': {
        if (!tokens.has(query.get('access_token') ?? '')) return say(reply, 200, { errcode: 88 });
        const who = (JSON.parse(body) as { unionid: string }).unionid.slice(6);
        return say(reply, 200, {
          errcode: 0,
          result: { contact_type: who === 'outsider' ? 1 : 0, userid: who },
        });
      }
      default:
        return say(reply, 404);
    }
  };
  const http = await fakeHttp(answer);
  const fake: FakeWorkApps = {
    http,
    who: 'outsider',
    forgetTokens() {
      tokens = new Set();
    },
    code() {
      const code = next('code');
      codes.set(code, fake.who);
      return code;
    },
    settings: (site) =>
      JSON.stringify([
        {
          id: 'wecom',
          platform: 'wecom',
          corp: 'ww1',
          app: '1000002',
          secret: corpSecret,
          redirectUri: `${site}/sign-in/wecom`,
          addresses: {
            api: http.address,
            directory: http.address,
            within: `${http.address}/wecom/authorize`,
            beside: `${http.address}/wecom/sso`,
          },
          inside: ['127.0.0.1'],
        },
        {
          id: 'dingtalk',
          platform: 'dingtalk',
          corp: 'ding1',
          app: 'dingkey',
          secret: corpSecret,
          redirectUri: `${site}/sign-in/dingtalk`,
          addresses: {
            api: http.address,
            directory: http.address,
            within: `${http.address}/dingtalk/auth`,
            beside: `${http.address}/dingtalk/auth`,
          },
          inside: ['127.0.0.1'],
        },
      ]),
    close: () => http.close(),
  };
  return fake;
}
