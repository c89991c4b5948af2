import type pg from 'pg';
import { asRole, type RecordPlace } from './as-role.ts';

/** How the Record stands, for readiness, metrics and the officers' screen. */
export interface RecordStanding {
  /** Numbers given. */
  readonly sealed: number;
  /** Entries under the newest signed head, and when it was signed. */
  readonly signed: number;
  readonly signedAt: Date | null;
  /** Facts without a number, counted to 10,000 and no further. */
  readonly unsealed: number;
  /** When the oldest of them was recorded: the lag of the sealer, or an act that has been open since. */
  readonly unsealedSince: Date | null;
  readonly sealer: { readonly holder: string; readonly until: Date } | null;
}

export function recordStanding(pool: pg.Pool, { node }: RecordPlace): Promise<RecordStanding> {
  return asRole(pool, { node, role: 'opengoa_sealer', snapshot: true }, async (client) => {
    const { rows } = await client.query<RecordStanding>(`
      with last as (
        select seq, tx, fact_id from kernel.seal where node_id = kernel.node() order by seq desc limit 1
      ), head as (
        select size, at from kernel.tree_head where node_id = kernel.node() order by size desc limit 1
      ), waiting as (
        select f.recorded_at from kernel.fact f
         where f.node_id = kernel.node()
           and (f.tx, f.id) > (coalesce((select tx from last), '0'), coalesce((select fact_id from last), '00000000-0000-0000-0000-000000000000'))
         order by f.tx, f.id limit 10000
      )
      select coalesce((select seq from last), 0)::float8 as sealed,
             coalesce((select size from head), 0)::float8 as signed,
             (select at from head) as "signedAt",
             (select count(*)::int from waiting) as unsealed,
             (select min(recorded_at) from waiting) as "unsealedSince",
             (select jsonb_build_object('holder', holder, 'until', until) from kernel.lease
               where node_id = kernel.node() and name = 'sealer' and until > clock_timestamp()) as sealer`);
    const standing = rows[0]!;
    return { ...standing, sealer: standing.sealer && { ...standing.sealer, until: new Date(standing.sealer.until) } };
  });
}
