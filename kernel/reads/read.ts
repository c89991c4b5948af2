import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Tx } from '../database/tx.ts';
import type { CsvValue } from '../exchange/write-csv.ts';
import type { OutSheet } from '../exchange/write-workbook.ts';
import type { Offer, Place, WhoWord } from '../verbs/verb.ts';
import type { Words } from '../words.ts';

export interface ReadDefinition<Query, Answer> {
  readonly title: Words;
  /** A strict zod object over strings (a query string); repeated parameters are refused (SEC-IN-05). */
  readonly query: z.ZodType<Query>;
  readonly answer: z.ZodType<Answer>;
  readonly who: readonly WhoWord[];
  /** Which and fetch: one or few statements under row-level security. */
  fetch(tx: Tx, query: Query, context: Context): Promise<Answer>;
  /** May see: where the right to this answer is judged; a foreign place answers `not-found`. Left out, or of nothing: the scope alone decides. */
  at?(answer: Answer, query: Query, context: Context): Place | null;
  /** The object a task may narrowly open, known before fetching (from the query). */
  object?(query: Query): string | undefined;
  /**
   * Completes the answer once the read's own transaction is over: what asks other reads or lists belongs here, since a transaction that
   * waits for another connection while it holds one would, under load, wait for itself (REL-21).
   */
  afterwards?(answer: Answer, query: Query, context: Context): Promise<Answer>;
  /** What it may refuse with beside what every door says. */
  readonly refusals?: readonly string[];
  /** A read of sensitive content leaves a fact of its own. */
  readonly recorded?: boolean;
  /**
   * The answer in a layout of its own, served at `GET /api/reads/<name>.xlsx` and recorded as an export: a form is filed as it looks on paper.
   * `name` is the file's, without its ending.
   */
  workbook?(answer: Answer): { readonly name: string; readonly sheets: readonly OutSheet[] };
  /**
   * The answer as a plain table of its own columns, served at `GET /api/reads/<name>.csv` page after page and recorded as an export. `next` is the
   * query of the page behind this one, or null at the end.
   */
  table?(
    answer: Answer,
    query: Query,
  ): {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly CsvValue[])[];
    readonly next: Readonly<Record<string, string>> | null;
  };
  /** Which verbs the answer may offer now: pure, from the object's state. Rights are added by the kernel. */
  moves?(answer: Answer): Offer | readonly Offer[] | undefined;
}

export interface Read<Query = never, Answer = unknown> extends ReadDefinition<Query, Answer> {
  readonly kind: 'read';
  readonly name: string;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a room's list holds reads of every query; each is checked where it is defined
export type AnyRead = Read<any, any>;

/** Declares a read, served at `GET /api/reads/<name>`. */
export function read<Query, Answer>(name: string, definition: ReadDefinition<Query, Answer>): Read<Query, Answer> {
  return { kind: 'read', name, ...definition };
}
