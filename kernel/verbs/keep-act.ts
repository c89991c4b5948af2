import type pg from 'pg';
import type { Context } from '../context.ts';
import { isWhole, sendPlain, together } from '../database/send.ts';
import type { Tx } from '../database/tx.ts';
import type { FactDraft } from '../fact-type.ts';
import type { Kernel } from '../kernel.ts';
import { appendFacts } from '../record/append-facts.ts';
import type { FactRow } from '../record/fact-row.ts';
import type { VerbAnswer } from '../room.ts';
import { type Asked, remember } from './remembered.ts';

export interface Act {
  readonly asked: Asked;
  readonly answer: VerbAnswer;
  readonly facts: readonly FactDraft[];
  readonly rows: readonly FactRow[];
  readonly context: Context;
  /** What the verb does beside its facts, once they are saved. */
  readonly also: (() => Promise<void>) | undefined;
  /** Sent before this in the same transaction, and not yet answered. */
  readonly before: readonly Promise<unknown>[];
}

/**
 * Remembers the request, appends to the Record, saves the rows and commits. Everything leaves in one piece as far as it is known beforehand;
 * the commit too, where every save is a single statement: when one fails, the database passes over those behind it.
 * The request goes first: the same one beside this waits there, and takes its answer.
 */
export async function keepAct(kernel: Kernel, client: pg.ClientBase, tx: Tx, act: Act): Promise<void> {
  const remembering = remember(tx, act.asked, act.answer);
  const recording = appendFacts(tx, act.rows, kernel.crypto);
  const saves = saveAll(kernel, tx, act);
  const known = saves.whole && isWhole(recording);
  const committing = known ? sendPlain(client, 'commit') : undefined;
  await together([...act.before, remembering, recording, saves.done, ...(committing ? [committing] : [])]);
  if (!known) await sendPlain(client, 'commit');
}

/** Saves in the order of the facts. `whole` when everything there is to send has been sent on return. */
function saveAll(
  kernel: Kernel,
  tx: Tx,
  { facts, context, also }: Act,
): { readonly whole: boolean; readonly done: Promise<unknown> } {
  const sent: Promise<unknown>[] = [];
  const runs = runsOf(kernel, facts);
  let at = 0;
  for (; at < runs.length; at += 1) {
    const saving = save(kernel, tx, runs[at]!, context);
    sent.push(saving);
    if (!isWhole(saving)) break;
  }
  if (at === runs.length && also === undefined) return { whole: true, done: together(sent) };
  const rest = async () => {
    await together(sent);
    for (const run of runs.slice(at + 1)) await save(kernel, tx, run, context);
    await also?.();
  };
  return { whole: false, done: rest() };
}

/** Facts one by one, but for neighbours of a kind that knows how to save many in one statement. */
function runsOf(kernel: Kernel, facts: readonly FactDraft[]): FactDraft[][] {
  const runs: FactDraft[][] = [];
  for (const fact of facts) {
    const last = runs.at(-1);
    if (last?.[0]!.type === fact.type && kernel.saves.get(fact.type)?.saveMany) last.push(fact);
    else runs.push([fact]);
  }
  return runs;
}

function save(kernel: Kernel, tx: Tx, run: readonly FactDraft[], context: Context): Promise<unknown> {
  const [fact] = run as readonly [FactDraft, ...FactDraft[]];
  const kind = kernel.saves.get(fact.type);
  if (!kind) throw new Error(`fact ${fact.type} has no save`);
  try {
    return run.length > 1 ? kind.saveMany!(tx, run, context) : kind.save(tx, fact, context);
  } catch (error) {
    return Promise.reject(error);
  }
}
