import type pg from 'pg';
import { type Answer, Flight, type Statement } from './flight.ts';
import { hotName } from './hot-statements.ts';

export type { Answer, Statement } from './flight.ts';

/** The room in whose role a connection works just now. Row-level security makes a plan good for one role: a name belongs to one too. */
const roomOf = new WeakMap<pg.ClientBase, string>();
export const nowIn = (client: pg.ClientBase, room: string): void => void roomOf.set(client, room);

/** What is asked on a connection in this turn of the program and has not left yet. */
const boarding = new WeakMap<pg.ClientBase, Flight>();

/**
 * Sends a statement without waiting for those before it: what one turn of the program asks leaves in one piece and comes back in order.
 * Statements under no name get one of their own once they are asked often, but for those that must be planned for their very values (`fresh`). What is sent straight through the driver does not wait for these.
 */
export function send(
  client: pg.ClientBase,
  { text, values, name, fresh }: Statement & { readonly fresh?: boolean },
): Promise<Answer> {
  const prepared = fresh ? undefined : (name ?? hotName(text));
  return flightOf(client).add({
    text,
    values,
    name: prepared === undefined ? undefined : `${prepared} ${roomOf.get(client) ?? ''}`,
  });
}

/** Sends what takes no values: `begin`, `commit`, `rollback`. */
export const sendPlain = (client: pg.ClientBase, text: string): Promise<Answer> =>
  flightOf(client).add({ text, values: [], name: text });

function flightOf(client: pg.ClientBase): Flight {
  let flight = boarding.get(client);
  if (flight) return flight;
  flight = new Flight(client);
  boarding.set(client, flight);
  process.nextTick(() => {
    const leaving = boarding.get(client)!;
    boarding.delete(client);
    client.query(leaving as unknown as pg.Submittable);
  });
  return flight;
}

/**
 * Waits for all, so that nothing is on its way any more, and then throws what went wrong first.
 * @throws the first cause, not what failed only because of it
 */
export async function together<T extends readonly unknown[]>(
  asked: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  // oxlint-disable-next-line typescript/await-thenable -- a mapped tuple of promises; the rule does not see through the mapping
  const settled: readonly PromiseSettledResult<unknown>[] = await Promise.allSettled(asked);
  const failed = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as { code?: string }] : []));
  if (failed.length > 0) throw failed.find(({ code }) => code !== '25P02') ?? failed[0]!;
  return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

/** Promises that stand for exactly one statement, already sent: nothing follows it that is not on its way. */
const wholes = new WeakSet<Promise<unknown>>();
export const isWhole = (asked: Promise<unknown>): boolean => wholes.has(asked);

export function whole<T>(asked: Promise<T>): Promise<T> {
  wholes.add(asked);
  return asked;
}

/** Nothing to send at all. */
export const nothing: Promise<void> = whole(Promise.resolve());
