import { sql } from '../database/sql.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { AccountDisabled, AccountEnabled, DisableAccount, EnableAccount } from './contract.ts';

const lockAccount = (account: string) =>
  sql`select unit_id as unit, state from kernel.account where id = ${account} for update`;

/** 停用账号: all its sessions and keys stop within the second (SEC-SE-04); what it did stays in the Record. */
export const disableAccount = verb('kernel.disable-account', {
  title: { zh: '停用账号', en: 'Disable an account' },
  input: DisableAccount,
  // The job disables accounts that nobody uses (SEC-ID-14).
  who: ['system-admin', 'job'],
  on: 'account',
  facts: [AccountDisabled],
  refusals: ['not-found', 'account-disabled', 'not-ones-own-account'],
  load: (tx, { account }) => tx.one<{ unit: string; state: string }>(lockAccount(account)),
  at: ({ unit }) => ({ unit }),
  decide({ unit, state }, { account, why }, { actor }) {
    if (state === 'disabled') return refuse('account-disabled', {}, { status: 409 });
    if (actor.account === account) return refuse('not-ones-own-account');
    return [AccountDisabled.of({ object: { kind: 'account', id: account }, unit, body: { account, why }, why })];
  },
});

/** 启用账号: its rights are what its posts and grants say today. */
export const enableAccount = verb('kernel.enable-account', {
  title: { zh: '启用账号', en: 'Enable an account' },
  input: EnableAccount,
  who: ['system-admin'],
  on: 'account',
  facts: [AccountEnabled],
  refusals: ['not-found', 'account-not-disabled'],
  load: (tx, { account }) => tx.one<{ unit: string; state: string }>(lockAccount(account)),
  at: ({ unit }) => ({ unit }),
  decide({ unit, state }, { account }) {
    if (state !== 'disabled') return refuse('account-not-disabled', {}, { status: 409 });
    return [AccountEnabled.of({ object: { kind: 'account', id: account }, unit, body: { account } })];
  },
});
