import type { Actor } from '../actor.ts';
import type { ListAnswer } from '../api-shapes.ts';
import type { Context } from '../context.ts';
import { empty, join, raw, sql, type Sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Kernel } from '../kernel.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../refusal.ts';
import { grantsFor, personsOf } from '../rights/rights.ts';
import { actorKey } from '../database/step-in.ts';
import { bigrams } from './bigrams.ts';
import type { Column, List } from './list.ts';
import { parseListQuery, type ListQuery } from './list-query.ts';
import { mask } from './mask.ts';
import { admitReader, mayDo, reading } from './run-read.ts';
import { openCursor, sealCursor } from './sealed-cursor.ts';

/** Beyond this many rows a total is an estimate that says so; no request counts without a bound. */
const exactUpTo = 10_000;
/** Above so many units the scope is left to the database's own hashed look-up. */
const unitsByName = 200;

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
  return reading(kernel, { actor, who: list.who, room: name.slice(0, name.indexOf('.')) }, async (tx, context) => {
    const where = conditions(kernel, list, parsed, actor, context);
    const rows = await tx.rows<Row>(pageQuery(list, parsed, where, cursor));
    const more = rows.length > parsed.size;
    const page = more ? rows.slice(0, parsed.size) : rows;
    const total =
      parsed.after === null
        ? await totalOf(tx, list, where, more ? undefined : page.length)
        : { count: -1, exact: false };
    const sums = parsed.sums && total.exact ? await sumsOf(tx, list, where) : undefined;
    const last = page.at(-1);
    return {
      rows: page.map((row) => shape(kernel, list, row, actor, context)),
      ...(more && last
        ? { next: sealCursor(kernel.cursorKey, boundTo(list, parsed, actor), [last[parsed.sort.column], last['id']]) }
        : {}),
      total,
      ...(sums ? { sums } : {}),
    };
  });
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
    const rows: Row[] = await reading(
      kernel,
      { actor, who: list.who, room: list.name.slice(0, list.name.indexOf('.')) },
      async (tx, context) => {
        const found = await tx.rows<Row>(
          pageQuery(list, { ...query, size: size - 1 }, conditions(kernel, list, query, actor, context), from),
        );
        return found.map((row) => shape(kernel, { ...list, moves: undefined } as unknown as List, row, actor, context));
      },
    );
    if (rows.length === 0) return;
    yield rows;
    given += rows.length;
    const last = rows.at(-1)!;
    at = [last[query.sort.column], last['id'] as string];
    if (rows.length < size) return;
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

function pageQuery(list: List, query: ListQuery, where: Sql, cursor: Cursor): Sql {
  const { column, down } = query.sort;
  const by = ident(column);
  const way = raw(down ? 'desc' : 'asc');
  const nullable = list.columns[column]?.sort === 'nullable';
  const nulls = nullable ? raw(' nulls last') : empty;
  const columns = join([...new Set(['id', 'unit_id', ...Object.keys(list.columns), column])].map(ident), ', ');
  return sql`select ${columns} from ${ident(list.view)} where ${where}${cursor ? beyond(by, down, nullable, cursor) : empty} order by ${by} ${way}${nulls}, id ${way} limit ${query.size + 1}`;
}

function beyond(by: Sql, down: boolean, nullable: boolean, [value, id]: readonly [unknown, string]): Sql {
  const past = raw(down ? '<' : '>');
  if (!nullable) return sql` and (${by}, id) ${past} (${value}, ${id}::uuid)`;
  if (value === null) return sql` and ${by} is null and id ${past} ${id}::uuid`;
  return sql` and ((${by}, id) ${past} (${value}, ${id}::uuid) or ${by} is null)`;
}

function conditions(kernel: Kernel, list: List, query: ListQuery, actor: Actor, context: Context): Sql {
  const all: Sql[] = [sql`node_id = ${kernel.node}`];
  if (kernel.applicationWall) all.push(scopeCondition(list, actor, context));
  if (list.only) all.push(list.only(context));
  if (query.q !== null) all.push(searchCondition(list, query.q));
  for (const filter of query.filters)
    all.push(...filterConditions(filter.column, list.columns[filter.column]!, filter, context));
  return join(all, ' and ');
}

function scopeCondition(list: List, actor: Actor, context: Context): Sql {
  if (list.who.includes('signed-in') || list.who.includes('anyone')) return sql`true`;
  const grants = grantsFor(actor, list.who);
  const units = new Set(
    grants.flatMap((grant) => (grant.below ? context.organisation.unitsBelow(grant.unit) : [grant.unit])),
  );
  const inScope =
    units.size > unitsByName
      ? sql`unit_id in (select kernel.scope_units())`
      : sql`unit_id = any (${[...units]}::uuid[])`;
  if (!list.who.includes('self')) return inScope;
  const own = sql`person_id = any (${personsOf(actor)}::uuid[])`;
  return units.size === 0 ? own : sql`(${inScope} or ${own})`;
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

async function totalOf(
  tx: Tx,
  list: List,
  where: Sql,
  known: number | undefined,
): Promise<{ count: number; exact: boolean }> {
  if (known !== undefined) return { count: known, exact: true };
  const [plan] = await tx.rows<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    sql`explain (format json) select 1 from ${ident(list.view)} where ${where}`,
  );
  const estimate = plan?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
  if (estimate > 4 * exactUpTo) return { count: Math.round(estimate), exact: false };
  const [row] = await tx.rows<{ n: number }>(
    sql`select count(*)::int as n from (select 1 from ${ident(list.view)} where ${where} limit ${exactUpTo + 1}) bounded`,
  );
  const count = row?.n ?? 0;
  return count > exactUpTo ? { count: Math.max(Math.round(estimate), count), exact: false } : { count, exact: true };
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
