import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import {
  KeepSecondFactor,
  OfferSecondFactor,
  ProveFactor,
  SecondFactorEnrolled,
  SecondFactorOffered,
  SecondFactorShown,
  SecondFactorTakenOff,
  TakeOffSecondFactor,
} from './contract.ts';
import { accountFacts } from './identity-store.ts';
import { changeToken, endSessions } from './session-store.ts';

const own = {
  who: ['signed-in'],
  internal: true,
  load: async (
    _tx: unknown,
    _input: unknown,
    { actor }: { actor: { account: string | null; unit: string | null; session: string | null } },
  ) => ({
    account: actor.account!,
    unit: actor.unit!,
    session: actor.session!,
  }),
  at: ({ unit }: { unit: string }) => ({ unit }),
} as const;

/** 开始绑定: a secret waits, sealed, until a code of it was shown. */
export const offerSecondFactor = verb('kernel.offer-second-factor', {
  ...own,
  title: { zh: '开始绑定动态口令', en: 'Offer a second factor' },
  input: OfferSecondFactor,
  facts: [SecondFactorOffered],
  refusals: [],
  secrets: ['sealed'],
  decide: ({ account, unit }) => [
    SecondFactorOffered.of({ object: { kind: 'account', id: account }, unit, body: { account } }),
  ],
  async also(tx, { account }, { sealed }, { now }) {
    const had = await tx.run(
      sql`update kernel.second_factor set pending_sealed = ${sealed}, pending_at = ${now} where account_id = ${account}`,
    );
    if (had === 0)
      await tx.run(
        sql`insert into kernel.second_factor (account_id, pending_sealed, pending_at) values (${account}, ${sealed}, ${now})`,
      );
  },
});

/** 绑定: a code of the waiting secret was shown; it takes effect with fresh recovery codes, and every other session ends. */
export const keepSecondFactor = verb('kernel.keep-second-factor', {
  ...own,
  title: { zh: '绑定动态口令', en: 'Keep a second factor' },
  input: KeepSecondFactor,
  facts: [SecondFactorEnrolled],
  refusals: [],
  secrets: ['tokenHash', 'recoveryCodes'],
  decide: ({ account, unit, session }) => [
    SecondFactorEnrolled.of({ object: { kind: 'account', id: account }, unit, body: { account, session } }),
  ],
  async also(tx, { account, session }, { tokenHash, step, recoveryCodes }, { now }) {
    // The unsealed columns are read by the database alone: the program may write this row and not read its secrets.
    await tx.run(sql`select kernel.keep_pending_factor(${step}::bigint, ${now})`);
    await tx.run(sql`delete from kernel.recovery_code where account_id = ${account}`);
    for (const hash of recoveryCodes) {
      await tx.run(
        sql`insert into kernel.recovery_code (id, account_id, code_hash) values (${newId()}, ${account}, decode(${hash}, 'hex'))`,
      );
    }
    await endSessions(tx, [account], session, 'second-factor-changed', now);
    await tx.run(sql`update kernel.session set factor_at = ${now} where id = ${session}`);
    await changeToken(tx, session, tokenHash);
  },
});

/** 通过双因素鉴别: the session goes on under another token (SEC-SE-01). */
export const proveFactor = verb('kernel.prove-factor', {
  ...own,
  title: { zh: '通过双因素鉴别', en: 'Prove the second factor' },
  input: ProveFactor,
  facts: [SecondFactorShown],
  refusals: [],
  secrets: ['tokenHash'],
  decide: ({ account, unit, session }, { by }) => [
    SecondFactorShown.of({ object: { kind: 'account', id: account }, unit, body: { account, session, by } }),
  ],
  async also(tx, { session }, { tokenHash }, { now }) {
    await tx.run(sql`update kernel.session set factor_at = ${now} where id = ${session}`);
    await changeToken(tx, session, tokenHash);
  },
});

/**
 * 解除: for somebody whose telephone was lost. Nobody takes off their own (SEC-ID-10); the person enrols anew before anything else
 * where the standard asks for a factor.
 */
export const takeOffSecondFactor = verb('kernel.take-off-second-factor', {
  title: { zh: '解除动态口令', en: 'Take off a second factor' },
  about: {
    zh: '仅用于他人设备遗失；不能解除自己的。',
    en: 'For a lost device of somebody else; nobody takes off their own.',
  },
  input: TakeOffSecondFactor,
  who: ['security-admin'],
  freshFactor: true,
  on: 'account',
  facts: [SecondFactorTakenOff],
  refusals: ['not-found', 'not-ones-own-factor', 'no-second-factor'],
  async load(tx, { account }) {
    const { unit } = await tx.one<{ unit: string }>(
      sql`select unit_id as unit from kernel.account where id = ${account} for update`,
    );
    return { unit, facts: await accountFacts(tx, account) };
  },
  at: ({ unit }) => ({ unit }),
  decide({ unit, facts }, { account, why }, { actor }) {
    if (actor.account === account) return refuse('not-ones-own-factor');
    if (!facts?.factorConfirmed) return refuse('no-second-factor', {}, { status: 409 });
    return [SecondFactorTakenOff.of({ object: { kind: 'account', id: account }, unit, body: { account, why }, why })];
  },
  async also(tx, _known, { account }, { now }) {
    await tx.run(sql`
      update kernel.second_factor set secret_sealed = null, pending_sealed = null, pending_at = null, confirmed_at = null where account_id = ${account}`);
    await endSessions(tx, [account], null, 'second-factor-taken-off', now);
  },
});
