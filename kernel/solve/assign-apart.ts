import { type Assignment, assignAtOnce, type Costs } from './assignment.ts';
import { runApart } from './run-apart.ts';

/** So many pairs are assigned in a few milliseconds, less than a thread takes to begin. */
const atOncePairs = 22_500;
const apart = new URL('assign-all.ts', import.meta.url);

/**
 * The one-to-one assignment of least cost, in a thread of its own, so that the program goes on answering meanwhile. Costs in memory made by
 * `costsOf` are looked at where they are; others are copied.
 * @throws when a cost is not finite, and when it was cancelled
 */
export async function assign(costs: Costs, options: { signal?: AbortSignal } = {}): Promise<Assignment> {
  options.signal?.throwIfAborted();
  return costs.values.length <= atOncePairs ? assignAtOnce(costs) : runApart<Costs, Assignment>(apart, costs, options);
}
