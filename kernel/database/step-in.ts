import pg from 'pg';
import { clearanceOf, type Actor } from '../actor.ts';
import type { Id } from '../id.ts';
import type { Scope } from '../rights/rights.ts';
import { personsOf, scopeOf } from '../rights/rights.ts';
import { schemaOf } from './migrate.ts';
import { type Answer, nowIn, send, sendPlain, together } from './send.ts';

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
}

/** How the actor is named in the request memory and in policies: an account, or a named part of the program. */
export const actorKey = (actor: Actor): string => actor.account ?? `${actor.kind}:${actor.name}`;

/** Settings that policies and functions of the kernel read, in the order of `contextValues`. */
const contextNames = ['node', 'person', 'persons', 'actor', 'exact', 'below', 'audit', 'clearance', 'objects'] as const;

const contextValues = ({ node, actor, scope, audit }: Pick<StepIn, 'node' | 'actor' | 'scope' | 'audit'>): string[] => [
  String(node),
  actor.person ?? '',
  personsOf(actor).join(','),
  actorKey(actor),
  scope.exact.join(','),
  scope.below.join(','),
  audit ? 'on' : '',
  String(clearanceOf(actor)),
  '',
];

// One column of answer instead of ten: all are set, none is read back.
const setAll = (from: number) =>
  contextNames.map((name, at) => `set_config('opengoa.${name}', $${at + from}, true)`).join(', ');
const setContextText = `select num_nulls(${setAll(1)})`;
const stepInText = `select num_nulls(set_config('role', $1, true), ${setAll(2)})`;
const holdText = `select set_config('opengoa.objects', case when kernel.holds($1::text::uuid) then $1::text else '' end, true) as objects`;

/** Tells the database who is asking, inside a transaction that somebody else opened. */
export const setContext = (
  client: pg.ClientBase,
  { node, actor, who, audit }: { node: number; actor: Actor; who: readonly string[]; audit: boolean },
): Promise<unknown> =>
  send(client, {
    name: 'set-context',
    text: setContextText,
    values: contextValues({ node, actor, scope: scopeOf(actor, who), audit }),
  });

/**
 * Opens the transaction and tells the database who is asking, in one round trip, with transaction scope (SEC-DB-04). Should the opening fail,
 * what is sent behind it finds neither role nor context and may do nothing: the program's own login has no right of its own.
 * @returns whether the actor holds an open task on `object`
 */
export async function stepIn(
  client: pg.ClientBase,
  { node, room, actor, scope, audit, readOnly, object }: StepIn,
): Promise<{ holds: boolean }> {
  nowIn(client, room);
  const values = [`opengoa_${schemaOf(room)}`, ...contextValues({ node, actor, scope, audit })];
  const [, , held] = await together<[unknown, unknown, Answer | null]>([
    sendPlain(client, readOnly ? 'begin read only' : 'begin'),
    send(client, { name: 'step-in', text: stepInText, values }),
    object === undefined ? Promise.resolve(null) : send(client, { name: 'hold', text: holdText, values: [object] }),
  ]);
  return { holds: object !== undefined && held?.rows[0]?.['objects'] === object };
}

/**
 * Does `work` without waiting for the opening of the transaction it works in.
 * @throws where the opening failed, its cause, and not what failed only because of it
 */
export async function behind<T>(stepping: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  stepping.catch(() => undefined); // told below
  try {
    const done = await work();
    return done;
  } catch (error) {
    await stepping;
    throw error;
  }
}
