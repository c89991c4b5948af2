import { nobody, type Actor } from '../actor.ts';
import { setContext } from '../database/step-in.ts';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { isRefusal, Refused } from '../refusal.ts';
import { mayAt, mayCome } from '../rights/rights.ts';
import { contextFor } from '../verbs/context-for.ts';
import type { Talk } from './talk.ts';

export interface Seen {
  readonly unit: Id;
  readonly name: string;
  readonly opens: string;
}

/** Does this actor read this thing? Asked in the open transaction, under the actor's own row-level security. */
export type SeeThing = (tx: Tx, actor: Actor, kind: string, id: Id) => Promise<Seen | undefined>;

/**
 * Judges by the thing's own read: the same statements, the same place, the same right as when its page is opened. Afterwards the transaction sees exactly
 * what `actor` may, so whoever asks for somebody else asks for themself last.
 */
export function seeThingIn(kernel: Kernel): SeeThing {
  const talks = new Map<string, Talk>(kernel.rooms.flatMap((room) => Object.entries(room.talks ?? {})));
  return async (tx, actor, kind, id) => {
    const talk = talks.get(kind);
    const read = talk && kernel.reads.get(talk.read);
    if (!talk || !read || !mayCome(actor, read.who)) return undefined;
    const context = contextFor(kernel, actor, id);
    await setContext(tx.client, { node: kernel.node, actor, who: read.who, audit: false });
    const holds =
      read.object !== undefined && (await tx.one<{ holds: boolean }>(sql`select kernel.holds(${id}) as holds`)).holds;
    if (holds) await open(tx, id);
    try {
      const query: unknown = read.query.parse({ id });
      const answer: unknown = await read.fetch(tx, query, context);
      if (isRefusal(answer)) return undefined;
      const place = read.at?.(answer, query, context);
      if (place && !mayAt(actor, read.who, place, context.organisation, { holds })) return undefined;
      return { unit: talk.unit(answer as never), name: talk.name(answer as never), opens: talk.opens(id) };
    } catch (error) {
      if (error instanceof Refused) return undefined;
      throw error;
    }
  };
}

/** The right was judged just now, so exactly this thing is open, for this transaction. */
export const open = (tx: Tx, id: Id) => tx.rows(sql`select set_config('opengoa.objects', ${id}, true)`);

/** Somebody as they would be at the desk, by the rights of their posts: for asking whether they may see what they would be told of. */
export function actorOf(organisation: Organisation, person: Id): Actor {
  const posts = organisation.holdings.filter((holding) => holding.person === person).map(({ post }) => post);
  return {
    ...nobody(),
    kind: 'person',
    person,
    name: organisation.personName(person) ?? '',
    unit: posts[0] === undefined ? null : (organisation.post(posts[0])?.unit ?? null),
    grants: organisation.postRoles
      .filter(({ post }) => posts.includes(post))
      .map(({ role, unit, below }) => ({ role, unit, below })),
  };
}
