import { z } from 'zod';
import { refuse } from '../refusal.ts';
import { FinishOidc, LinkOidc, OidcLinked, StartOidc } from './contract.ts';
import { verb } from '../verbs/verb.ts';
import { aside, findOidc } from './identity-store.ts';
import type { Identity } from './open-identity.ts';
import { ownSession } from './own-session.ts';
import { type DoorCaller, followUp, sessionDoor } from './session-door.ts';
import { beginSession, noteFailure, signInFailed } from './sign-in.ts';

const patienceMs = 600_000;
const place = (provider: string) => ({ table: 'kernel.oidc_pending', row: provider, column: 'pending' });

const Pending = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  purpose: z.enum(['sign-in', 'link']),
  /** Whose session began a link: nobody else's may finish it. */
  account: z.uuid().nullable(),
  /** Our page that they were on the way to. */
  to: z.string(),
  until: z.int(),
});

/** What was begun is kept by the browser itself, sealed, in a cookie of its own: another browser cannot finish it. */
function openPending(identity: Identity, provider: string, from: DoorCaller): z.infer<typeof Pending> | undefined {
  if (!from.pending) return undefined;
  try {
    const pending = Pending.parse(JSON.parse(identity.kernel.crypto.open(from.pending, place(provider), 'field')));
    return pending.until > identity.kernel.clock().getTime() ? pending : undefined;
  } catch {
    return undefined;
  }
}

/** 统一身份登录: where to send the browser. Nothing is stored here. */
export const oidcStart = sessionDoor({
  name: 'kernel.start-oidc',
  title: { zh: '统一身份登录', en: 'Start sign-in at a provider' },
  input: StartOidc,
  who: 'anyone',
  refusals: ['provider-unknown', 'provider-unreachable', 'not-signed-in'],
  result: z.strictObject({ url: z.url() }),
  async open(identity, { provider, purpose, to }, from) {
    const oidc = identity.oidc.get(provider);
    if (!oidc) return refuse('provider-unknown', {}, { status: 404 });
    const account = purpose === 'link' ? (await ownSession(identity, from)).account.id : null;
    let started: Awaited<ReturnType<typeof oidc.start>>;
    try {
      started = await oidc.start(from.agent);
    } catch {
      return refuse('provider-unreachable', {}, { status: 503 });
    }
    const until = identity.kernel.clock().getTime() + patienceMs;
    const pending = identity.kernel.crypto.seal(
      JSON.stringify({ ...started.pending, purpose, account, to, until }),
      place(provider),
      'field',
    );
    return { facts: [], result: { url: started.url }, pending };
  },
});

/**
 * 统一身份登录,返回: the provider's answer is checked and the account linked to this issuer and subject opens a session. A provider
 * proves who somebody is and never gives a right: an unknown subject is nobody here, and no account is made.
 */
export const oidcFinish = sessionDoor({
  name: 'kernel.finish-oidc',
  title: { zh: '统一身份登录返回', en: 'Finish sign-in at a provider' },
  input: FinishOidc,
  who: 'anyone',
  refusals: ['provider-unknown', 'sign-in-failed', 'not-signed-in', 'second-factor-first', 'already-there'],
  result: z.strictObject({ to: z.string() }),
  async open(identity, { provider, query }, from) {
    const oidc = identity.oidc.get(provider);
    if (!oidc) return refuse('provider-unknown', {}, { status: 404 });
    const pending = openPending(identity, provider, from);
    let proved: { issuer: string; subject: string } | undefined;
    try {
      proved = pending && (await oidc.finish(query, pending));
    } catch {
      proved = undefined;
    }
    const account = proved && (await aside(identity.kernel, null, (tx) => findOidc(tx, proved.issuer, proved.subject)));
    if (proved && pending?.purpose === 'link') {
      const own = await ownSession(identity, from);
      if (own.account.id !== pending.account) return signInFailed();
      if (own.caller.needs) return refuse('second-factor-first', {}, { status: 403 });
      if (account) return refuse('already-there', {}, { status: 409 });
      return {
        ...(await followUp(identity, 'kernel.link-oidc', proved, own.self)),
        result: { to: pending.to },
        pending: null,
      };
    }
    if (!account || account.state !== 'active' || account.kind !== 'person') {
      await noteFailure(identity, from, { account: account?.id ?? null, what: 'oidc', locked: false, sprayed: false });
      return signInFailed();
    }
    return {
      ...(await beginSession(identity, account, from, { method: 'oidc', factor: false, failedBefore: 0 })),
      result: { to: pending?.to ?? '/' },
      pending: null,
    };
  },
});

/** 关联统一身份: the signed-in person links the subject they have just proved to be. */
export const linkOidc = verb('kernel.link-oidc', {
  title: { zh: '关联统一身份', en: 'Link an identity of a provider' },
  input: LinkOidc,
  who: ['signed-in'],
  internal: true,
  facts: [OidcLinked],
  refusals: [],
  load: async (_tx, _input, { actor }) => ({ account: actor.account!, unit: actor.unit! }),
  at: ({ unit }) => ({ unit }),
  decide: ({ account, unit }, { issuer, subject }) => [
    OidcLinked.of({ object: { kind: 'account', id: account }, unit, body: { account, issuer, subject } }),
  ],
});
