/**
 * Average precision: the mean, over the ones, of the share of ones among all that score no lower. Equal scores count as their mean order would,
 * so that nothing hangs on the order of the rows. Null where there are no ones.
 */
export function averagePrecision(scores: readonly number[], labels: readonly number[]): number | null {
  const order = [...scores.keys()].toSorted((a, b) => scores[b]! - scores[a]!);
  let [hits, seen, sum] = [0, 0, 0];
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to += 1;
    const ones = order.slice(from, to).filter((i) => labels[i] === 1).length;
    hits += ones;
    seen = to;
    sum += (ones * hits) / seen;
    from = to;
  }
  return hits > 0 ? sum / hits : null;
}
