import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { z } from 'zod';
import { AccountCreated, CreateAccount, OidcLinked, ResetStarted } from './contract.ts';
import { identitySettings } from './identity-settings.ts';
import { foldedName, isNameForm } from './name-form.ts';
import { subjectAt } from './work-app.ts';
import { newPaperCode, paperCodeHash } from './session-token.ts';

/**
 * 开立账号: a way to sign in, and no right at all (SEC-TA-04). A person gets a one-time code to choose the first password with; the
 * administrator sees the code and never a password.
 */
export const createAccount = verb('kernel.create-account', {
  title: { zh: '开立账号', en: 'Create an account' },
  input: CreateAccount,
  who: ['system-admin'],
  facts: [AccountCreated, ResetStarted, OidcLinked],
  refusals: ['name-not-fitting', 'name-taken', 'person-unknown', 'person-has-account', 'person-missing'],
  result: z.strictObject({ account: z.uuid(), code: z.string().nullable(), expiresAt: z.iso.datetime().nullable() }),
  secrets: ['code'],
  async load(tx, input, { standards, today, now, organisation }) {
    const folded = foldedName(input.name);
    const taken = await tx.maybe(sql`select 1 from kernel.account where folded_name = ${folded}`);
    const person = input.person
      ? await tx.maybe<{ name: string }>(sql`select name from kernel.person where id = ${input.person} for share`)
      : undefined;
    const account = input.person
      ? await tx.maybe(sql`select 1 from kernel.account where person_id = ${input.person}`)
      : undefined;
    const { resetCodeHours } = identitySettings(standards, today, organisation.place(input.unit));
    return {
      taken: taken !== undefined,
      person,
      hasAccount: account !== undefined,
      id: input.id ?? newId(),
      reset: newId(),
      code: newPaperCode(),
      expiresAt: new Date(now.getTime() + resetCodeHours * 3_600_000).toISOString(),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ taken, person, hasAccount, id, reset, code, expiresAt }, input) {
    if (!isNameForm(input.name)) return refuse('name-not-fitting');
    if (taken) return refuse('name-taken', {}, { status: 409 });
    if ((input.kind === 'person') !== (input.person !== undefined)) return refuse('person-missing');
    if (input.person !== undefined && !person) return refuse('person-unknown', {}, { status: 404 });
    if (hasAccount) return refuse('person-has-account', {}, { status: 409 });
    const object = { kind: 'account', id };
    const created = AccountCreated.of({
      object,
      unit: input.unit,
      body: { account: id, unit: input.unit, kind: input.kind, name: input.name, person: input.person ?? null },
    });
    if (input.kind !== 'person') return { facts: [created], result: { account: id, code: null, expiresAt: null } };
    if (input.oidc) {
      return {
        facts: [
          created,
          OidcLinked.of({
            object,
            unit: input.unit,
            body: { account: id, issuer: input.oidc.issuer, subject: subjectAt(input.oidc.issuer, input.oidc.subject) },
          }),
        ],
        result: { account: id, code: null, expiresAt: null },
      };
    }
    return {
      facts: [
        created,
        ResetStarted.of({
          object,
          unit: input.unit,
          body: { reset, account: id, purpose: 'first-password', expiresAt },
        }),
      ],
      result: { account: id, code, expiresAt },
    };
  },
  async also(tx, { reset, id, code, expiresAt }, input, { now, actor }) {
    if (input.kind !== 'person' || input.oidc) return;
    await keepReset(tx, {
      reset,
      account: id,
      unit: input.unit,
      code,
      purpose: 'first-password',
      startedBy: actor.person,
      now,
      expiresAt,
    });
  },
});

/** Keeps the hash of a one-time code; earlier codes of the account stop working. */
export async function keepReset(
  tx: Parameters<typeof createAccount.load>[0],
  reset: {
    reset: string;
    account: string;
    unit: string;
    code: string;
    purpose: 'first-password' | 'reset';
    startedBy: string | null;
    now: Date;
    expiresAt: string;
  },
): Promise<void> {
  await tx.run(
    sql`update kernel.reset_token set used_at = ${reset.now} where account_id = ${reset.account} and used_at is null`,
  );
  await tx.run(sql`
    insert into kernel.reset_token (id, unit_id, account_id, code_hash, purpose, started_by, started_at, expires_at)
    values (${reset.reset}, ${reset.unit}, ${reset.account}, ${paperCodeHash(reset.code)}, ${reset.purpose}, ${reset.startedBy}, ${reset.now}, ${reset.expiresAt})`);
}
