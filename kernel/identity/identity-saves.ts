import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import { type Id, newId } from '../id.ts';
import type { Words } from '../words.ts';
import { keepsNothing, saves } from '../verbs/saves.ts';
import * as facts from './contract.ts';
import { foldedName } from './name-form.ts';
import { endSessions, tellSessions } from './session-store.ts';

const tellOwner = (tx: Tx, account: Id, title: Words, at: Date) =>
  tx.run(sql`
    insert into kernel.message (id, person_id, title, object_id, at)
    select ${newId()}::uuid, person_id, ${JSON.stringify(title)}::jsonb, id, ${at}::timestamptz from kernel.account where id = ${account} and person_id is not null`);

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
  saves(facts.OidcLinked, async (tx, { body, unit }, { now }) => {
    await tx.run(sql`
      insert into kernel.oidc_identity (id, issuer, subject, account_id, unit_id, linked_at)
      values (${newId()}, ${body.issuer}, ${body.subject}, ${body.account}, ${unit}, ${now})`);
    await tellOwner(
      tx,
      body.account,
      {
        zh: '您的账号已关联一个统一身份，可用它登录。如非本人操作，请立即联系安全管理员。',
        en: 'An identity of a provider was bound to your account and signs in to it. If it was not you, call the security administrator at once.',
      },
      now,
    );
  }),
  saves(facts.IdentityUnbound, async (tx, { body }, { now, actor }) => {
    await tx.run(sql`delete from kernel.oidc_identity where id = ${body.identity}`);
    // Whoever came in by it goes out with it; the session that takes it off stays.
    await endSessions(tx, [body.account], actor.session, 'identity-unbound', now);
    await tellOwner(
      tx,
      body.account,
      {
        zh: '您的账号已解除一个统一身份关联，其他会话已结束。',
        en: 'An identity of a provider was taken off your account; other sessions ended.',
      },
      now,
    );
  }),
  // What happens to somebody's proofs they are told, in case it was not they who did it (SEC-ID-15).
  saves(facts.PasswordChanged, async (tx, { body }, { now }) => {
    if (body.why === 'restored' || body.why === 'first') return;
    await tellOwner(
      tx,
      body.account,
      {
        zh: '您的口令已更改。如非本人操作，请立即联系安全管理员。',
        en: 'Your password was changed. If it was not you, call the security administrator at once.',
      },
      now,
    );
  }),
  saves(facts.ResetStarted, async (tx, { body }, { now }) => {
    if (body.purpose === 'first-password') return;
    await tellOwner(
      tx,
      body.account,
      { zh: '系统管理员为您发起了口令重置。', en: 'The system administrator started a reset of your password.' },
      now,
    );
  }),
  saves(facts.SecondFactorEnrolled, (tx, { body }, { now }) =>
    tellOwner(
      tx,
      body.account,
      { zh: '您的账号已绑定动态口令。', en: 'A second factor was enrolled for your account.' },
      now,
    ),
  ),
  saves(facts.SecondFactorTakenOff, (tx, { body }, { now }) =>
    tellOwner(
      tx,
      body.account,
      {
        zh: '您的动态口令已由安全管理员解除，下次登录请重新绑定。',
        en: 'The security administrator took off your second factor; enrol again at the next sign-in.',
      },
      now,
    ),
  ),
  keepsNothing(facts.SignedIn),
  keepsNothing(facts.SignInFailed),
  keepsNothing(facts.GuessingNoticed),
  keepsNothing(facts.SecondFactorOffered),
  keepsNothing(facts.SecondFactorShown),
  keepsNothing(facts.PostSwitched),
  keepsNothing(facts.MachineKeyCreated),
];
