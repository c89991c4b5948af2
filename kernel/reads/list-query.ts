import { isId } from '../id.ts';
import type { Column, List } from './list.ts';

/** One condition a reader put on a ledger. */
export interface Filter {
  readonly column: string;
  readonly any?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

export interface ListQuery {
  readonly q: string | null;
  readonly filters: readonly Filter[];
  readonly sort: { readonly column: string; readonly down: boolean };
  readonly after: string | null;
  readonly size: number;
  readonly sums: boolean;
}

export type Unfit = { readonly unfit: readonly { path: string; message: string }[] };

const largestPage = 200;

/**
 * Parses what came in a query string. Only declared columns may be filtered and sorted (SEC-AC-07); an undeclared or repeated
 * parameter is refused, not ignored (SEC-IN-05).
 */
export function parseListQuery(list: List, query: Readonly<Record<string, unknown>>): ListQuery | Unfit {
  const unfit: { path: string; message: string }[] = [];
  const filters = new Map<string, { any?: string[]; from?: string; to?: string }>();
  let q: string | null = null;
  let sort = parseSort(list.order);
  let after: string | null = null;
  let size = 50;
  let sums = false;
  for (const [path, value] of Object.entries(query)) {
    if (typeof value !== 'string') {
      unfit.push({ path, message: 'repeated or structured' });
      continue;
    }
    if (path === 'q' && list.search) q = value.slice(0, 100).trim() || null;
    else if (path === 'after' && value.length <= 2_000) after = value;
    else if (path === 'size' && /^\d{1,3}$/.test(value) && Number(value) >= 1)
      size = Math.min(Number(value), largestPage);
    else if (path === 'sums' && /^[01]$/.test(value)) sums = value === '1';
    else if (path === 'sort') {
      const asked = parseSort(value);
      if (list.columns[asked.column]?.sort || asked.column === parseSort(list.order).column) sort = asked;
      else unfit.push({ path, message: `cannot be sorted by ${asked.column}` });
    } else {
      const match = /^f\.([a-z0-9_]+)(?:\.(from|to))?$/.exec(path);
      const column = match ? list.columns[match[1]!] : undefined;
      if (!match || !column?.filter) unfit.push({ path, message: 'not declared' });
      else {
        const bound = match[2] as 'from' | 'to' | undefined;
        const message = fits(column, value, bound);
        if (message) unfit.push({ path, message });
        const filter = filters.get(match[1]!) ?? {};
        if (bound) filter[bound] = value;
        else filter.any = value.split(',').slice(0, 200);
        filters.set(match[1]!, filter);
      }
    }
  }
  if (unfit.length > 0) return { unfit };
  return { q, filters: [...filters].map(([column, filter]) => ({ column, ...filter })), sort, after, size, sums };
}

const parseSort = (text: string) =>
  text.startsWith('-') ? { column: text.slice(1), down: true } : { column: text, down: false };

const ranged = new Set(['integer', 'decimal', 'money-fen', 'day', 'instant']);

function fits(column: Column, value: string, bound: 'from' | 'to' | undefined): string | undefined {
  if (value.length > 8_000) return 'too long';
  if (bound && !ranged.has(column.kind)) return 'has no range';
  return value
    .split(bound ? '\0' : ',')
    .map((each) => fitsOne(column, each))
    .find(Boolean);
}

function fitsOne(column: Column, value: string): string | undefined {
  switch (column.kind) {
    case 'integer':
    case 'money-fen':
      return /^-?\d{1,15}$/.test(value) ? undefined : 'not a whole number';
    case 'decimal':
      return /^-?\d{1,15}(\.\d{1,9})?$/.test(value) ? undefined : 'not a number';
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) &&
        !Number.isNaN(Date.parse(value)) &&
        new Date(value).toISOString().startsWith(value)
        ? undefined
        : 'not a day';
    case 'instant':
      return /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)) ? undefined : 'not a time';
    case 'id':
    case 'unit':
    case 'person':
      return isId(value) ? undefined : 'not an id';
    case 'yes-no':
      return /^(true|false)$/.test(value) ? undefined : 'not yes or no';
    case 'choice':
      return column.choices && Object.hasOwn(column.choices, value) ? undefined : 'not one of the choices';
    case 'text':
      return value.length <= 200 ? undefined : 'too long';
    case 'json':
      return 'cannot be filtered';
  }
}
