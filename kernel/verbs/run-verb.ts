import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { actorKey, stepIn } from '../database/step-in.ts';
import { sendPlain, together, type Statement } from '../database/send.ts';
import { type Tx, txOn } from '../database/tx.ts';
import type { FactDraft } from '../fact-type.ts';
import { isId, newId, type Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { appendFacts, type FactRow } from '../record/append-facts.ts';
import { isRefusal, notFound, refuse, Refused, type Refusal } from '../refusal.ts';
import { mayAt, mayCome, personsOf, scopeOf } from '../rights/rights.ts';
import type { VerbAnswer } from '../room.ts';
import { witnessOverdue } from '../witness/witness-grace.ts';
import { contextFor } from './context-for.ts';
import type { AnyVerb, Place } from './verb.ts';

export interface RunVerb {
  readonly name: string;
  readonly input: unknown;
  readonly actor: Actor;
  /** Made by the client; the same id gives the same answer once and for days (SEC-BI-01). */
  readonly requestId: Id;
  /** The fact that made a follower or job act. */
  readonly cause?: Id;
}

/** Codes of PostgreSQL that mean: nothing is wrong, try the whole transaction again. */
const again = new Set(['40001', '40P01']);
const worded: Readonly<Record<string, () => Refusal>> = {
  '23505': () => refuse('already-there', {}, { status: 409 }),
  '23503': () => notFound(),
  '23P01': () => refuse('already-taken', {}, { status: 409 }),
  '55P03': () => refuse('busy', {}, { status: 503 }),
  '57014': () => refuse('took-too-long', {}, { status: 503 }),
  '42501': () => notFound(),
  '53100': () => refuse('storage-full', {}, { status: 507 }),
  // Raised by the trigger that keeps the three officers apart (0004-identity.sql).
  OG001: () => refuse('officers-apart', {}, { status: 409 }),
};

/**
 * The one way anything changes: right, same-request, load, decide, save, append, answer; one transaction (exemplars 3).
 * @returns the answer, or the refusal; faults throw
 */
export async function runVerb(kernel: Kernel, run: RunVerb): Promise<VerbAnswer | Refusal> {
  const verb = kernel.verbs.get(run.name);
  if (!verb) return notFound();
  const refused = admit(kernel, verb, run);
  if (refused) return refused;
  const parsed = verb.input.safeParse(run.input);
  if (!parsed.success) {
    return recordRefusal(
      kernel,
      verb,
      run,
      refuse('input-not-fitting', { fields: fieldsOf(parsed.error) }, { status: 422 }),
    );
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await once(kernel, verb, run, parsed.data);
      return isRefusal(answer) ? await recordRefusal(kernel, verb, run, answer) : answer;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (again.has(code) && attempt < 4) continue;
      if (error instanceof Refused) return recordRefusal(kernel, verb, run, error.refusal);
      const known = worded[code];
      if (known) return recordRefusal(kernel, verb, run, known());
      throw error;
    }
  }
}

function admit(kernel: Kernel, verb: AnyVerb, { actor, requestId }: RunVerb): Refusal | undefined {
  if (!isId(requestId)) return refuse('request-id-missing', {}, { status: 400 });
  if (actor.kind === 'nobody' && !verb.who.includes('anyone')) return refuse('not-signed-in', {}, { status: 401 });
  if (!mayCome(actor, verb.who)) return refuse('not-your-right', {}, { status: 403 });
  const aside = kernel.setAside();
  if (aside !== null) return refuse('storage-full', { why: aside }, { status: 507 });
  return undefined;
}

export const fieldsOf = (error: z.ZodError) =>
  error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: issue.message, code: issue.code }));

async function once(kernel: Kernel, verb: AnyVerb, run: RunVerb, input: unknown): Promise<VerbAnswer | Refusal> {
  const { actor, requestId } = run;
  const inputHash = hashOf(verb, input);
  const client = await kernel.pool.connect();
  let broken: Error | undefined;
  try {
    const { holds, asked } = await stepIn(client, {
      node: kernel.node,
      room: verb.name.slice(0, verb.name.indexOf('.')),
      actor,
      scope: scopeOf(actor, verb.who),
      audit: false,
      readOnly: false,
      object: verb.object?.(input),
      andAsk: remembered(kernel, requestId),
    });
    const before = asked[0] as Remembered | undefined;
    if (before) {
      await client.query('rollback');
      return sameAnswer(before, verb, inputHash);
    }
    const context = contextFor(kernel, actor, requestId);
    const tx = txOn(client);
    const after: After = {};
    const answer = await act(kernel, verb, run, input, inputHash, tx, context, holds, after);
    if (isRefusal(answer)) {
      await client.query('rollback');
      return answer;
    }
    await sendPlain(client, 'commit');
    if (after.queued) await kernel.queue(after.queued.job, after.queued.asked);
    return answer;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault;
    });
    if ((error as { code?: string; constraint?: string }).constraint === 'request_pkey')
      return rememberedElsewhere(kernel, verb, run, inputHash);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** What is to happen once the act is committed. */
