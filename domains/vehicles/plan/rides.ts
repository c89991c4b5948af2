import type { Point } from '../methods/haversine.ts';
import { lengthOf, type PlanQuestion, type PlanRequest, type Stretch } from './day-plan.ts';

/** One trip, or several of one way and nearly one time, as something a vehicle can be given. */
export interface Ride {
  readonly trips: readonly PlanRequest[];
  readonly at: Stretch;
  readonly people: number;
  /** Of the longest: the others lie on the way. */
  readonly distanceKm: number;
  readonly start: Point | null;
}

/** Trips of these kinds may share: papers and enforcement go by themselves, an emergency waits for nobody. */
const sharing = new Set(['general-affairs', 'reception']);
/** More than so many combinations of one way add time to the search and nothing to the answer. */
const mostOfOneWay = 60;
const mostTogether = 3;

export const mayShare = (use: string): boolean => sharing.has(use);

/** Every trip by itself, then those that could go together in a vehicle of the fleet. */
export function ridesOf({ requests, vehicles, rules }: Pick<PlanQuestion, 'requests' | 'vehicles' | 'rules'>): Ride[] {
  const mostSeats = Math.max(0, ...vehicles.filter(({ idle }) => idle === null).map(({ seats }) => seats));
  const ways = Map.groupBy(
    requests.filter(({ use }) => sharing.has(use)),
    ({ from, to }) => `${from}\n${to}`,
  );
  const together = [...ways.values()].flatMap((ofOneWay) => {
    const inOrder = ofOneWay.toSorted((a, b) => a.at[0] - b.at[0]);
    const found: PlanRequest[][] = [];
    const extend = (group: PlanRequest[], from: number) => {
      for (let next = from; next < inOrder.length && found.length < mostOfOneWay; next += 1) {
        const more = [...group, inOrder[next]!];
        if (!goTogether(more, rules.sharedApartMinutes, mostSeats)) continue;
        if (more.length > 1) found.push(more);
        if (more.length < mostTogether) extend(more, next + 1);
      }
    };
    extend([], 0);
    return found;
  });
  return [...requests.map((request) => [request]), ...together].map(rideOf);
}

/** Begin and end within the time apart, and all of them seated. */
export function goTogether(
  trips: readonly Pick<PlanRequest, 'at' | 'people'>[],
  apart: number,
  seats: number,
): boolean {
  const spread = (of: readonly number[]) => Math.max(...of) - Math.min(...of);
  return (
    spread(trips.map(({ at }) => at[0])) <= apart &&
    spread(trips.map(({ at }) => at[1])) <= apart &&
    trips.reduce((sum, { people }) => sum + people, 0) <= seats
  );
}

export function rideOf(trips: readonly PlanRequest[]): Ride {
  const inOrder = trips.toSorted((a, b) => b.distanceKm - a.distanceKm || lengthOf(b.at) - lengthOf(a.at));
  return {
    trips: inOrder,
    at: [Math.min(...trips.map(({ at }) => at[0])), Math.max(...trips.map(({ at }) => at[1]))],
    people: trips.reduce((sum, { people }) => sum + people, 0),
    distanceKm: Math.max(...trips.map(({ distanceKm }) => distanceKm)),
    start: inOrder[0]?.start ?? null,
  };
}
