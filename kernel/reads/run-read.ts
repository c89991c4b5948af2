import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { sendPlain } from '../database/send.ts';
import { behind, stepIn } from '../database/step-in.ts';
import { type Tx, txOn } from '../database/tx.ts';
import { newId } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { isRefusal, notFound, refuse, Refused, type Refusal } from '../refusal.ts';
import { grantsFor, mayAt, mayCome, scopeOf } from '../rights/rights.ts';
import { contextFor } from '../verbs/context-for.ts';
import { fieldsOf } from '../verbs/issue-words.ts';
import type { Offer, WhoWord } from '../verbs/verb.ts';

/** The audit officer of the whole tree sees every fact; one of a part of it sees that part, by scope like everybody. */
const auditsTheNode = (kernel: Kernel, actor: Actor): boolean =>
  grantsFor(actor, ['audit-admin']).some(
    ({ unit, below }) => below && kernel.registers.organisation('').unit(unit)?.parent === null,
  );

/**
 * Opens a read-only transaction that sees what the actor's rights for `who` cover, and always closes it. What `work` asks first leaves in one
 * piece with the opening. `work` calls `over` when it will ask nothing more; the closing then leaves with what was asked last.
 */
export async function reading<T>(
  kernel: Kernel,
  { actor, who, room, object }: { actor: Actor; who: readonly WhoWord[]; room: string; object?: string | undefined },
  work: (tx: Tx, context: Context, holds: boolean, over: () => void) => Promise<T>,
): Promise<T> {
  const client = await kernel.pool.connect();
  let closing: Promise<unknown> | undefined;
  const over = () => {
    closing ??= sendPlain(client, 'rollback').then(
      () => client.release(),
      (fault: Error) => client.release(fault),
    );
  };
  try {
    const stepping = stepIn(client, {
      node: kernel.node,
      room,
      actor,
      scope: scopeOf(actor, who),
      audit: who.includes('audit-admin') && auditsTheNode(kernel, actor),
      readOnly: true,
      object,
    });
    const { holds } = object === undefined ? { holds: false } : await stepping;
    return await behind(stepping, () => work(txOn(client), contextFor(kernel, actor, newId()), holds, over));
  } finally {
    over();
  }
}

/** Which of these verbs this actor may run now: the one answer for server and screen. */
export function mayDo(
  kernel: Kernel,
  actor: Actor,
  offers: Offer | readonly Offer[],
  context: Context,
  holds = false,
): string[] {
  return [offers].flat().flatMap(({ verbs, place }) =>
    verbs.filter((name) => {
      const verb = kernel.verbs.get(name);
      return verb !== undefined && mayAt(actor, verb.who, place, context.organisation, { holds });
    }),
  );
}

export function admitReader(actor: Actor, who: readonly WhoWord[]): Refusal | undefined {
  if (actor.kind === 'nobody' && !who.includes('anyone')) return refuse('not-signed-in', {}, { status: 401 });
  if (!mayCome(actor, who)) return refuse('not-your-right', {}, { status: 403 });
  return undefined;
}

/**
 * One read: which, fetch, may see, shape.
 * @returns the shaped answer (with `may` where the read declares moves), or a refusal; foreign things are `not-found`
 */
export async function runRead(kernel: Kernel, name: string, query: unknown, actor: Actor): Promise<unknown> {
  const read = kernel.reads.get(name);
  if (!read) return notFound();
  const refused = admitReader(actor, read.who);
  if (refused) return refused;
  const parsed = read.query.safeParse(query);
  if (!parsed.success) return refuse('input-not-fitting', { fields: fieldsOf(parsed.error, query) }, { status: 400 });
  try {
    const told = await reading(
      kernel,
      { actor, who: read.who, room: name.slice(0, name.indexOf('.')), object: read.object?.(parsed.data) },
      async (tx, context, holds) => {
        const answer: unknown = await read.fetch(tx, parsed.data, context);
        if (isRefusal(answer)) return answer;
        const place = read.at?.(answer, parsed.data, context);
        if (kernel.applicationWall && place && !mayAt(actor, read.who, place, context.organisation, { holds }))
          return notFound();
        const shaped = read.answer.parse(answer) as Record<string, unknown>;
        const moves = read.moves?.(answer);
        return moves ? { ...shaped, may: mayDo(kernel, actor, moves, context, holds) } : shaped;
      },
    );
    if (!read.afterwards || isRefusal(told)) return told;
    return read.answer.parse(await read.afterwards(told, parsed.data, contextFor(kernel, actor, newId())));
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
