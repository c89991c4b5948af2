import { stepIn } from '../database/step-in.ts';
import { nothing, sendPlain, together } from '../database/send.ts';
import { type Tx, txOn } from '../database/tx.ts';
import type { Actor } from '../actor.ts';
import type { FactDraft } from '../fact-type.ts';
import type { Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { isRefusal, Refused, type Refusal } from '../refusal.ts';
import type { VerbAnswer } from '../room.ts';
import { appendFacts } from '../record/append-facts.ts';
import { scopeOf } from '../rights/rights.ts';
import { contextFor } from './context-for.ts';
import { hashOf, rememberAll } from './remembered.ts';
import { admit, decide, type Decided, factRow, fitting, recordRefusal } from './run-verb.ts';
import type { AnyVerb } from './verb.ts';

export interface ManyActs {
  readonly name: string;
  readonly actor: Actor;
  readonly cause?: Id;
  readonly acts: readonly { readonly input: unknown; readonly requestId: Id }[];
}

/**
 * Acts of one verb that know nothing of each other (the rows of a file), in one transaction: each is judged, remembered and on the Record as
 * if it had come alone; what its `decide` refuses stays out and is recorded as a refusal. All of the others happen or none.
 *
 * @returns one answer for each act, in order; or null, with nothing done, where they cannot go together: the verb does more than its facts,
 *   one of the requests came before, or the database objected. They are then run one by one, by `runVerb`.
 */
export async function runVerbs(kernel: Kernel, run: ManyActs): Promise<readonly (VerbAnswer | Refusal)[] | null> {
  const verb = kernel.verbs.get(run.name);
  if (!verb || verb.also || verb.queues || verb.freshFactor) return null;
  const each = run.acts.map((act) => ({
    ...act,
    name: run.name,
    actor: run.actor,
    ...(run.cause ? { cause: run.cause } : {}),
  }));
  if (each.length === 0 || each.some((act) => admit(kernel, verb, act))) return null;
  const judged = each.map((act) => ({ act, input: fitting(verb, act) }));
  const fit = judged.filter(({ input }) => !isRefusal(input));
  if (fit.some(({ input }) => verb.object?.((input as { data: unknown }).data) !== undefined)) return null;
  const done = new Map<Id, VerbAnswer | Refusal>(
    judged.flatMap(({ act, input }) => (isRefusal(input) ? [[act.requestId, input] as const] : [])),
  );
  const inputs = fit.map(({ act, input }) => ({ act, input: (input as { data: unknown }).data }));
  const written = await inOne(kernel, verb, run.actor, inputs);
  if (written === null) return null;
  for (const [id, answer] of written) done.set(id, answer);
  for (const act of each) {
    const answer = done.get(act.requestId)!;
    if (isRefusal(answer)) await recordRefusal(kernel, verb, act, answer);
  }
  return each.map(({ requestId }) => done.get(requestId)!);
}

type Act = Parameters<typeof recordRefusal>[2];
type Fit = { readonly act: Act; readonly input: unknown };

async function inOne(
  kernel: Kernel,
  verb: AnyVerb,
  actor: Actor,
  fit: readonly Fit[],
): Promise<ReadonlyMap<Id, VerbAnswer | Refusal> | null> {
  if (fit.length === 0) return new Map();
  const client = await kernel.pool.connect();
  let broken: Error | undefined;
  try {
    const room = verb.name.slice(0, verb.name.indexOf('.'));
    const stepping = stepIn(client, {
      node: kernel.node,
      room,
      actor,
      scope: scopeOf(actor, verb.who),
      audit: false,
      readOnly: false,
    });
    stepping.catch(() => undefined); // told by what follows it
    const tx = txOn(client, kernel.crypto);
    const context = contextFor(kernel, actor, fit[0]!.act.requestId);
    const known = await loadAll(verb, tx, fit, context);
    await stepping;
    const answers = new Map<Id, VerbAnswer | Refusal>();
    const kept: { act: Act; input: unknown; decided: Decided }[] = [];
    for (const [at, { act, input }] of fit.entries()) {
      const one = known[at];
      const own = { ...context, requestId: act.requestId };
      const decided = isRefusal(one) ? one : decide(kernel, verb, act, input, own, one, false);
      answers.set(act.requestId, isRefusal(decided) ? decided : decided.answer);
      if (!isRefusal(decided)) kept.push({ act, input, decided });
    }
    if (kept.length === 0) {
      await sendPlain(client, 'rollback');
      return answers;
    }
    const facts = kept.flatMap(({ decided }) => decided.facts);
    const rows = kept.flatMap(({ act, decided }) => decided.facts.map((fact) => factRow(fact, verb, act, context)));
    const asked = kept.map(({ act, input, decided }) => ({
      asked: { verb, actor, requestId: act.requestId, inputHash: hashOf(verb, input, kernel.crypto) },
      answer: decided.answer,
    }));
    await together([
      rememberAll(tx, asked),
      appendFacts(tx, rows, kernel.crypto),
      saveEach(kernel, tx, facts, context),
    ]);
    await sendPlain(client, 'commit');
    return answers;
  } catch {
    // One by one each act finds out, and is told, what was in the way of it.
    await sendPlain(client, 'rollback').catch((fault: Error) => {
      broken = fault;
    });
    return null;
  } finally {
    client.release(broken);
  }
}

/** What each act must know, in order; a row that is not there refuses its act alone. */
async function loadAll(
  verb: AnyVerb,
  tx: Tx,
  fit: readonly Fit[],
  context: ReturnType<typeof contextFor>,
): Promise<readonly unknown[]> {
  const inputs = fit.map(({ input }) => input);
  if (verb.loadMany) return verb.loadMany(tx, inputs, context);
  const loaded = await Promise.allSettled(
    inputs.map(async (input) => verb.load(tx, input, context) as Promise<unknown>),
  );
  return loaded.map((each) => {
    if (each.status === 'fulfilled') return each.value;
    if (each.reason instanceof Refused) return each.reason.refusal;
    throw each.reason;
  });
}

/** The saves of all facts: those of one kind in one statement where the kind knows how, the others each as they are. */
async function saveEach(
  kernel: Kernel,
  tx: Tx,
  facts: readonly FactDraft[],
  context: ReturnType<typeof contextFor>,
): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (const [type, some] of Map.groupBy(facts, (fact) => fact.type)) {
    const kind = kernel.saves.get(type);
    if (!kind) throw new Error(`fact ${type} has no save`);
    if (kind.saveMany) sent.push(kind.saveMany(tx, some, context));
    else for (const fact of some) sent.push(kind.save(tx, fact, context));
  }
  await together(sent.length === 0 ? [nothing] : sent);
}
