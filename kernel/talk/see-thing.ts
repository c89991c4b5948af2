import { nobody, type Actor } from '../actor.ts';
import { setContext } from '../database/step-in.ts';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import type { AnyRead } from '../reads/read.ts';
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

/** Does this actor read this thing? undefined for a kind that has no page of its own. */
export type MayRead = (tx: Tx, actor: Actor, kind: string, id: Id) => Promise<boolean | undefined>;

/**
 * Judges by the thing's own read: the same statements, the same place, the same right as when its page is opened. Afterwards the transaction sees exactly
 * what `actor` may, so whoever asks for somebody else asks for themself last.
 */
export function seeThingIn(kernel: Kernel): SeeThing {
  const talks = talksOf(kernel);
  return async (tx, actor, kind, id) => {
    const talk = talks.get(kind);
    const read = talk && kernel.reads.get(talk.read);
    if (!talk || !read) return undefined;
    const found = await readAs(kernel, tx, actor, read, id);
    return (
      found && { unit: talk.unit(found.answer as never), name: talk.name(found.answer as never), opens: talk.opens(id) }
    );
  };
}

/** The same, also of a thing that has a page and that nobody talks about. */
export function mayReadIn(kernel: Kernel): MayRead {
  const talks = talksOf(kernel);
  return async (tx, actor, kind, id) => {
    const read = kernel.reads.get(talks.get(kind)?.read ?? kind) ?? kernel.reads.get(`kernel.${kind}`);
    if (!read?.query.safeParse({ id }).success) return undefined;
    return (await readAs(kernel, tx, actor, read, id)) !== undefined;
  };
}

const talksOf = (kernel: Kernel): ReadonlyMap<string, Talk> =>
  new Map(kernel.rooms.flatMap((room) => Object.entries(room.talks ?? {})));

async function readAs(
  kernel: Kernel,
  tx: Tx,
  actor: Actor,
  read: AnyRead,
  id: Id,
): Promise<{ readonly answer: unknown } | undefined> {
  if (!mayCome(actor, read.who)) return undefined;
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
    return place && !mayAt(actor, read.who, place, context.organisation, { holds }) ? undefined : { answer };
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** The right was judged just now, so exactly this thing is open, for this transaction; `more` is what belongs to it. */
export const open = (tx: Tx, id: Id, more: readonly Id[] = []) =>
  tx.rows(sql`select set_config('opengoa.objects', ${[id, ...more].join(',')}, true)`);

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
