import type pg from 'pg';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { sendPlain, together } from '../database/send.ts';
import { behind, stepIn } from '../database/step-in.ts';
import { type Tx, txOn } from '../database/tx.ts';
import type { FactDraft } from '../fact-type.ts';
import { isId, newId, type Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { appendFacts } from '../record/append-facts.ts';
import type { FactRow } from '../record/fact-row.ts';
import { isRefusal, notFound, refuse, Refused, type Refusal } from '../refusal.ts';
import { mayAt, mayCome, personsOf, scopeOf } from '../rights/rights.ts';
import { staleFactor } from '../rights/stale-factor.ts';
import type { VerbAnswer } from '../room.ts';
import { witnessOverdue } from '../witness/witness-grace.ts';
import { markedField } from '../classes/secrecy-marks.ts';
import { contextFor } from './context-for.ts';
import { fieldsOf } from './issue-words.ts';
import { keepAct } from './keep-act.ts';
import { type Asked, hashOf, rememberedOn } from './remembered.ts';
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
  const fit = fitting(verb, run);
  if (isRefusal(fit)) return recordRefusal(kernel, verb, run, fit);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await once(kernel, verb, run, fit.data);
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

/** The input as the verb takes it, or why it does not: its shape, and no mark of secrecy in what a person wrote (SEC-DC-02). */
export function fitting(
  verb: AnyVerb,
  { input, actor }: Pick<RunVerb, 'input' | 'actor'>,
): { data: unknown } | Refusal {
  const parsed = verb.input.safeParse(input);
  if (!parsed.success) return refuse('input-not-fitting', { fields: fieldsOf(parsed.error, input) }, { status: 422 });
  const marked = actor.kind === 'person' ? markedField(parsed.data, verb.secrets) : undefined;
  return marked === undefined
    ? { data: parsed.data as unknown }
    : refuse('state-secret-mark', { field: marked }, { status: 422 });
}

export function admit(kernel: Kernel, verb: AnyVerb, { actor, requestId }: RunVerb): Refusal | undefined {
  if (!isId(requestId)) return refuse('request-id-missing', {}, { status: 400 });
  if (actor.kind === 'nobody' && !verb.who.includes('anyone')) return refuse('not-signed-in', {}, { status: 401 });
  if (!mayCome(actor, verb.who)) return refuse('not-your-right', {}, { status: 403 });
  const aside = kernel.setAside();
  if (aside !== null) return refuse('storage-full', { why: aside }, { status: 507 });
  return undefined;
}

/**
 * One try, one transaction. Nothing is waited for that need not be: what the verb loads is asked right behind the opening of the transaction,
 * and an act that loads nothing is over in one round trip.
 */
async function once(kernel: Kernel, verb: AnyVerb, run: RunVerb, input: unknown): Promise<VerbAnswer | Refusal> {
  const { actor, requestId } = run;
  const asked: Asked = { verb, actor, requestId, inputHash: hashOf(verb, input, kernel.crypto) };
  const client = await kernel.pool.connect();
  let broken: Error | undefined;
  try {
    const object = verb.object?.(input);
    const stepping = stepIn(client, {
      node: kernel.node,
      room: verb.name.slice(0, verb.name.indexOf('.')),
      actor,
      scope: scopeOf(actor, verb.who),
      audit: false,
      readOnly: false,
      object,
    });
    const context = contextFor(kernel, actor, requestId);
    const tx = txOn(client, kernel.crypto);
    const known: unknown = await behind(stepping, async () => verb.load(tx, input, context));
    // Whether a task opens the object is known by then: it was asked before what was loaded.
    const { holds } = object === undefined ? { holds: false } : await stepping;
    const decided = decide(kernel, verb, run, input, context, known, holds);
    if (isRefusal(decided)) {
      await stepping;
      await sendPlain(client, 'rollback');
      return (await rememberedOn(client, kernel, asked)) ?? decided;
    }
    const { place, facts, answer } = decided;
    const queued = verb.queues?.(known, input, context);
    await keepAct(kernel, client, tx, {
      asked,
      answer,
      facts,
      rows: facts.map((fact) => factRow(fact, verb, run, context)),
      context,
      also: verb.also && (() => verb.also!(tx, known, input, context, kernel.crypto)),
      before: [stepping, openOwn(tx, verb, actor, place, holds, object)],
    });
    if (queued) await kernel.queue(queued.job, queued.asked);
    return answer;
  } catch (error) {
    await sendPlain(client, 'rollback').catch((fault: Error) => {
      broken = fault;
    });
    // The same request was quicker, or was done before and left nothing to load: its answer is the answer.
    const collided = (error as { constraint?: string }).constraint === 'request_pkey';
    if (!broken && (collided || error instanceof Refused)) {
      const before = await rememberedOn(client, kernel, asked);
      if (before) return before;
      if (collided) return refuse('request-id-reused', {}, { status: 422 });
    }
    throw error;
  } finally {
    client.release(broken);
  }
}

export interface Decided {
  readonly place: Place;
  readonly facts: readonly FactDraft[];
  readonly answer: VerbAnswer;
}

/** Right, conditions of the verb, and its own decision: from what is known, without asking anything more. */
export function decide(
  kernel: Kernel,
  verb: AnyVerb,
  run: RunVerb,
  input: unknown,
  context: Context,
  known: unknown,
  holds: boolean,
): Decided | Refusal {
  const places = [verb.at(known, input, context)].flat();
  const [place] = places as [Place, ...Place[]];
  if (
    kernel.applicationWall &&
    !places.every((each) => mayAt(run.actor, verb.who, each, context.organisation, { holds }))
  ) {
    // What row-level security let through by another path is still not this role's to touch; of a thing it is not even said that it is there.
    return verb.who.includes('self') || verb.object || verb.on
      ? notFound()
      : refuse('not-your-right', {}, { status: 403 });
  }
  if (verb.legalEvidence && witnessOverdue(kernel.witness, context))
    return refuse('witness-silent', {}, { status: 503 });
  if (verb.freshFactor) {
    const minutes = context.standards.numberOn(
      'kernel.re-authentication',
      context.today,
      context.organisation.place(place.unit),
    );
    const stale = run.actor.kind === 'person' && staleFactor(run.actor, context.now, minutes);
    if (stale) return stale;
  }
  const decision = verb.decide(known, input, context);
  if (isRefusal(decision)) return decision;
  const facts: readonly FactDraft[] = 'facts' in decision ? decision.facts : decision;
  const result: unknown = 'facts' in decision ? decision.result : undefined;
  for (const fact of facts) fact.definition.body.parse(fact.body);
  return {
    place,
    facts,
    answer: {
      facts: facts.map(({ id, type, object }) => ({ id, type, object })),
      ...(result === undefined ? {} : { result }),
    },
  };
}

/**
 * Somebody acting on their own thing may give it away: the row must still be writable when it is no longer theirs. The right was judged
 * just now, so exactly this object is opened, for this transaction.
 */
function openOwn(
  tx: Tx,
  verb: AnyVerb,
  actor: Actor,
  place: Place,
  holds: boolean,
  object: Id | undefined,
): Promise<unknown> {
  if (
    object === undefined ||
    holds ||
    !verb.who.includes('self') ||
    place.person == null ||
    !personsOf(actor).includes(place.person)
  )
    return Promise.resolve();
  return tx.named('open-own', "select set_config('opengoa.objects', $1, true)", [object]);
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
export async function recordRefusal(kernel: Kernel, verb: AnyVerb, run: RunVerb, refusal: Refusal): Promise<Refusal> {
  const unit = run.actor.unit;
  if (run.actor.kind === 'nobody' || unit === null || refusal.status >= 500) return refusal;
  const client: pg.PoolClient = await kernel.pool.connect();
  try {
    const context = contextFor(kernel, run.actor, run.requestId);
    const stepping = stepIn(client, {
      node: kernel.node,
      room: 'kernel',
      actor: run.actor,
      scope: { exact: [unit], below: [] },
      audit: false,
      readOnly: false,
    });
    const recording = appendFacts(txOn(client), [
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
    await together([stepping, recording, sendPlain(client, 'commit')]);
  } finally {
    client.release();
  }
  return refusal;
}
