/** WGS-84, degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the Earth, IUGG, in kilometres. */
const earthRadiusKm = 6_371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres by road: the great circle times what roads are longer by; null where a place is not known. */
export function wayKm(a: Point | null, b: Point | null, roadOverLine: number): number | null {
  if (!a || !b) return null;
  const north = Math.sin(radians(b.latitude - a.latitude) / 2);
  const east = Math.sin(radians(b.longitude - a.longitude) / 2);
  const h = north * north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east * east;
  return roadOverLine * 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}
