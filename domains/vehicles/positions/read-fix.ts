import type { Position } from './contract.ts';
import { type Datum, toWgs84 } from './datum.ts';
import { type Fix, quality, type Quality } from './judge-positions.ts';

/** A position as it is kept: whole numbers, WGS-84, and what the terminal said beside it where that was another datum. */
export interface ReadFix extends Fix {
  readonly said: { readonly latitude: number; readonly longitude: number } | null;
  readonly direction: number | null;
  readonly altitude: number | null;
  readonly accuracy: number | null;
  readonly mileage: number | null;
  readonly fuel: number | null;
  readonly alarm: number;
  readonly ignition: boolean | null;
  /** Why it is kept apart without being judged against its neighbours; null where it goes into the fold. */
  readonly aside: Quality | null;
}

export interface ReadingRules {
  readonly accuracyM: number;
  /** Later than this the terminal's clock is wrong. */
  readonly notAfter: number;
  /** Older than this it would change a period that may be closed. */
  readonly notBefore: number;
}

const millionths = (degrees: number): number => Math.round(degrees * 1e6);
const tenths = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value * 10));
const whole = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value));

export function readFix(position: Position, datum: Datum, rules: ReadingRules): ReadFix {
  const at = Date.parse(position.at);
  const place = toWgs84(datum, position);
  return {
    at,
    latitude: millionths(place.latitude),
    longitude: millionths(place.longitude),
    speed: tenths(position.speedKmh),
    said:
      datum === 'wgs-84'
        ? null
        : { latitude: millionths(position.latitude), longitude: millionths(position.longitude) },
    direction: position.direction === undefined ? null : Math.round(position.direction) % 360,
    altitude: whole(position.altitudeM),
    accuracy: whole(position.accuracyM),
    mileage: tenths(position.mileageKm),
    fuel: tenths(position.fuelL),
    alarm: position.alarm ?? 0,
    ignition: position.ignition ?? null,
    aside: asideOf(position, at, rules),
  };
}

function asideOf(position: Position, at: number, { accuracyM, notAfter, notBefore }: ReadingRules): Quality | null {
  if (at > notAfter) return quality.future;
  if (at < notBefore) return quality.late;
  // A receiver without a fix repeats its last place, or says zero.
  if (position.fix === false || (position.latitude === 0 && position.longitude === 0)) return quality.noFix;
  if ((position.accuracyM ?? 0) > accuracyM) return quality.imprecise;
  return null;
}
