import type pg from 'pg';

/** Which node's Record. One database may hold several. */
export interface RecordPlace {
  readonly node: number;
}

export interface AsRole extends RecordPlace {
  /** A name of ours from the code, never from a request: it stands in the text. */
  readonly role: `opengoa_${string}`;
  /** One unchanging picture of the database for the whole of `work`; nothing can be written. */
  readonly snapshot?: boolean;
  /**
   * Plans by index order only. The Record is read along its keys; statistics of a table that just grew from nothing would have
   * the planner read all of it instead.
   */
  readonly byIndex?: boolean;
}

const byIndexOnly = '; set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off';

/** Begins a transaction in the role of a part of the kernel, and tells the database which node is meant. */
export function beginAs(client: pg.ClientBase, { node, role, snapshot, byIndex }: AsRole): Promise<unknown> {
  if (!/^opengoa_[a-z_]+$/.test(role)) throw new Error(`not a role of ours: ${role}`);
  const mode = snapshot ? 'begin isolation level repeatable read, read only' : 'begin';
  return client.query(
    `${mode}; set local role ${role}; select set_config('opengoa.node', '${Math.trunc(node)}', true)${byIndex ? byIndexOnly : ''}`,
  );
}

/** Runs `work` in one transaction of that role; a fault rolls back, and a connection that cannot roll back is thrown away. */
export async function asRole<T>(pool: pg.Pool, as: AsRole, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await beginAs(client, as);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
