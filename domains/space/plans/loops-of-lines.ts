import { most } from './drawing.ts';
import type { Corner, Spot } from './outline.ts';

export type Segment = readonly [Spot, Spot];

/**
 * Closed loops that single lines make where exactly two of them meet at every end. Walls that branch are no loop and are left.
 * @param metres metres of a unit of the drawing: ends within a millimetre are one
 */
export function loopsOfLines(
  segments: readonly Segment[],
  metres: number,
): { readonly loops: readonly (readonly Corner[])[]; readonly left: number } {
  const grid = 0.001 / metres;
  const key = ([x, y]: Spot) => `${Math.round(x / grid)} ${Math.round(y / grid)}`;
  const ends = new Map<string, number[]>();
  for (const [n, [a, b]] of segments.entries())
    if (key(a) !== key(b)) for (const end of [a, b]) ends.set(key(end), [...(ends.get(key(end)) ?? []).slice(0, 3), n]);
  const used = new Set<number>();
  const loops: Corner[][] = [];
  let inLoops = 0;
  for (const first of segments.keys()) {
    if (used.has(first)) continue;
    const loop: Corner[] = [];
    const walked: number[] = [];
    let [from, to] = segments[first]!;
    let n = first;
    for (;;) {
      used.add(n);
      walked.push(n);
      loop.push([from[0], from[1]]);
      const meeting = ends.get(key(to)) ?? [];
      const onward = meeting.length === 2 ? meeting.find((each) => each !== n) : undefined;
      if (onward === undefined || walked.length > most.corners) break;
      if (onward === first) {
        loops.push(loop);
        inLoops += walked.length;
        break;
      }
      if (used.has(onward)) break;
      n = onward;
      const [a, b] = segments[n]!;
      [from, to] = key(a) === key(to) ? [a, b] : [b, a];
    }
  }
  return { loops, left: segments.length - inLoops };
}
