import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { read } from '../reads/read.ts';
import { verb } from '../verbs/verb.ts';

/** What a person keeps for themself: columns, views, large type, drafts without sensitive fields. Not a fact of the office, so no fact. */
export const KeepPreference = z.strictObject({ key: z.string().min(1).max(200), value: z.json().nullable() });

export const keepPreference = verb('kernel.keep-preference', {
  title: { zh: '保存偏好', en: 'Keep a preference' },
  input: KeepPreference,
  who: ['signed-in'],
  facts: [],
  refusals: [],
  load: async () => ({}),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: () => [],
  async also(tx, _known, { key, value }, { actor }) {
    if (value === null)
      await tx.run(sql`delete from kernel.preference where person_id = ${actor.person} and key = ${key}`);
    else
      await tx.run(sql`
        insert into kernel.preference (person_id, key, value) values (${actor.person}, ${key}, ${JSON.stringify(value)}::jsonb)
        on conflict (node_id, person_id, key) do update set value = excluded.value, kept_at = now()`);
  },
});

export const preferences = read('kernel.preferences', {
  title: { zh: '我的偏好', en: 'My preferences' },
  query: z.strictObject({}),
  answer: z.strictObject({ kept: z.record(z.string(), z.json()) }),
  who: ['signed-in'],
  async fetch(tx, _query, { actor }) {
    const rows = await tx.rows<{ key: string; value: never }>(
      sql`select key, value from kernel.preference where person_id = ${actor.person} limit 1000`,
    );
    return { kept: Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
  },
});
