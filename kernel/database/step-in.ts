import pg from 'pg';
import { clearanceOf, type Actor } from '../actor.ts';
import type { Id } from '../id.ts';
import type { Scope } from '../rights/rights.ts';
import { personsOf, scopeOf } from '../rights/rights.ts';
import { schemaOf } from './migrate.ts';

export interface StepIn {
  readonly node: number;
  /** The room whose verb runs: its database role is the grant wall. */
  readonly room: string;
  readonly actor: Actor;
  readonly scope: Scope;
  readonly audit: boolean;
  readonly readOnly: boolean;
  /** The object a task may narrowly open. */
  readonly object?: Id | undefined;
  /** Runs in the same round trip, after the context stands; its rows are returned. */
  readonly andAsk?: string;
}

/** How the actor is named in the request memory and in policies: an account, or a named part of the program. */
export const actorKey = (actor: Actor): string => actor.account ?? `${actor.kind}:${actor.name}`;

const contextText = ({ node, actor, scope, audit }: Pick<StepIn, 'node' | 'actor' | 'scope' | 'audit'>): string => {
  const set = (name: string, value: string) => `set_config('opengoa.${name}', ${pg.escapeLiteral(value)}, true)`;
  return `select ${[
    set('node', String(node)),
    set('person', actor.person ?? ''),
    set('persons', personsOf(actor).join(',')),
    set('actor', actorKey(actor)),
    set('exact', scope.exact.join(',')),
    set('below', scope.below.join(',')),
    set('audit', audit ? 'on' : ''),
    set('clearance', String(clearanceOf(actor))),
    set('objects', ''),
  ].join(', ')}`;
};

/** Tells the database who is asking, inside a transaction that somebody else opened. */
export const setContext = (
  client: pg.ClientBase,
  { node, actor, who, audit }: { node: number; actor: Actor; who: readonly string[]; audit: boolean },
): Promise<unknown> => client.query(contextText({ node, actor, scope: scopeOf(actor, who), audit }));

/**
 * Opens the transaction and tells the database who is asking, in one round trip, with transaction scope (SEC-DB-04).
 * Everything put into the text is an identifier from disk, an id this program made or checked, or an escaped literal.
 * @returns rows of `andAsk`, and whether the actor holds an open task on `object`
 */
export async function stepIn(
  client: pg.ClientBase,
  { node, room, actor, scope, audit, readOnly, object, andAsk }: StepIn,
): Promise<{ holds: boolean; asked: unknown[] }> {
  const text = [
    readOnly ? 'begin read only' : 'begin',
    `set local role opengoa_${schemaOf(room)}`,
    contextText({ node, actor, scope, audit }),
    ...(object === undefined
      ? []
      : [
          `select set_config('opengoa.objects', case when kernel.holds(${pg.escapeLiteral(object)}::uuid) then ${pg.escapeLiteral(object)} else '' end, true) as objects`,
        ]),
    ...(andAsk === undefined ? [] : [andAsk]),
  ].join('; ');
  const results = (await client.query(text)) as unknown as pg.QueryResult[];
  const holds = object !== undefined && (results[3]?.rows[0] as { objects: string } | undefined)?.objects === object;
  return { holds, asked: andAsk === undefined ? [] : (results.at(-1)?.rows ?? []) };
}
