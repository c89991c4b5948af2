import { sql } from '../database/sql.ts';
import { keepsNothing, saves } from '../verbs/saves.ts';
import * as facts from './contract.ts';
import { foldedName } from './name-form.ts';
import { endSessions, tellSessions } from './session-store.ts';

/**
 * How each fact becomes rows. Where a row holds a secret's hash the verb's `also` writes it, since no fact may carry it; those facts
 * keep nothing here.
 */
export const identitySaves = [
  saves(facts.AccountCreated, (tx, { body }, { now, actor }) =>
    tx.run(sql`
      insert into kernel.account (id, unit_id, person_id, kind, name, folded_name, created_at, created_by)
      values (${body.account}, ${body.unit}, ${body.person}, ${body.kind}, ${body.name}, ${foldedName(body.name)}, ${now}, ${actor.person})`),
  ),
  saves(facts.AccountDisabled, async (tx, { body }, { now }) => {
    await tx.run(sql`
      update kernel.account set state = 'disabled', disabled_at = ${now}, disabled_why = ${body.why}, version = version + 1 where id = ${body.account}`);
    await endSessions(tx, [body.account], null, 'account-disabled', now);
  }),
  saves(facts.AccountEnabled, (tx, { body }, { now }) =>
    tx.run(sql`
      update kernel.account set state = 'active', disabled_at = null, disabled_why = null, last_used_at = ${now}, version = version + 1
       where id = ${body.account}`),
  ),
  saves(facts.SessionEnded, async (tx, { body }, { now }) => {
    await tx.run(
      sql`update kernel.session set ended_at = ${now}, ended_why = ${body.why} where id = ${body.session} and ended_at is null`,
    );
    await tellSessions(tx);
  }),
  saves(facts.MachineKeyRevoked, async (tx, { body }, { now }) => {
    await tx.run(sql`update kernel.machine_key set revoked_at = ${now} where id = ${body.key}`);
    await tellSessions(tx);
  }),
  saves(facts.OidcLinked, (tx, { body, unit }, { now }) =>
    tx.run(sql`
      insert into kernel.oidc_identity (issuer, subject, account_id, unit_id, linked_at)
      values (${body.issuer}, ${body.subject}, ${body.account}, ${unit}, ${now})`),
  ),
  keepsNothing(facts.SignedIn),
  keepsNothing(facts.SignInFailed),
  keepsNothing(facts.GuessingNoticed),
  keepsNothing(facts.PasswordChanged),
  keepsNothing(facts.ResetStarted),
  keepsNothing(facts.SecondFactorOffered),
  keepsNothing(facts.SecondFactorEnrolled),
  keepsNothing(facts.SecondFactorShown),
  keepsNothing(facts.SecondFactorTakenOff),
  keepsNothing(facts.PostSwitched),
  keepsNothing(facts.MachineKeyCreated),
];
