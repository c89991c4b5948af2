import type { Context } from '../context.ts';
import { join, raw, sql, type Sql } from '../database/sql.ts';
import type { Kernel } from '../kernel.ts';
import { soughtPieces } from './bigrams.ts';
import type { Column, List } from './list.ts';
import type { ListQuery } from './list-query.ts';

/** As many as there are columns and views: a page of a wide list names each of its columns three times. */
const idents = new Map<string, Sql>();

/** Column and view names come from the declaration, never from the reader (SEC-IN-06). */
export function ident(name: string): Sql {
  const known = idents.get(name);
  if (known) return known;
  const quoted = raw(
    name
      .split('.')
      .map((part) => `"${part.replaceAll('"', '""')}"`)
      .join('.'),
  );
  idents.set(name, quoted);
  return quoted;
}

/** What a reader filtered for, as SQL; rights are not among it, nor is what was searched for. */
export function conditions(kernel: Kernel, list: List, query: ListQuery, context: Context): Sql {
  const all: Sql[] = [sql`node_id = ${kernel.node}`];
  if (list.only) all.push(list.only(context));
  for (const filter of query.filters)
    all.push(...filterConditions(filter.column, list.columns[filter.column]!, filter, context));
  return join(all, ' and ');
}

/** Pieces narrow by index; the words themselves are not compared again: two neighbouring characters of each are nearly exact. */
export function searchCondition(list: List, { q }: ListQuery): Sql | null {
  if (q === null) return null;
  const pieces = soughtPieces(q);
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
      all.push(units.length === 1 ? sql`${at} = ${units[0]}::uuid` : sql`${at} = any (${units}::uuid[])`);
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
      // One value as itself: only then does an index behind this column still give the order of the page.
      all.push(
        filter.any.length === 1
          ? sql`${at} = ${filter.any[0]}::${cast}`
          : sql`${at} = any (${[...filter.any]}::${cast}[])`,
      );
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
