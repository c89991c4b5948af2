/** Mean radius of the Earth, IUGG, in metres. */
export const earthRadiusM = 6_371_008.8;

/** WGS-84, degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** VE-01: great-circle distance in metres. */
export function haversineM(a: Point, b: Point): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2);
  const east = Math.sin(radians(b.longitude - a.longitude) / 2);
  const h = north * north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east * east;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}
