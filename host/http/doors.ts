import type { FastifyReply, FastifyRequest } from 'fastify';
import { nobody, type Actor } from '@opengoa/kernel';
import {
  cookieName,
  cookieOptions,
  findActor,
  findMachine,
  isRequestProof,
  type Caller,
  type Identity,
} from '@opengoa/kernel/host';

/** Who stands at the door: how they were known, and by which token. */
export interface AtTheDoor {
  readonly caller: Caller;
  readonly actor: Actor;
  /** By cookie (a browser), by key (a machine), or not at all. */
  readonly by: 'cookie' | 'key' | 'nothing';
  readonly token: string | undefined;
}

const known = new WeakMap<FastifyRequest, Promise<AtTheDoor>>();

/** Is the page served over TLS, directly or by a declared proxy? Decides the cookie's name and flags (SEC-SE-02). */
export const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https';

/** Knows the caller once per request. A bearer key wins over a cookie: a machine says who it is in every request. */
export function whoIsAtTheDoor(identity: Identity, request: FastifyRequest): Promise<AtTheDoor> {
  let answer = known.get(request);
  if (!answer) {
    answer = look(identity, request);
    known.set(request, answer);
  }
  return answer;
}

async function look(identity: Identity, request: FastifyRequest): Promise<AtTheDoor> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const key = /^Bearer (\S+)$/.exec(authorization)?.[1];
    const caller = await findMachine(identity, key, request.ip);
    return { caller, actor: caller.actor, by: caller.account === null ? 'nothing' : 'key', token: undefined };
  }
  const token = request.cookies[cookieName(isSecure(request))];
  if (token === undefined) {
    const actor = nobody(request.ip);
    return { caller: { actor, session: null, account: null }, actor, by: 'nothing', token };
  }
  const caller = await findActor(identity, token, request.ip, { background: request.headers['x-background'] === '1' });
  return { caller, actor: caller.actor, by: caller.session === null ? 'nothing' : 'cookie', token };
}

/** The proof a page sends with every change, bound to its session's token (SEC-SE-07). */
export const provesItsPage = ({ token }: AtTheDoor, request: FastifyRequest): boolean =>
  token !== undefined && isRequestProof(token, request.headers['x-request-proof']);

/** Gives, changes or takes away the session cookie. */
export function setToken(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  const secure = isSecure(request);
  if (token === null) void reply.clearCookie(cookieName(secure), cookieOptions(secure));
  else void reply.setCookie(cookieName(secure), token, cookieOptions(secure));
}
