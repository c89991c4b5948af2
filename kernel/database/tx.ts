import type pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { notFound, Refused } from '../refusal.ts';
import { send } from './send.ts';

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
}

export function txOn(client: pg.ClientBase): Tx {
  const ask = async <Row>({ text, values }: Sql) => (await send(client, { text, values })).rows as Row[];
  return {
    client,
    rows: ask,
    async one<Row>(query: Sql) {
      const [row] = await ask<Row>(query);
      if (row === undefined) throw new Refused(notFound());
      return row;
    },
    async maybe<Row>(query: Sql) {
      return (await ask<Row>(query))[0];
    },
    async run({ text, values }) {
      return (await send(client, { text, values })).rowCount ?? 0;
    },
    async named<Row>(name: string, text: string, values: readonly unknown[]) {
      return (await send(client, { name, text, values })).rows as Row[];
    },
  };
}
