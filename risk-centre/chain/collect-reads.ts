import { inScope, join, raw, read, sql, type Context, type Sql, type Tx } from '@opengoa/kernel';
import { instantAt } from '@opengoa/kernel/calendar';
import { z } from 'zod';

export const chainReaders = ['risk-officer', 'superior', 'head', 'leader'] as const;

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** Data that have not come for so long are told as stale. */
const staleMs = 24 * 3_600_000;

const source = z.strictObject({
  room: z.string(),
  name: z.string(),
  title: words.nullable(),
  today: z.number(),
  last: z.iso.datetime().nullable(),
  stale: z.boolean(),
  opens: z.string().nullable(),
});
export type Source = z.infer<typeof source>;

interface FlowRow {
  readonly room: string;
  readonly flow: string;
  readonly title_zh: string;
  readonly title_en: string;
  readonly opens: string;
  readonly today: number;
  readonly last_at: Date | null;
}

/** Version 7 ids begin with their moment: the least id of an instant. */
export const leastIdAt = (at: Date): string => {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/** What every office that publishes `flow_v1` took today, and the facts of every room, as far as the asker's right reaches. */
export async function sourcesOf(tx: Tx, context: Context): Promise<Source[]> {
  const mine = inScope(context, chainReaders);
  const midnight = instantAt(context.today, 0);
  const schemas = await tx.rows<{ name: string }>(
    sql`select schemaname as name from pg_views where viewname = 'flow_v1' and schemaname like '%_read' order by 1`,
  );
  const flows =
    schemas.length === 0
      ? []
      : await tx.rows<FlowRow>(
          join(
            schemas.map(({ name }) => flowsOf(name, mine)),
            ' union all ',
          ),
        );
  const facts = await tx.rows<{ room: string; today: number; last: Date }>(sql`
    select split_part(type, '.', 1) as room, count(*)::int as today, max(recorded_at) as last from kernel.fact
     where id >= ${leastIdAt(midnight)}::uuid and outcome = 'done' and ${mine} group by 1 order by 1`);
  return [
    ...flows.map(({ room, flow, title_zh: zh, title_en: en, opens, today, last_at: last }) => ({
      room,
      name: flow,
      title: { zh, en },
      today,
      last: last?.toISOString() ?? null,
      stale: last === null || context.now.getTime() - last.getTime() > staleMs,
      opens,
    })),
    ...facts.map(({ room, today, last }) => ({
      room,
      name: 'facts',
      title: null,
      today,
      last: last.toISOString(),
      stale: false,
      opens: null,
    })),
  ];
}

const flowsOf = (schema: string, mine: Sql): Sql =>
  sql`select ${schema.replace(/_read$/, '').replaceAll('_', '-')} as room, flow, title_zh, title_en, opens, sum(today)::int as today, max(last_at) as last_at
        from ${raw(`${schema}.flow_v1`)} where ${mine} group by flow, title_zh, title_en, opens`;

/** 搜集: where the data come from, how much came today, what has gone quiet and what was parked. */
export const collect = read('risk-centre.collect', {
  title: { zh: '搜集', en: 'Collected' },
  query: z.strictObject({}),
  answer: z.strictObject({ sources: z.array(source), parked: z.number(), sealed: z.number() }),
  who: chainReaders,
  async fetch(tx, _query, context) {
    const { parked } = await tx.one<{ parked: number }>(
      sql`select count(*)::int as parked from kernel.parked_message where ${inScope(context, chainReaders)}`,
    );
    const { sealed } = await tx.one<{ sealed: number }>(
      sql`select coalesce(max(seq), 0)::float8 as sealed from kernel.seal`,
    );
    return { sources: await sourcesOf(tx, context), parked, sealed };
  },
});

/** 共享: every published view with who builds on it, and everybody who follows the Record with how far behind they are. */
export const share = read('risk-centre.share', {
  title: { zh: '共享', en: 'Shared' },
  query: z.strictObject({}),
  answer: z.strictObject({
    views: z.array(
      z.strictObject({ room: z.string(), view: z.string(), columns: z.number(), usedBy: z.array(z.string()) }),
    ),
    followers: z.array(
      z.strictObject({
        name: z.string(),
        behind: z.number(),
        movedAt: z.iso.datetime(),
        parked: z.string().nullable(),
      }),
    ),
    exports: z.number(),
  }),
  who: chainReaders,
  async fetch(tx, _query, context) {
    const views = await publishedViews(tx);
    const followers = await tx.rows<{ name: string; behind: number; moved: Date; parked: string | null }>(sql`
      select name, greatest(0, coalesce((select max(seq) from kernel.seal), 0) - cursor)::float8 as behind, moved_at as moved,
             case when parked_at is not null then coalesce(parked_reason, '') end as parked
        from kernel.follower order by name`);
    const monthAgo = new Date(context.now.getTime() - 30 * 86_400_000);
    const { exports } = await tx.one<{ exports: number }>(sql`
      select count(*)::int as exports from kernel.fact where id >= ${leastIdAt(monthAgo)}::uuid and type = 'kernel.DataExported' and ${inScope(context, chainReaders)}`);
    return {
      views,
      followers: followers.map(({ moved, ...each }) => ({ ...each, movedAt: moved.toISOString() })),
      exports,
    };
  },
});

export interface PublishedView {
  readonly room: string;
  readonly view: string;
  readonly columns: number;
  /** Rooms whose own views read it. */
  readonly usedBy: string[];
}

export async function publishedViews(tx: Tx): Promise<PublishedView[]> {
  const rows = await tx.rows<{ schema: string; view: string; columns: number; used: string[] }>(sql`
    select n.nspname as schema, c.relname as view, c.relnatts::int as columns,
           array(select distinct m.nspname::text from pg_depend d join pg_rewrite r on r.oid = d.objid join pg_class u on u.oid = r.ev_class
                  join pg_namespace m on m.oid = u.relnamespace where d.refobjid = c.oid and u.oid <> c.oid and m.nspname <> n.nspname order by 1) as used
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and n.nspname like '%_read' order by 1, 2`);
  const roomOf = (schema: string) => schema.replace(/_read$/, '').replaceAll('_', '-');
  return rows.map(({ schema, view, columns, used }) => ({
    room: roomOf(schema),
    view,
    columns,
    usedBy: used.map(roomOf),
  }));
}
