import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { isId } from '../id.ts';
import { read } from '../reads/read.ts';

const most = 200;

/** Names of units and people by id, for pages that hold only ids. Unknown ids are left out. Units and people of the past keep their names. */
export const names = read('kernel.names', {
  title: { zh: '名称', en: 'Names' },
  query: z.strictObject({
    ids: z
      .string()
      .max(most * 37)
      .transform((text) => text.split(','))
      .refine((ids) => ids.length <= most && ids.every(isId)),
  }),
  answer: z.strictObject({ names: z.record(z.string(), z.string()) }),
  who: ['signed-in'],
  async fetch(tx, { ids }) {
    const rows = await tx.rows<{ id: string; name: string }>(sql`
      select id, coalesce(short_name, name) as name from kernel.unit where id = any (${ids}::uuid[])
      union all select id, name from kernel.person where id = any (${ids}::uuid[])`);
    return { names: Object.fromEntries(rows.map(({ id, name }) => [id, name])) };
  },
});
