import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { QuotaSet, SetQuota } from './contract.ts';
import { gatherQuota } from './gather-quota.ts';
import { quotaOf } from './quota-store.ts';

/** 核定面积: what a unit may have from a day on, reckoned from the posts and the standards of that day and kept with all it was reckoned from. */
export const setQuota = verb('space.set-quota', {
  title: { zh: '核定面积', en: 'Set a quota' },
  about: {
    zh: '按编制、职级和建设标准核定一个单位的办公用房面积',
    en: 'What a unit may have, by its posts, ranks and the standard',
  },
  input: SetQuota,
  who: ['space-clerk'],
  facts: [QuotaSet],
  refusals: ['not-an-institution', 'quota-on-that-day', 'no-approved-posts'],
  async load(tx, { unit, from, form, garageSpaces, guards }, context) {
    const kind = context.organisation.unit(unit)?.kind;
    const institution = kind !== undefined && kind !== 'division';
    return {
      id: newId(),
      institution,
      taken:
        (
          await tx.rows(
            sql`select 1 from space.quota where unit_id = ${unit} and from_day = ${from} and struck is null`,
          )
        ).length > 0,
      reckoning: institution ? await gatherQuota(tx, { unit, day: from, form, garageSpaces, guards }, context) : null,
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, institution, taken, reckoning }, { unit, ...input }, { organisation }) {
    const name = organisation.unit(unit)?.name ?? '';
    if (!institution) return refuse('not-an-institution');
    if (taken) return refuse('quota-on-that-day', { unit: name, day: input.from }, { status: 409 });
    if (reckoning === null) return refuse('no-approved-posts', { unit: name });
    return [QuotaSet.of({ object: quotaOf({ id }), unit, body: { ...input, reckoning } })];
  },
});
