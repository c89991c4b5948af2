import { readingsAtOnce } from '../contract.ts';

/** As many at once as a batch of readings takes. */
export const portions = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / readingsAtOnce) }, (_, i) =>
    items.slice(i * readingsAtOnce, (i + 1) * readingsAtOnce),
  );

/** Works on items a few at a time; a cancel or the first fault ends it, once what is under way has come back. */
export async function sideBySide<Item>(
  width: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let next = 0;
  let fault: unknown;
  const lane = async () => {
    while (next < items.length && fault === undefined && !signal.aborted) {
      const item = items[next]!;
      next += 1;
      try {
        await work(item);
      } catch (error) {
        fault ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  if (fault !== undefined) throw fault;
}
