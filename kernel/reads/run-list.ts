import type { Actor } from '../actor.ts';
import type { ListAnswer } from '../api-shapes.ts';
import type { Context } from '../context.ts';
import { empty, join, raw, sql, type Sql } from '../database/sql.ts';
import { send } from '../database/send.ts';
import type { Tx } from '../database/tx.ts';
import type { Kernel } from '../kernel.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../refusal.ts';
import { grantsFor } from '../rights/rights.ts';
import { actorKey } from '../database/step-in.ts';
import { bigrams } from './bigrams.ts';
import type { Column, List } from './list.ts';
import { parseListQuery, type ListQuery } from './list-query.ts';
import { type ListScope, scopeOfList } from './list-scope.ts';
import { estimatedBefore, type Total, totalOf } from './list-total.ts';
import { mask } from './mask.ts';
import { admitReader, mayDo, reading } from './run-read.ts';
import { openCursor, sealCursor } from './sealed-cursor.ts';

type Row = Record<string, unknown>;

/** One page of a ledger, with its total, and sums over the filter when asked for. */
export async function runList(kernel: Kernel, name: string, query: Row, actor: Actor): Promise<ListAnswer | Refusal> {
  const list = kernel.lists.get(name);
  if (!list) return notFound();
  const refused = admitReader(actor, list.who);
  if (refused) return refused;
  const parsed = parseListQuery(list, query);
  if ('unfit' in parsed) return refuse('input-not-fitting', { fields: parsed.unfit }, { status: 400 });
  const cursor = cursorOf(kernel, list, parsed, actor);
  if (isRefusal(cursor)) return cursor;
  const at = { actor, who: list.who, room: name.slice(0, name.indexOf('.')) };
  return reading(kernel, at, async (tx, context, _holds, over) => {
    const scope = scopeOfList(kernel, list, actor, context);
    const where = conditions(kernel, list, parsed, context);
    const question = boundTo(list, parsed, actor);
    const known = parsed.after === null ? estimatedBefore(question) : pagesOn;
    const asking = askPage(tx, list, parsed, scope, where, cursor);
    if (known && !parsed.sums) over();
    const { rows, last, more } = await asking;
    const counted = sql`${where} and ${scope.whole}`;
    const total = more
      ? (known ?? (await totalOf(tx, ident(list.view), counted, question)))
      : parsed.after === null
        ? { count: rows.length, exact: true }
        : pagesOn;
    const sums = parsed.sums && total.exact ? await sumsOf(tx, list, counted) : undefined;
    return {
      rows: rows.map((row) => shape(kernel, list, row, actor, context)),
      ...(more && last ? { next: sealCursor(kernel.cursorKey, question, [last[parsed.sort.column], last['id']]) } : {}),
      total,
      ...(sums ? { sums } : {}),
    };
  });
}

/** A later page says nothing of the total: the first one did. */
const pagesOn: Total = { count: -1, exact: false };

interface Page {
  readonly rows: readonly Row[];
  /** The last row that was looked at: where the next page begins. */
  readonly last: Row | undefined;
  readonly more: boolean;
}

/** One row more than the page holds tells whether there is another. What rights do not cover is left out, should the database ever show it. */
async function askPage(
  tx: Tx,
  list: List,
  query: ListQuery,
  scope: ListScope,
  where: Sql,
  cursor: Cursor,
): Promise<Page> {
  const page = pageQuery(list, query, scope, sql`${where} and ${scope.narrow}`, cursor);
  // What is searched for decides the index: such a page is planned for the very words.
  const { rows } = await send(tx.client, { text: page.text, values: page.values, fresh: query.q !== null });
  const more = rows.length > query.size;
  const looked = more ? rows.slice(0, query.size) : rows;
  return { rows: looked.filter((row) => scope.covers(row)), last: looked.at(-1), more };
}

/** Every row of a ledger under its filter, in batches, for exports: the same conditions, rights and masks as the page. */
export async function* allRows(
  kernel: Kernel,
  list: List,
  query: ListQuery,
  actor: Actor,
  limit: number,
): AsyncGenerator<Row[]> {
  let at: Cursor = null;
  for (let given = 0; given < limit;) {
    const size = Math.min(5_000, limit - given);
    const from: Cursor = at;
    const page: Page = await reading(
      kernel,
      { actor, who: list.who, room: list.name.slice(0, list.name.indexOf('.')) },
      async (tx, context, _holds, over) => {
        const scope = scopeOfList(kernel, list, actor, context);
        const where = conditions(kernel, list, query, context);
        const asking = askPage(tx, list, { ...query, size }, scope, where, from);
        over();
        const found = await asking;
        const unmoved = { ...list, moves: undefined } as unknown as List;
        return { ...found, rows: found.rows.map((row) => shape(kernel, unmoved, row, actor, context)) };
      },
    );
    if (page.rows.length > 0) yield [...page.rows];
    given += page.rows.length;
    if (!page.more || !page.last) return;
    at = [page.last[query.sort.column], page.last['id'] as string];
  }
}

type Cursor = readonly [unknown, string] | null;

const boundTo = (list: List, query: ListQuery, actor: Actor) =>
  JSON.stringify([list.name, actorKey(actor), query.q, query.filters, query.sort]);

