import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { openUnderSubject } from '../record/subject-key.ts';
import { refuse } from '../refusal.ts';
import { personsOf } from '../rights/rights.ts';
import { verb } from '../verbs/verb.ts';
import { FullValueSeen, ShowFullValue } from './contract.ts';
import { maskingTable, type SealedField, unmaskers } from './masking.ts';
import { valuePlace } from './personal-store.ts';

/**
 * 查看完整个人信息: with a reason, by whom the masking table names for this field, so many a day, and on the Record before it is shown
 * (SEC-DC-04). The answer is not remembered: the same request again shows nothing.
 */
export const showFullValue = verb('kernel.show-full-value', {
  title: { zh: '查看完整信息', en: 'Show the full value' },
  input: ShowFullValue,
  who: ['self', ...unmaskers],
  on: 'personal-value',
  freshFactor: true,
  facts: [FullValueSeen],
  refusals: ['not-found', 'not-your-right', 'full-values-enough', 'personal-value-gone'],
  result: z.strictObject({ value: z.string() }),
  secrets: ['full'],
  async load(tx, { value }, { standards, today, organisation }) {
    const row = await tx.one<{ unit: string; person: string; field: SealedField; sealed: string }>(
      sql`select unit_id as unit, person_id as person, field, sealed from kernel.personal_value where id = ${value}`,
    );
    return {
      ...row,
      full: await openUnderSubject(tx, row.person, valuePlace(value), row.sealed),
      most: standards.numberOn('kernel.full-values', today, organisation.place(row.unit)),
    };
  },
  at: ({ unit, person }) => ({ unit, person }),
  decide({ unit, person, field, full, most }, { value, reason }, { actor, organisation }) {
    const may: readonly string[] = maskingTable[field].unmask;
    const named = actor.grants.some(
      (grant) => may.includes(grant.role) && organisation.covers(grant.unit, unit, grant.below),
    );
    if (!named && !personsOf(actor).includes(person)) return refuse('not-your-right', {}, { status: 403 });
    if (actor.person === null) return refuse('not-your-right', {}, { status: 403 });
    if (full === null) return refuse('personal-value-gone', {}, { status: 409 });
    return {
      facts: [
        FullValueSeen.of({
          object: { kind: 'personal-value', id: value },
          unit,
          body: { value, person, field, most },
          why: reason,
        }),
      ],
      result: { value: full },
    };
  },
});
