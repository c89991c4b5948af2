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
  /** What was searched for; null where nothing was. */
  readonly search: Sql | null;
  readonly cursor: Cursor;
}

/** Rows as they were found, or as the text they are answered with. */
export interface Page<Shown> {
  readonly rows: Shown;
  readonly count: number;
  /** The last row that was looked at, where there are more behind it: there the next page begins. */
  readonly next: Cursor;
}

/** The name under which a page carries the sort column to the last digit: numbers and instants of the program have fewer than the database's. */
const exactly = 'sorted exactly by';

/** One row more than the page holds tells whether there is another. What rights do not cover is left out, should the database ever show it. */
export async function askRows(tx: Tx, page: PageQuery): Promise<Page<readonly Row[]>> {
  const { query, scope } = page;
  const found = await ask(tx, page, { written: (rows) => rows, count: (rows) => rows.length });
  const more = found.length > query.size;
  const looked = more ? found.slice(0, query.size) : found;
  const rows = looked.filter((row) => scope.covers(row));
  const last = looked.at(-1);
  return { rows, count: rows.length, next: more && last ? [last[exactly], last['id'] as string] : null };
}

/**
 * Whether the database itself may write the rows of the answer: no value is masked for this reader, and what the list's moves look at is shown.
 */
export const isWrittenThere = (list: List, query: ListQuery, actor: Actor): boolean =>
  query.sort.column in list.columns &&
  (list.moves === undefined || !list.who.includes('self') || 'person_id' in list.columns) &&
  Object.values(list.columns).every(({ personal }) => !personal || grantsFor(actor, personal.seenBy).length > 0);

/** Stands between the rows of a text and in none of them: a line break inside a value is written as two characters in JSON. */
export const betweenRows = ',\n';

/**
 * The same page as JSON text without its brackets, each row in the form `askRows` and `JSON.stringify` would give. It costs the program a third
 * of what rows cost.
 */
export async function askText(tx: Tx, page: PageQuery): Promise<Page<string>> {
  const { list, query, scope } = page;
  const persons = scope.byPerson ? sql`, string_agg(coalesce(p.person_id::text, '-'), ' ') as persons` : empty;
  const nth = raw(String(query.size));
  const written = (rows: Sql) => sql`
    select string_agg(row_to_json(s)::text, E',\\n') as rows, string_agg(coalesce(p.unit_id::text, '-'), ' ') as units${persons},
           (array_agg(p.${ident(exactly)}))[${nth}] as at, (array_agg(p.id))[${nth}] as id, count(*)::int as count
      from (${rows}) p cross join lateral (select ${shownOf(list)}) s`;
  const [answer] = await ask(tx, page, { written, count: ([only]) => only!['count'] as number });
  const found = (answer?.['rows'] as string | null) ?? '';
  const units = (answer?.['units'] as string | null)?.split(' ') ?? [];
  const people = (answer?.['persons'] as string | null | undefined)?.split(' ') ?? [];
  const more = units.length > query.size;
  if (more) units.length = query.size;
  const looked = more ? found.slice(0, found.lastIndexOf(betweenRows)) : found;
  const next: Cursor = more ? [answer!['at'], answer!['id'] as string] : null;
  const covered = units.map((unit, at) => scope.covers({ unit_id: unit, person_id: people[at] }));
  if (covered.every(Boolean)) return { rows: looked, count: units.length, next };
  const rows = looked.split(betweenRows).filter((_, at) => covered[at]);
  return { rows: rows.join(betweenRows), count: rows.length, next };
}

/** What a row shows, from the page `p`: in the order and in the forms of JSON.stringify. */
function shownOf({ columns }: List): Sql {
  const shown = [...new Set(['id', 'unit_id', ...Object.keys(columns)])].map((name) => {
    const value = sql`p.${ident(name)}`;
    const kind = columns[name]?.kind;
    // Only so is it free of line breaks.
    if (kind === 'json') return sql`to_jsonb(${value}) as ${ident(name)}`;
    if (kind !== 'instant') return value;
    return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${ident(name)}`;
  });
  return join(shown, ', ');
}

interface Asking {
  /** The statement around the one that finds the rows. */
  readonly written: (rows: Sql) => Sql;
  /** How many rows the answer holds. */
  readonly count: (answer: readonly Row[]) => number;
}

/** So many rows are looked at in the order of the page before what is searched for is looked up. */
const lookedThrough = 10_000;
/** Larger pages (exports) are not looked for among a few. */
const largestPage = 200;

/**
 * Asks for a page, prepared. What is searched for is looked for twice at most: a frequent word fills the page from the first rows in its order,
 * where looking it up would bring a tenth of the table; a rare one is looked up, and there are few rows to sort. The planner cannot tell
 * the two apart, since it takes the neighbouring pieces of a word for independent of each other.
 */
async function ask(tx: Tx, page: PageQuery, { written, count }: Asking): Promise<readonly Row[]> {
  const { search, query } = page;
  if (!search) return (await send(tx.client, written(pageSql(page)))).rows;
  if (query.size <= largestPage) {
    const { rows } = await send(tx.client, written(pageSql({ ...page, among: lookedThrough })));
    if (count(rows) > query.size) return rows;
  }
  const { text, values } = written(pageSql(page));
  return (await send(tx.client, { text, values, fresh: true })).rows;
}

/** The rows of a page. What is searched for is looked up, or looked for among so many rows in the order of the page. */
function pageSql({ list, query, scope, where, search, cursor, among }: PageQuery & { among?: number }): Sql {
  const { column, down } = query.sort;
  const by = ident(column);
  const way = raw(down ? 'desc' : 'asc');
  const nullable = list.columns[column]?.sort === 'nullable';
  const nulls = nullable ? raw(' nulls last') : empty;
  const wanted = ['id', 'unit_id', ...(scope.byPerson ? ['person_id'] : []), ...Object.keys(list.columns), column];
  const columns = join([...[...new Set(wanted)].map(ident), sql`${by}::text as ${ident(exactly)}`], ', ');
  // Limits stand in the text: as parameters the planner would not know that few rows are wanted.
  const limit = (rows: number) => raw(`limit ${rows}`);
  const order = sql`order by ${by} ${way}${nulls}, id ${way}`;
  const after = cursor ? beyond(by, down, nullable, cursor) : empty;
  const view = sql`${ident(list.view)} where ${where} and ${scope.narrow}${after}`;
  const most = limit(query.size + 1);
  if (!search) return sql`select ${columns} from ${view} ${order} ${most}`;
  if (among === undefined)
    return sql`with found as materialized (select * from ${view} and ${search}) select ${columns} from found ${order} ${most}`;
  return sql`select ${columns} from (select * from ${view} ${order} ${limit(among)}) first where ${search} ${order} ${most}`;
}

function beyond(by: Sql, down: boolean, nullable: boolean, [value, id]: readonly [unknown, string]): Sql {
  const past = raw(down ? '<' : '>');
  if (!nullable) return sql` and (${by}, id) ${past} (${value}, ${id}::uuid)`;
  if (value === null) return sql` and ${by} is null and id ${past} ${id}::uuid`;
  return sql` and ((${by}, id) ${past} (${value}, ${id}::uuid) or ${by} is null)`;
}
