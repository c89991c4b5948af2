import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { newId, type Id } from '../id.ts';
import { fieldsOf } from '../verbs/issue-words.ts';
import { isRefusal, refuse, Refused, type Refusal } from '../refusal.ts';
import type { VerbAnswer } from '../room.ts';
import { runVerb } from '../verbs/run-verb.ts';
import type { Words } from '../words.ts';
import type { Identity } from './open-identity.ts';

/** Where a request to prove oneself comes from. */
export interface DoorCaller {
  /** The token of the session cookie, if one came. */
  readonly token?: string | undefined;
  readonly address: string | null;
  /** The browser's own description, for the list of one's sessions. */
  readonly agent: string | null;
  /** The sealed half of a sign-in at another provider, from its own short-lived cookie. */
  readonly pending?: string | undefined;
}

export interface DoorAnswer extends VerbAnswer {
  /** A new token for the cookie; null takes the cookie away; absent leaves it. */
  readonly token?: string | null;
  /** The same for the cookie of a sign-in at another provider. */
  readonly pending?: string | null;
}

/**
 * A door behind which somebody proves who they are. It is served like a verb, `POST /api/verbs/<name>`, and is none: it hashes and counts
 * outside of any transaction, changes the cookie, and runs an internal verb under the identity it proved. No secret goes further than
 * this door, and its answer is never remembered.
 */
export interface SessionDoor<Input = never> {
  readonly name: string;
  readonly title: Words;
  readonly input: z.ZodType<Input>;
  /** `anyone`, or `session`: a session is needed, if only one that has yet to show its factor. */
  readonly who: 'anyone' | 'session';
  readonly refusals: readonly string[];
  readonly result?: z.ZodType;
  open(identity: Identity, input: Input, caller: DoorCaller): Promise<DoorAnswer | Refusal>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a list holds doors of every input; each is checked where it is defined
export type AnySessionDoor = SessionDoor<any>;

export const sessionDoor = <Input>(door: SessionDoor<Input>): SessionDoor<Input> => door;

/** Opens a door with what came over the line. */
export async function openDoor(
  identity: Identity,
  door: AnySessionDoor,
  input: unknown,
  caller: DoorCaller,
): Promise<DoorAnswer | Refusal> {
  const parsed = door.input.safeParse(input);
  if (!parsed.success) return refuse('input-not-fitting', { fields: fieldsOf(parsed.error, input) }, { status: 422 });
  const aside = identity.kernel.setAside();
  if (aside !== null) return refuse('storage-full', { why: aside }, { status: 507 });
  try {
    return await door.open(identity, parsed.data, caller);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  } finally {
    identity.forget();
  }
}

/** Runs the verb that follows the proof. The client's own request id stays with the door: a door's answer is not repeated. */
export async function followUp(
  identity: Identity,
  name: string,
  input: unknown,
  actor: Actor,
  requestId: Id = newId(),
): Promise<VerbAnswer> {
  const answer = await runVerb(identity.kernel, { name, input, actor, requestId });
  if (isRefusal(answer)) throw new Refused(answer);
  return answer;
}

export const tooMany = (freeAt: Date | null, now: Date): Refusal =>
  refuse(
    'too-many-tries',
    { retryAfter: Math.max(1, Math.ceil(((freeAt ?? now).getTime() - now.getTime()) / 1000)) },
    { status: 429 },
  );
