import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Outside, OutsideCall } from '../messages/outside.ts';
import type { OidcClient } from './oidc-client.ts';
import { issuerOf, subjectAt, type WorkApp } from './work-app.ts';

export interface WorkAppSurroundings {
  /** Asked anew with every call: the host gives it when the house is open. */
  readonly outside: () => Outside;
  readonly now: () => Date;
}

const limits = { timeoutMs: 5_000, bodyMost: 4_096, answerMost: 65_536 };

/** Answered when an application's token is over or unknown. */
const tokenOver: readonly number[] = [40_014, 42_001, 88];

const Answer = z.looseObject({ errcode: z.int().default(0) });
const Token = z.object({ access_token: z.string().min(1).max(2_000), expires_in: z.int().positive().default(7_200) });
const newerToken = z.object({ accessToken: z.string().min(1).max(2_000), expireIn: z.int().positive().default(7_200) });
const userId = z.string().min(1).max(255);

/**
 * Sign-in inside WeCom or DingTalk: the browser goes to the platform's page and comes back with a code that works once, and the code is asked
 * about over a line that this server opens. Neither platform offers PKCE or a nonce: what binds the way back to the browser that began is the
 * state, 256 bits, sealed in that browser's own cookie.
 * @see https://developer.work.weixin.qq.com/document/path/91023
 * @see https://open.dingtalk.com/document/orgapp/obtain-identity-credentials
 */
export function workAppClient(app: WorkApp, { outside, now }: WorkAppSurroundings): OidcClient {
  const issuer = issuerOf(app);
  let kept: { readonly token: string; readonly until: number } | undefined;

  async function ask(call: Omit<OutsideCall, 'inside'>): Promise<unknown> {
    const { status, body } = await outside().call({ ...call, inside: app.inside }, limits);
    if (status !== 200) throw new Error(`${app.id} answers ${status}`);
    const answer: unknown = JSON.parse(body);
    const { errcode } = Answer.parse(answer);
    if (errcode !== 0) throw new RefusedThere(errcode);
    return answer;
  }

  async function tokenOfApp(): Promise<string> {
    if (kept && kept.until > now().getTime()) return kept.token;
    const { directory } = app.addresses;
    const query =
      app.platform === 'wecom'
        ? `/cgi-bin/gettoken?${new URLSearchParams({ corpid: app.corp, corpsecret: app.secret })}`
        : `/gettoken?${new URLSearchParams({ appkey: app.app, appsecret: app.secret })}`;
    const { access_token: token, expires_in: seconds } = Token.parse(
      await ask({ method: 'GET', url: directory + query }),
    );
    // Some minutes early: a token that ends on the way is one call for nothing.
    kept = { token, until: now().getTime() + Math.max(0, seconds - 300) * 1_000 };
    return token;
  }

  /** Asks with the application's token; an old one is fetched anew once. */
  async function askAsApp(call: (token: string) => Omit<OutsideCall, 'inside'>): Promise<unknown> {
    try {
      return await ask(call(await tokenOfApp()));
    } catch (fault) {
      if (!(fault instanceof RefusedThere) || !tokenOver.includes(fault.errcode)) throw fault;
      kept = undefined;
      return ask(call(await tokenOfApp()));
    }
  }

  const members: Record<WorkApp['platform'], (code: string) => Promise<string>> = {
    async wecom(code) {
      // Somebody from outside the corporation is answered with an `openid` and no `userid`.
      const answer = await askAsApp((token) => ({
        method: 'GET',
        url: `${app.addresses.directory}/cgi-bin/auth/getuserinfo?${new URLSearchParams({ access_token: token, code })}`,
      }));
      return z.object({ userid: userId }).parse(answer).userid;
    },
    async dingtalk(code) {
      const { accessToken } = newerToken.parse(
        await ask({
          method: 'POST',
          url: `${app.addresses.api}/v1.0/oauth2/userAccessToken`,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            clientId: app.app,
            clientSecret: app.secret,
            code,
            grantType: 'authorization_code',
          }),
        }),
      );
      const { unionId } = z.object({ unionId: userId }).parse(
        await ask({
          method: 'GET',
          url: `${app.addresses.api}/v1.0/contact/users/me`,
          headers: { 'x-acs-dingtalk-access-token': accessToken },
        }),
      );
      // A person belongs to many organisations there. Only the corporation's own directory says who they are in this one, and only
      // its own staff (`contact_type` 0) are meant.
      const answer = await askAsApp((token) => ({
        method: 'POST',
        url: `${app.addresses.directory}/topapi/user/getbyunionid?${new URLSearchParams({ access_token: token })}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ unionid: unionId }),
      }));
      return z.object({ result: z.object({ contact_type: z.literal(0), userid: userId }) }).parse(answer).result.userid;
    },
  };

  return {
    provider: { id: app.id, title: app.title, issuer, platform: app.platform },
    async start(agent) {
      const state = randomBytes(32).toString('hex');
      const url = new URL(isWithin(app.platform, agent) ? app.addresses.within : app.addresses.beside);
      const asked: Record<string, string> =
        app.platform === 'dingtalk'
          ? { client_id: app.app, response_type: 'code', scope: 'openid', prompt: 'consent' }
          : isWithin('wecom', agent)
            ? { appid: app.corp, response_type: 'code', scope: 'snsapi_base', agentid: app.app }
            : { login_type: 'CorpApp', appid: app.corp, agentid: app.app };
      for (const [name, value] of Object.entries({ ...asked, redirect_uri: app.redirectUri, state }))
        url.searchParams.set(name, value);
      if (app.platform === 'wecom' && isWithin('wecom', agent)) url.hash = 'wechat_redirect';
      return { url: url.href, pending: { state, nonce: '', verifier: '' } };
    },
    async finish(query, { state }) {
      const back = new URLSearchParams(query);
      if (!same(back.get('state') ?? '', state)) throw new Error('another state');
      const code = z
        .string()
        .regex(/^[\w.~-]{1,512}$/)
        .parse(back.get('authCode') ?? back.get('code'));
      return { issuer, subject: subjectAt(issuer, await members[app.platform](code)) };
    },
  };
}

class RefusedThere extends Error {
  readonly errcode: number;
  constructor(errcode: number) {
    super(`errcode ${errcode}`);
    this.errcode = errcode;
  }
}

const marks = { wecom: /wxwork/i, dingtalk: /dingtalk/i };
const isWithin = (platform: WorkApp['platform'], agent: string | null): boolean =>
  agent !== null && marks[platform].test(agent);

function same(came: string, kept: string): boolean {
  const [left, right] = [Buffer.from(came), Buffer.from(kept)];
  return left.length > 0 && left.length === right.length && timingSafeEqual(left, right);
}
