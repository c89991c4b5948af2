import { haversineM, type Point } from '../methods/haversine.ts';

/**
 * What a terminal's numbers mean. GCJ-02 is the national encrypted datum of maps in mainland China, BD-09 one maker's further shift of it.
 * Taken for WGS-84 they lie 100 to 700 m off (VE-01), so each is declared with its terminal and converted when it comes in.
 */
export type Datum = 'wgs-84' | 'gcj-02' | 'bd-09';

/** Krasovsky 1940, the ellipsoid that the published form of GCJ-02 works on. */
const semiMajorM = 6_378_245;
const eccentricity2 = 0.006_693_421_622_965_943;
const bdTurn = (Math.PI * 3_000) / 180;

/** Outside this box GCJ-02 is WGS-84. */
const isShifted = ({ latitude, longitude }: Point): boolean =>
  longitude > 72.004 && longitude < 137.8347 && latitude > 0.8293 && latitude < 55.8271;

function waves(x: number): number {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
}

/** The shift at a place, in degrees. */
function shiftAt({ latitude, longitude }: Point): Point {
  const [x, y] = [longitude - 105, latitude - 35];
  const root = Math.sqrt(Math.abs(x));
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    waves(x) +
    ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 +
    ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3;
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    waves(x) +
    ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 +
    ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
  const rad = (latitude * Math.PI) / 180;
  const magic = 1 - eccentricity2 * Math.sin(rad) ** 2;
  const root2 = Math.sqrt(magic);
  return {
    latitude: (north * 180) / (((semiMajorM * (1 - eccentricity2)) / (magic * root2)) * Math.PI),
    longitude: (east * 180) / ((semiMajorM / root2) * Math.cos(rad) * Math.PI),
  };
}

export function toGcj02(wgs: Point): Point {
  if (!isShifted(wgs)) return wgs;
  const shift = shiftAt(wgs);
  return { latitude: wgs.latitude + shift.latitude, longitude: wgs.longitude + shift.longitude };
}

/** There is no inverse in closed form: the shift is taken off again until the way back meets the point, within a centimetre. */
function fromGcj02(gcj: Point): Point {
  if (!isShifted(gcj)) return gcj;
  let guess = gcj;
  for (let turn = 0; turn < 8; turn += 1) {
    const there = toGcj02(guess);
    const next = {
      latitude: guess.latitude + gcj.latitude - there.latitude,
      longitude: guess.longitude + gcj.longitude - there.longitude,
    };
    const moved = haversineM(guess, next);
    guess = next;
    if (moved < 0.005) break;
  }
  return guess;
}

export function toBd09(wgs: Point): Point {
  const { latitude: y, longitude: x } = toGcj02(wgs);
  const length = Math.hypot(x, y) + 0.000_02 * Math.sin(y * bdTurn);
  const angle = Math.atan2(y, x) + 0.000_003 * Math.cos(x * bdTurn);
  return { latitude: length * Math.sin(angle) + 0.006, longitude: length * Math.cos(angle) + 0.0065 };
}

function fromBd09(bd: Point): Point {
  const [x, y] = [bd.longitude - 0.0065, bd.latitude - 0.006];
  const length = Math.hypot(x, y) - 0.000_02 * Math.sin(y * bdTurn);
  const angle = Math.atan2(y, x) - 0.000_003 * Math.cos(x * bdTurn);
  return fromGcj02({ latitude: length * Math.sin(angle), longitude: length * Math.cos(angle) });
}

/** What a terminal said, in WGS-84. */
export const toWgs84 = (datum: Datum, said: Point): Point =>
  datum === 'wgs-84' ? said : datum === 'gcj-02' ? fromGcj02(said) : fromBd09(said);
