import { callerOfKey, callerOfSession, type Caller, stranger } from './actor-of-session.ts';
import type { Identity } from './open-identity.ts';
import { isMachineKeyForm, machineKeyHash } from './machine-key.ts';
import { isTokenForm, tokenHash } from './session-token.ts';

/**
 * Who comes with this session token. Believed for less than half a second; ended sessions, disabled accounts and lost posts count for
 * nothing within the second (SEC-SE-04).
 * @param background the page asked by itself (`X-Background: 1`): it sees, and does not keep the session alive (SEC-SE-03)
 */
export async function findActor(
  identity: Identity,
  token: string | undefined,
  address: string | null,
  { background = false }: { background?: boolean } = {},
): Promise<Caller> {
  if (!isTokenForm(token)) return stranger(address);
  const found = await identity.session(tokenHash(token));
  if (!found) return stranger(address);
  const now = identity.kernel.clock();
  const caller = callerOfSession(found, {
    settings: identity.settings(found.account.unit),
    now,
    activeAt: identity.activeAt(found.session.id, new Date(found.session.activeAt)),
    address,
    officerMayComeFrom: identity.officerMayComeFrom,
  });
  if (caller.session !== null && !background) identity.active(caller.session, now);
  return caller;
}

/** Who comes with `Authorization: Bearer <machine key>`. */
export async function findMachine(
  identity: Identity,
  key: string | undefined,
  address: string | null,
): Promise<Caller> {
  if (!isMachineKeyForm(key)) return stranger(address);
  const found = await identity.key(machineKeyHash(key));
  const caller = callerOfKey(found, address);
  if (found && caller.account !== null) identity.active(found.key.id, identity.kernel.clock());
  return caller;
}

/** `__Host-` binds the cookie to this host and to https; over plain http on loopback browsers would refuse it. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-opengoa' : 'opengoa');

/** Attributes of the session cookie (SEC-SE-02): no domain, whole site, unreadable for scripts, gone when the browser closes. */
export const cookieOptions = (secure: boolean) => ({ path: '/', httpOnly: true, secure, sameSite: 'lax' }) as const;
