import { empty, join, raw, sql, type Sql } from '../database/sql.ts';
import { send } from '../database/send.ts';
import type { Tx } from '../database/tx.ts';
import { ident } from './list-conditions.ts';

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

/** A total and, where it was counted to the end, the sums that were asked for. */
export interface Told {
  readonly total: Total;
  readonly sums?: Readonly<Record<string, number>>;
}

interface Counting {
  readonly view: Sql;
  readonly where: Sql;
}

const sumsAsked = (summed: readonly string[]): Sql =>
  summed.length === 0
    ? empty
    : sql`, ${join(
        summed.map((name) => sql`coalesce(sum(${ident(name)}), 0) as ${ident(name)}`),
        ', ',
      )}`;

const sumsIn = (row: Record<string, unknown> | undefined, summed: readonly string[]): Record<string, number> =>
  Object.fromEntries(summed.map((name) => [name, Number(row?.[name] ?? 0)]));

/** Sums over rows that are known to be few. */
export async function sumsOf(tx: Tx, { view, where }: Counting, summed: readonly string[]) {
  const rows = await tx.rows<Record<string, unknown>>(
    sql`select count(*)${sumsAsked(summed)} from ${view} where ${where}`,
  );
  return sumsIn(rows[0], summed);
}

const estimates = new Map<string, { readonly rows: number; readonly at: number }>();

/** A large estimate made a moment ago for the very same question, so that a page that is asked all day is planned once for it. */
export function estimatedBefore(question: string): Total | undefined {
  const known = estimates.get(question);
  if (!known || performance.now() - known.at > believedMs) return undefined;
  return { count: known.rows, exact: false };
}

/**
 * Counts exactly up to 10,000 rows, and estimates beyond; what is searched for is counted up to 1,000. Sums are made in
 * the same look at the rows, unless there are probably too many to be told.
 * @param question names the reader, the ledger and its filters: an estimate is kept under it
 */
export async function totalOf(
  tx: Tx,
  {
    view,
    where,
    question,
    searched,
    summed,
  }: Counting & { readonly question: string; readonly searched: boolean; readonly summed: readonly string[] },
): Promise<Told> {
  const most = searched ? searchedUpTo : exactUpTo;
  const plan = sql`explain (format json) select 1 from ${view} where ${where}`;
  const { rows } = await send(tx.client, plan);
  const [{ Plan }] = rows[0]!['QUERY PLAN'] as [{ Plan: { 'Plan Rows': number } }];
  const estimate = Math.round(Plan['Plan Rows']);
  if (estimate > surelyMore) return { total: believed(question, estimate) };
  const atOnce = estimate <= most ? summed : [];
  const looked = atOnce.length === 0 ? sql`1` : join(atOnce.map(ident), ', ');
  const bounded = sql`select ${looked} from ${view} where ${where} limit ${raw(String(most + 1))}`;
  const counting = sql`select count(*)::int as "rows counted"${sumsAsked(atOnce)} from (${bounded}) bounded`;
  const counted = await send(tx.client, { text: counting.text, values: counting.values, fresh: true });
  const count = counted.rows[0]?.['rows counted'] as number;
  if (count <= most) {
    const total = { count, exact: true };
    if (summed.length === 0) return { total };
    const sums = atOnce.length > 0 ? sumsIn(counted.rows[0], summed) : await sumsOf(tx, { view, where }, summed);
    return { total, sums };
  }
  if (searched) return { total: { count: most, exact: false, atLeast: true } };
  return { total: believed(question, Math.max(estimate, count)) };
}

/** An estimate that stands for a while: whoever comes to the page again does not have it counted again. */
function believed(question: string, rows: number): Total {
  if (estimates.size >= keptMost) estimates.clear();
  estimates.set(question, { rows, at: performance.now() });
  return { count: rows, exact: false };
}
