/** What part of the country a map shows; pure. On the plane: metres east and south of an origin, so that they draw as they are. */

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

export type XY = readonly [x: number, y: number];

export interface View {
  /** Left, top, width and height, in metres. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const metresADegree = 111_195.08;

/** A plane that touches the globe at an origin; right to the width of a line over a city and its counties. */
export function planeAt(origin: Spot): (spot: Spot) => XY {
  const east = metresADegree * Math.cos((origin.latitude * Math.PI) / 180);
  return ({ latitude, longitude }) => [
    Math.round((longitude - origin.longitude) * east * 10) / 10,
    Math.round((origin.latitude - latitude) * metresADegree * 10) / 10,
  ];
}

/** The spot under a point of the plane: the other way round. */
export function spotAt(origin: Spot): (point: XY) => Spot {
  const east = metresADegree * Math.cos((origin.latitude * Math.PI) / 180);
  return ([x, y]) => ({ latitude: origin.latitude - y / metresADegree, longitude: origin.longitude + x / east });
}

/** Metres between two spots of a city. */
export function metresBetween(a: Spot, b: Spot): number {
  const [x, y] = planeAt(a)(b);
  return Math.hypot(x, y);
}

/** Everything given, with a margin, in the shape of the window; a single spot shows its surroundings. */
/** Room at the edges, for the buttons and for names beside what lies there. */
const aside = 1.4;

export function viewAround(points: readonly XY[], aspect: number): View {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs, Infinity), Math.max(...xs, -Infinity)];
  const [top, bottom] = [Math.min(...ys, Infinity), Math.max(...ys, -Infinity)];
  if (points.length === 0) return { x: -10_000, y: -10_000 / aspect, width: 20_000, height: 20_000 / aspect };
  const width = Math.max((right - left) * aside, (bottom - top) * aside * aspect, 6_000);
  const height = width / aspect;
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}

const nearest = 300;
const farthest = 600_000;

/** Nearer or farther, the point under the hand staying where it is. */
export function zoomed(view: View, factor: number, at: XY): View {
  const width = Math.min(farthest, Math.max(nearest, view.width * factor));
  const by = width / view.width;
  return {
    x: at[0] - (at[0] - view.x) * by,
    y: at[1] - (at[1] - view.y) * by,
    width,
    height: view.height * by,
  };
}

/** A round length for the scale, about a fifth of the width. */
export function scaleOf(view: View): number {
  const wanted = view.width / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= wanted) ?? power;
}

/** The place at a moment between two fixes, and which fix was the last. `fixes` are in the order of time and not empty. */
export function placeAt(
  fixes: readonly (readonly [at: number, latitude: number, longitude: number, speedKmh: number | null])[],
  at: number,
): Spot & { readonly last: number; readonly speedKmh: number | null } {
  let [low, high] = [0, fixes.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fixes[middle]![0] <= at) low = middle;
    else high = middle - 1;
  }
  const [t1, lat1, lon1, speedKmh] = fixes[low]!;
  const next = fixes[low + 1];
  if (!next || at <= t1) return { latitude: lat1, longitude: lon1, last: low, speedKmh };
  const share = (at - t1) / (next[0] - t1);
  return {
    latitude: lat1 + (next[1] - lat1) * share,
    longitude: lon1 + (next[2] - lon1) * share,
    last: low,
    speedKmh,
  };
}
