import { type Drawing, type DrawnRing, isNumber, most, NotADrawing, ringOf, Tally } from './drawing.ts';
import type { Corner, Ring } from './outline.ts';

/** Properties that may name a room, and those that may name its layer. */
const names = ['room', 'number', 'label', 'name', 'ref', '房号', '房间号', '名称'] as const;
const layers = ['layer', 'class', 'indoor', '图层'] as const;

type Properties = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const said = (properties: Properties, keys: readonly string[]): string | null => {
  for (const key of keys) {
    const value = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, most.text);
    if (isNumber(value)) return String(value);
  }
  return null;
};

/** Metres of a degree of latitude on a sphere of the earth's mean radius. */
const degreeMetres = (Math.PI / 180) * 6_371_008.8;

/**
 * Rooms of a GeoJSON file (RFC 7946): polygons and multi-polygons with their holes; the room's name from a property. Coordinates that are all
 * longitudes and latitudes of one place are turned into metres there; others are in metres unless somebody says otherwise. Geometry is looked at to the
 * depth of the standard and no deeper.
 * @throws NotADrawing where the file is too large, or no GeoJSON
 */
export function readGeojson(text: string): Drawing {
  if (text.length > most.characters) throw new NotADrawing('too-large');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new NotADrawing('not-a-drawing');
  }
  if (!isObject(file)) throw new NotADrawing('not-a-drawing');
  const features =
    file['type'] === 'FeatureCollection' ? file['features'] : file['type'] === 'Feature' ? [file] : undefined;
  if (!Array.isArray(features)) throw new NotADrawing('not-a-drawing');
  const unused = new Tally();
  const rings: DrawnRing[] = [];
  for (const feature of features as unknown[]) {
    if (!isObject(feature) || !isObject(feature['geometry'])) {
      unused.add('without geometry');
      continue;
    }
    const { type, coordinates } = feature['geometry'] as { type?: unknown; coordinates?: unknown };
    const properties = isObject(feature['properties']) ? feature['properties'] : {};
    const polygons =
      type === 'Polygon'
        ? [coordinates]
        : type === 'MultiPolygon' && Array.isArray(coordinates)
          ? (coordinates as unknown[])
          : null;
    if (polygons === null) {
      unused.add(typeof type === 'string' ? type : 'without type');
      continue;
    }
    for (const polygon of polygons) {
      const [outer, ...holes] = Array.isArray(polygon) ? (polygon as unknown[]).slice(0, 51).map(ringIn) : [];
      if (!outer || holes.some((hole) => hole === undefined)) {
        unused.add('bad outline');
        continue;
      }
      const drawn = {
        layer: said(properties, layers) ?? '',
        label: said(properties, names),
        ring: outer,
        holes: holes as Ring[],
      };
      if (rings.push(drawn) > most.rings) throw new NotADrawing('too-many');
    }
  }
  return inMetres({ rings, labels: [], metres: 1, unused: unused.counts });
}

function ringIn(value: unknown): Ring | undefined {
  if (!Array.isArray(value) || value.length > most.corners + 1) return undefined;
  const corners = (value as unknown[]).map((position): Corner | undefined => {
    const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
    return isNumber(x) && isNumber(y) ? [x, y] : undefined;
  });
  return corners.some((corner) => corner === undefined) ? undefined : ringOf(corners as Corner[]);
}

/** Degrees of one place as metres east and north of its first corner; anything else as it is. */
function inMetres(drawing: Drawing): Drawing {
  const corners = drawing.rings.flatMap(({ ring }) => ring);
  const first = corners[0];
  // A building is a few hundred metres at most: everything within a hundredth of a degree of a spot on earth is taken for degrees.
  if (
    !first ||
    !corners.every(
      ([x, y]) =>
        Math.abs(x) <= 180 && Math.abs(y) <= 90 && Math.abs(x - first[0]) < 0.02 && Math.abs(y - first[1]) < 0.02,
    )
  )
    return drawing;
  const east = degreeMetres * Math.cos((first[1] * Math.PI) / 180);
  const moved = (ring: Ring): Ring =>
    ring.map(([x, y]): Corner => [(x - first[0]) * east, (y - first[1]) * degreeMetres]);
  return {
    ...drawing,
    rings: drawing.rings.map((each) => ({ ...each, ring: moved(each.ring), holes: each.holes.map(moved) })),
  };
}
