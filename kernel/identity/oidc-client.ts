import * as client from 'openid-client';
import { z } from 'zod';
import type { Words } from '../words.ts';

/** A provider of sign-in, as configured: `OPENGOA_OIDC` holds a JSON list of these. */
export const OidcProvider = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  /** Our page that the provider sends the browser back to. */
  redirectUri: z.url(),
  scope: z.string().default('openid'),
  /** Plain http, for a provider on this machine. */
  insecure: z.boolean().default(false),
});
export type OidcProvider = z.infer<typeof OidcProvider>;

/** Providers of the environment. @throws ZodError, SyntaxError: an unusable configuration stops the start (REL-29) */
export const oidcProviders = (text: string | undefined): OidcProvider[] =>
  text ? z.array(OidcProvider).max(20).parse(JSON.parse(text)) : [];

/** What must be kept between going there and coming back. */
export interface OidcPending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Somewhere else to prove who one is. */
export interface OidcClient {
  readonly provider: {
    readonly id: string;
    readonly title: Words;
    readonly issuer: string;
    /** The app inside which our pages are shown, where it is one. */
    readonly platform?: 'wecom' | 'dingtalk';
  };
  /** @param agent the browser's own description: inside its app a platform has another page than in a browser */
  start(agent: string | null): Promise<{ url: string; pending: OidcPending }>;
  /** @throws Error when anything about the answer is not as it must be: state, nonce, issuer, audience, signature, time */
  finish(query: string, pending: OidcPending): Promise<{ issuer: string; subject: string }>;
}

/** Authorization code with PKCE, state and nonce (RFC 9700 §2.1), by `openid-client`. */
export function oidcClient(provider: OidcProvider): OidcClient {
  let found: Promise<client.Configuration> | undefined;
  let foundAt = 0;
  function configuration(): Promise<client.Configuration> {
    if (!found || Date.now() - foundAt > 3_600_000) {
      const insecure = provider.insecure ? { execute: [client.allowInsecureRequests] } : {};
      found = client.discovery(new URL(provider.issuer), provider.clientId, provider.clientSecret, undefined, {
        timeout: 5,
        ...insecure,
      });
      foundAt = Date.now();
      found.catch(() => {
        found = undefined;
      });
    }
    return found;
  }
  return {
    provider,
    async start() {
      const verifier = client.randomPKCECodeVerifier();
      const pending = { state: client.randomState(), nonce: client.randomNonce(), verifier };
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: provider.redirectUri,
        scope: provider.scope,
        response_type: 'code',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, pending };
    },
    async finish(query, pending) {
      const back = new URL(provider.redirectUri);
      back.search = query;
      const tokens = await client.authorizationCodeGrant(await configuration(), back, {
        pkceCodeVerifier: pending.verifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no id token');
      return { issuer: claims.iss, subject: claims.sub };
    },
  };
}
