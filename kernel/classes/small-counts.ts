/** One cell of a published table: how many, under its parts' names. */
export interface Counted {
  readonly count: number;
}

export type Withheld<Cell> = Omit<Cell, 'count'> & { readonly count: number | null };

/**
 * Statistics that leave must not tell of single people (SEC-DC-07): counts from 1 to `least - 1` are withheld. Where one alone would be
 * withheld and the total is published, it could be had by subtraction: then the next smallest goes as well, a zero last.
 *
 * @param cells the parts of one published total
 * @param least the smallest count that may be published, of the standard `kernel.small-counts`
 */
export function withholdSmall<Cell extends Counted>(cells: readonly Cell[], least: number): Withheld<Cell>[] {
  const isSmall = ({ count }: Counted) => count > 0 && count < least;
  const withheld = new Set(cells.filter(isSmall));
  const hidden = () => [...withheld].reduce((sum, { count }) => sum + count, 0);
  const others = cells
    .filter((cell) => !withheld.has(cell))
    .toSorted((a, b) => Number(a.count === 0) - Number(b.count === 0) || a.count - b.count);
  // The sum of what is withheld is known from the total: it must stand for more than one cell, and for enough people.
  // A zero adds a cell and no people: one is enough, and more would withhold what tells nothing.
  while (others[0] && (withheld.size === 1 || (withheld.size > 1 && hidden() < least && others[0].count > 0)))
    withheld.add(others.shift()!);
  return cells.map((cell) => ({ ...cell, count: withheld.has(cell) ? null : cell.count }));
}
