/** Communities of a weighted network by moving nodes to where modularity gains most (Louvain: Blondel et al. 2008). Without chance: ties go by name. */

export interface Edge {
  readonly pair: readonly [string, string];
  readonly weight: number;
}

/** @returns sets of two or more nodes, each sorted, in the order of their first names */
export function communities(edges: readonly Edge[]): string[][] {
  const names = [...new Set(edges.flatMap(({ pair }) => pair))].toSorted();
  const numberOf = new Map(names.map((name, i) => [name, i]));
  let links = edges.map(({ pair, weight }) => [numberOf.get(pair[0])!, numberOf.get(pair[1])!, weight] as const);
  let nodeOf = names.map((_, i) => i);
  let nodes = names.length;
  for (let level = 0; level < 20; level++) {
    const moved = movedOnce(links, nodes);
    const used = [...new Set(moved)];
    if (used.length === nodes) break;
    const shorter = new Map(used.map((community, i) => [community, i]));
    nodeOf = nodeOf.map((node) => shorter.get(moved[node]!)!);
    const joined = new Map<string, readonly [number, number, number]>();
    for (const [a, b, weight] of links) {
      const [one, other] = [shorter.get(moved[a]!)!, shorter.get(moved[b]!)!].toSorted((x, y) => x - y) as [
        number,
        number,
      ];
      const key = `${one} ${other}`;
      joined.set(key, [one, other, (joined.get(key)?.[2] ?? 0) + weight]);
    }
    links = [...joined.values()];
    nodes = used.length;
  }
  const found = new Map<number, string[]>();
  for (const [i, name] of names.entries()) found.set(nodeOf[i]!, [...(found.get(nodeOf[i]!) ?? []), name]);
  return [...found.values()].filter((members) => members.length >= 2);
}

function movedOnce(links: readonly (readonly [number, number, number])[], nodes: number): number[] {
  const near = Array.from({ length: nodes }, () => new Map<number, number>());
  const strength = new Float64Array(nodes);
  let total = 0;
  for (const [a, b, weight] of links) {
    strength[a]! += weight;
    strength[b]! += weight;
    total += 2 * weight;
    if (a === b) continue;
    near[a]!.set(b, (near[a]!.get(b) ?? 0) + weight);
    near[b]!.set(a, (near[b]!.get(a) ?? 0) + weight);
  }
  const of = Array.from({ length: nodes }, (_, i) => i);
  const inside = Float64Array.from(strength);
  for (let round = 0, moved = true; moved && round < 100; round++) {
    moved = false;
    for (let node = 0; node < nodes; node++) {
      const home = of[node]!;
      inside[home]! -= strength[node]!;
      const toward = new Map<number, number>([[home, 0]]);
      for (const [other, weight] of near[node]!) toward.set(of[other]!, (toward.get(of[other]!) ?? 0) + weight);
      const gain = (community: number) => toward.get(community)! - (strength[node]! * inside[community]!) / total;
      let best = home;
      for (const community of toward.keys()) if (gain(community) > gain(best) + 1e-12) best = community;
      inside[best]! += strength[node]!;
      of[node] = best;
      moved ||= best !== home;
    }
  }
  return of;
}
