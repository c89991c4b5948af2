import type { Point } from '@opengoa/vehicles/haversine';
import { earthRadiusM } from '@opengoa/vehicles/haversine';

export interface Detour {
  /** Driven over the shortest way. */
  readonly ratio: number;
  /** Of what was driven, the share outside the corridor. */
  readonly offRouteShare: number;
}

/**
 * VE-05: how much farther than needed, and how much of it away from every plausible way.
 * @throws RangeError where a distance is no length of a way
 */
export function detourOf(drivenKm: number, shortestKm: number, outsideKm: number): Detour {
  if (!(drivenKm > 0 && shortestKm > 0 && outsideKm >= 0)) throw new RangeError('a way has a length');
  return { ratio: drivenKm / shortestKm, offRouteShare: outsideKm / drivenKm };
}

/**
 * Kilometres driven outside a corridor around ways, each step counted by where it ends.
 * @param ways each at least one point, WGS-84; a vehicle within the corridor of any of them is on its way
 */
export function kmOutside(
  fixes: readonly (Point & { readonly stepM: number })[],
  ways: readonly (readonly Point[])[],
  corridorM = 1_000,
): number {
  const outside = fixes.filter((fix) => !ways.some((way) => metresFromWay(fix, way) <= corridorM));
  return outside.reduce((sum, { stepM }) => sum + stepM, 0) / 1_000;
}

/** Metres from a point to the nearest of a way's straight pieces, on a plane that touches the Earth at the point. Infinite for a way without points. */
export function metresFromWay(point: Point, way: readonly Point[]): number {
  const perDegree = (earthRadiusM * Math.PI) / 180;
  const east = perDegree * Math.cos((point.latitude * Math.PI) / 180);
  const plane = way.map(({ latitude, longitude }) => ({
    x: (longitude - point.longitude) * east,
    y: (latitude - point.latitude) * perDegree,
  }));
  if (plane.length === 1) return Math.hypot(plane[0]!.x, plane[0]!.y);
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < plane.length; i++) {
    const [a, b] = [plane[i - 1]!, plane[i]!];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(a.x * dx + a.y * dy) / length));
    nearest = Math.min(nearest, Math.hypot(a.x + along * dx, a.y + along * dy));
  }
  return nearest;
}
