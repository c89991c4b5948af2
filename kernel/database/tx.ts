import type pg from 'pg';
import type { Sql } from 'sql-template-tag';
import type { Crypto } from '../crypto/crypto.ts';
import { notFound, Refused } from '../refusal.ts';
import { send, type Statement, whole } from './send.ts';

/** One open transaction (or, for reads, one read-only one). Rooms write SQL as SQL and never see the connection. */
export interface Tx {
  rows<Row>(query: Sql): Promise<Row[]>;
  /** The one row; refuses `not-found` when row-level security or the data hides it. */
  one<Row>(query: Sql): Promise<Row>;
  maybe<Row>(query: Sql): Promise<Row | undefined>;
  /** Runs a change and returns the number of rows it touched. */
  run(query: Sql): Promise<number>;
  /** Prepared under `name` on each connection: for hot statements whose plan does not hang on the values. */
  named<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  readonly client: pg.ClientBase;
  /** What a verb seals and opens with; a read has none. */
  readonly crypto?: Crypto;
}

export function txOn(client: pg.ClientBase, crypto?: Crypto): Tx {
  const rows = <Row>(asked: Statement) => whole(send(client, asked).then((answer) => answer.rows as Row[]));
  return {
    client,
    ...(crypto ? { crypto } : {}),
    rows: <Row>({ text, values }: Sql) => rows<Row>({ text, values }),
    async one<Row>({ text, values }: Sql) {
      const [row] = await rows<Row>({ text, values });
      if (row === undefined) throw new Refused(notFound());
      return row;
    },
    maybe: <Row>({ text, values }: Sql) =>
      whole(send(client, { text, values }).then((answer) => answer.rows[0] as Row | undefined)),
    run: ({ text, values }) => whole(send(client, { text, values }).then((answer) => answer.rowCount ?? 0)),
    named: <Row>(name: string, text: string, values: readonly unknown[]) => rows<Row>({ name, text, values }),
  };
}
