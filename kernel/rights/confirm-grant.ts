import { sql } from '../database/sql.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { ConfirmGrant, RightConfirmed } from './contract.ts';
import { lockGrant } from './grant-store.ts';

/** 授权生效: a second person, a security administrator, confirms what another proposed; nobody confirms a right for themself (SEC-TA-06). */
export const confirmGrant = verb('kernel.confirm-grant', {
  title: { zh: '确认授权', en: 'Confirm a right' },
  input: ConfirmGrant,
  who: ['security-admin'],
  freshFactor: true,
  on: 'grant',
  facts: [RightConfirmed],
  refusals: ['not-found', 'right-already-confirmed', 'right-ended', 'second-person-needed', 'not-for-oneself'],
  async load(tx, { grant }, { actor, today }) {
    const row = await lockGrant(tx, grant);
    const held = await tx.maybe(sql`
      select 1 from kernel.holding where person_id = ${actor.person} and post_id = ${row.post} and valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)`);
    return { ...row, mine: row.account === actor.account || held !== undefined };
  },
  at: ({ unit }) => ({ unit }),
  decide({ role, unit, post, account, grantedBy, confirmedBy, ended, mine }, { grant }, { actor }) {
    if (confirmedBy !== null) return refuse('right-already-confirmed', {}, { status: 409 });
    if (ended) return refuse('right-ended', {}, { status: 409 });
    if (actor.person === null || grantedBy === actor.person) return refuse('second-person-needed', {}, { status: 403 });
    if (mine) return refuse('not-for-oneself', {}, { status: 403 });
    return [
      RightConfirmed.of({
        object: { kind: 'grant', id: grant },
        unit,
        body: { grant, role, unit, post, account, confirmedBy: actor.person },
      }),
    ];
  },
});
