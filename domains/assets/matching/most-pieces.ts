/** Who could be given something, and what there is: so many pieces each, and which may go where. */
export interface Net {
  readonly wanted: readonly number[];
  readonly there: readonly number[];
  /** Most pieces from a thing to a demand; no pair twice. */
  readonly ways: readonly { readonly demand: number; readonly idle: number; readonly pieces: number }[];
}

/**
 * Most pieces that can be given at once, and by which ways: a maximum matching where all is one piece, a maximum flow otherwise.
 * @returns pieces on each way, in the order of `ways`
 * @source E. A. Dinic 1970; over one piece each it is the algorithm of Hopcroft and Karp 1973
 */
export function mostPieces({ wanted, there, ways }: Net): number[] {
  const source = wanted.length + there.length;
  const sink = source + 1;
  const heads: number[] = [];
  const room: number[] = [];
  const out: number[][] = Array.from({ length: sink + 1 }, () => []);
  // An edge and its way back stand side by side: e and e ^ 1.
  const edge = (from: number, to: number, pieces: number) => {
    out[from]!.push(heads.push(to) - 1);
    room.push(pieces);
    out[to]!.push(heads.push(from) - 1);
    room.push(0);
  };
  for (const { demand, idle, pieces } of ways) edge(demand, wanted.length + idle, pieces);
  wanted.forEach((pieces, i) => edge(source, i, pieces));
  there.forEach((pieces, j) => edge(wanted.length + j, sink, pieces));

  const level = new Int32Array(sink + 1);
  const next = new Int32Array(sink + 1);
  const levels = (): boolean => {
    level.fill(-1);
    level[source] = 0;
    const queue = [source];
    for (let head = 0; head < queue.length; head += 1)
      for (const e of out[queue[head]!]!) {
        const to = heads[e]!;
        if (room[e]! === 0 || level[to]! >= 0) continue;
        level[to] = level[queue[head]!]! + 1;
        queue.push(to);
      }
    return level[sink]! >= 0;
  };
  /** One way to the sink along the levels, without calling itself: a net is as deep as it is large. */
  const push = (): boolean => {
    const path: number[] = [];
    let at = source;
    while (at !== sink) {
      const edges = out[at]!;
      while (next[at]! < edges.length) {
        const e = edges[next[at]!]!;
        if (room[e]! > 0 && level[heads[e]!]! === level[at]! + 1) break;
        next[at]! += 1;
      }
      const e = edges[next[at]!];
      if (e !== undefined) {
        path.push(e);
        at = heads[e]!;
        continue;
      }
      const back = path.pop();
      if (back === undefined) return false;
      at = heads[back ^ 1]!;
      next[at]! += 1;
    }
    const pieces = path.reduce((least, e) => Math.min(least, room[e]!), Infinity);
    for (const e of path) {
      room[e]! -= pieces;
      room[e ^ 1]! += pieces;
    }
    return true;
  };
  while (levels()) {
    next.fill(0);
    while (push());
  }
  return ways.map((_way, k) => room[2 * k + 1]!);
}
