import { nobody } from '../actor.ts';
import { type Id, newId } from '../id.ts';
import { refuse, Refused, type Refusal } from '../refusal.ts';
import { selfOf } from './actor-of-session.ts';
import { SignIn } from './contract.ts';
import { tryFactor } from './try-factor.ts';
import { accountFacts, type AccountFacts, aside, beginSignIn, endSignIn, type Try } from './identity-store.ts';
import { foldedName } from './name-form.ts';
import type { Identity } from './open-identity.ts';
import { isOutdated } from './password-hash.ts';
import { type DoorAnswer, type DoorCaller, followUp, sessionDoor, tooMany } from './session-door.ts';
import { newToken, tokenHash } from './session-token.ts';

/** One sentence for a wrong name, a wrong password, a lock, a disabled account: they cannot be told apart (SEC-ID-09). */
export const signInFailed = (): Refusal => refuse('sign-in-failed', {}, { status: 401 });

export interface Proved {
  readonly account: AccountFacts;
  /** Tries that failed since the last one that did not. */
  readonly failedBefore: number;
  readonly stored: string;
}

/**
 * Proves a name and password. The try is counted before it is made, the comparison is as slow for a name that does not exist, and what
 * follows is the same for every failure.
 * @returns who it is, or the refusal
 * @throws Refused `busy` when the hashing queue is full; the try is taken back then
 */
export async function provePassword(
  identity: Identity,
  name: string,
  password: string,
  caller: DoorCaller,
): Promise<Proved | Refusal> {
  const { kernel, hasher } = identity;
  const now = kernel.clock();
  const settings = identity.settings();
  const address = caller.address ?? 'unknown';
  const tried: Try = { folded: foldedName(name), address, print: identity.printOf(password), at: now };
  const begun = await aside(kernel, null, (tx) => beginSignIn(tx, tried, settings.signIn));
  if (begun.verdict === 'too-many') return tooMany(begun.free_at, now);
  let right: boolean;
  try {
    right =
      begun.stored === null
        ? await hasher.matchesNothing(password, settings.cost, address)
        : await hasher.matches(password, begun.stored, address);
  } catch (error) {
    await aside(kernel, null, (tx) => endSignIn(tx, tried, 'untried'));
    throw error;
  }
  const account = begun.account_id;
  const { ended, facts } = await aside(kernel, null, async (tx) => ({
    ended: await endSignIn(tx, tried, right ? 'right' : 'wrong'),
    facts: await accountFacts(tx, account ?? newId()),
  }));
  if (right && facts) return { account: facts, failedBefore: ended.failed_before, stored: begun.stored! };
  await noteFailure(identity, caller, {
    account,
    what: 'password',
    locked: ended.locked,
    sprayed: begun.verdict === 'sprayed',
  });
  return signInFailed();
}

/** A failed try becomes a fact of the Record. */
export async function noteFailure(
  identity: Identity,
  caller: DoorCaller,
  failure: { account: Id | null; what: 'password' | 'factor' | 'oidc'; locked: boolean; sprayed: boolean },
): Promise<void> {
  await followUp(identity, 'kernel.count-failed-sign-in', failure, nobody(caller.address));
}

/** Opens a session for a proved account. */
export async function beginSession(
  identity: Identity,
  account: AccountFacts,
  caller: DoorCaller,
  how: { method: 'password' | 'oidc'; factor: boolean; failedBefore: number },
): Promise<DoorAnswer> {
  const token = newToken();
  const answer = await followUp(
    identity,
    'kernel.open-session',
    { id: newId(), tokenHash: tokenHash(token).toString('hex'), agent: caller.agent?.slice(0, 300) ?? null, ...how },
    selfOf(account, caller.address),
  );
  return { ...answer, token };
}

/** 登录. With a second factor the code may come along; without it the session waits for `kernel.show-second-factor`. */
export const signIn = sessionDoor({
  name: 'kernel.sign-in',
  title: { zh: '登录', en: 'Sign in' },
  input: SignIn,
  who: 'anyone',
  refusals: ['sign-in-failed', 'too-many-tries', 'busy'],
  async open(identity, { name, password, code }, caller) {
    const proved = await provePassword(identity, name, password, caller);
    if ('refused' in proved) return proved;
    const { account, failedBefore, stored } = proved;
    let factor = false;
    if (account.factorConfirmed && code !== undefined) {
      const shown = await tryFactor(identity, account.id, code);
      if (shown.verdict !== 'right') {
        await noteFailure(identity, caller, {
          account: account.id,
          what: 'factor',
          locked: shown.verdict === 'locked',
          sprayed: false,
        });
        return signInFailed();
      }
      factor = true;
    }
    await raiseCost(identity, account, password, stored, caller);
    return beginSession(identity, account, caller, { method: 'password', factor, failedBefore });
  },
});

/** A password stored at an older cost is stored anew while it is at hand (SEC-ID-05). Not when the server is busy: next time will do. */
async function raiseCost(
  identity: Identity,
  account: AccountFacts,
  password: string,
  stored: string,
  caller: DoorCaller,
): Promise<void> {
  const { cost } = identity.settings(account.unit);
  if (!isOutdated(stored, cost)) return;
  try {
    const anew = await identity.hasher.store(password, cost, caller.address ?? '');
    await followUp(identity, 'kernel.set-password', { stored: anew, why: 'restored' }, selfOf(account, caller.address));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}
