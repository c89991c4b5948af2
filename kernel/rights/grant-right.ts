import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { isOfficerRole } from '../identity/session-limits.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { GrantRight, RightProposed } from './contract.ts';

/**
 * 提出授权: a right that is asked for, by the security administrator or by a head for the own unit. It has no effect until somebody else
 * confirms it (SEC-TA-06). The three offices are proposed by the security administrator alone.
 */
export const grantRight = verb('kernel.grant-right', {
  title: { zh: '提出授权', en: 'Propose a right' },
  input: GrantRight,
  who: ['security-admin', 'head', 'leader'],
  facts: [RightProposed],
  refusals: [
    'role-unknown',
    'right-for-one',
    'ends-before-it-begins',
    'post-unknown',
    'account-unknown',
    'officers-by-security',
    'officers-are-people',
  ],
  async load(tx, { post, account }) {
    return {
      id: newId(),
      post:
        post === undefined
          ? undefined
          : await tx.maybe<{ id: string }>(sql`select id from kernel.post where id = ${post} for share`),
      account:
        account === undefined
          ? undefined
          : (await tx.one<{ facts: { kind: string } | null }>(sql`select kernel.account_facts(${account}) as facts`))
              .facts,
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, post, account }, input, { actor, organisation, roles }) {
    if (!roles.has(input.role)) return refuse('role-unknown', { role: input.role });
    if ((input.post === undefined) === (input.account === undefined)) return refuse('right-for-one');
    if (input.to !== undefined && input.to <= input.from)
      return refuse('ends-before-it-begins', { from: input.from, to: input.to });
    if (input.post !== undefined && !post) return refuse('post-unknown', {}, { status: 404 });
    if (input.account !== undefined && !account) return refuse('account-unknown', {}, { status: 404 });
    if (isOfficerRole(input.role)) {
      const security = actor.grants.some(
        (grant) => grant.role === 'security-admin' && organisation.covers(grant.unit, input.unit, grant.below),
      );
      if (!security) return refuse('officers-by-security', {}, { status: 403 });
      if (account && account.kind !== 'person') return refuse('officers-are-people');
    }
    return [
      RightProposed.of({
        object: { kind: 'grant', id },
        unit: input.unit,
        body: {
          grant: id,
          role: input.role,
          unit: input.unit,
          below: input.below,
          post: input.post ?? null,
          account: input.account ?? null,
          from: input.from,
          to: input.to ?? null,
          proposedBy: actor.person,
          paper: input.paper ?? null,
        },
      }),
    ];
  },
});
