import { sql, type Tx } from '@opengoa/kernel';

/**
 * The next numbers of a kind of paper in a year. The row stays locked until the act is over and is given back with one that fails, so there are no gaps.
 * @param kind what is numbered: `card`, `issue`, …
 * @param count how many are taken at once
 * @returns the first of them
 */
export async function takeNumbers(tx: Tx, kind: string, year: number, count: number): Promise<number> {
  const { last } = await tx.one<{ last: number }>(sql`
    insert into assets.last_number (kind, year, last) values (${kind}, ${year}, ${count})
    on conflict (node_id, kind, year) do update set last = last_number.last + excluded.last returning last`);
  return last - count + 1;
}

const numbered = (prefix: string, year: number, at: number, digits: number): string =>
  `${prefix}-${year}-${String(at).padStart(digits, '0')}`;

/**
 * The next number of a kind, as it is written on the paper: `LY-2026-0001`.
 * @param day the day whose year counts, YYYY-MM-DD
 */
export async function nextNumber(tx: Tx, kind: string, prefix: string, day: string, digits = 4): Promise<string> {
  const year = Number(day.slice(0, 4));
  return numbered(prefix, year, await takeNumbers(tx, kind, year, 1), digits);
}

/** Several at once, in their order. */
export async function nextNumbers(
  tx: Tx,
  kind: string,
  prefix: string,
  day: string,
  count: number,
  digits = 4,
): Promise<string[]> {
  if (count === 0) return [];
  const year = Number(day.slice(0, 4));
  const first = await takeNumbers(tx, kind, year, count);
  return Array.from({ length: count }, (_, at) => numbered(prefix, year, first + at, digits));
}
