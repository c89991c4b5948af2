import { refuse, Refused } from '../refusal.ts';
import type { Actor } from '../actor.ts';
import { type Caller, selfOf } from './actor-of-session.ts';
import { findActor } from './find-actor.ts';
import { accountFacts, type AccountFacts, aside } from './identity-store.ts';
import type { Identity } from './open-identity.ts';
import type { DoorCaller } from './session-door.ts';

export interface OwnSession {
  readonly caller: Caller;
  readonly account: AccountFacts;
  readonly session: string;
  /** The account without its rights, in its session: all that a door needs. */
  readonly self: Actor;
}

/**
 * The session a door is opened with, asked of the store anew. It may be one that still lacks its factor or password.
 * @throws Refused `not-signed-in`
 */
export async function ownSession(identity: Identity, from: DoorCaller): Promise<OwnSession> {
  identity.forget();
  const caller = await findActor(identity, from.token, from.address);
  const { session, account: id } = caller;
  const account = id === null ? null : await aside(identity.kernel, null, (tx) => accountFacts(tx, id));
  if (session === null || !account) throw new Refused(refuse('not-signed-in', {}, { status: 401 }));
  return { caller, account, session, self: selfOf(account, from.address, session) };
}
