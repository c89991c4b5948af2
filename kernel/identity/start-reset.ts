import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { ResetStarted, StartReset } from './contract.ts';
import { keepReset } from './create-account.ts';
import { identitySettings } from './identity-settings.ts';
import { newPaperCode } from './session-token.ts';

/**
 * 发起口令重置: the administrator starts it and hands the one-time code over; the person chooses the password (SEC-ID-12). The present
 * password goes on working until then, so that nobody can lock somebody out with it.
 */
export const startReset = verb('kernel.start-reset', {
  title: { zh: '发起口令重置', en: 'Start a password reset' },
  input: StartReset,
  who: ['system-admin'],
  on: 'account',
  facts: [ResetStarted],
  refusals: ['not-found', 'account-disabled', 'not-a-persons-account', 'not-ones-own-reset'],
  result: z.strictObject({ code: z.string(), expiresAt: z.iso.datetime() }),
  secrets: ['code'],
  async load(tx, { account }, { standards, today, now, organisation }) {
    const found = await tx.one<{ unit: string; state: string; kind: string }>(
      sql`select unit_id as unit, state, kind from kernel.account where id = ${account} for update`,
    );
    const { resetCodeHours } = identitySettings(standards, today, organisation.place(found.unit));
    return {
      ...found,
      reset: newId(),
      code: newPaperCode(),
      expiresAt: new Date(now.getTime() + resetCodeHours * 3_600_000).toISOString(),
    };
  },
  at: ({ unit }) => ({ unit }),
  decide({ unit, state, kind, reset, code, expiresAt }, { account }, { actor }) {
    if (state !== 'active') return refuse('account-disabled', {}, { status: 409 });
    if (kind !== 'person') return refuse('not-a-persons-account');
    if (actor.account === account) return refuse('not-ones-own-reset');
    return {
      facts: [
        ResetStarted.of({
          object: { kind: 'account', id: account },
          unit,
          body: { reset, account, purpose: 'reset', expiresAt },
        }),
      ],
      result: { code, expiresAt },
    };
  },
  also: (tx, { reset, unit, code, expiresAt }, { account }, { now, actor }) =>
    keepReset(tx, { reset, account, unit, code, purpose: 'reset', startedBy: actor.person, now, expiresAt }),
});
