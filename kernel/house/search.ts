import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Kernel } from '../kernel.ts';
import type { List } from '../reads/list.ts';
import { plainInitials } from '../reads/bigrams.ts';
import { read, type Read } from '../reads/read.ts';
import { runList } from '../reads/run-list.ts';
import { isRefusal } from '../refusal.ts';
import { mayCome } from '../rights/rights.ts';

const hit = z.strictObject({ kind: z.string(), title: z.string(), detail: z.string().nullable(), opens: z.string() });
type Hit = z.infer<typeof hit>;

const eachAtMost = 5;

const inDetail = 2;

/** What of a row is its name: the first drawn column; the next two that are words say more of it. */
function hitOf(list: List, row: Record<string, unknown>): Hit | undefined {
  if (!list.opens) return undefined;
  const [first, ...others] = Object.entries(list.columns).filter(([, column]) => !column.hidden);
  const opens = list.opens.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(row[key] ?? ''));
  const detail = others
    .flatMap(([key, { kind, choices }]) => {
      const value = row[key];
      if (typeof value !== 'string' || value === '') return [];
      if (kind === 'choice') return [choices?.[value]?.zh ?? value];
      return kind === 'text' ? [value] : [];
    })
    .slice(0, inDetail);
  return {
    kind: list.title.zh,
    title: String(row[first?.[0] ?? 'id'] ?? ''),
    detail: detail.length > 0 ? detail.join(' · ') : null,
    opens,
  };
}

/** People have no page of their own: they are found where they work. */
async function people(tx: Tx, q: string): Promise<Hit[]> {
  const literal = q.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`);
  const initials = plainInitials(literal.toLowerCase());
  const persons = await tx.rows<{
    id: string;
    name: string;
    post: string | null;
    unit_name: string | null;
    unit_id: string | null;
  }>(sql`
    select id, name, post, unit_name, unit_id from kernel.person_v1
     where (name like ${`%${literal}%`} or initials like ${`${literal.toLowerCase()}%`} or initials like ${`${initials}%`}) and valid_to is null
     order by (name like ${`%${literal}%`} or initials like ${`${literal.toLowerCase()}%`}) desc, name limit ${eachAtMost}`);
  return persons.map(({ name, post, unit_name: unit, unit_id: at }) => ({
    kind: '人员',
    title: name,
    detail: [unit, post].filter(Boolean).join(' '),
    opens: `/organisation?unit=${at ?? ''}`,
  }));
}

/** 全局搜索: people and units of the directory, and every ledger that can be searched and is open to the asker; each under its own rights. */
export const searchIn = (kernel: Kernel): Read<{ q: string }, { hits: Hit[] }> =>
  read('kernel.search', {
    title: { zh: '搜索', en: 'Search' },
    query: z.strictObject({ q: z.string().trim().min(1).max(100) }),
    answer: z.strictObject({ hits: z.array(hit) }),
    who: ['signed-in'],
    fetch: async (tx, { q }) => ({ hits: await people(tx, q) }),
    async afterwards({ hits }, { q }, { actor }) {
      const lists = [...kernel.lists.values()].filter(
        ({ search, opens, who, soughtBy }) => search && opens && mayCome(actor, who) && mayCome(actor, soughtBy ?? who),
      );
      const found = [...hits];
      for (const list of lists) {
        for (const words of new Set([q, plainInitials(q)])) {
          const answer = await runList(kernel, list.name, { q: words, size: String(eachAtMost) }, actor);
          const rows = isRefusal(answer) ? [] : answer.rows;
          found.push(...rows.flatMap((row) => hitOf(list, row) ?? []));
          if (rows.length > 0) break;
        }
      }
      return { hits: found.slice(0, 40) };
    },
  });
