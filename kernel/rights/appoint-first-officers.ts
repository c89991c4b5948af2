import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import type { AccountFacts } from '../identity/identity-store.ts';
import { AppointFirstOfficers, RightConfirmed, RightProposed } from './contract.ts';

/**
 * 首次配备三员: a new installation has a system administrator and nobody who could grant anything. Once, and only while there is no
 * security administrator, the system administrator appoints the first security and audit administrators; from then on rights need the
 * security administrator and a second person.
 */
export const appointFirstOfficers = verb('kernel.appoint-first-officers', {
  title: { zh: '首次配备三员', en: 'Appoint the first officers' },
  input: AppointFirstOfficers,
  who: ['system-admin'],
  freshFactor: true,
  facts: [RightProposed, RightConfirmed],
  refusals: ['officers-already-appointed', 'account-unknown', 'officers-are-people', 'not-for-oneself'],
  async load(tx, { security, audit }, { actor, organisation }) {
    const appointed = await tx.maybe(
      sql`select 1 from kernel.grant_ where role = 'security-admin' and confirmed_by is not null`,
    );
    const accounts = new Map<string, AccountFacts | null>();
    for (const account of [...security, ...audit]) {
      accounts.set(
        account,
        (await tx.one<{ facts: AccountFacts | null }>(sql`select kernel.account_facts(${account}) as facts`)).facts,
      );
    }
    const root = organisation.units.find((unit) => unit.parent === null)?.id ?? actor.unit!;
    return { appointed: appointed !== undefined, accounts, root };
  },
  at: ({ root }) => ({ unit: root }),
  decide({ appointed, accounts, root }, { security, audit }, { actor, today }) {
    if (appointed) return refuse('officers-already-appointed', {}, { status: 409 });
    const found = [...accounts.values()];
    if (found.some((account) => account === null)) return refuse('account-unknown', {}, { status: 404 });
    if (found.some((account) => account!.kind !== 'person')) return refuse('officers-are-people');
    if (actor.person === null || (actor.account !== null && accounts.has(actor.account)))
      return refuse('not-for-oneself', {}, { status: 403 });
    const confirmedBy = actor.person;
    const appoint = (role: string, account: string) => {
      const grant = newId();
      const object = { kind: 'grant', id: grant };
      return [
        RightProposed.of({
          object,
          unit: root,
          body: {
            grant,
            role,
            unit: root,
            below: true,
            post: null,
            account,
            from: today,
            to: null,
            proposedBy: null,
            paper: null,
          },
        }),
        RightConfirmed.of({ object, unit: root, body: { grant, role, unit: root, post: null, account, confirmedBy } }),
      ];
    };
    return [
      ...security.flatMap((account) => appoint('security-admin', account)),
      ...audit.flatMap((account) => appoint('audit-admin', account)),
    ];
  },
});
