import { raw, sql, type Sql } from '../database/sql.ts';
import { send } from '../database/send.ts';
import type { Tx } from '../database/tx.ts';

/** Beyond this many rows a total is an estimate that says so; no request counts without a bound. */
const exactUpTo = 10_000;
/** What is searched for costs a look at each row's page: whoever finds more than this searches on. */
const searchedUpTo = 1_000;
/** So far above the bound an estimate is believed without counting to the bound first. */
const surelyMore = 4 * exactUpTo;
/** Estimates come from statistics that move slowly. */
const believedMs = 10_000;
const keptMost = 2_000;

export interface Total {
  readonly count: number;
  readonly exact: boolean;
  /** There are more than these, and how many was not counted. */
  readonly atLeast?: true;
}

const estimates = new Map<string, { readonly rows: number; readonly at: number }>();

/** A large estimate made a moment ago for the very same question, so that a page that is asked all day is planned once for it. */
export function estimatedBefore(question: string): Total | undefined {
  const known = estimates.get(question);
  if (!known || performance.now() - known.at > believedMs) return undefined;
  return { count: known.rows, exact: false };
}

/**
 * Counts exactly up to 10,000 rows, and estimates beyond; what is searched for is counted up to 1,000.
 * @param question names the reader, the ledger and its filters: an estimate is kept under it
 */
export async function totalOf(
  tx: Tx,
  { view, where, question, searched }: { view: Sql; where: Sql; question: string; searched: boolean },
): Promise<Total> {
  const most = searched ? searchedUpTo : exactUpTo;
  const plan = sql`explain (format json) select 1 from ${view} where ${where}`;
  const { rows } = await send(tx.client, plan);
  const [{ Plan }] = rows[0]!['QUERY PLAN'] as [{ Plan: { 'Plan Rows': number } }];
  const estimate = Math.round(Plan['Plan Rows']);
  if (estimate > surelyMore) {
    if (estimates.size >= keptMost) estimates.clear();
    estimates.set(question, { rows: estimate, at: performance.now() });
    return { count: estimate, exact: false };
  }
  const counting = sql`select count(*)::int as n from (select 1 from ${view} where ${where} limit ${raw(String(most + 1))}) bounded`;
  const counted = await send(tx.client, { text: counting.text, values: counting.values, fresh: true });
  const count = counted.rows[0]?.['n'] as number;
  if (count <= most) return { count, exact: true };
  return searched ? { count: most, exact: false, atLeast: true } : { count: Math.max(estimate, count), exact: false };
}
