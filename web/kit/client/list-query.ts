import type { Column, ListMeta, Words } from '@opengoa/kernel/contract';

/** One condition on one column: an equal value, or a range open at either end. Values are as the server takes them. */
export type Condition = { readonly is: string } | { readonly from?: string; readonly to?: string };

/** What a ledger is asked for, apart from the page. Lives in the address, so that a reload and a sent link keep it. */
export interface ListQuery {
  readonly q?: string;
  readonly where: Readonly<Record<string, Condition>>;
  readonly sort?: string;
}

export const emptyQuery: ListQuery = { where: {} };

/** `?q=…&f.state=approved&f.starts_at.from=2026-03-01&sort=-starts_at`, in the order of the keys, so that equal queries are equal texts. */
export function toSearch(query: ListQuery): Record<string, string> {
  const search: Record<string, string> = {};
  if (query.q) search['q'] = query.q;
  for (const column of Object.keys(query.where).toSorted()) {
    const condition = query.where[column];
    if (!condition) continue;
    if ('is' in condition) {
      if (condition.is !== '') search[`f.${column}`] = condition.is;
    } else {
      if (condition.from) search[`f.${column}.from`] = condition.from;
      if (condition.to) search[`f.${column}.to`] = condition.to;
    }
  }
  if (query.sort) search['sort'] = query.sort;
  return search;
}

/** The reverse of {@link toSearch}; what is not part of a list query is left alone. A column's own `.from` or `.to` is a range. */
export function fromSearch(search: Readonly<Record<string, string>>): ListQuery {
  const where: Record<string, Condition> = {};
  for (const [name, value] of Object.entries(search)) {
    if (!name.startsWith('f.') || value === '') continue;
    const rest = name.slice(2);
    const range = /^(.+)\.(from|to)$/.exec(rest);
    if (range) {
      const [, column = '', end = 'from'] = range;
      const before = where[column];
      where[column] = { ...(before && !('is' in before) ? before : {}), [end]: value };
    } else {
      where[rest] = { is: value };
    }
  }
  return {
    where,
    ...(search['q'] ? { q: search['q'] } : {}),
    ...(search['sort'] ? { sort: search['sort'] } : {}),
  };
}

/** Only what the list filters and sorts by: an address typed by hand or kept from before must not be refused. */
export function fitting(query: ListQuery, meta: Pick<ListMeta, 'columns' | 'search'>): ListQuery {
  const where = Object.fromEntries(Object.entries(query.where).filter(([name]) => meta.columns[name]?.filter));
  const sorts = query.sort !== undefined && meta.columns[query.sort.replace(/^-/, '')]?.sort;
  return {
    where,
    ...(query.q && meta.search ? { q: query.q } : {}),
    ...(sorts && query.sort ? { sort: query.sort } : {}),
  };
}

/** One active filter as the official sees it. */
export interface Chip {
  /** `q` or the column's name. */
  readonly key: string;
  readonly title: Words;
  readonly value: string;
}

const keyword: Words = { zh: '关键字', en: 'Keyword' };

/**
 * Chips of the active filters.
 * @param show writes one value of a column as it stands in the table (a choice's name, a day, yuan from fen)
 */
export function chipsOf(
  query: ListQuery,
  meta: Pick<ListMeta, 'columns'>,
  show: (column: Column, value: string) => string,
): Chip[] {
  const chips: Chip[] = [];
  if (query.q) chips.push({ key: 'q', title: keyword, value: query.q });
  for (const name of Object.keys(toSearch({ where: query.where })).map((key) =>
    key.slice(2).replace(/\.(from|to)$/, ''),
  )) {
    const column = meta.columns[name];
    const condition = query.where[name];
    if (!column || !condition || chips.some((chip) => chip.key === name)) continue;
    const value =
      'is' in condition
        ? show(column, condition.is)
        : condition.from && condition.to
          ? `${show(column, condition.from)} – ${show(column, condition.to)}`
          : condition.from
            ? `≥ ${show(column, condition.from)}`
            : `≤ ${show(column, condition.to ?? '')}`;
    chips.push({ key: name, title: column.title, value });
  }
  return chips;
}

/** The query without one chip's condition. */
export function withoutChip(query: ListQuery, key: string): ListQuery {
  if (key === 'q') {
    const { q: _gone, ...rest } = query;
    return rest;
  }
  const { [key]: _gone, ...where } = query.where;
  return { ...query, where };
}

/** The query with one column's condition set, or cleared when nothing is asked. */
export function withCondition(query: ListQuery, column: string, condition: Condition | undefined): ListQuery {
  const asksNothing = !condition || ('is' in condition ? condition.is === '' : !condition.from && !condition.to);
  return asksNothing ? withoutChip(query, column) : { ...query, where: { ...query.where, [column]: condition } };
}

/** The order after a press on a column's header: down, up, back to the list's own. */
export function nextSort(present: string | undefined, column: string): string | undefined {
  if (present === `-${column}`) return column;
  return present === column ? undefined : `-${column}`;
}
