import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { ConfirmErasure, ErasureProposed, PersonErased, ProposeErasure } from './contract.ts';
import { unitOfPerson } from './personal-store.ts';

/** 提出删除个人信息: for somebody who has left and asks for it, or whose term is over. It has no effect until a second officer confirms. */
export const proposeErasure = verb('kernel.propose-erasure', {
  title: { zh: '提出删除个人信息', en: 'Propose an erasure' },
  input: ProposeErasure,
  who: ['security-admin'],
  on: 'person',
  facts: [ErasureProposed],
  refusals: ['not-found', 'person-in-service'],
  async load(tx, { person }, { today }) {
    const unit = await unitOfPerson(tx, person, today);
    const serving = await tx.maybe(
      sql`select 1 from kernel.holding where person_id = ${person} and (valid_to is null or valid_to > ${today}::date) limit 1`,
    );
    return { id: newId(), unit, serving: serving !== undefined };
  },
  at: ({ unit }) => ({ unit }),
  decide({ id, unit, serving }, { person, why }, { actor }) {
    if (serving) return refuse('person-in-service', {}, { status: 409 });
    if (actor.person === null) return refuse('not-your-right', {}, { status: 403 });
    return [
      ErasureProposed.of({
        object: { kind: 'erasure', id },
        unit,
        why,
        body: { erasure: id, person, proposedBy: actor.person },
      }),
    ];
  },
});

/** 确认删除: by another security administrator, and for good. */
export const confirmErasure = verb('kernel.confirm-erasure', {
  title: { zh: '确认删除个人信息', en: 'Confirm an erasure' },
  input: ConfirmErasure,
  who: ['security-admin'],
  freshFactor: true,
  on: 'erasure',
  facts: [PersonErased],
  refusals: ['not-found', 'erasure-done', 'second-person-needed', 'person-in-service'],
  async load(tx, { erasure }, { today }) {
    const row = await tx.one<{ unit: string; person: string; proposedBy: string; done: boolean }>(sql`
      select unit_id as unit, person_id as person, proposed_by as "proposedBy", confirmed_at is not null as done
        from kernel.erasure where id = ${erasure} for update`);
    const serving = await tx.maybe(
      sql`select 1 from kernel.holding where person_id = ${row.person} and (valid_to is null or valid_to > ${today}::date) limit 1`,
    );
    return { ...row, serving: serving !== undefined };
  },
  at: ({ unit }) => ({ unit }),
  decide({ unit, person, proposedBy, done, serving }, { erasure }, { actor }) {
    if (done) return refuse('erasure-done', {}, { status: 409 });
    if (actor.person === null || actor.person === proposedBy)
      return refuse('second-person-needed', {}, { status: 403 });
    if (serving) return refuse('person-in-service', {}, { status: 409 });
    return [
      PersonErased.of({
        object: { kind: 'erasure', id: erasure },
        unit,
        body: { erasure, person, confirmedBy: actor.person },
      }),
    ];
  },
});
