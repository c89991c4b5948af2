import { haversineM, type Point } from '../methods/haversine.ts';
import type { Empty, PlanLine, PlanQuestion, PlanVehicle } from './day-plan.ts';

/**
 * Kilometres by road between two places, reckoned from the straight line. Pure.
 * @returns null where one of them has no coordinates
 */
export const emptyKm = (
  from: Point | null,
  to: Point | null,
  { roadOverLine }: Pick<PlanQuestion['rules'], 'roadOverLine'>,
): number | null => (from && to ? (haversineM(from, to) * roadOverLine) / 1000 : null);

const whole = (km: number | null): number | null => (km === null ? null : Math.round(km));

type Going = Pick<PlanLine, 'vehicle' | 'trips' | 'at'>;

/** Where the vehicle is when it is free again: at the end of its trip before that minute, or at its parking place in the morning. */
export function standsBefore(
  vehicle: PlanVehicle,
  minute: number,
  lines: readonly Going[],
): { readonly place: Point | null; readonly from: 'parking' | 'trip' } {
  const before = [
    ...vehicle.stands,
    ...lines
      .filter((line) => line.vehicle === vehicle)
      .map(({ at, trips }) => ({ at, start: trips[0]?.start ?? null })),
  ].filter(({ at }) => at[0] < minute);
  const last = before.toSorted((a, b) => b.at[0] - a.at[0])[0];
  return last ? { place: last.start, from: 'trip' } : { place: vehicle.parking, from: 'parking' };
}

/** The empty ways of each line: to where its first trip begins, and home after the vehicle's last of the day. */
export function emptyWays(lines: readonly Going[], rules: PlanQuestion['rules']): Map<Going, Empty> {
  return new Map(
    lines.map((line) => {
      const { vehicle, at, trips } = line;
      const start = trips[0]?.start ?? null;
      const { place, from } = standsBefore(vehicle, at[0], lines);
      const goesOn =
        vehicle.stands.some((stand) => stand.at[0] > at[0]) ||
        lines.some((each) => each.vehicle === vehicle && each.at[0] > at[0]);
      return [
        line,
        {
          beforeKm: whole(emptyKm(place, start, rules)),
          from,
          ...(goesOn ? {} : { afterKm: whole(emptyKm(start, vehicle.parking, rules)) }),
        },
      ];
    }),
  );
}

/** The known kilometres together, and how many ways are not known. */
export function sumOfEmpty(ways: Iterable<Empty>): { readonly emptyKm: number; readonly emptyUnknown: number } {
  const each = [...ways].flatMap(({ beforeKm, afterKm }) => (afterKm === undefined ? [beforeKm] : [beforeKm, afterKm]));
  return {
    emptyKm: each.reduce<number>((sum, km) => sum + (km ?? 0), 0),
    emptyUnknown: each.filter((km) => km === null).length,
  };
}
