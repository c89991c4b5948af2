import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** 市统一身份: a real provider of sign-in beside the program; whoever types a name at its pages is that subject. */
export interface CityIdentity {
  readonly issuer: string;
  /** As `OPENGOA_OIDC` names it to the program. */
  readonly setting: string;
  close(): void;
}

/** @param origin of the program, to which it sends people back */
export async function startCityIdentity(origin: string): Promise<CityIdentity> {
  let answer: ReturnType<Provider['callback']> = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { id: 'opengoa', secret: randomBytes(24).toString('hex'), redirectUri: `${origin}/sign-in/city` };
  answer = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub }) }),
  }).callback();
  const setting = JSON.stringify([
    {
      id: 'city',
      title: { zh: '市统一身份', en: 'City sign-in' },
      issuer,
      clientId: client.id,
      clientSecret: client.secret,
      redirectUri: client.redirectUri,
      insecure: true,
    },
  ]);
  return {
    issuer,
    setting,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
