import { haversineM, type Point } from '../methods/haversine.ts';
import type { Shape } from './contract.ts';
import type { Conditions } from './conditions.ts';
import type { Watch } from './watching.ts';

/** What is true of fences; pure. Shapes are WGS-84, small enough that the ground is flat within them. */
export interface Fence extends Watch, Conditions {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly shape: Shape;
  /** How fast one may be inside; null where it sets no limit. */
  readonly limitKmh: number | null;
}

/** Metres east and north of an origin, on the plane that touches the globe there. */
const onPlane = (origin: Point, { latitude, longitude }: Point): readonly [number, number] => {
  const metresADegree = 111_195.08;
  return [
    (longitude - origin.longitude) * metresADegree * Math.cos((origin.latitude * Math.PI) / 180),
    (latitude - origin.latitude) * metresADegree,
  ];
};

const cornersOf = (points: readonly (readonly [number, number])[]): Point[] =>
  points.map(([latitude, longitude]) => ({ latitude, longitude }));

/** How far outside a fence a place lies, in metres; 0 inside and on its edge. */
export function metresOutside(shape: Shape, place: Point): number {
  if (shape.kind === 'circle') return Math.max(0, haversineM(shape, place) - shape.radiusM);
  const corners = cornersOf(shape.points).map((corner) => onPlane(place, corner));
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = 0, before = corners.length - 1; at < corners.length; before = at, at += 1) {
    const [x1, y1] = corners[before]!;
    const [x2, y2] = corners[at]!;
    // The place is the origin: a ray along x crosses this side.
    if (y1 > 0 !== y2 > 0 && x1 - (y1 * (x2 - x1)) / (y2 - y1) > 0) inside = !inside;
    const [dx, dy] = [x2 - x1, y2 - y1];
    const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / (dx * dx + dy * dy)));
    nearest = Math.min(nearest, Math.hypot(x1 + along * dx, y1 + along * dy));
  }
  return inside ? 0 : nearest;
}

/** Do two sides of the polygon that are not neighbours meet? */
export function crossesItself(points: readonly (readonly [number, number])[]): boolean {
  const corners = cornersOf(points).map((corner) => onPlane(cornersOf(points)[0]!, corner));
  const turn = (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]) =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  const count = corners.length;
  for (let i = 0; i < count; i += 1)
    for (let j = i + 2; j < count; j += 1) {
      if (i === 0 && j === count - 1) continue;
      const [a, b, c, d] = [corners[i]!, corners[(i + 1) % count]!, corners[j]!, corners[(j + 1) % count]!];
      if (turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) return true;
    }
  return false;
}

export interface Crossing {
  readonly fence: Fence;
  readonly way: 'entered' | 'left';
  readonly at: number;
}

/**
 * Which fences a vehicle went into and out of on its way. It is inside once it is within the shape, and has left when it is beyond its edge by
 * the margin: the noise of a receiver on the edge is no coming and going.
 * @param before ids of fences it was inside of
 * @param way its counted fixes in the order of time
 * @returns the crossings, and what it is inside of at the end; ids of fences not given stay as they were
 */
export function crossingsOn(
  fences: readonly Fence[],
  before: readonly string[],
  way: readonly (Point & { readonly at: number })[],
  marginM: number,
): { readonly crossings: readonly Crossing[]; readonly inside: readonly string[] } {
  const inside = new Set(before);
  const crossings: Crossing[] = [];
  for (const place of way)
    for (const fence of fences) {
      const outside = metresOutside(fence.shape, place);
      const was = inside.has(fence.id);
      if (!was && outside === 0) {
        inside.add(fence.id);
        crossings.push({ fence, way: 'entered', at: place.at });
      } else if (was && outside > marginM) {
        inside.delete(fence.id);
        crossings.push({ fence, way: 'left', at: place.at });
      }
    }
  return { crossings, inside: [...inside] };
}
