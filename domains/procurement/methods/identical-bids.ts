/** R028: two bidders, one price. */

/** @returns for each price that stands more than once, the positions of its bids */
export function identicalBids(
  amounts: readonly number[],
): { readonly amount: number; readonly at: readonly number[] }[] {
  const found = Map.groupBy(amounts.keys(), (i) => amounts[i]!);
  return [...found].filter(([, at]) => at.length > 1).map(([amount, at]) => ({ amount, at }));
}
