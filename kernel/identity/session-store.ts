import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';

/** Says in every process that sessions changed; heard when the transaction commits. */
export const tellSessions = (tx: Tx) => tx.run(sql`select pg_notify('opengoa_sessions', '*')`);

/** Another token for the session: the old one is nobody's from here on (SEC-SE-01). */
export async function changeToken(tx: Tx, session: Id, tokenHash: string): Promise<void> {
  await tx.run(
    sql`update kernel.session set token_hash = decode(${tokenHash}, 'hex') where id = ${session} and ended_at is null`,
  );
  await tellSessions(tx);
}

/** Ends every session of the accounts but one. */
export const endSessions = (tx: Tx, accounts: readonly Id[], but: Id | null, why: string, at: Date) =>
  tx.run(sql`select kernel.end_sessions(${accounts}::uuid[], ${but}::uuid, ${why}, ${at})`);

export interface OpenSessionRow {
  readonly id: Id;
  readonly openedAt: Date;
  readonly activeAt: Date;
}

/** The account's sessions not yet ended, oldest first; the account's row is locked, so that two sign-ins count each other. */
export async function openSessionsOf(tx: Tx, account: Id): Promise<OpenSessionRow[]> {
  await tx.run(sql`select id from kernel.account where id = ${account} for update`);
  return tx.rows<OpenSessionRow>(sql`
    select id, opened_at as "openedAt", active_at as "activeAt" from kernel.session
     where account_id = ${account} and ended_at is null order by opened_at, id`);
}
