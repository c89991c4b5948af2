import type pg from 'pg';
import { asRole, type RecordPlace } from './as-role.ts';

/** A lease held: `fence` grows with every change of hands. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly fence: string;
}

/**
 * Takes or keeps the lease. The database's clock alone decides, so programs with different clocks agree.
 * @param seconds how long it is ours without being renewed
 * @returns null while another holds it
 */
export function takeLease(
  pool: pg.Pool,
  { node, name, holder, seconds }: RecordPlace & { name: string; holder: string; seconds: number },
): Promise<Lease | null> {
  return asRole(pool, { node, role: 'opengoa_sealer' }, async (client) => {
    const { rows } = await client.query<{ fence: string }>(
      `insert into kernel.lease as l (name, holder, until) values ($1, $2, clock_timestamp() + make_interval(secs => $3))
       on conflict (node_id, name) do update
         set holder = excluded.holder, until = excluded.until, fence = l.fence + (l.holder <> excluded.holder or l.until < clock_timestamp())::int
         where l.holder = excluded.holder or l.until < clock_timestamp()
       returning fence`,
      [name, holder, seconds],
    );
    return rows[0] ? { name, holder, fence: rows[0].fence } : null;
  });
}

/**
 * Inside the transaction that writes under the lease: locks its row and renews it. False when it was lost; whoever took it cannot
 * begin before this transaction ends, and this one cannot begin after that.
 */
export async function holdLease(
  client: pg.ClientBase,
  { name, holder, fence }: Lease,
  seconds: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update kernel.lease set until = clock_timestamp() + make_interval(secs => $4)
      where node_id = kernel.node() and name = $1 and holder = $2 and fence = $3`,
    [name, holder, fence, seconds],
  );
  return rowCount === 1;
}

/** Gives the lease back at an orderly stop, so that the next one need not wait it out. */
export async function returnLease(pool: pg.Pool, { node, lease }: RecordPlace & { lease: Lease }): Promise<void> {
  await asRole(pool, { node, role: 'opengoa_sealer' }, (client) =>
    client.query(
      `update kernel.lease set until = '-infinity' where node_id = kernel.node() and name = $1 and holder = $2 and fence = $3`,
      [lease.name, lease.holder, lease.fence],
    ),
  );
}
