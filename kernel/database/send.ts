import type { Writable } from 'node:stream';
import type pg from 'pg';
import { hotName } from './hot-statements.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Prepared under this name on each connection; left out, a statement that is asked often gets one of its own. */
  readonly name?: string;
}

/** The room in whose role a connection works just now. Row-level security makes a plan good for one role: a name belongs to one too. */
const roomOf = new WeakMap<pg.ClientBase, string>();
export const nowIn = (client: pg.ClientBase, room: string): void => void roomOf.set(client, room);

/**
 * Sends a statement without waiting for those before it: what one turn of the program asks leaves in one piece and comes back in order.
 * A statement that fails makes those behind it in the same transaction fail with 25P02; `together` tells the first cause.
 */
export function send(client: pg.ClientBase, { text, values, name }: Statement): Promise<pg.QueryResult> {
  inOnePiece(client);
  const prepared = name ?? hotName(text);
  return client.query(
    prepared === undefined
      ? { text, values: values as unknown[] }
      : { name: `${prepared} ${roomOf.get(client) ?? ''}`, text, values: values as unknown[] },
  );
}

/** Sends what takes no values: `begin`, `commit`. */
export function sendPlain(client: pg.ClientBase, text: string): Promise<pg.QueryResult> {
  inOnePiece(client);
  return client.query(text);
}

function inOnePiece(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/**
 * Waits for all, so that nothing is on its way any more, and then throws what went wrong first.
 * @throws the first cause, not what failed only because of it
 */
export async function together<T extends readonly unknown[]>(
  asked: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const settled: readonly PromiseSettledResult<unknown>[] = await Promise.allSettled(asked);
  const failed = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as { code?: string }] : []));
  if (failed.length > 0) throw failed.find(({ code }) => code !== '25P02') ?? failed[0]!;
  return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
