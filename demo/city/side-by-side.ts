/** Does the work for each, so many under way at once. The first that fails ends it. */
export async function sideBySide<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const hand = async () => {
    for (let each = left.next(); !each.done; each = left.next()) await work(each.value);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}

/** The items in pieces of so many, in order. */
export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, at * size + size));
}
