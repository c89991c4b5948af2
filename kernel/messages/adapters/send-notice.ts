import type { ChannelKind, ChannelSettings } from '../contract.ts';
import { NotSent, type Outside, type OutsideAnswer, type OutsideCall, type OutsideLimits } from '../outside.ts';
import { type Said, textFor, textForGroup, webhookBody } from './compose.ts';
import { dingtalkSign, webhookHeaders } from './sign-webhook.ts';

/** An open line with its secret, for as long as something is sent. */
export interface Line {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly address: string;
  readonly inside: readonly string[];
  readonly settings: ChannelSettings;
  readonly secret: string;
  readonly signingKey: string | undefined;
}

export interface Sending {
  readonly outside: Outside;
  readonly limits: OutsideLimits;
  readonly now: () => Date;
  /** Access tokens of applications, by channel; those who gave them say how long they hold. */
  readonly tokens: Map<string, { readonly token: string; readonly until: number }>;
}

/**
 * Sends what is said on a line: one message, or several to one person as a digest.
 * @param to where the channel finds the person; null on a line that reaches a room or a system
 * @throws NotSent
 */
export async function sendNotice(
  line: Line,
  said: readonly [Said, ...Said[]],
  to: string | null,
  sending: Sending,
): Promise<void> {
  const { outside, limits, now } = sending;
  const [first] = said;
  const { site } = line.settings;
  switch (line.kind) {
    case 'webhook': {
      const body = webhookBody(first);
      const headers = webhookHeaders(line.secret, first.id, now(), body);
      accepted(await outside.call({ method: 'POST', url: line.address, headers, body, inside: line.inside }, limits));
      return;
    }
    case 'mail': {
      if (to === null) throw new NotSent('receiver-unknown', { forGood: true });
      await outside.mail(
        {
          server: line.address,
          user: line.settings.user,
          password: line.secret,
          from: line.settings.from ?? '',
          to,
          ...textFor(said, site),
          messageId: `<${first.id}@opengoa>`,
          inside: line.inside,
        },
        limits,
      );
      return;
    }
    case 'dingtalk-robot': {
      const at = now().getTime();
      const query = new URLSearchParams({
        access_token: line.secret,
        ...(line.signingKey ? { timestamp: String(at), sign: dingtalkSign(line.signingKey, at) } : {}),
      });
      await sayThere(line, `${line.address}?${query}`, textMessage(textForGroup(first, site)), sending);
      return;
    }
    case 'wecom-robot': {
      const query = new URLSearchParams({ key: line.secret });
      await sayThere(line, `${line.address}?${query}`, textMessage(textForGroup(first, site)), sending);
      return;
    }
    case 'wecom-app':
    case 'dingtalk-app': {
      if (to === null) throw new NotSent('receiver-unknown', { forGood: true });
      await sendByApp(line, textFor(said, site).text, to, sending);
    }
  }
}

const textMessage = (content: string) => ({ msgtype: 'text', text: { content } });

/** How the two applications differ: where the token is fetched, what is sent, and what an old token is answered with. */
const apps = {
  'wecom-app': {
    token: ({ corp, secret }: { corp: string; app: string; secret: string }) =>
      `/cgi-bin/gettoken?${new URLSearchParams({ corpid: corp, corpsecret: secret })}`,
    send: '/cgi-bin/message/send',
    message: (app: string, to: string, content: string) => ({
      touser: to,
      agentid: Number(app),
      ...textMessage(content),
    }),
    tokenOver: [40014, 42001],
  },
  'dingtalk-app': {
    token: ({ corp, secret }: { corp: string; app: string; secret: string }) =>
      `/gettoken?${new URLSearchParams({ appkey: corp, appsecret: secret })}`,
    send: '/topapi/message/corpconversation/asyncsend_v2',
    message: (app: string, to: string, content: string) => ({
      agent_id: Number(app),
      userid_list: to,
      msg: textMessage(content),
    }),
    tokenOver: [40014, 42001, 88],
  },
} as const;

async function sendByApp(line: Line, content: string, to: string, sending: Sending): Promise<void> {
  const how = apps[line.kind as keyof typeof apps];
  const base = line.address.replace(/\/$/, '');
  const app = line.settings.app ?? '';
  for (let attempt = 1; ; attempt += 1) {
    const token = await tokenOf(
      line,
      `${base}${how.token({ corp: line.settings.corp ?? '', app, secret: line.secret })}`,
      sending,
    );
    const url = `${base}${how.send}?${new URLSearchParams({ access_token: token })}`;
    const code = await answerCode(line, url, how.message(app, to, content), sending);
    if (code === 0) return;
    if (!(how.tokenOver as readonly number[]).includes(code) || attempt > 1)
      throw new NotSent('refused-there', { detail: `errcode ${code}` });
    sending.tokens.delete(line.id);
  }
}

async function tokenOf(line: Line, url: string, { outside, limits, now, tokens }: Sending): Promise<string> {
  const kept = tokens.get(line.id);
  if (kept && kept.until > now().getTime()) return kept.token;
  const answer = accepted(await outside.call({ method: 'GET', url, inside: line.inside }, limits));
  const {
    errcode = 0,
    access_token: token,
    expires_in: seconds = 7_200,
  } = json(answer) as Partial<{
    errcode: number;
    access_token: string;
    expires_in: number;
  }>;
  if (errcode !== 0 || typeof token !== 'string')
    throw new NotSent('refused-there', { detail: `errcode ${Number(errcode)}` });
  // Some minutes early: a token that ends on the way is one call for nothing.
  tokens.set(line.id, { token, until: now().getTime() + Math.max(0, Number(seconds) - 300) * 1_000 });
  return token;
}

async function sayThere(line: Line, url: string, message: object, sending: Sending): Promise<void> {
  const code = await answerCode(line, url, message, sending);
  if (code !== 0) throw new NotSent('refused-there', { detail: `errcode ${code}` });
}

/** Both houses answer 200 with `errcode` in the body. */
async function answerCode(line: Line, url: string, message: object, { outside, limits }: Sending): Promise<number> {
  const call: OutsideCall = {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(message),
    inside: line.inside,
  };
  const { errcode } = json(accepted(await outside.call(call, limits))) as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode : -1;
}

/** Answers for which another try may be better; any other of the 400s is for good. */
const perhapsLater: ReadonlySet<number> = new Set([401, 403, 408, 425, 429]);

function accepted(answer: OutsideAnswer): OutsideAnswer {
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  const forGood = status >= 400 && status < 500 && !perhapsLater.has(status);
  throw new NotSent('refused-there', { forGood, detail: `HTTP ${status}` });
}

function json({ body }: OutsideAnswer): object {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // told below
  }
  throw new NotSent('refused-there', { detail: 'no JSON' });
}