interface After {
  queued?: { readonly job: string; readonly asked: Readonly<Record<string, unknown>> } | undefined;
}

interface Remembered {
  verb: string;
  input_hash: Buffer;
  answer: VerbAnswer;
}

const remembered = (kernel: Kernel, requestId: Id): Statement => ({
  name: 'remembered',
  text: 'select verb, input_hash, answer from kernel.request where node_id = $1 and id = $2',
  values: [kernel.node, requestId],
});

const hashOf = (verb: AnyVerb, input: unknown): Buffer =>
  createHash('sha256')
    .update(verb.name)
    .update('\0')
    .update(JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)) ?? '')
    .digest();

function sameAnswer(before: Remembered, verb: AnyVerb, inputHash: Buffer): VerbAnswer | Refusal {
  if (before.verb !== verb.name || !inputHash.equals(before.input_hash))
    return refuse('request-id-reused', {}, { status: 422 });
  return before.answer;
}

/** Two identical requests ran side by side: the slower one answers what the quicker one did; another person's id is refused. */
async function rememberedElsewhere(
  kernel: Kernel,
  verb: AnyVerb,
  run: RunVerb,
  inputHash: Buffer,
): Promise<VerbAnswer | Refusal> {
  const client = await kernel.pool.connect();
  try {
    const { asked } = await stepIn(client, {
      node: kernel.node,
      room: 'kernel',
      actor: run.actor,
      scope: { exact: [], below: [] },
      audit: false,
      readOnly: true,
      andAsk: remembered(kernel, run.requestId),
    });
    await client.query('rollback');
    const [before] = asked as Remembered[];
    return before ? sameAnswer(before, verb, inputHash) : refuse('request-id-reused', {}, { status: 422 });
  } finally {
    client.release();
  }
}

async function act(
  kernel: Kernel,
  verb: AnyVerb,
  run: RunVerb,
  input: unknown,
  inputHash: Buffer,
  tx: Tx,
  context: Context,
  holds: boolean,
  after: After,
): Promise<VerbAnswer | Refusal> {
  const known: unknown = await verb.load(tx, input, context);
  const places = [verb.at(known, input, context)].flat();
  const [place] = places as [Place, ...Place[]];
  if (
    kernel.applicationWall &&
    !places.every((each) => mayAt(run.actor, verb.who, each, context.organisation, { holds }))
  ) {
    // What row-level security let through by another path is still not this role's to touch; of a thing it is not even said that it is there.
    return verb.who.includes('self') || verb.object || verb.on ? notFound() : refuse('not-your-right', {}, { status: 403 });
  }
  await openOwn(tx, verb, run.actor, place, holds, verb.object?.(input));
  if (verb.legalEvidence && witnessOverdue(kernel.witness, context))
    return refuse('witness-silent', {}, { status: 503 });
  if (verb.freshFactor) {
    const minutes = context.standards.numberOn(
      'kernel.re-authentication',
      context.today,
      context.organisation.place(place.unit),
    );
    const shown = run.actor.factorAt?.getTime() ?? 0;
    if (run.actor.kind === 'person' && context.now.getTime() - shown > minutes * 60_000)
      return refuse('factor-not-fresh', { minutes }, { status: 403 });
  }
  const decision = verb.decide(known, input, context);
  if (isRefusal(decision)) return decision;
  const facts: readonly FactDraft[] = 'facts' in decision ? decision.facts : decision;
  const result: unknown = 'facts' in decision ? decision.result : undefined;
  for (const fact of facts) fact.definition.body.parse(fact.body);
  after.queued = verb.queues?.(known, input, context);
  const answer: VerbAnswer = {
    facts: facts.map(({ id, type, object }) => ({ id, type, object })),
    ...(result === undefined ? {} : { result }),
  };
  const kept = verb.secrets?.length ? { facts: answer.facts } : answer;
  // Request, Record and rows leave in one piece. The request goes first: the same one beside this waits there, and takes its answer.
  await together([
    tx.named(
      'remember-request',
      'insert into kernel.request (id, actor, verb, input_hash, answer) values ($1, $2, $3, $4, $5)',
      [run.requestId, actorKey(run.actor), verb.name, inputHash, JSON.stringify(kept)],
    ),
    appendFacts(
      tx,
      facts.map((fact) => factRow(fact, verb, run, context)),
      kernel.crypto,
    ),
    save(kernel, verb, tx, known, input, facts, context),
  ]);
  return answer;
}