function cursorOf(kernel: Kernel, list: List, query: ListQuery, actor: Actor): Cursor | Refusal {
  if (query.after === null) return null;
  const opened = openCursor(kernel.cursorKey, boundTo(list, query, actor), query.after);
  return Array.isArray(opened) && opened.length === 2
    ? (opened as unknown as Cursor)
    : refuse('cursor-not-fitting', {}, { status: 400 });
}

/** Column and view names come from the declaration, never from the reader (SEC-IN-06). */
const ident = (name: string): Sql =>
  raw(
    name
      .split('.')
      .map((part) => `"${part.replaceAll('"', '""')}"`)
      .join('.'),
  );

function pageQuery(list: List, query: ListQuery, scope: ListScope, where: Sql, cursor: Cursor): Sql {
  const { column, down } = query.sort;
  const by = ident(column);
  const way = raw(down ? 'desc' : 'asc');
  const nullable = list.columns[column]?.sort === 'nullable';
  const nulls = nullable ? raw(' nulls last') : empty;
  const wanted = ['id', 'unit_id', ...(scope.byPerson ? ['person_id'] : []), ...Object.keys(list.columns), column];
  const columns = join([...new Set(wanted)].map(ident), ', ');
  // A limit that stands in the text: as a parameter the planner would not know that few rows are wanted.
  const limit = raw(String(query.size + 1));
  return sql`select ${columns} from ${ident(list.view)} where ${where}${cursor ? beyond(by, down, nullable, cursor) : empty} order by ${by} ${way}${nulls}, id ${way} limit ${limit}`;
}

function beyond(by: Sql, down: boolean, nullable: boolean, [value, id]: readonly [unknown, string]): Sql {
  const past = raw(down ? '<' : '>');
  if (!nullable) return sql` and (${by}, id) ${past} (${value}, ${id}::uuid)`;
  if (value === null) return sql` and ${by} is null and id ${past} ${id}::uuid`;
  return sql` and ((${by}, id) ${past} (${value}, ${id}::uuid) or ${by} is null)`;
}

function conditions(kernel: Kernel, list: List, query: ListQuery, context: Context): Sql {
  const all: Sql[] = [sql`node_id = ${kernel.node}`];
  if (list.only) all.push(list.only(context));
  if (query.q !== null) all.push(searchCondition(list, query.q));
  for (const filter of query.filters)
    all.push(...filterConditions(filter.column, list.columns[filter.column]!, filter, context));
  return join(all, ' and ');
}

/** Pieces narrow by index; the words themselves are not compared again: two neighbouring characters of each are nearly exact. */
function searchCondition(list: List, q: string): Sql {
  const pieces = bigrams(q);
  return pieces.length === 0 ? sql`false` : sql`${ident(list.search!)} @> ${pieces}::text[]`;
}

function filterConditions(
  name: string,
  column: Column,
  filter: { any?: readonly string[]; from?: string; to?: string },
  context: Context,
): Sql[] {
  const at = ident(name);
  const all: Sql[] = [];
  if (filter.any) {
    if (column.kind === 'unit') {
      const units = [...new Set(filter.any.flatMap((unit) => context.organisation.unitsBelow(unit)))];
      all.push(sql`${at} = any (${units}::uuid[])`);
    } else if (column.kind === 'text') {
      all.push(filter.any.length === 1 ? sql`${at} = ${filter.any[0]}` : sql`${at} = any (${[...filter.any]}::text[])`);
    } else {
      const cast = raw(
        {
          id: 'uuid',
          person: 'uuid',
          integer: 'bigint',
          'money-fen': 'bigint',
          decimal: 'numeric',
          day: 'date',
          instant: 'timestamptz',
          'yes-no': 'boolean',
          choice: 'text',
          json: 'text',
        }[column.kind],
      );
      all.push(sql`${at} = any (${[...filter.any]}::${cast}[])`);
    }
  }
  const cast = raw(
    { integer: 'bigint', 'money-fen': 'bigint', decimal: 'numeric', day: 'date', instant: 'timestamptz' }[
      column.kind as 'day'
    ] ?? 'text',
  );
  if (filter.from !== undefined) all.push(sql`${at} >= ${filter.from}::${cast}`);
  if (filter.to !== undefined) all.push(sql`${at} <= ${filter.to}::${cast}`);
  return all;
}

async function sumsOf(tx: Tx, list: List, where: Sql): Promise<Record<string, number> | undefined> {
  const summed = Object.keys(list.columns).filter((key) => list.columns[key]!.sum);
  if (summed.length === 0) return undefined;
  const [row] = await tx.rows<Record<string, number>>(
    sql`select ${join(
      summed.map((key) => sql`coalesce(sum(${ident(key)}), 0) as ${ident(key)}`),
      ', ',
    )} from ${ident(list.view)} where ${where}`,
  );
  return Object.fromEntries(summed.map((key) => [key, Number(row?.[key] ?? 0)]));
}

function shape(
  kernel: Kernel,
  list: List,
  row: Row,
  actor: Actor,
  context: Context,
): Row & { may?: readonly string[] } {
  const shown: Row = { id: row['id'], unit_id: row['unit_id'] };
  for (const key of Object.keys(list.columns)) {
    const column = list.columns[key]!;
    const value = row[key];
    shown[key] =
      column.personal && !grantsFor(actor, column.personal.seenBy).length ? mask(column.personal.mask, value) : value;
  }
  if (!list.moves) return shown;
  return { ...shown, may: mayDo(kernel, actor, list.moves(row), context) };
}
