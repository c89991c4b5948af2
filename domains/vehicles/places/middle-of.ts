import type { Point } from '../methods/haversine.ts';
import type { Shape } from '../positions/contract.ts';

/** The middle of a fence: of a circle its centre, of a polygon the mean of its corners, which does for reckoning a way there. */
export function middleOf(shape: Shape): Point {
  if (shape.kind === 'circle') return { latitude: shape.latitude, longitude: shape.longitude };
  const { points } = shape;
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  return { latitude: mean(0), longitude: mean(1) };
}
