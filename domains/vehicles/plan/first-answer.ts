import type { Program } from '@opengoa/kernel/solve';

/**
 * A plan found by taking trip after trip, each in the cheapest way that is still open. The search begins from it, so that on a machine with too
 * much to do there is an answer as well, only not the best.
 * @param order columns of choices in the order they are tried
 * @param left columns that say a trip is left behind
 */
export function firstAnswer({ rows, upper }: Program, order: readonly number[], left: readonly number[]): Float64Array {
  const values = new Float64Array(upper.length);
  const sums = new Float64Array(rows.length);
  const ofColumn: { row: number; value: number }[][] = Array.from(upper, () => []);
  rows.forEach(({ columns, values: factors }, row) =>
    columns.forEach((column, i) => ofColumn[column]!.push({ row, value: factors[i]! })),
  );
  const raise = (column: number, by: number) => {
    values[column]! += by;
    for (const { row, value } of ofColumn[column]!) sums[row]! += value * by;
  };
  /** The column that would make room in a full row: one more vehicle of its class. */
  const roomIn = (row: number): number | undefined => {
    const { columns, values: factors } = rows[row]!;
    const last = columns.at(-1)!;
    return factors.at(-1) === -1 && values[last]! < upper[last]! ? last : undefined;
  };
  for (const column of order) {
    const full = ofColumn[column]!.filter(({ row, value }) => sums[row]! + value > rows[row]!.to);
    const room = new Set(full.map(({ row }) => roomIn(row)));
    if (room.has(undefined) || room.size > 1) continue;
    for (const one of room) raise(one!, 1);
    raise(column, 1);
  }
  for (const column of left) for (const { row } of ofColumn[column]!) if (sums[row]! < 1) values[column] = 1;
  return values;
}
