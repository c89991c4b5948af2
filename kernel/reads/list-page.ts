import type { Actor } from '../actor.ts';
import { empty, join, raw, sql, type Sql } from '../database/sql.ts';
import { send } from '../database/send.ts';
import type { Tx } from '../database/tx.ts';
import { grantsFor } from '../rights/rights.ts';
import { ident } from './list-conditions.ts';
import type { List } from './list.ts';
import type { ListQuery } from './list-query.ts';
import type { ListScope } from './list-scope.ts';

type Row = Record<string, unknown>;

/** Where a page begins: behind this value of the sort column and this id. */
export type Cursor = readonly [value: unknown, id: string] | null;

export interface PageQuery {
  readonly list: List;
  readonly query: ListQuery;
  readonly scope: ListScope;
  readonly where: Sql;
  readonly cursor: Cursor;
}

/** Rows as they were found, or each as the text it is answered with. */
export interface Page<Shown> {
  readonly rows: readonly Shown[];
  /** The last row that was looked at: where the next page begins. */
  readonly last: Row | undefined;
  readonly more: boolean;
}

/** One row more than the page holds tells whether there is another. What rights do not cover is left out, should the database ever show it. */
export async function askRows(tx: Tx, page: PageQuery): Promise<Page<Row>> {
  const { query, scope } = page;
  const rows = await ask(tx, page, pageSql(page));
  const more = rows.length > query.size;
  const looked = more ? rows.slice(0, query.size) : rows;
  return { rows: looked.filter((row) => scope.covers(row)), last: looked.at(-1), more };
}

/**
 * Whether the database itself may write the answer: no value is masked for this reader, and no row says what may be done with it. The page
 * then passes through as text, which costs the program a third of what rows cost.
 */
export const isPlain = (list: List, query: ListQuery, actor: Actor): boolean =>
  list.moves === undefined &&
  query.sort.column in list.columns &&
  Object.values(list.columns).every(({ personal }) => !personal || grantsFor(actor, personal.seenBy).length > 0);

/** The same page, each row a line of JSON in the form `askRows` and `JSON.stringify` would give. */
export async function askText(tx: Tx, page: PageQuery): Promise<Page<string>> {
  const { list, query, scope } = page;
  const shown = [...new Set(['id', 'unit_id', ...Object.keys(list.columns)])].map((name) => {
    const value = sql`p.${ident(name)}`;
    if (list.columns[name]?.kind !== 'instant') return value;
    return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${ident(name)}`;
  });
  const persons = scope.byPerson ? sql`, string_agg(coalesce(p.person_id::text, '-'), ' ') as persons` : empty;
  const [answer] = await ask(
    tx,
    page,
    sql`select string_agg(row_to_json(s)::text, E'\n') as rows, string_agg(coalesce(p.unit_id::text, '-'), ' ') as units${persons}
          from (${pageSql(page)}) p cross join lateral (select ${join(shown, ', ')}) s`,
  );
  // A line break inside a text is written as \n in JSON: the real ones stand between the rows.
  const lines = (answer?.['rows'] as string | null)?.split('\n') ?? [];
  const units = (answer?.['units'] as string | null)?.split(' ') ?? [];
  const people = (answer?.['persons'] as string | null | undefined)?.split(' ') ?? [];
  const more = lines.length > query.size;
  const looked = more ? lines.slice(0, query.size) : lines;
  const rows = looked.filter((_, at) => scope.covers({ unit_id: units[at], person_id: people[at] }));
  return { rows, last: looked.length > 0 ? (JSON.parse(looked.at(-1)!) as Row) : undefined, more };
}

/** What is searched for decides the index: such a page is planned for the very words, every other one is prepared. */
const ask = async (tx: Tx, { query }: PageQuery, { text, values }: Sql): Promise<readonly Row[]> =>
  (await send(tx.client, { text, values, fresh: query.q !== null })).rows;

function pageSql({ list, query, scope, where, cursor }: PageQuery): Sql {
  const { column, down } = query.sort;
  const by = ident(column);
  const way = raw(down ? 'desc' : 'asc');
  const nullable = list.columns[column]?.sort === 'nullable';
  const nulls = nullable ? raw(' nulls last') : empty;
  const wanted = ['id', 'unit_id', ...(scope.byPerson ? ['person_id'] : []), ...Object.keys(list.columns), column];
  const columns = join([...new Set(wanted)].map(ident), ', ');
  // A limit that stands in the text: as a parameter the planner would not know that few rows are wanted.
  const limit = raw(String(query.size + 1));
  return sql`select ${columns} from ${ident(list.view)} where ${where} and ${scope.narrow}${cursor ? beyond(by, down, nullable, cursor) : empty} order by ${by} ${way}${nulls}, id ${way} limit ${limit}`;
}

function beyond(by: Sql, down: boolean, nullable: boolean, [value, id]: readonly [unknown, string]): Sql {
  const past = raw(down ? '<' : '>');
  if (!nullable) return sql` and (${by}, id) ${past} (${value}, ${id}::uuid)`;
  if (value === null) return sql` and ${by} is null and id ${past} ${id}::uuid`;
  return sql` and ((${by}, id) ${past} (${value}, ${id}::uuid) or ${by} is null)`;
}
