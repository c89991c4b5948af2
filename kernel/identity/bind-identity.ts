import { sql } from '../database/sql.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { BindIdentity, IdentityUnbound, OidcLinked, UnbindIdentity } from './contract.ts';
import { subjectAt } from './work-app.ts';

/**
 * 关联统一身份: the administrator says who the person is at a provider or a platform. Only for an account that nobody has used yet: with one in
 * use this would open somebody's desk to whoever holds that identity, so there the owner binds it, signed in (SEC-ID-12).
 */
export const bindIdentity = verb('kernel.bind-identity', {
  title: { zh: '关联统一身份', en: 'Bind an identity' },
  input: BindIdentity,
  who: ['system-admin'],
  on: 'account',
  facts: [OidcLinked],
  refusals: ['not-found', 'account-disabled', 'person-missing', 'account-in-use', 'identity-taken'],
  async load(tx, { account, issuer, subject }) {
    const kept = await tx.one<{ unit: string; state: string; kind: string; used: boolean }>(sql`
      select unit_id as unit, state, kind, last_used_at is not null as used from kernel.account where id = ${account} for update`);
    const { taken } = await tx.one<{ taken: boolean }>(
      sql`select kernel.find_oidc(${issuer}, ${subjectAt(issuer, subject)}) is not null as taken`,
    );
    return { ...kept, taken };
  },
  at: ({ unit }) => ({ unit }),
  decide({ unit, state, kind, used, taken }, { account, issuer, subject }) {
    if (state === 'disabled') return refuse('account-disabled', {}, { status: 409 });
    if (kind !== 'person') return refuse('person-missing');
    if (used) return refuse('account-in-use', {}, { status: 409 });
    if (taken) return refuse('identity-taken', {}, { status: 409 });
    const body = { account, issuer, subject: subjectAt(issuer, subject) };
    return [OidcLinked.of({ object: { kind: 'account', id: account }, unit, body })];
  },
});

/** 解除关联: by the owner or the system administrator. What was opened by it ends at once. */
export const unbindIdentity = verb('kernel.unbind-identity', {
  title: { zh: '解除统一身份关联', en: 'Unbind an identity' },
  input: UnbindIdentity,
  who: ['self', 'system-admin'],
  on: 'identity',
  facts: [IdentityUnbound],
  refusals: ['not-found'],
  load: (tx, { identity }) =>
    tx.one<{ unit: string; account: string; person: string | null; issuer: string }>(sql`
      select a.unit_id as unit, a.id as account, a.person_id as person, i.issuer from kernel.oidc_identity i
        join kernel.account a on (a.node_id, a.id) = (i.node_id, i.account_id) where i.id = ${identity}`),
  at: ({ unit, person }) => ({ unit, person }),
  decide: ({ unit, account, issuer }, { identity }) => [
    IdentityUnbound.of({ object: { kind: 'account', id: account }, unit, body: { identity, account, issuer } }),
  ],
});
