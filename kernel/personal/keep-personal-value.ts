import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { mask } from '../reads/mask.ts';
import { sealUnderSubject } from '../record/subject-key.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { KeepPersonalValue, PersonalValueKept } from './contract.ts';
import { maskingTable } from './masking.ts';
import { unitOfPerson, valuePlace } from './personal-store.ts';
import { fitsField } from './value-form.ts';

/** 登记个人敏感信息: by the person, or for them by the system administrator. Sealed under the person's own key; the fact holds the masked form. */
export const keepPersonalValue = verb('kernel.keep-personal-value', {
  title: { zh: '登记个人敏感信息', en: 'Keep a personal value' },
  input: KeepPersonalValue,
  who: ['self', 'system-admin'],
  on: 'personal-value',
  facts: [PersonalValueKept],
  refusals: ['not-found', 'personal-value-not-fitting'],
  secrets: ['value'],
  async load(tx, { person, field }, { today }) {
    const unit = await unitOfPerson(tx, person, today);
    const before = await tx.maybe<{ id: string }>(
      sql`select id from kernel.personal_value where person_id = ${person} and field = ${field} for update`,
    );
    return { id: before?.id ?? newId(), unit };
  },
  at: ({ unit }, { person }) => ({ unit, person }),
  decide({ id, unit }, { person, field, value }) {
    if (!fitsField(field, value)) return refuse('personal-value-not-fitting', { field: maskingTable[field].title.zh });
    const shown = mask(maskingTable[field].mask, value)!;
    return [
      PersonalValueKept.of({
        object: { kind: 'personal-value', id },
        unit,
        body: { value: id, person, field, shown },
      }),
    ];
  },
  async also(tx, { id, unit }, { person, field, value }, { now, actor }) {
    const sealed = await sealUnderSubject(tx, person, valuePlace(id), value);
    const shown = mask(maskingTable[field].mask, value)!;
    await tx.run(sql`
      insert into kernel.personal_value (id, unit_id, person_id, field, shown, sealed, kept_at, kept_by)
      values (${id}, ${unit}, ${person}, ${field}, ${shown}, ${sealed}, ${now}, ${actor.person})
      on conflict (node_id, id) do update
        set shown = excluded.shown, sealed = excluded.sealed, kept_at = excluded.kept_at, kept_by = excluded.kept_by`);
  },
});
