/** A fence as it is drawn, typed or read from GeoJSON (RFC 7946); pure. Typed corners are `latitude, longitude`, GeoJSON has them the other way. */
import type { Spot } from './map-view.ts';

export type DrawnShape =
  | { readonly kind: 'circle'; readonly latitude: number; readonly longitude: number; readonly radiusM: number }
  | { readonly kind: 'polygon'; readonly points: readonly (readonly [latitude: number, longitude: number])[] };

/** Millionths of a degree are a tenth of a metre: more would be noise of the mouse. */
export const degrees = (value: number): number => Math.round(value * 1e6) / 1e6;

/** `30.62, 117.48` a line. What is no number goes on as it is typed, and the server names it. */
export const cornersIn = (text: string): number[][] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/[,，\s]+/).map(Number));

export const lineOf = ({ latitude, longitude }: Spot): string => `${degrees(latitude)}, ${degrees(longitude)}`;

/** `22:00` in minutes of the day; null where it is none. `24:00` is the end of the day. */
export function minutesIn(clock: unknown): number | null {
  const match = /^(\d{1,2})[:：](\d{2})$/.exec(typeof clock === 'string' ? clock.trim() : '');
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return minutes < 60 && hours * 60 + minutes <= 1_440 ? hours * 60 + minutes : null;
}

/** The corners that are whole, for drawing while one is still being typed. */
export const spotsIn = (text: string): Spot[] =>
  cornersIn(text).flatMap(([latitude, longitude]) =>
    latitude !== undefined && longitude !== undefined && Number.isFinite(latitude) && Number.isFinite(longitude)
      ? [{ latitude, longitude }]
      : [],
  );

interface Named {
  readonly name: string;
  readonly use: string;
  readonly shape: DrawnShape;
}

/** Fences as a collection of features; a circle is a point with its radius in metres. */
export function toGeoJson(fences: readonly Named[]): string {
  const features = fences.map(({ name, use, shape }) => ({
    type: 'Feature',
    properties: { name, use, ...(shape.kind === 'circle' ? { radiusM: shape.radiusM } : {}) },
    geometry:
      shape.kind === 'circle'
        ? { type: 'Point', coordinates: [shape.longitude, shape.latitude] }
        : {
            type: 'Polygon',
            // A ring of GeoJSON ends where it begins.
            coordinates: [[...shape.points, shape.points[0]!].map(([latitude, longitude]) => [longitude, latitude])],
          },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features }, null, 2);
}

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const pairOf = (value: unknown): readonly [number, number] | null =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number' ? [value[0], value[1]] : null;

/**
 * The first fence of a GeoJSON text: the outer ring of its first polygon, or its first point with `radiusM`.
 * @returns null where it holds neither
 */
export function fromGeoJson(text: string): { readonly name: string; readonly shape: DrawnShape } | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  const features = isJson(read) && Array.isArray(read['features']) ? (read['features'] as unknown[]) : [read];
  for (const feature of features) {
    if (!isJson(feature)) continue;
    const geometry = isJson(feature['geometry']) ? feature['geometry'] : feature;
    const properties = isJson(feature['properties']) ? feature['properties'] : {};
    const name = typeof properties['name'] === 'string' ? properties['name'].slice(0, 60) : '';
    const shape = shapeOf(geometry, properties);
    if (shape) return { name, shape };
  }
  return null;
}

function shapeOf(geometry: Json, properties: Json): DrawnShape | null {
  const coordinates = geometry['coordinates'];
  if (geometry['type'] === 'Point') {
    const place = pairOf(coordinates);
    const radiusM = Number(properties['radiusM']);
    return place && radiusM > 0
      ? { kind: 'circle', latitude: degrees(place[1]), longitude: degrees(place[0]), radiusM }
      : null;
  }
  if (geometry['type'] !== 'Polygon' || !Array.isArray(coordinates) || !Array.isArray(coordinates[0])) return null;
  const ring = (coordinates[0] as unknown[]).map(pairOf);
  const whole = ring.flatMap((pair) => (pair ? [[degrees(pair[1]), degrees(pair[0])] as const] : []));
  const [first, last] = [whole[0], whole.at(-1)];
  const closed = first && last && first[0] === last[0] && first[1] === last[1];
  const points = closed ? whole.slice(0, -1) : whole;
  return whole.length === ring.length && points.length >= 3 ? { kind: 'polygon', points } : null;
}
