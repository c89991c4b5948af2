import { haversineM, type Point } from '@opengoa/vehicles/haversine';
import type { Fix } from '@opengoa/vehicles/stay-points';

export interface RefuelPlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly distanceM: number;
  readonly allowedM: number;
  readonly away: boolean;
}

/**
 * VE-06: where the vehicle was while it was refuelled, between the fix before and the fix after, and how far that is from the station.
 * @param atS of the transaction, the station's own delay taken off
 * @param missingMinuteM how much farther it may be for each whole minute of silence beyond the first between the two fixes and the transaction; the
 * worked example allows none
 */
export function refuelPlace(
  before: Fix,
  after: Fix,
  atS: number,
  station: Point,
  { radiusM = 500, missingMinuteM = 200 }: { readonly radiusM?: number; readonly missingMinuteM?: number } = {},
): RefuelPlace {
  const share = after.atS > before.atS ? (atS - before.atS) / (after.atS - before.atS) : 0;
  const latitude = before.latitude + share * (after.latitude - before.latitude);
  const longitude = before.longitude + share * (after.longitude - before.longitude);
  const distanceM = haversineM({ latitude, longitude }, station);
  const silentMinutes = Math.max(0, Math.floor(Math.min(atS - before.atS, after.atS - atS) / 60) - 1);
  const allowedM = radiusM + missingMinuteM * silentMinutes;
  return { latitude, longitude, distanceM, allowedM, away: distanceM > allowedM };
}