/**
 * Somebody acting on their own thing may give it away: the row must still be writable when it is no longer theirs. The right was judged
 * just now, so exactly this object is opened, for this transaction.
 */
async function openOwn(
  tx: Tx,
  verb: AnyVerb,
  actor: Actor,
  place: Place,
  holds: boolean,
  object: Id | undefined,
): Promise<void> {
  if (
    object === undefined ||
    holds ||
    !verb.who.includes('self') ||
    place.person == null ||
    !personsOf(actor).includes(place.person)
  )
    return;
  await tx.named('open-own', "select set_config('opengoa.objects', $1, true)", [object]);
}

async function save(
  kernel: Kernel,
  verb: AnyVerb,
  tx: Tx,
  known: unknown,
  input: unknown,
  facts: readonly FactDraft[],
  context: Context,
): Promise<void> {
  for (const fact of facts) await saveOf(kernel, fact).save(tx, fact, context);
  await verb.also?.(tx, known, input, context);
}

function saveOf(kernel: Kernel, fact: FactDraft) {
  const save = kernel.saves.get(fact.type);
  if (!save) throw new Error(`fact ${fact.type} has no save`);
  return save;
}

export function factRow(
  fact: FactDraft,
  verb: { name: string },
  run: Pick<RunVerb, 'actor' | 'requestId' | 'cause'>,
  context: Context,
): FactRow {
  return {
    ...actorColumns(run.actor),
    id: fact.id,
    happenedAt: fact.happenedAt ?? context.now,
    unit: fact.unit,
    verb: verb.name,
    type: fact.type,
    objectKind: fact.object.kind,
    objectId: fact.object.id,
    outcome: 'done',
    refusal: null,
    why: fact.why ?? null,
    requestId: run.requestId,
    cause: run.cause ?? null,
    corrects: fact.corrects ?? null,
    facets: fact.facets ?? null,
    body: fact.body,
    subject: fact.subject ?? null,
    personal: fact.definition.personal,
  };
}

const actorColumns = (actor: Actor) => ({
  actorKind: actor.kind,
  person: actor.person,
  personName: actor.name,
  standInFor: actor.standInFor,
  actorUnit: actor.unit,
  post: actor.post?.id ?? null,
  postTitle: actor.post?.title ?? null,
  address: actor.address,
});

/** A refusal of somebody known is a fact too (SEC-RE-01); strangers' noise is counted by sign-in and metrics instead. */
async function recordRefusal(kernel: Kernel, verb: AnyVerb, run: RunVerb, refusal: Refusal): Promise<Refusal> {
  const unit = run.actor.unit;
  if (run.actor.kind === 'nobody' || unit === null || refusal.status >= 500) return refusal;
  const client: pg.PoolClient = await kernel.pool.connect();
  try {
    const context = contextFor(kernel, run.actor, run.requestId);
    await stepIn(client, {
      node: kernel.node,
      room: 'kernel',
      actor: run.actor,
      scope: { exact: [unit], below: [] },
      audit: false,
      readOnly: false,
    });
    await appendFacts(txOn(client), [
      {
        ...actorColumns(run.actor),
        id: newId(),
        happenedAt: context.now,
        unit,
        verb: verb.name,
        type: 'kernel.Refused',
        objectKind: 'verb',
        objectId: run.requestId,
        outcome: 'refused',
        refusal: refusal.code,
        why: null,
        requestId: run.requestId,
        cause: run.cause ?? null,
        corrects: null,
        facets: null,
        body: { status: refusal.status },
        subject: null,
        personal: [],
      },
    ]);
    await client.query('commit');
  } finally {
    client.release();
  }
  return refusal;
}
