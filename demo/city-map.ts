import { random } from './seeded.ts';

/** The made-up country around 临江市: where its places lie, the roads between them, and what a map of it shows. WGS-84. */

export type LonLat = readonly [longitude: number, latitude: number];

/** The yard of the government, where the vehicles are kept. */
export const yard: LonLat = [117.48, 30.62];
/** Seven kilometres away, by the river. */
export const elsewhere: LonLat = [117.414, 30.592];

const kmADegree = 111.195;

/** A place so many kilometres from another under a bearing (0 is north, 90 east). */
export function onward([longitude, latitude]: LonLat, bearing: number, km: number): LonLat {
  const turn = (bearing * Math.PI) / 180;
  const north = latitude + (km * Math.cos(turn)) / kmADegree;
  return [longitude + (km * Math.sin(turn)) / (kmADegree * Math.cos((north * Math.PI) / 180)), north];
}

export const kmBetween = ([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number =>
  Math.hypot((lon2 - lon1) * Math.cos((((lat1 + lat2) / 2) * Math.PI) / 180), lat2 - lat1) * kmADegree;

/** A road that winds along a bearing, a bend every kilometre and a half. */
function road(seed: number, bearing: number, km: number): LonLat[] {
  const next = random(seed);
  const points: LonLat[] = [yard];
  for (let gone = 0; gone < km; gone += 1.5)
    points.push(onward(points.at(-1)!, bearing + (next() - 0.5) * 50, Math.min(1.5, km - gone)));
  return points;
}

/** The road to each errand's place; half of what the errand drives, and some way beyond. */
export const roads: Readonly<Record<string, readonly LonLat[]>> = {
  石桥县政务服务中心: road(11, 62, 75),
  临江市会议中心: road(12, 118, 12),
  青山省财政厅: road(13, 315, 125),
  开发区管委会: road(14, 205, 20),
  市档案馆: road(15, 20, 9),
  石桥县中学: road(16, 74, 72),
};

/** The point so many kilometres along a road; its end where the road is shorter. */
export function along(points: readonly LonLat[], km: number): LonLat {
  let left = km;
  for (const [at, from] of points.entries()) {
    const to = points[at + 1];
    if (!to) break;
    const length = kmBetween(from, to);
    if (left <= length)
      return [from[0] + ((to[0] - from[0]) * left) / length, from[1] + ((to[1] - from[1]) * left) / length];
    left -= length;
  }
  return points.at(-1)!;
}

type Kind = 'road' | 'minor-road' | 'water' | 'green' | 'built' | 'border' | 'place';
const feature = (kind: Kind, name: string, geometry: object) => ({
  type: 'Feature' as const,
  properties: { kind, name },
  geometry,
});
const rounded = (points: readonly LonLat[]) =>
  points.map(([lon, lat]): LonLat => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]);
const ring = (points: readonly LonLat[]) => {
  const all = rounded(points);
  return [[...all, all[0]!]];
};
const circle = (centre: LonLat, km: number, corners: number, seed: number) => {
  const next = random(seed);
  return Array.from({ length: corners }, (_, n) => onward(centre, (n * 360) / corners, km * (0.8 + next() * 0.35)));
};

/** Fields, river, the built-up city, its streets and the roads out of it, as `keep-background` takes it. */
export function cityMap() {
  const next = random(7);
  const river: LonLat[] = Array.from({ length: 34 }, (_, n) => onward([117.0, 30.47], 74, n * 4.2)).map((point) =>
    onward(point, 344, (next() - 0.5) * 5),
  );
  const banks = [...river, ...river.toReversed().map((point) => onward(point, 160, 1.1))];
  const streets = [];
  for (let n = -4; n <= 4; n += 1) {
    const across = [onward(onward(yard, 90, n * 1.3), 0, 6), onward(onward(yard, 90, n * 1.3), 180, 5)];
    const level = [onward(onward(yard, 0, n * 1.2), 270, 6), onward(onward(yard, 0, n * 1.2), 90, 6)];
    for (const points of [across, level])
      streets.push(feature('minor-road', '', { type: 'LineString', coordinates: rounded(points) }));
  }
  const places: [string, LonLat][] = [
    ['机关大院', yard],
    ...Object.entries({
      石桥县: roads['石桥县政务服务中心']!,
      会议中心: roads['临江市会议中心']!,
      开发区: roads['开发区管委会']!,
    }).map(([name, points]): [string, LonLat] => [name, along(points, { 石桥县: 63, 会议中心: 9, 开发区: 16 }[name]!)]),
    ['青山', along(roads['青山省财政厅']!, 106)],
  ];
  return {
    name: '临江市示意图',
    features: {
      type: 'FeatureCollection' as const,
      features: [
        feature('border', '临江市', { type: 'Polygon', coordinates: ring(circle(onward(yard, 65, 22), 58, 28, 3)) }),
        feature('green', '', { type: 'Polygon', coordinates: ring(circle(onward(yard, 330, 14), 6, 16, 4)) }),
        feature('green', '', { type: 'Polygon', coordinates: ring(circle(onward(yard, 100, 40), 9, 16, 5)) }),
        feature('built', '', { type: 'Polygon', coordinates: ring(circle(yard, 7, 20, 6)) }),
        feature('built', '', {
          type: 'Polygon',
          coordinates: ring(circle(along(roads['石桥县政务服务中心']!, 63), 3, 12, 8)),
        }),
        feature('water', '青江', { type: 'Polygon', coordinates: ring(banks) }),
        ...streets,
        ...Object.values(roads).map((points) =>
          feature('road', '', { type: 'LineString', coordinates: rounded(points) }),
        ),
        ...places.map(([name, point]) => feature('place', name, { type: 'Point', coordinates: rounded([point])[0] })),
      ],
    },
  };
}
