import { type Actor, nobody } from '../actor.ts';
import type { Id } from '../id.ts';
import type { IdentitySettings } from './identity-settings.ts';
import type { FoundKey, FoundSession } from './identity-store.ts';
import {
  isOfficerRole,
  type Needs,
  needsOf,
  sessionEnd,
  type SessionEnd,
  type SessionLimits,
} from './session-limits.ts';

/** Who comes with a session, and what is missing before they may act. */
export interface Caller {
  /** `nobody` while something is needed: a session that is not complete has no rights and sees nothing (SEC-ID-10). */
  readonly actor: Actor;
  readonly session: Id | null;
  readonly account: Id | null;
  readonly needs?: Needs;
  /** Why a session that was shown no longer counts. */
  readonly ended?: SessionEnd | 'address-not-declared';
}

export const stranger = (address: string | null, ended?: Caller['ended']): Caller => ({
  actor: nobody(address),
  session: null,
  account: null,
  ...(ended ? { ended } : {}),
});

/** An officer's session ends sooner than anybody else's. */
export const limitsFor = (roles: readonly string[], settings: IdentitySettings): SessionLimits =>
  roles.some(isOfficerRole) ? settings.sessions.administrator : settings.sessions.staff;

/**
 * From what the store says of a session to who acts. Pure: the same rows at the same moment give the same caller.
 * @param activeAt the last activity known, here or in the store
 * @param officerMayComeFrom whether the three officers may work from this address (SEC-TA-07)
 */
export function callerOfSession(
  found: FoundSession | null,
  {
    settings,
    now,
    activeAt,
    address,
    officerMayComeFrom,
  }: {
    settings: IdentitySettings;
    now: Date;
    activeAt: Date;
    address: string | null;
    officerMayComeFrom: (address: string | null) => boolean;
  },
): Caller {
  if (!found) return stranger(address);
  const { session, account, post, grants } = found;
  const roles = grants.map((grant) => grant.role);
  const end = sessionEnd(
    {
      openedAt: new Date(session.openedAt),
      activeAt,
      ended: session.endedAt !== null,
      accountActive: account.state === 'active',
      postLost: session.post !== null && post === null,
    },
    limitsFor(roles, settings),
    now,
  );
  if (end) return stranger(address, end);
  if (roles.some(isOfficerRole) && !officerMayComeFrom(address)) return stranger(address, 'address-not-declared');
  const needs = needsOf(
    {
      roles,
      factorConfirmed: account.factorConfirmed,
      factorShown: session.factorAt !== null,
      method: session.method,
      mustChange: account.mustChange,
      passwordAt: account.passwordAt === null ? null : new Date(account.passwordAt),
    },
    settings,
    now,
  );
  if (needs) return { ...stranger(address), session: session.id, account: account.id, needs };
  return {
    session: session.id,
    account: account.id,
    actor: {
      ...nobody(address),
      kind: 'person',
      person: account.person,
      account: account.id,
      name: account.name,
      post: post && { id: post.id, title: post.title, rank: post.rank },
      unit: post?.unit ?? account.unit,
      standInFor: session.standInFor,
      grants,
      session: session.id,
      factorAt: session.factorAt === null ? null : new Date(session.factorAt),
    },
  };
}

/** A machine acts with those of its account's rights that the key names. */
export function callerOfKey(found: FoundKey | null, address: string | null): Caller {
  if (!found || found.account.state !== 'active' || found.account.kind === 'person' || found.account.kind === 'job')
    return stranger(address);
  const { account, grants, key } = found;
  return {
    session: null,
    account: account.id,
    actor: {
      ...nobody(address),
      kind: account.kind,
      account: account.id,
      name: account.name,
      unit: account.unit,
      grants: grants.filter((grant) => key.scope.includes(grant.role)),
    },
  };
}

/** The account itself, proved just now and without any right: it opens its session, sets its password, keeps its factor. */
export const selfOf = (
  account: { id: Id; person: Id | null; name: string; unit: Id },
  address: string | null,
  session: Id | null = null,
): Actor => ({
  ...nobody(address),
  kind: 'person',
  person: account.person,
  account: account.id,
  name: account.name,
  unit: account.unit,
  session,
});
