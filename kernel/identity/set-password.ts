import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { notFound, Refused } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { PasswordChanged, SetPassword } from './contract.ts';
import { changeToken, endSessions } from './session-store.ts';

/**
 * 更改口令: the account sets its own password; the database lets nobody else. All its other sessions end (SEC-SE-04). `restored` is the
 * same password under a raised cost, which changes nothing for the person.
 */
export const setPassword = verb('kernel.set-password', {
  title: { zh: '更改口令', en: 'Set a password' },
  input: SetPassword,
  who: ['signed-in'],
  internal: true,
  facts: [PasswordChanged],
  refusals: ['not-found'],
  secrets: ['stored', 'tokenHash'],
  load: async (_tx, _input, { actor }) => ({ account: actor.account!, unit: actor.unit!, history: newId() }),
  at: ({ unit }) => ({ unit }),
  decide: ({ account, unit }, { why, reset }) => [
    PasswordChanged.of({
      object: { kind: 'account', id: account },
      unit,
      body: { account, why, ...(reset ? { reset } : {}) },
    }),
  ],
  async also(tx, { account, history }, { stored, why, reset, tokenHash }, { now, actor }) {
    if (why === 'restored') {
      await tx.run(sql`update kernel.password set stored = ${stored} where account_id = ${account}`);
      return;
    }
    if (reset !== undefined) {
      // Of two who come with one code the second finds it used.
      const taken = await tx.run(
        sql`update kernel.reset_token set used_at = ${now} where id = ${reset} and account_id = ${account} and used_at is null`,
      );
      if (taken !== 1) throw new Refused(notFound());
    }
    // No `on conflict`: it would read the stored column, which the program may write and not read.
    const had = await tx.run(
      sql`update kernel.password set stored = ${stored}, changed_at = ${now}, must_change = false where account_id = ${account}`,
    );
    if (had === 0)
      await tx.run(
        sql`insert into kernel.password (account_id, stored, changed_at) values (${account}, ${stored}, ${now})`,
      );
    await tx.run(
      sql`insert into kernel.password_history (id, account_id, stored, set_at) values (${history}, ${account}, ${stored}, ${now})`,
    );
    await endSessions(tx, [account], actor.session, 'password-changed', now);
    if (actor.session !== null && tokenHash !== undefined) await changeToken(tx, actor.session, tokenHash);
  },
});
