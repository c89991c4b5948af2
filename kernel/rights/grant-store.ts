import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import { turns } from '../turn-register.ts';
import { endSessions } from '../identity/session-store.ts';
import { saves } from '../verbs/saves.ts';
import { RightConfirmed, RightEnded, RightProposed } from './contract.ts';

export interface GrantRow {
  readonly role: string;
  readonly unit: Id;
  readonly post: Id | null;
  readonly account: Id | null;
  readonly from: string;
  readonly to: string | null;
  readonly grantedBy: Id | null;
  readonly confirmedBy: Id | null;
  readonly ended: boolean;
}

/** The grant, locked: of two who confirm or end it at once the second sees what the first did. */
export const lockGrant = (tx: Tx, grant: Id) =>
  tx.one<GrantRow>(sql`
    select role, unit_id as unit, post_id as post, account_id as account, valid_from as "from", valid_to as "to", granted_by as "grantedBy",
           confirmed_by as "confirmedBy", ended_at is not null as ended
      from kernel.grant_ where id = ${grant} for update`);

/** People whom a change of this grant concerns. */
async function accountsOf(
  tx: Tx,
  { post, account }: { post: Id | null; account: Id | null },
  day: string,
): Promise<Id[]> {
  if (account !== null) return [account];
  return (await tx.one<{ accounts: Id[] }>(sql`select kernel.accounts_of_post(${post}, ${day}::date) as accounts`))
    .accounts;
}

/** How each fact of a right becomes rows. Whom it concerns signs in anew, so that no session outlives the rights it began with (SEC-SE-01). */
export const rightSaves = [
  saves(RightProposed, (tx, { body }, { now }) =>
    tx.run(sql`
      insert into kernel.grant_ (id, role, unit_id, below, post_id, account_id, valid_from, valid_to, granted_by, proposed_at, paper)
      values (${body.grant}, ${body.role}, ${body.unit}, ${body.below}, ${body.post}, ${body.account}, ${body.from}, ${body.to}, ${body.proposedBy}, ${now}, ${body.paper})`),
  ),
  turns('organisation', RightConfirmed, async (tx, { body }, { now, today }) => {
    await tx.run(
      sql`update kernel.grant_ set confirmed_by = ${body.confirmedBy}, confirmed_at = ${now} where id = ${body.grant}`,
    );
    await endSessions(tx, await accountsOf(tx, body, today), null, 'rights-changed', now);
  }),
  turns('organisation', RightEnded, async (tx, { body }, { now, today }) => {
    await tx.run(sql`
      update kernel.grant_ set valid_to = greatest(${body.day}::date, valid_from), ended_at = ${now}, ended_by = ${body.endedBy} where id = ${body.grant}`);
    await endSessions(tx, await accountsOf(tx, body, today), null, 'rights-changed', now);
  }),
];
