import type { Demand, Idle, Pair, Taken } from './demand.ts';

/** What somebody does who goes down the list: urgent demands first, always the pair that is worth most of those still open. Up to twice worse than the best. */
export function takeGreedily(
  pairs: readonly Pair[],
  demands: ReadonlyMap<string, Demand>,
  idle: ReadonlyMap<string, Idle>,
): Taken[] {
  const wanted = new Map([...demands].map(([id, { pieces, allowed }]) => [id, Math.min(pieces, allowed ?? Infinity)]));
  const there = new Map([...idle].map(([id, { pieces }]) => [id, pieces]));
  const urgent = (pair: Pair) => Number(demands.get(pair.demand)!.urgent);
  const inOrder = pairs.toSorted(
    (a, b) =>
      urgent(b) - urgent(a) ||
      b.valueFen - a.valueFen ||
      a.demand.localeCompare(b.demand) ||
      a.idle.localeCompare(b.idle),
  );
  return inOrder.flatMap((pair) => {
    const given = Math.min(pair.pieces, wanted.get(pair.demand)!, there.get(pair.idle)!);
    if (given < 1) return [];
    wanted.set(pair.demand, wanted.get(pair.demand)! - given);
    there.set(pair.idle, there.get(pair.idle)! - given);
    return [{ ...pair, given }];
  });
}
