import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Actor } from '../actor.ts';
import type { Crypto } from '../crypto/crypto.ts';
import { sendPlain } from '../database/send.ts';
import { actorKey, stepIn } from '../database/step-in.ts';
import { type Tx, txOn } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { VerbAnswer } from '../room.ts';
import type { AnyVerb } from './verb.ts';

/** What a client asked under its own id, as it is compared when the id comes again. */
export interface Asked {
  readonly verb: AnyVerb;
  readonly actor: Actor;
  readonly requestId: Id;
  readonly inputHash: Buffer;
}

interface Remembered {
  readonly verb: string;
  readonly input_hash: Buffer;
  readonly answer: VerbAnswer;
}

/**
 * Another secret is another body, yet whoever reads the store must not try words against the hash of one: it goes in under a key of the
 * program.
 */
export const hashOf = (verb: AnyVerb, input: unknown, crypto: Pick<Crypto, 'mac'>): Buffer =>
  createHash('sha256')
    .update(verb.name)
    .update('\0')
    .update((verb.secrets?.length ? undefined : plainText(input)) ?? hashedText(verb, input, crypto))
    .digest();

/** What has neither secrets nor big numbers, as most of what comes in by the thousand: the same text without a look at each of its fields. */
function plainText(input: unknown): string | undefined {
  try {
    return JSON.stringify(input) as string | undefined;
  } catch {
    return undefined;
  }
}

const hashedText = (verb: AnyVerb, input: unknown, crypto: Pick<Crypto, 'mac'>): string =>
  (JSON.stringify(input, (key, value: unknown) =>
    verb.secrets?.includes(key) && value !== null && value !== undefined
      ? crypto.mac(`request ${verb.name} ${key} ${JSON.stringify(value)}`, 'credential')
      : typeof value === 'bigint'
        ? value.toString()
        : value,
  ) as string | undefined) ?? '';

/** Keeps the answer in the act's own transaction. The same id beside it waits here, and then collides: `request_pkey`. */
export const remember = (tx: Tx, { verb, actor, requestId, inputHash }: Asked, answer: VerbAnswer): Promise<unknown> =>
  tx.named(
    'remember-request',
    'insert into kernel.request (id, actor, verb, input_hash, answer) values ($1, $2, $3, $4, $5)',
    [
      requestId,
      actorKey(actor),
      verb.name,
      inputHash,
      JSON.stringify(verb.secrets?.length ? { facts: answer.facts } : answer),
    ],
  );

/** The same for many acts in one statement. An id that is there already makes it fail, and with it all of them. */
export const rememberAll = (
  tx: Tx,
  acts: readonly { readonly asked: Asked; readonly answer: VerbAnswer }[],
): Promise<unknown> =>
  tx.named(
    'remember-requests',
    `insert into kernel.request (id, actor, verb, input_hash, answer)
     select id, $2, $3, input_hash, answer from unnest($1::uuid[], $4::bytea[], $5::json[]) as r (id, input_hash, answer)`,
    [
      acts.map(({ asked }) => asked.requestId),
      actorKey(acts[0]!.asked.actor),
      acts[0]!.asked.verb.name,
      acts.map(({ asked }) => asked.inputHash),
      acts.map(({ asked, answer }) => JSON.stringify(asked.verb.secrets?.length ? { facts: answer.facts } : answer)),
    ],
  );

/** The answer given before under this id; undefined when there is none that this actor may see. */
async function rememberedIn(tx: Tx, { verb, requestId, inputHash }: Asked): Promise<VerbAnswer | Refusal | undefined> {
  const [before] = await tx.named<Remembered>(
    'remembered',
    'select verb, input_hash, answer from kernel.request where node_id = kernel.node() and id = $1',
    [requestId],
  );
  if (!before) return undefined;
  return before.verb === verb.name && inputHash.equals(before.input_hash)
    ? before.answer
    : refuse('request-id-reused', {}, { status: 422 });
}

/** Looks in a transaction of its own, on a connection whose last one is over. */
export async function rememberedOn(
  client: pg.ClientBase,
  kernel: Kernel,
  asked: Asked,
): Promise<VerbAnswer | Refusal | undefined> {
  await stepIn(client, {
    node: kernel.node,
    room: 'kernel',
    actor: asked.actor,
    scope: { exact: [], below: [] },
    audit: false,
    readOnly: true,
  });
  const before = await rememberedIn(txOn(client), asked);
  await sendPlain(client, 'rollback');
  return before;
}
