import type { Sql } from 'sql-template-tag';
import type { Context } from '../context.ts';
import type { Offer, WhoWord } from '../verbs/verb.ts';
import type { Words } from '../words.ts';

export type ColumnKind =
  | 'text'
  | 'id'
  | 'integer'
  | 'decimal'
  | 'money-fen'
  | 'day'
  | 'instant'
  | 'choice'
  | 'unit'
  | 'person'
  | 'yes-no'
  | 'json';

export interface Column {
  readonly title: Words;
  readonly kind: ColumnKind;
  /** Shown with the header: km, kWh, ㎡, 元. */
  readonly unitOfMeasure?: string;
  readonly choices?: Readonly<Record<string, Words>>;
  /** Never empty in any row: pages may rely on it, and the contract says so. Of a column with `sort: true` it is so anyway. */
  readonly always?: boolean;
  /** May be filtered (equality; ranges for numbers, days, instants). */
  readonly filter?: boolean;
  /** May be sorted by; `nullable` where the column may be empty (empty ones come last). */
  readonly sort?: boolean | 'nullable';
  /** Summed in the footer over the filter. */
  readonly sum?: boolean;
  /** Kept in the answer for links and keys, not drawn. */
  readonly hidden?: boolean;
  /** Personal field: masked unless the reader's role is named here (SEC-DC-03). */
  readonly personal?: { readonly seenBy: readonly string[]; readonly mask: 'phone' | 'name' | 'id-number' | 'all' };
}

export interface ListDefinition {
  readonly title: Words;
  /** A published view or own table: `vehicles_read.trip_v1`. It carries `id`, `unit_id`, and `person_id` where a thing is somebody's. */
  readonly view: string;
  readonly who: readonly WhoWord[];
  /** Keys are the view's column names. */
  readonly columns: Readonly<Record<string, Column>>;
  /** `-starts_at` is newest first. Ties are broken by id. */
  readonly order: string;
  /**
   * Columns of which an index holds each value's rows in the order of `order`, and another one all rows: with one value of one of them, or without any
   * filter, a page of the whole tree is read from there whatever the value is, and is not planned anew for it.
   */
  readonly ordered?: readonly string[];
  /** A text[] column of bigrams (`kernel.bigrams(text)`) searched by `q`. */
  readonly search?: string;
  /** Who finds its rows by the search over everything, where that is not all of `who`: another ledger tells of the same, or the page is not open to them. */
  readonly soughtBy?: readonly WhoWord[];
  /** An index holds `unit_id` and these pieces together: whoever reads few units then searches in theirs alone, not in the whole tree. */
  readonly searchByUnit?: true;
  /** A fixed condition of this list (`sql\`state = 'open'\``). */
  readonly only?: (context: Context) => Sql;
  /** Which verbs a row may offer now, and where each one's right is judged. Rights are added by the kernel. */
  readonly moves?: (row: Record<string, unknown>) => Offer | readonly Offer[];
  /**
   * The columns that `moves` looks at and no others, where rows are wide: rows that are alike in these are judged once, and none is read again; `moves`
   * then follows from nothing else, no clock either. None of them is an instant.
   */
  readonly movesBy?: readonly string[];
  /** Kind of import sheet that takes this list's export back. */
  readonly sheet?: string;
  /** Rows tell of people or of what they did: an export asks why, holds fewer rows and is marked with a day to be destroyed by (SEC-FI-13). */
  readonly sensitive?: true;
  /** Where a row opens: `/vehicles/trips/{id}`. */
  readonly opens?: string;
}

export interface List extends ListDefinition {
  readonly kind: 'list';
  readonly name: string;
}

/** Does taking this ledger out ask why? One with masked columns does as well. */
export const isSensitive = ({ sensitive, columns }: Pick<List, 'sensitive' | 'columns'>): boolean =>
  sensitive === true || Object.values(columns).some(({ personal }) => personal);

/** Declares a ledger: one definition gives the page, filters, sums, export and the API. Served at `GET /api/reads/<name>`. */
export function list(name: string, definition: ListDefinition): List {
  return { kind: 'list', name, ...definition };
}
